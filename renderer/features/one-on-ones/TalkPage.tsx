import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { interviewLabels } from '../../../shared/domain/interview/interview-words';
import { talkStateSchema } from '../../../shared/domain/talk/talk';
import { isConfidential, mayDeleteTalk } from '../../../shared/domain/talk/talk-rules';
import {
  existenceWords,
  talkKindLabels,
  talkStateLabels,
} from '../../../shared/domain/talk/talk-words';
import { useStore } from '../../data/store-context';
import { loadTalkOverview } from '../../data/talk-overview-queries';
import {
  loadTalkPage,
  loadTalkSurroundings,
  type TalkPageView,
  type TalkSurroundings,
} from '../../data/talk-page-queries';
import { saveTalk, setParticipants } from '../../data/talk-plan-commands';
import { deleteTalk, restoreRemoved } from '../../data/talk-removal-commands';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { HeldChoice } from './HeldFields';
import { Members } from './NewTalkDialog';
import { QuoteLines } from './QuoteLines';
import { ReflectionCard } from './ReflectionCard';
import { TalkActions } from './TalkActions';
import { ClockField, dayText, MinutesField, TalkDayField } from './TalkDayFields';
import { TalkOffers } from './TalkOffers';
import { TalkPaperButton } from './TalkPaperButton';
import { MemoBox, NoteBox } from './TalkTexts';
import { TalkTimer } from './TalkTimer';
import { TalkTopics } from './TalkTopics';
import { settleTalk } from './talk-autosave';
import { lineTitle, personWords, whenWords } from './talk-line-words';

/** One talk: before it, during it and after it, on one calm page. */
export function TalkPage() {
  const { talkId = '' } = useParams();
  // Of this talk: the page stays while another one is opened in it.
  const [deletedId, setDeletedId] = useState<string | null>(null);
  const page = useLiveQuery((store) => loadTalkPage(store, talkId), [talkId]);
  const around = useLiveQuery((store) => loadTalkSurroundings(store, talkId), [talkId]);
  if (deletedId === talkId) return <Deleted talkId={talkId} onBack={() => setDeletedId(null)} />;
  if (page.state === 'loading' || around.state === 'loading') {
    return <Spinner label="話の記録を開いています" />;
  }
  if (page.state === 'failed' || around.state === 'failed') {
    const failed = page.state === 'failed' ? page : around;
    return (
      <div className="page-width flex flex-col items-start gap-4">
        <h1 className="text-2xl font-bold">この話の記録は開けません</h1>
        {failed.state === 'failed' && (
          <ErrorNotice problem={problemOf(failed.error)} className="w-full" />
        )}
        <LinkButton href="/one-on-ones">1on1の一覧へ</LinkButton>
      </div>
    );
  }
  return (
    <TalkContent
      // In 見本 another person may act: nothing of hers stays in a box.
      key={`${talkId} ${page.value.me}`}
      view={page.value}
      around={around.value}
      onDeleted={() => setDeletedId(talkId)}
    />
  );
}

/** For this session it can be brought back. */
function Deleted({ talkId, onBack }: { talkId: string; onBack: () => void }) {
  const store = useStore();
  return (
    <div className="page-width flex flex-col items-start gap-4">
      <h1 className="text-2xl font-bold">話の記録を消しました</h1>
      <Notice
        tone="success"
        title="このPCから消しました"
        actions={
          <Button
            size="small"
            onPress={() => {
              restoreRemoved(store, talkId).then(onBack, (error: unknown) =>
                notifyProblem(problemOf(error)),
              );
            }}
          >
            元に戻す
          </Button>
        }
      >
        <p>このソフトを閉じるまでは、1on1の一覧からも元に戻せます。</p>
      </Notice>
      <LinkButton href="/one-on-ones">1on1の一覧へ</LinkButton>
    </div>
  );
}

type TalkContentProps = {
  view: TalkPageView;
  around: TalkSurroundings;
  onDeleted: () => void;
};

