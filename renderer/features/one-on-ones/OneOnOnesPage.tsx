import { useState } from 'react';
import { rhythms } from '../../../shared/domain/talk/talk';
import { weeksSince } from '../../../shared/domain/talk/talk-calendar';
import {
  rhythmLabels,
  talkKindLabels,
  talkStateLabels,
} from '../../../shared/domain/talk/talk-words';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import { useStore } from '../../data/store-context';
import type { TalkLine } from '../../data/talk-ground';
import {
  loadTalkOverview,
  type TalkOverview,
  type TalkPair,
} from '../../data/talk-overview-queries';
import { acceptRhythm, setPairByHand, suggestRhythm } from '../../data/talk-pair-commands';
import { deletedTalks, deleteTalks, restoreRemoved } from '../../data/talk-removal-commands';
import { loadTalkSettings } from '../../data/talk-settings';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { notify, notifyProblem } from '../../state/notifications';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SearchSelect } from '../../ui/SearchSelect';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { ContactCard } from './ContactCard';
import { HandoverCard } from './HandoverCard';
import { HeldSelect } from './HeldFields';
import { NewTalkDialog, type NewTalkStart } from './NewTalkDialog';
import { TalkNav } from './TalkNav';
import { othersWords, personWords, whenWords } from './talk-line-words';

/** So many talks of the past are listed at first. */
const LISTED = 30;

/** My people, whom I talk with, and what we have talked. */
export function OneOnOnesPage() {
  const overview = useLiveQuery(loadTalkOverview, []);
  const settings = useLiveQuery(loadTalkSettings, []);
  const [start, setStart] = useState<NewTalkStart | null>(null);
  if (overview.state === 'loading') return <Spinner label="1on1を開いています" />;
  if (overview.state === 'failed') return <ErrorNotice problem={problemOf(overview.error)} />;
  const view = overview.value;
  return (
    <div className="page-width flex flex-col gap-4">
      <TalkNav current="/one-on-ones" />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-2xl font-bold">1on1</h1>
          <p className="text-sm text-solid-gray-700">
            「日頃から職場内ミーティングや必要に応じて1on1ミーティングを行うことで、話しやすい・相談しやすい雰囲気を醸成し」（人材育成基本方針）
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onPress={() => setStart({ kind: 'oneOnOne', withId: null })}>
            1on1を入れる
          </Button>
          <Button
            look="primary"
            onPress={() => setStart({ kind: 'workplaceMeeting', withId: null })}
          >
            職場内ミーティングを入れる
          </Button>
        </div>
      </div>
      <Deleted me={view.me.id} />
      <Expired view={view} />
      <Pairs view={view} onTalk={setStart} />
      {view.handovers.map((offer) => (
        <HandoverCard key={`${offer.circleId} ${offer.to.id}`} offer={offer} />
      ))}
      <Coming talks={view.talks} />
      <Past talks={view.talks} />
      {settings.state === 'ready' && <ContactCard text={settings.value.contactText} />}
      {start !== null && (
        <NewTalkDialog start={start} overview={view} onClose={() => setStart(null)} />
      )}
    </div>
  );
}

type PairsProps = { view: TalkOverview; onTalk: (start: NewTalkStart) => void };

