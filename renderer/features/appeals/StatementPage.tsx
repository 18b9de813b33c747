import { useParams } from 'react-router';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { buildStatementModel } from '../../../shared/print/build-office-paper';
import { useFlushedAction } from '../../common/use-flushed-action';
import { usePrinting } from '../../common/use-printing';
import { submitStatement } from '../../data/appeal-commands';
import { listStatementRequests, type StatementRequest } from '../../data/appeal-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Spinner } from '../../ui/Spinner';
import { AppealPaperButton } from './AppealPaperButton';
import { KeptText } from './KeptText';

/** Where an evaluator answers what 職員課 has asked her. */
export function StatementPage() {
  const { appealId = '' } = useParams();
  const result = useLiveQuery(listStatementRequests, []);
  if (result.state === 'loading') return <Spinner label="依頼を開いています" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const request = result.value.find((one) => one.appealId === appealId);
  if (request === undefined) {
    return (
      <div className="page-width flex flex-col items-start gap-4">
        <h1 className="text-2xl font-bold">あなたへの依頼はありません</h1>
        <LinkButton href="/">ホームへ</LinkButton>
      </div>
    );
  }
  return <OpenRequest key={appealId} request={request} />;
}

function OpenRequest({ request }: { request: StatementRequest }) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const printing = usePrinting();
  const { appealId, question, text, statedOn, askedOn, title, personName, periodName } = request;
  const make = async () => {
    const stored = (await listStatementRequests(store)).find((one) => one.appealId === appealId);
    return buildStatementModel({
      ...(stored ?? request),
      statement: stored ?? request,
      ...printing(),
    });
  };
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      <h1 className="text-2xl font-bold">{title}の依頼</h1>
      <p>
        職員課から、{personName} さんの{periodName}について意見を求められています（
        {formatWareki(askedOn)}）。
      </p>
      <Card title="意見を求められた内容">
        <p className="whitespace-pre-wrap">{question}</p>
      </Card>
      <Card title={title}>
        <div className="flex flex-col gap-4">
          {statedOn === null ? (
            <KeptText label="意見" target="statement" id={appealId} stored={text} />
          ) : (
            <p className="whitespace-pre-wrap">{text}</p>
          )}
          {statedOn !== null && <p>{formatWareki(statedOn)}に職員課へ提出しました。</p>}
          {failure}
          <div className="flex flex-wrap items-start gap-3">
            {statedOn === null && (
              <Button
                look="primary"
                onPress={() => run(() => submitStatement(store, appealId, localToday()))}
              >
                職員課へ提出する
              </Button>
            )}
            <AppealPaperButton label={`${title}をPDFにする`} make={make} />
          </div>
        </div>
      </Card>
    </div>
  );
}
