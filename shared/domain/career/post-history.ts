import type { OrgUnit } from '../organisation/org-unit';
import { orgUnitPath } from '../organisation/org-unit-path';
import { dayLater } from '../period/day-steps';
import type { PlainDate } from '../period/period';
import { formatWareki } from '../period/wareki';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import type { StaffMember } from '../staff/staff-member';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import type { Post } from './post';
import { fieldOfUnit, type WorkField } from './work-field';

/** 入庁後概ね12年間で育成期として、4年間程度を基本としたジョブ・ローテーション (7 (4) イ). */
export const GROWTH_YEARS = 12;
export const STEP_YEARS = 4;

/** What somebody says of a post. */
export type PostContent = Pick<
  Post,
  | 'unitId'
  | 'unitName'
  | 'positionName'
  | 'jobTitle'
  | 'duties'
  | 'field'
  | 'from'
  | 'to'
  | 'concurrent'
>;

/** What is wrong with a post beside the others of the same person; each in a whole sentence. */
export function postFaults(
  post: Pick<Post, 'id' | 'unitName' | 'from' | 'to' | 'concurrent'>,
  others: readonly Post[],
): string[] {
  const faults: string[] = [];
  if (post.unitName.trim() === '') faults.push('所属が書かれていません。');
  if (post.to !== null && post.to < post.from) {
    faults.push(
      `終わりの日（${formatWareki(post.to)}）が、始まりの日（${formatWareki(post.from)}）より前です。`,
    );
    return faults;
  }
  if (post.concurrent) return faults;
  for (const other of mainPosts(others)) {
    if (other.id === post.id || !overlaps(post, other)) continue;
    faults.push(
      `${other.unitName}（${spanWords(other)}）と期間が重なっています。兼務のときは「兼務」を選んでください。`,
    );
  }
  return faults;
}

/** Whether two posts have a day in common; both ends belong to a post. */
export function overlaps(
  left: Pick<Post, 'from' | 'to'>,
  right: Pick<Post, 'from' | 'to'>,
): boolean {
  return (
    (right.to === null || left.from <= right.to) && (left.to === null || right.from <= left.to)
  );
}

/** `令和2年4月1日〜令和6年3月31日`, or to the present. */
export function spanWords({ from, to }: Pick<Post, 'from' | 'to'>): string {
  return `${formatWareki(from)}〜${to === null ? '現在' : formatWareki(to)}`;
}

/** The main posts that stand in a history, oldest first. */
export function mainPosts(posts: readonly Post[]): Post[] {
  return inOrder(posts.filter(({ removed, concurrent }) => !removed && !concurrent));
}

export function inOrder(posts: readonly Post[]): Post[] {
  return posts.toSorted(
    (left, right) => left.from.localeCompare(right.from) || left.id.localeCompare(right.id),
  );
}

/** The posts of each person. */
export function postsByPerson(posts: readonly Post[]): Map<Id, Post[]> {
  const byPerson = new Map<Id, Post[]>();
  for (const post of posts) {
    const own = byPerson.get(post.staffId);
    if (own === undefined) byPerson.set(post.staffId, [post]);
    else own.push(post);
  }
  return byPerson;
}

/**
 * Whole months from a day to the end of another one: 1 April to 31 March are twelve. Never
 * negative.
 */
export function monthsOf(from: PlainDate, to: PlainDate): number {
  const after = dayLater(to, 1);
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0, lastDay = 0] = after.split('-').map(Number);
  const months = (lastYear - year) * 12 + (lastMonth - month) - (lastDay < day ? 1 : 0);
  return Math.max(0, months);
}

/** `4年2か月`, `8か月`, `4年`. */
export function monthsWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return `${rest}か月`;
  return rest === 0 ? `${years}年` : `${years}年${rest}か月`;
}

/** Where somebody stands in her rotation on a day. */
export type RotationState = {
  /** The first day of her service as far as it is known. */
  since: PlainDate | null;
  serviceMonths: number;
  /** Within the twelve years of 育成期. */
  growing: boolean;
  present: Post | null;
  monthsAtPost: number;
  /** In 育成期 and four years or more at her present post. */
  due: boolean;
};

export function rotationState(
  posts: readonly Post[],
  { hiredOn, today }: { hiredOn: PlainDate | null; today: PlainDate },
): RotationState {
  const main = mainPosts(posts).filter(({ from }) => from <= today);
  const present = main.findLast(({ to }) => to === null || to >= today) ?? null;
  const since = hiredOn ?? main[0]?.from ?? null;
  const serviceMonths = since === null ? 0 : monthsOf(since, today);
  const growing = since !== null && serviceMonths < GROWTH_YEARS * 12;
  const monthsAtPost = present === null ? 0 : monthsOf(present.from, today);
  return {
    since,
    serviceMonths,
    growing,
    present,
    monthsAtPost,
    due: growing && monthsAtPost >= STEP_YEARS * 12,
  };
}

/** Months of every field that somebody has worked in, the longest first. */
export function experienceByField(
  posts: readonly Post[],
  today: PlainDate,
): { field: WorkField; months: number }[] {
  const months = new Map<WorkField, number>();
  for (const { field, from, to, removed } of posts) {
    if (removed || field === null || from > today) continue;
    const end = to === null || to > today ? today : to;
    months.set(field, (months.get(field) ?? 0) + monthsOf(from, end));
  }
  return [...months]
    .map(([field, count]) => ({ field, months: count }))
    .toSorted((left, right) => right.months - left.months || left.field.localeCompare(right.field));
}

type Made = { now: Instant; by: Id };

/** A post after a change, or a new one: texts cleaned. */
export function changePost(
  before: Post | null,
  content: PostContent,
  made: Made & { id: Id; staffId: Id; state: Post['state'] },
): Post {
  return {
    ...(before ?? {
      id: made.id,
      schemaVersion: SCHEMA_VERSION,
      staffId: made.staffId,
      removed: false,
    }),
    ...content,
    unitName: sanitizeLine(content.unitName),
    positionName: sanitizeLine(content.positionName),
    jobTitle: sanitizeLine(content.jobTitle),
    duties: sanitizeText(content.duties),
    updatedAt: made.now,
    updatedBy: made.by,
    state: made.state,
  };
}

/**
 * What the roster says of somebody's present post that her history does not: the post before
 * it closed the day before, and the new one. Null where both agree, or the roster says no day.
 */
export function postsOfRoster(
  member: StaffMember,
  posts: readonly Post[],
  orgUnits: readonly OrgUnit[],
  made: Made & { id: Id },
): { closed: Post[]; added: Post } | null {
  const from = member.roster?.assignedOn ?? null;
  if (from === null || member.roster?.status === 'left') return null;
  const main = mainPosts(posts).filter(({ state }) => state === 'confirmed');
  // The history knows this post already, or a later one.
  if (main.some((post) => post.from >= from)) return null;
  const path = orgUnitPath(orgUnits, member.orgUnitId);
  const stamp = { updatedAt: made.now, updatedBy: made.by };
  const lastDay = dayLater(from, -1);
  return {
    closed: main
      .filter(({ to }) => to === null || to >= from)
      .map((post) => ({ ...post, ...stamp, to: lastDay })),
    added: changePost(
      null,
      {
        unitId: member.orgUnitId,
        unitName: path.join(' '),
        positionName: member.roster?.positionName ?? '',
        jobTitle: member.jobTitle,
        duties: '',
        field: fieldOfUnit(path),
        from,
        to: null,
        concurrent: false,
      },
      { ...made, staffId: member.id, state: 'confirmed' },
    ),
  };
}
