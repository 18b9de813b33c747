import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type InterviewKind, interviewKinds } from '../../../shared/domain/interview/interview';
import { interviewLabels } from '../../../shared/domain/interview/interview-words';
import type { Id } from '../../../shared/domain/record/record';
import { USUAL_TALK_MINUTES } from '../../../shared/domain/talk/change-talk';
import type { TalkKind } from '../../../shared/domain/talk/talk';
import { existenceWords, talkKindLabels } from '../../../shared/domain/talk/talk-words';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import { useStore } from '../../data/store-context';
import type { TalkOverview } from '../../data/talk-overview-queries';
import { addTalk } from '../../data/talk-plan-commands';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { CheckChips } from '../../ui/CheckChips';
import { ChoiceKeys } from '../../ui/ChoiceKeys';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SearchSelect } from '../../ui/SearchSelect';
import {
  ClockField,
  MinutesField,
  TalkDayField,
  typedDay,
  typedMinutes,
  typedTime,
} from './TalkDayFields';

/** What a new talk begins with. */
export type NewTalkStart = { kind: TalkKind; withId: Id | null };

type NewTalkDialogProps = { start: NewTalkStart; overview: TalkOverview; onClose: () => void };

const kinds: readonly TalkKind[] = [
  'oneOnOne',
  'workplaceMeeting',
  'career',
  'evaluation',
  'consultation',
  'returnSupport',
];
const kindChoices = kinds.map((value) => ({ value, label: talkKindLabels[value] }));
const interviewChoices = interviewKinds.map((value) => ({ value, label: interviewLabels[value] }));
const hostChoices = [
  { value: 'me' as const, label: '私が話を聞く側' },
  { value: 'other' as const, label: '相手に話を聞いてもらう側' },
];

/** Plans a talk: of which kind, with whom, when. Only with whom must be said. */
export function NewTalkDialog({ start, overview, onClose }: NewTalkDialogProps) {
  const store = useStore();
  const navigate = useNavigate();
  const [kind, setKind] = useState(start.kind);
  const [withId, setWithId] = useState(start.withId);
  const [memberIds, setMemberIds] = useState<string[]>(() =>
    overview.pairs
      .filter(({ iLead, isPresent }) => iLead && isPresent)
      .map(({ staffId }) => staffId),
  );
  const [host, setHost] = useState<'me' | 'other' | null>(null);
  const [interviewKind, setInterviewKind] = useState<InterviewKind>('start');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [minutes, setMinutes] = useState(String(USUAL_TALK_MINUTES));
  const [failure, setFailure] = useState<Problem | null>(null);
  const isMeeting = kind === 'workplaceMeeting';
  const usualHost = withId === null ? 'me' : usualHostOf(overview, withId);
  const hosting = (host ?? usualHost) === 'me';
  const read = { on: typedDay(day), at: typedTime(time), minutes: typedMinutes(minutes) };
  const withIds = isMeeting ? memberIds : withId === null ? [] : [withId];
  const isReady =
    withIds.length > 0 && read.on !== undefined && read.at !== undefined && read.minutes !== null;

  async function add() {
    if (read.on === undefined || read.at === undefined || read.minutes === null) return;
    setFailure(null);
    try {
      const { on, at, minutes: length } = read;
      const talk = await addTalk(store, {
        ...{ kind, interviewKind, withIds, hosting },
        ...{ on, at, minutes: length },
      });
      await navigate(`/one-on-ones/${talk.id}`);
    } catch (error) {
      setFailure(problemOf(error));
    }
  }

  return (
    <Dialog
      title="話す予定を入れる"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          <Button look="primary" isDisabled={!isReady} onPress={() => void add()}>
            予定に入れる
          </Button>
        </>
      }
    >
      <ChoiceKeys label="どんな話か" choices={kindChoices} value={kind} onChange={setKind} />
      <p className="text-sm text-solid-gray-700">{existenceWords(kind)}</p>
      {isMeeting ? (
        <Members overview={overview} chosen={memberIds} onChange={setMemberIds} />
      ) : (
        <>
          <SearchSelect
            label="だれと"
            options={overview.people}
            value={withId}
            matches={matchesPerson}
            onChange={setWithId}
          />
          {kind === 'evaluation' && (
            <ChoiceKeys
              label="どの面談か"
              choices={interviewChoices}
              value={interviewKind}
              onChange={setInterviewKind}
            />
          )}
          {withId !== null && (
            <ChoiceKeys
              label="どちらが話を聞くか"
              choices={hostChoices}
              value={host ?? usualHost}
              onChange={setHost}
            />
          )}
        </>
      )}
      <div className="grid grid-cols-1 gap-3 min-[560px]:grid-cols-[2fr_1fr_1fr]">
        <TalkDayField
          label="いつ（あとからでも決められます）"
          name="new-talk-day"
          value={day}
          onChange={setDay}
          onDay={() => {}}
        />
        <ClockField label="時刻" value={time} onChange={setTime} onTime={() => {}} />
        <MinutesField
          label="長さ（分）"
          value={minutes}
          onChange={setMinutes}
          onMinutes={() => {}}
        />
      </div>
      {failure !== null && <ErrorNotice problem={failure} />}
    </Dialog>
  );
}

function matchesPerson({ label, detail }: { label: string; detail: string }, typed: string) {
  return foldForSearch(`${label} ${detail}`).includes(foldForSearch(typed));
}

/** My supervisor listens to me; with everybody else I do. */
function usualHostOf({ pairs }: TalkOverview, withId: Id): 'me' | 'other' {
  return pairs.some(({ leaderId, iLead }) => !iLead && leaderId === withId) ? 'other' : 'me';
}

type MembersProps = {
  overview: Pick<TalkOverview, 'people' | 'pairs'>;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Who takes part in a 職場内ミーティング: my people at once, anybody else by searching. */
export function Members({ overview, chosen, onChange }: MembersProps) {
  const mine = overview.pairs.filter(({ iLead, isPresent }) => iLead && isPresent);
  const ids = [...new Set([...mine.map(({ staffId }) => staffId), ...chosen])];
  const chips = ids.map((id) => ({
    id,
    label: overview.people.find((one) => one.id === id)?.label ?? '名簿にない職員',
  }));
  return (
    <>
      <CheckChips label="参加する人" chips={chips} chosen={chosen} onChange={onChange} />
      <SearchSelect
        key={ids.length}
        label="ほかの人を加える"
        className="max-w-72"
        options={overview.people.filter(({ id }) => !ids.includes(id))}
        value={null}
        matches={matchesPerson}
        onChange={(id) => onChange([...chosen, id])}
      />
    </>
  );
}