function TalkContent({ view, around, onDeleted }: TalkContentProps) {
  const store = useStore();
  const { talk } = view.contents;
  useEffect(() => () => settleTalk(store, talk.id), [store, talk.id]);
  const others = view.people.filter(({ id }) => id !== view.me);
  const [other] = others;
  return (
    <div className="page-width flex flex-col gap-4">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-sm">
            <TextLink href="/one-on-ones" className="font-normal">
              1on1
            </TextLink>
            {' ／ '}
            {whenWords(talk)}
          </p>
          <h1 className="text-2xl font-bold">
            {talkKindLabels[talk.kind]}　{others.map(personWords).join('、')}
          </h1>
          <p className="text-sm text-solid-gray-700">{existenceWords(talk.kind)}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {view.role === 'formerHost' && <Badge>前の担当のときの記録（読むだけ）</Badge>}
          {view.role === 'successor' && <Badge>引継ぎで読めるようになった記録</Badge>}
          {other !== undefined && others.length === 1 && (
            <TextLink href={`/people/${other.id}`} className="text-sm">
              {other.name} さんのこれまで
            </TextLink>
          )}
          <TalkTimer minutes={talk.minutes} />
        </div>
      </header>
      {view.access.existence === 'write' && <When view={view} around={around} />}
      {talk.interview !== null && (
        <p>
          {interviewLabels[talk.interview.kind]}の内容は、
          <TextLink href={`/sheets/${talk.interview.sheetId}/interviews`}>
            評価者面談の記録
          </TextLink>
          に書きます。
        </p>
      )}
      <div className="grid grid-cols-1 items-start gap-4 min-[1200px]:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {view.access.topics !== 'none' && <TalkTopics view={view} />}
          {view.access.sharedNote !== 'none' && <NoteBox view={view} />}
          <TalkActions view={view} />
          {view.access.ownMemo === 'own' && <MemoBox view={view} />}
          <QuoteLines view={view} />
          <ReflectionCard view={view} />
          <footer className="flex flex-wrap items-start justify-between gap-3">
            <TalkPaperButton view={view} />
            {mayDeleteTalk(talk.kind, view.role) && (
              <DeleteButton talkId={talk.id} onDeleted={onDeleted} />
            )}
          </footer>
        </div>
        <TalkOffers view={view} around={around} />
      </div>
    </div>
  );
}

const states = talkStateSchema.options.map((value) => ({ value, label: talkStateLabels[value] }));

/** When it is, whether it was held, and who takes part in a meeting. */
function When({ view, around }: { view: TalkPageView; around: TalkSurroundings }) {
  const store = useStore();
  const { talk } = view.contents;
  const [day, setDay] = useState(dayText(talk.on));
  const [time, setTime] = useState(talk.at ?? '');
  const [minutes, setMinutes] = useState(String(talk.minutes));
  const save = (patch: Parameters<typeof saveTalk>[1]['patch']) => {
    saveTalk(store, { talkId: talk.id, patch }).catch((error: unknown) =>
      notifyProblem(problemOf(error)),
    );
  };
  const isLeader = talk.kind === 'workplaceMeeting' && view.role === 'host';
  return (
    <Card title="日時">
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-1 items-start gap-4 min-[700px]:grid-cols-[16rem_7rem_7rem_auto]">
          <TalkDayField
            label="話す日"
            name="talk-day"
            value={day}
            onChange={setDay}
            onDay={(on) => save({ on })}
          />
          <ClockField label="時刻" value={time} onChange={setTime} onTime={(at) => save({ at })} />
          <MinutesField
            label="長さ（分）"
            value={minutes}
            onChange={setMinutes}
            onMinutes={(length) => save({ minutes: length })}
          />
          <HeldChoice
            label="状態"
            choices={states}
            stored={talk.state}
            onChange={(state) => saveTalk(store, { talkId: talk.id, patch: { state } })}
          />
        </div>
        {around.overlaps.length > 0 && (
          <Notice tone="warning" title="同じ時間に、ほかの予定があります">
            <ul>
              {around.overlaps.map((line) => (
                <li key={line.id}>
                  <TextLink href={`/one-on-ones/${line.id}`} className="font-normal">
                    {isConfidential(line.kind) ? '予定' : lineTitle(line)}
                  </TextLink>
                  　{whenWords(line)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {isLeader && <MeetingMembers talkId={talk.id} chosen={talk.participantIds} />}
      </div>
    </Card>
  );
}

function MeetingMembers({ talkId, chosen }: { talkId: string; chosen: readonly string[] }) {
  const store = useStore();
  const overview = useLiveQuery(loadTalkOverview, []);
  if (overview.state !== 'ready') return null;
  return (
    <Members
      overview={overview.value}
      chosen={chosen}
      onChange={(staffIds) => {
        setParticipants(store, { talkId, staffIds }).catch((error: unknown) =>
          notifyProblem(problemOf(error)),
        );
      }}
    />
  );
}

function DeleteButton({ talkId, onDeleted }: { talkId: string; onDeleted: () => void }) {
  const store = useStore();
  const [asking, setAsking] = useState(false);

  async function remove() {
    setAsking(false);
    if (!(await flushAll())) return;
    try {
      await deleteTalk(store, talkId);
      onDeleted();
    } catch (error) {
      notifyProblem(problemOf(error));
    }
  }

  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)}>
        この記録を消す
      </Button>
      <Dialog
        title="この話の記録を消しますか"
        isOpen={asking}
        mustAnswer
        onOpenChange={setAsking}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button look="danger" onPress={() => void remove()}>
              このPCから消す
            </Button>
          </>
        }
      >
        <p>
          話題、共有の記録、約束、振り返り、この話について書いたメモのすべてを、このPCから消します。検索にも出なくなります。保存したPDFと、職務行動記録に引用した行は残ります。
        </p>
      </Dialog>
    </>
  );
}
