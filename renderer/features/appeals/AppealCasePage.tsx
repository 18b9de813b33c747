import { useState } from 'react';
import { useParams } from 'react-router';
import type { AppealStatement } from '../../../shared/domain/appeal/appeal';
import { mayDo } from '../../../shared/domain/appeal/appeal-rules';
import { appealStateLabels } from '../../../shared/domain/appeal/appeal-words';
import { formatWareki } from '../../../shared/domain/period/wareki';
import {
  buildAppealModel,
  buildResultModel,
  buildStatementModel,
} from '../../../shared/print/build-office-paper';
import { useFlushedAction } from '../../common/use-flushed-action';
import { usePrinting } from '../../common/use-printing';
import {
  addHrEvidence,
  askForStatement,
  decideAppeal,
  examineAppeal,
} from '../../data/appeal-commands';
import { type AppealCase, loadAppealCase } from '../../data/appeal-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextArea } from '../../ui/TextArea';
import { TextLink } from '../../ui/TextLink';
import { AppealPaperButton } from './AppealPaperButton';
import { EvidenceList } from './EvidenceList';
import { KeptText } from './KeptText';

/** One appeal, as 職員課 brings it before the 調査会. */
export function AppealCasePage() {
  const { appealId = '' } = useParams();
  const result = useLiveQuery((store) => loadAppealCase(store, appealId), [appealId]);
  if (result.state === 'loading') return <Spinner label="申出を開いています" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const one = result.value;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      <p className="text-sm">
        <TextLink href="/hr/appeals">不服申出の一覧へ</TextLink>
      </p>
      <header className="flex flex-wrap items-baseline gap-3">
        <h1 className="text-2xl font-bold">{one.sheet.staff.name} さんの不服申出</h1>
        <Badge tone="info">{appealStateLabels[one.appeal.state]}</Badge>
        <span className="text-sm text-solid-gray-700">{one.period.name}</span>
      </header>
      <FiledCard one={one} />
      {one.appeal.state !== 'filed' && (
        <>
          <StatementsCard one={one} />
          <ResultCard one={one} />
        </>
      )}
    </div>
  );
}

type CaseProps = { one: AppealCase };

function FiledCard({ one }: CaseProps) {
  const store = useStore();
  const printing = usePrinting();
  const { run, failure } = useFlushedAction();
  const { appeal, settings } = one;
  return (
    <Card title={settings.appealTitles.appeal}>
      <div className="flex flex-col gap-4">
        <p className="whitespace-pre-wrap">{appeal.text}</p>
        <h3 className="font-bold">根拠となる資料</h3>
        <EvidenceList
          evidence={appeal.evidence}
          onAdd={
            mayDo('record', 'hr', appeal.state)
              ? (added) => run(() => addHrEvidence(store, appeal.id, added))
              : null
          }
          onRemove={null}
        />
        {failure}
        <div className="flex flex-wrap items-start gap-3">
          {mayDo('examine', 'hr', appeal.state) && (
            <Button look="primary" onPress={() => run(() => examineAppeal(store, appeal.id))}>
              審査を始める
            </Button>
          )}
          <AppealPaperButton
            label={`${settings.appealTitles.appeal}をPDFにする`}
            make={async () => buildAppealModel({ ...one, ...printing() })}
          />
        </div>
      </div>
    </Card>
  );
}

function StatementsCard({ one }: CaseProps) {
  const { appeal, settings, evaluators } = one;
  const unasked = evaluators.filter(({ staffId }) =>
    appeal.statements.every(({ evaluatorId }) => evaluatorId !== staffId),
  );
  return (
    <Card title={settings.appealTitles.statement}>
      <div className="flex flex-col gap-4">
        <p className="text-sm">
          依頼した評価者には、求めた内容だけが見えます。申出の文と資料は見えません。
        </p>
        {appeal.statements.map((statement) => (
          <StatementPart key={statement.evaluatorId} one={one} statement={statement} />
        ))}
        {mayDo('ask', 'hr', appeal.state) && unasked.length > 0 && (
          <AskForm key={unasked.length} one={one} unasked={unasked} />
        )}
      </div>
    </Card>
  );
}

