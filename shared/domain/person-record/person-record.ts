import type { CareerPlan } from '../career/career-plan';
import type { Post } from '../career/post';
import { spanWords } from '../career/post-history';
import type { Interview } from '../interview/interview';
import { interviewLabels } from '../interview/interview-words';
import {
  fiscalYearEnd,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearStart,
} from '../period/fiscal-year';
import type { PlainDate } from '../period/period';
import { formatWareki } from '../period/wareki';
import type { Talk } from '../talk/talk';
import { talkKindLabels } from '../talk/talk-words';
import { splitGraphemes } from '../text/graphemes';
import type { TrainingRecord } from '../training/training-record';
import { hoursWords, trainingKindLabels } from '../training/training-words';

/** 職歴, 研修, 人事評価, キャリアプラン, 面談: the parts of 人材育成記録, in their order. */
export const recordParts = ['posts', 'training', 'evaluations', 'plans', 'talks'] as const;
export type RecordPart = (typeof recordParts)[number];

export const recordPartLabels: Readonly<Record<RecordPart, string>> = {
  posts: '職歴',
  training: '研修',
  evaluations: '人事評価（開示済み）',
  plans: 'キャリアプラン',
  talks: '面談',
};

/** One thing of a person's record. The last day is null for what still goes on. */
export type PersonEvent = {
  id: string;
  part: RecordPart;
  from: PlainDate;
  to: PlainDate | null;
  title: string;
  /** What stands on the axis, where there is little room. */
  short: string;
  detail: string;
};

/** The result of a year as it was disclosed. */
export type DisclosedYear = {
  id: string;
  periodName: string;
  disclosedOn: PlainDate;
  rating: string | null;
  positionName: string;
};

/** All that a record is made of, as far as its reader may read it. */
export type PersonRecordSource = {
  posts: readonly Post[];
  training: readonly TrainingRecord[];
  evaluations: readonly DisclosedYear[];
  plans: readonly CareerPlan[];
  interviews: readonly Pick<Interview, 'id' | 'kind' | 'heldOn'>[];
  /** Of these the day and the kind alone. */
  talks: readonly Pick<Talk, 'id' | 'kind' | 'on' | 'state'>[];
};

/** Everything on one time axis, the latest first; what has no day is not on it. */
export function personEvents(source: PersonRecordSource): PersonEvent[] {
  const events: PersonEvent[] = [
    ...source.posts.map((post) => ({
      id: post.id,
      part: 'posts' as const,
      from: post.from,
      to: post.to,
      title: [post.unitName, post.jobTitle === '' ? post.positionName : post.jobTitle]
        .filter((word) => word !== '')
        .join(' '),
      short: post.unitName,
      // 職員課 hands this out as a record of the office: what it has not confirmed says so.
      detail: [
        post.state === 'proposed' ? '本人の記入（確認待ち）' : '',
        post.concurrent ? '兼務' : '',
        beginningOf(post.duties),
      ]
        .filter((word) => word !== '')
        .join('　'),
    })),
    ...source.training.flatMap((record) => {
      const from = record.startsOn ?? record.endsOn;
      if (from === null) return [];
      const facts = [trainingKindLabels[record.kind], hoursWords(record.hours), record.result];
      return [
        {
          id: record.id,
          part: 'training' as const,
          from,
          to: record.endsOn ?? from,
          title: record.title,
          short: record.title,
          detail: facts.filter((fact) => fact !== '').join('　'),
        },
      ];
    }),
    ...source.evaluations.map((year) => ({
      id: year.id,
      part: 'evaluations' as const,
      from: year.disclosedOn,
      to: year.disclosedOn,
      title: year.rating === null ? year.periodName : `${year.periodName}　評語 ${year.rating}`,
      short: year.rating === null ? '開示' : `評語 ${year.rating}`,
      detail: year.positionName,
    })),
    ...source.plans.map((plan) => ({
      id: plan.id,
      part: 'plans' as const,
      from: fiscalYearStart(plan.fiscalYear),
      to: fiscalYearEnd(plan.fiscalYear),
      title: `${fiscalYearName(plan.fiscalYear)}のキャリアプラン`,
      short: '計画',
      detail: plan.vision.in1.trim() === '' ? '' : `1年後：${beginningOf(plan.vision.in1)}`,
    })),
    ...source.talks.flatMap(({ id, kind, on, state }) =>
      on === null || state !== 'held'
        ? []
        : [
            {
              id,
              part: 'talks' as const,
              from: on,
              to: on,
              title: talkKindLabels[kind],
              short: talkKindLabels[kind],
              detail: '',
            },
          ],
    ),
    ...source.interviews.flatMap(({ id, kind, heldOn }) =>
      heldOn === null
        ? []
        : [
            {
              id,
              part: 'talks' as const,
              from: heldOn,
              to: heldOn,
              title: interviewLabels[kind],
              short: interviewLabels[kind].replace('面談', ''),
              detail: '',
            },
          ],
    ),
  ];
  return events.toSorted(
    (one, other) =>
      other.from.localeCompare(one.from) ||
      recordParts.indexOf(one.part) - recordParts.indexOf(other.part) ||
      one.id.localeCompare(other.id),
  );
}

/** What fits into a line of a table; the whole stands in its own place. */
const MOST_CHARACTERS = 120;

function beginningOf(text: string): string {
  const characters = splitGraphemes(text.trim().replace(/\s+/gu, ' '));
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  return `${characters.slice(0, MOST_CHARACTERS).join('')}…`;
}

/** `令和8年6月3日`, or from when to when; a post that goes on reaches 現在. */
export function eventDays(event: Pick<PersonEvent, 'from' | 'to'>): string {
  return event.from === event.to ? formatWareki(event.from) : spanWords(event);
}

/** The years from the first event to today, for the axis. */
export function yearsOf(events: readonly PersonEvent[], today: PlainDate): number[] {
  const last = Math.max(
    fiscalYearOf(today),
    ...events.map(({ from, to }) => fiscalYearOf(to ?? from)),
  );
  const first = Math.min(last, ...events.map(({ from }) => fiscalYearOf(from)));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The fiscal years in which an event lies, from its first to its last. */
export function eventYears(
  { from, to }: Pick<PersonEvent, 'from' | 'to'>,
  today: PlainDate,
): { first: number; last: number } {
  const first = fiscalYearOf(from);
  return { first, last: Math.max(first, fiscalYearOf(to ?? today)) };
}