function Pairs({ view, onTalk }: PairsProps) {
  const store = useStore();
  const present = view.pairs.filter(({ isPresent }) => isPresent);
  const past = view.pairs.filter(({ isPresent }) => !isPresent);
  return (
    <Card title="話す相手">
      {present.length === 0 && (
        <p>
          評価者の割り当てから決まる相手はまだいません。「ほかの人を加える」から選ぶと、ここに並びます。
        </p>
      )}
      <ul className="flex flex-col divide-y divide-solid-gray-200">
        {present.map((pair) => (
          <PairRow key={`${pair.leaderId} ${pair.staffId}`} pair={pair} onTalk={onTalk} />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-end gap-4">
        <SearchSelect
          key={view.pairs.length}
          label="ほかの人を加える"
          className="w-72"
          options={view.people.filter(({ id }) => present.every(({ staffId }) => staffId !== id))}
          value={null}
          matches={({ label, detail }, typed) =>
            foldForSearch(`${label} ${detail}`).includes(foldForSearch(typed))
          }
          onChange={(staffId) => {
            setPairByHand(store, { staffId, byHand: true }).catch((error: unknown) =>
              notifyProblem(problemOf(error)),
            );
          }}
        />
        {past.length > 0 && (
          <p className="text-sm text-solid-gray-700">
            いまは担当していない相手：{past.map(({ other }) => personWords(other)).join('、')}
            。話した記録は、下の一覧に残っています。
          </p>
        )}
      </div>
    </Card>
  );
}

function PairRow({ pair, onTalk }: { pair: TalkPair; onTalk: PairsProps['onTalk'] }) {
  const store = useStore();
  const { leaderId, staffId, other, iLead, byHand, next } = pair;
  const weeks = weeksSince(pair.lastOn, localToday());
  const run = (work: Promise<unknown>) => {
    work.catch((error: unknown) => notifyProblem(problemOf(error)));
  };
  return (
    <li className="grid grid-cols-1 items-center gap-x-6 gap-y-2 py-3 min-[900px]:grid-cols-[minmax(0,3fr)_minmax(0,3fr)_minmax(0,3fr)_auto]">
      <div className="min-w-0">
        <p className="font-bold">
          {personWords(other)}
          {!iLead && <Badge className="ml-2">上司</Badge>}
        </p>
        <p className="truncate text-sm text-solid-gray-700" title={other.unit}>
          {other.unit}
        </p>
      </div>
      <div className="text-sm">
        <p>{sinceWords(weeks)}</p>
        {next !== null && (
          <p>
            次：
            <TextLink href={`/one-on-ones/${next.id}`} className="font-normal">
              {whenWords(next)}
            </TextLink>
          </p>
        )}
      </div>
      <Rhythm pair={pair} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          aria-label={`${other.name} さんと話す予定を入れる`}
          onPress={() => onTalk({ kind: 'oneOnOne', withId: other.id })}
        >
          予定を入れる
        </Button>
        {byHand && iLead && (
          <Button
            size="small"
            look="quiet"
            aria-label={`${other.name} さんを相手から外す`}
            onPress={() => run(setPairByHand(store, { staffId, byHand: false }))}
          >
            外す
          </Button>
        )}
      </div>
      {pair.proposal?.isMine === false && (
        <Notice
          tone="info"
          title={`${other.name} さんから：間隔を「${rhythmLabels[pair.proposal.rhythm]}」にしたい`}
          className="min-[900px]:col-span-4"
          actions={
            <Button
              size="small"
              onPress={() => {
                const rhythm = pair.proposal?.rhythm ?? pair.rhythm;
                run(acceptRhythm(store, { leaderId, staffId, rhythm }));
              }}
            >
              この間隔にする
            </Button>
          }
        >
          <p>ほかの間隔がよいときは、「間隔」で選んで伝えられます。</p>
        </Notice>
      )}
    </li>
  );
}

/** What both have agreed; another choice is said to the other, who says yes to it. */
function Rhythm({ pair }: { pair: TalkPair }) {
  const store = useStore();
  const { leaderId, staffId, other, proposal } = pair;
  const isMine = proposal?.isMine === true;
  return (
    <div className="flex flex-col gap-1">
      <HeldSelect
        label={`間隔（${other.name} さん）`}
        options={rhythms.map((value) => ({ value, label: rhythmLabels[value] }))}
        stored={isMine ? proposal.rhythm : pair.rhythm}
        onChange={(value) => {
          const rhythm = rhythms.find((one) => one === value);
          if (rhythm === undefined) return;
          return suggestRhythm(store, { leaderId, staffId, rhythm });
        }}
      />
      {isMine && (
        <p className="text-sm text-solid-gray-700">
          相手の同意を待っています。それまでは「{rhythmLabels[pair.rhythm]}」です。
        </p>
      )}
    </div>
  );
}

/** Quietly: nobody is behind with talking. */
function sinceWords(weeks: number | null): string {
  if (weeks === null) return 'まだ話した記録はありません';
  return weeks === 0 ? '前回から1週間以内' : `前回から${weeks}週間`;
}

function Coming({ talks }: { talks: readonly TalkLine[] }) {
  const coming = talks.filter(({ state }) => state === 'planned').toReversed();
  return (
    <Card title="これから話すこと">
      {coming.length === 0 ? (
        <p className="text-sm text-solid-gray-700">予定はありません。</p>
      ) : (
        <TalkTable label="これから話すことの一覧" talks={coming} />
      )}
    </Card>
  );
}

function Past({ talks }: { talks: readonly TalkLine[] }) {
  const [all, setAll] = useState(false);
  const past = talks.filter(({ state }) => state !== 'planned');
  const shown = all ? past : past.slice(0, LISTED);
  return (
    <Card title="これまでに話したこと">
      {past.length === 0 ? (
        <p className="text-sm text-solid-gray-700">まだ記録はありません。</p>
      ) : (
        <TalkTable label="これまでに話したことの一覧" talks={shown} />
      )}
      {shown.length < past.length && (
        <Button size="small" look="quiet" onPress={() => setAll(true)}>
          ほかの{past.length - shown.length}件も見る
        </Button>
      )}
    </Card>
  );
}

function TalkTable({ label, talks }: { label: string; talks: readonly TalkLine[] }) {
  return (
    // Its links are reached by the keyboard, so the frame need not be.
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-solid-gray-300 text-solid-gray-700">
            {['いつ', 'どんな話', 'だれと', '状態'].map((column) => (
              <th key={column} scope="col" className="px-2 py-1.5 font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {talks.map((line) => (
            <tr key={line.id} className="border-b border-solid-gray-100">
              <td className="px-2 py-1.5">
                <TextLink href={`/one-on-ones/${line.id}`} className="font-normal">
                  {whenWords(line)}
                </TextLink>
              </td>
              <td className="px-2 py-1.5">{talkKindLabels[line.kind]}</td>
              <td className="px-2 py-1.5">{othersWords(line)}</td>
              <td className="px-2 py-1.5">{stateWords(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stateWords({ state, role }: TalkLine): string {
  if (role === 'successor') return '引継ぎで読めます';
  return role === 'formerHost' ? '前の担当のとき' : talkStateLabels[state];
}

/** What she has deleted since the start comes back from here, the last one first. */
function Deleted({ me }: { me: string }) {
  const store = useStore();
  const [last] = deletedTalks(store, me);
  if (last === undefined) return null;
  return (
    <Notice
      tone="info"
      title="消した話の記録があります"
      actions={
        <Button
          size="small"
          onPress={() => {
            restoreRemoved(store, last).catch((error: unknown) => notifyProblem(problemOf(error)));
          }}
        >
          最後に消した記録を元に戻す
        </Button>
      }
    >
      <p>このソフトを閉じるまでは、元に戻せます。</p>
    </Notice>
  );
}

/** What has been kept as long as 職員課 says; it goes when she says so, and not by itself. */
function Expired({ view }: { view: TalkOverview }) {
  const store = useStore();
  const [asking, setAsking] = useState(false);
  const { expiredIds, retentionYears } = view;
  if (expiredIds.length === 0) return null;

  async function remove() {
    setAsking(false);
    try {
      await deleteTalks(store, expiredIds);
      notify({ tone: 'success', title: '保存期間を過ぎた記録を、このPCから消しました' });
    } catch (error) {
      notifyProblem(problemOf(error));
    }
  }

  return (
    <>
      <Notice
        tone="info"
        title={`保存期間（${retentionYears}年）を過ぎた記録が ${expiredIds.length} 件あります`}
        actions={
          <Button size="small" onPress={() => setAsking(true)}>
            このPCから消す
          </Button>
        }
      />
      <Dialog
        title="保存期間を過ぎた記録を消しますか"
        isOpen={asking}
        onOpenChange={setAsking}
        mustAnswer
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button look="danger" onPress={() => void remove()}>
              {expiredIds.length}件を消す
            </Button>
          </>
        }
      >
        <p>話題、共有の記録、メモ、約束を、このPCから消します。元に戻すことはできません。</p>
      </Dialog>
    </>
  );
}