function StatementPart({ one, statement }: CaseProps & { statement: AppealStatement }) {
  const printing = usePrinting();
  const { settings, sheet, period } = one;
  const { evaluatorName, question, askedOn, text, statedOn } = statement;
  return (
    <div className="flex flex-col gap-2 rounded-8 bg-solid-gray-50 px-4 py-3">
      <p className="flex flex-wrap gap-3 font-bold">
        {evaluatorName}
        <span className="text-sm font-normal">{formatWareki(askedOn)}に依頼</span>
        {statedOn === null ? (
          <Badge tone="warning">意見書を待っています</Badge>
        ) : (
          <Badge tone="success">{formatWareki(statedOn)}に提出</Badge>
        )}
      </p>
      <p className="whitespace-pre-wrap text-sm">求めた内容：{question}</p>
      {statedOn !== null && (
        <>
          <p className="whitespace-pre-wrap">{text}</p>
          <AppealPaperButton
            label={`${settings.appealTitles.statement}をPDFにする`}
            make={async () =>
              buildStatementModel({
                statement,
                personName: sheet.staff.name,
                periodName: period.name,
                title: settings.appealTitles.statement,
                board: settings.appealBoard,
                ...printing(),
              })
            }
          />
        </>
      )}
    </div>
  );
}

function AskForm({ one, unasked }: CaseProps & { unasked: AppealCase['evaluators'] }) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const [evaluatorId, setEvaluatorId] = useState(unasked[0]?.staffId ?? '');
  const [question, setQuestion] = useState('');
  const { appeal, settings } = one;
  return (
    <div className="flex flex-col items-start gap-3">
      <SelectField
        label="依頼する評価者"
        value={evaluatorId}
        onChange={setEvaluatorId}
        options={unasked.map(({ staffId, jobTitle, name }) => ({
          value: staffId,
          label: `${jobTitle} ${name}`.trim(),
        }))}
      />
      <TextArea
        label="意見を求める内容"
        className="w-full"
        description="評価者にはこの文だけが見えます。申出の文をそのまま写さないでください。"
        value={question}
        onChange={setQuestion}
      />
      {failure}
      <Button
        onPress={() =>
          run(() =>
            askForStatement(store, appeal.id, { evaluatorId, question, today: localToday() }),
          )
        }
      >
        {settings.appealTitles.statement}を依頼する
      </Button>
    </div>
  );
}

function ResultCard({ one }: CaseProps) {
  const store = useStore();
  const printing = usePrinting();
  const { run, failure } = useFlushedAction();
  const [asking, setAsking] = useState(false);
  const { appeal, settings } = one;
  const mayDecide = mayDo('decide', 'hr', appeal.state);
  return (
    <Card title="審査の結果">
      <div className="flex flex-col gap-4">
        {mayDecide ? (
          <KeptText
            label="結果とその理由"
            description="通知するまで、本人には見えません。"
            target="result"
            id={appeal.id}
            stored={appeal.result}
          />
        ) : (
          <p className="whitespace-pre-wrap">
            {appeal.result === '' ? '結果の通知はありません。' : appeal.result}
          </p>
        )}
        {failure}
        <div className="flex flex-wrap items-start gap-3">
          {mayDecide && (
            <Button look="primary" onPress={() => setAsking(true)}>
              本人に結果を通知する
            </Button>
          )}
          {appeal.state === 'decided' && (
            <AppealPaperButton
              label={`${settings.appealTitles.result}をPDFにする`}
              make={async () => buildResultModel({ ...one, ...printing() })}
            />
          )}
        </div>
      </div>
      <Dialog
        title="本人に結果を通知しますか"
        isOpen={asking}
        mustAnswer
        onOpenChange={setAsking}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button
              look="primary"
              onPress={() => {
                setAsking(false);
                run(() => decideAppeal(store, appeal.id, localToday()));
              }}
            >
              通知する
            </Button>
          </>
        }
      >
        <p>通知したあとは書き換えられません。本人の画面に結果が出ます。</p>
      </Dialog>
    </Card>
  );
}
