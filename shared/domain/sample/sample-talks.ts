import type { Id } from '../record/record';
import type { StaffMember } from '../staff/staff-member';
import {
  changeAction,
  changeNoteText,
  changeTalk,
  markLine,
  newAction,
  newCircle,
  newNote,
  newTalk,
  newTopic,
} from '../talk/change-talk';
import type { Talk, TalkAction, TalkCircle, TalkKind, TalkNote, TalkTopic } from '../talk/talk';
import type { NamedPerson } from './sample-names';
import type { SeededRandom } from './seeded-random';

/** What there is of talks in the 見本 office. */
export type SampleTalks = {
  talkCircles: TalkCircle[];
  talks: Talk[];
  talkNotes: TalkNote[];
  talkTopics: TalkTopic[];
  talkActions: TalkAction[];
};

type Script = {
  person: NamedPerson;
  kind: TalkKind;
  /** Month and day before the fiscal year begins; null for one that is planned and has no day yet. */
  on: readonly [number, number] | null;
  topic: Pick<TalkTopic, 'text' | 'wanted' | 'theme'>;
  note: string;
  /** A line of the note that the person has marked. */
  marked?: string;
  action?: string;
  isDone?: boolean;
};

const scripts: readonly Script[] = [
  {
    person: 'yoshida',
    kind: 'oneOnOne',
    on: [2, 12],
    topic: { text: '郵送請求の手順書づくりの進め方', wanted: 'think', theme: 'work' },
    note: '手順書は、問い合わせの多い順に作る。\n窓口の混む時間帯に、二人で下読みする日を試した。\n来月、係の打合せで見せる。',
    marked: '窓口の混む時間帯に、二人で下読みする日を試した。',
    action: '手順書の目次の案を係の共有フォルダへ置く',
    isDone: true,
  },
  {
    person: 'yoshida',
    kind: 'oneOnOne',
    on: [3, 12],
    topic: { text: '新年度の研修で受けてみたいもの', wanted: 'advice', theme: 'growth' },
    note: '説明のしかたの研修に関心がある。\n4月の案内を見て、時期を一緒に決める。',
    action: '受けたい研修を二つ選んでおく',
  },
  {
    person: 'okubo',
    kind: 'oneOnOne',
    on: [3, 5],
    topic: { text: '一人で受け持つ業務が増えることについて', wanted: 'listen', theme: 'work' },
    note: '引継ぎの前に、流れを一度一緒に通す。\n困ったときに聞く相手を決めておく。',
    action: '証明書交付の流れを一緒に通す日を決める',
  },
  {
    person: 'takahashi',
    kind: 'career',
    on: [2, 26],
    topic: { text: 'これから経験してみたい仕事', wanted: 'think', theme: 'career' },
    note: '市民と直接かかわる仕事を続けたい。\n数年のうちに企画の仕事も経験してみたい。',
  },
  {
    person: 'yoshida',
    kind: 'oneOnOne',
    on: null,
    topic: { text: '今年度の目標の立て方', wanted: 'think', theme: 'work' },
    note: '',
  },
];

/**
 * A few talks of the unit in which a visitor starts, all of them before her year began, and
 * one without a day. Made after everything else, so that the rest of the office stays as it is.
 */
export function makeSampleTalks({
  named,
  year,
  random,
  timeOf,
}: {
  named: ReadonlyMap<NamedPerson, StaffMember>;
  year: number;
  random: SeededRandom;
  /** The morning of a day; ids and stamps come from it. */
  timeOf: (month: number, dayOfMonth: number) => number;
}): SampleTalks {
  const hostId = named.get('aikawa')?.id;
  const made: SampleTalks = {
    talkCircles: [],
    talks: [],
    talkNotes: [],
    talkTopics: [],
    talkActions: [],
  };
  if (hostId === undefined) return made;
  const dayOf = ([month, day]: readonly [number, number]) =>
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const circles = new Map<Id, TalkCircle>();

  function circleOf(staffId: Id, stamp: { now: string; by: Id }, time: number): TalkCircle {
    const known = circles.get(staffId);
    if (known !== undefined) return known;
    const circle = newCircle({
      ...stamp,
      id: random.id(time),
      kind: 'pair',
      leaderId: hostId ?? staffId,
      staffIds: [staffId],
      byHand: false,
    });
    circles.set(staffId, circle);
    return circle;
  }

  for (const script of scripts) {
    const staffId = named.get(script.person)?.id;
    if (staffId === undefined) continue;
    const time = timeOf(...(script.on ?? [3, 25]));
    const stamp = { now: new Date(time).toISOString(), by: hostId };
    const circle = circleOf(staffId, stamp, time);
    const planned = newTalk({
      ...stamp,
      id: random.id(time),
      circleId: circle.id,
      kind: script.kind,
      hostId,
      participantIds: [staffId],
      on: script.on === null ? null : dayOf(script.on),
      at: script.on === null ? null : '15:00',
    });
    const talk = script.on === null ? planned : changeTalk(planned, { state: 'held' }, stamp);
    const talkId = talk.id;
    const own = { ...stamp, by: staffId };
    made.talks.push(talk);
    made.talkTopics.push({
      ...newTopic({ ...own, id: random.id(time), talkId, order: 1, patch: script.topic }),
      done: script.on !== null,
    });
    if (script.note !== '') {
      const blank = newNote({ ...stamp, id: random.id(time), talkId });
      const note = changeNoteText(blank, script.note, stamp);
      const { marked } = script;
      made.talkNotes.push(
        marked === undefined ? note : markLine(note, { line: marked, marked: true }, own),
      );
    }
    if (script.action !== undefined && script.on !== null) {
      const patch = { text: script.action, ownerId: staffId };
      const ids = { id: random.id(time), talkId, circleId: circle.id, order: 1 };
      const action = newAction({ ...stamp, ...ids, patch });
      const doneOn = dayOf([3, 12]);
      made.talkActions.push(
        script.isDone === true ? changeAction(action, { doneOn }, stamp) : action,
      );
    }
  }
  made.talkCircles.push(...circles.values());
  return made;
}
