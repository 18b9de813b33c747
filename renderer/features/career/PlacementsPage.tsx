import { type ReactNode, useState } from 'react';
import { earlierWords, routeLabels } from '../../../shared/domain/career/career-words';
import { answersEarlier } from '../../../shared/domain/career/change-request';
import { REQUEST_YEARS } from '../../../shared/domain/career/retention';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { COPY_DAYS, GOOD_COPIES_KEPT } from '../../../shared/domain/store/copy-retention';
import { destroyRequests } from '../../data/placement-commands';
import {
  type DueRequest,
  type HrRequests,
  listRequestsForHr,
  type RequestList,
  type RequestView,
} from '../../data/placement-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { RequestNoteForm } from './RequestNoteForm';
import { RequestWords } from './RequestWords';
import { cell, TableHead } from './TableHead';

/** 配属希望申告 as 職員課 has them: to talk about, and to destroy when their time is over. */
export function PlacementsPage({ nav }: { nav: ReactNode }) {
  const result = useLiveQuery(
    (store) => Promise.resolve(listRequestsForHr(store, localToday())),
    [],
  );
  return (
    <div className="page-width flex flex-col gap-4">
      {nav}
      <h1 className="text-2xl font-bold">配属希望申告</h1>
      <p className="text-sm text-solid-gray-700">
        提出された申告です。あなた自身の申告と、あなたが評価する人の申告は、ここには出ません。
      </p>
      {result.state === 'loading' && <Spinner label="申告を読んでいます" />}
      {result.state === 'failed' && <ErrorNotice problem={problemOf(result.error)} />}
      {result.state === 'ready' && <Requests list={result.value} />}
    </div>
  );
}

function Requests({ list }: { list: HrRequests }) {
  return (
    <>
      {list.requests.length === 0 && <p>提出された申告はありません。</p>}
      {list.requests.map((one) => (
        <Request key={one.request.id} one={one} list={list} />
      ))}
      <Due due={list.due} />
      <Destroyed destroyed={list.destroyed} />
    </>
  );
}

function Request({ one, list }: { one: RequestView; list: RequestList }) {
  const { person, request, consideration, opinions, talks } = one;
  return (
    <Card
      title={`${person.name}（${fiscalYearName(request.fiscalYear)}）`}
      aside={
        <span className="flex flex-wrap items-center gap-3 text-sm text-solid-gray-700">
          {person.unit}　{person.jobTitle}
          <Badge tone={request.route === 'sealed' ? 'warning' : 'neutral'}>
            {routeLabels[request.route]}
          </Badge>
        </span>
      }
      className="flex flex-col gap-3"
    >
      <RequestWords request={request} consideration={consideration} units={list.units} />
      {opinions.map(({ note, writerName }) => (
        <Said
          key={note.id}
          who={`所属長意見　${writerName}${answersEarlier(note, request) ? `（${earlierWords(note)}）` : ''}`}
          text={note.text}
        />
      ))}
      {talks
        .filter(({ mine }) => !mine)
        .map(({ note, writerName }) => (
          <Said key={note.id} who={`面談の記録　${writerName}`} text={note.text} />
        ))}
      <Disclosure title="面談の記録を書く" defaultOpen={talks.some(({ mine }) => mine)}>
        <RequestNoteForm
          requestId={request.id}
          kind="hrTalk"
          writerId={list.me}
          label={`面談の記録（${person.name}）`}
          description="職員課だけが読みます。"
          stored={talks.find(({ mine }) => mine)?.note.text ?? ''}
        />
      </Disclosure>
      <p className="text-xs text-solid-gray-700">保存期限　{formatWareki(one.keptUntil)}</p>
    </Card>
  );
}

function Said({ who, text }: { who: string; text: string }) {
  return (
    <div className="text-sm">
      <p className="font-bold">{who}</p>
      <p className="whitespace-pre-wrap">{text}</p>
    </div>
  );
}

/** What is to be destroyed, all at once, after a question. */
function Due({ due }: { due: readonly DueRequest[] }) {
  const store = useStore();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);

  async function destroy() {
    setAsking(false);
    setFailure(null);
    // A talk that is just being typed must not come back after its request.
    if (!(await flushAll())) return;
    await destroyRequests(
      store,
      due.map(({ id }) => id),
    ).catch((error: unknown) => setFailure(problemOf(error)));
  }

  return (
    <Card title="保存期限が過ぎた申告" className="flex flex-col gap-3">
      <p className="text-sm text-solid-gray-700">
        申告は、その年度が終わってから{REQUEST_YEARS}
        年間保存します（初期値）。下書きのまま残っているものも、氏名と年度だけがここに出ます。
      </p>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {due.length === 0 ? (
        <p className="text-sm">破棄する申告はありません。</p>
      ) : (
        <>
          <table className="w-full text-sm">
            <caption className="sr-only">保存期限が過ぎた申告</caption>
            <TableHead names={['氏名', '年度', '保存期限']} />
            <tbody>
              {due.map(({ id, personName, fiscalYear, keptUntil }) => (
                <tr key={id} className="border-b border-solid-gray-100">
                  <th scope="row" className={cell}>
                    {personName}
                  </th>
                  <td className={cell}>{fiscalYearName(fiscalYear)}</td>
                  <td className={cell}>{formatWareki(keptUntil)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div>
            <Button onPress={() => setAsking(true)}>{due.length}件を破棄する</Button>
          </div>
        </>
      )}
      <Dialog
        title={`${due.length}件の申告を破棄しますか`}
        isOpen={asking}
        onOpenChange={setAsking}
        mustAnswer
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button look="primary" onPress={() => void destroy()}>
              破棄する
            </Button>
          </>
        }
      >
        <p>
          申告の内容、配慮してほしい事情、所属長意見、面談の記録を、まとめて消します。元に戻せません。破棄したことの記録は残ります。
        </p>
      </Dialog>
    </Card>
  );
}

function Destroyed({ destroyed }: { destroyed: HrRequests['destroyed'] }) {
  if (destroyed.length === 0) return null;
  return (
    <Card title="破棄の記録" className="flex flex-col gap-3">
      <p className="text-sm text-solid-gray-700">
        起動時の控えは、正しく開けた起動{GOOD_COPIES_KEPT}
        回ぶん、長くても{COPY_DAYS}
        日で消えます。消すのは、育成ノートを正しく開けたときです。「控えに残りうる最後の日」のあとに一度開くと、破棄した内容は控えの中にもありません。
      </p>
      <table className="w-full text-sm">
        <caption className="sr-only">破棄の記録</caption>
        <TableHead
          names={['氏名', '年度', '保存期限', '破棄した日', '破棄した人', '控えに残りうる最後の日']}
        />
        <tbody>
          {destroyed.map(({ record, personName }) => (
            <tr key={record.id} className="border-b border-solid-gray-100">
              <th scope="row" className={cell}>
                {personName}
              </th>
              <td className={cell}>{fiscalYearName(record.fiscalYear)}</td>
              <td className={cell}>{formatWareki(record.keptUntil)}</td>
              <td className={cell}>{formatWareki(record.destroyedOn)}</td>
              <td className={cell}>{record.byName}</td>
              <td className={cell}>{formatWareki(record.copiesUntil)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
