import type { Framework } from '../framework/framework';
import { itemIdsByName } from '../framework/item-names';
import { fiscalYearName, fiscalYearOf } from '../period/fiscal-year';
import type { PlainDate } from '../period/period';
import { readDay } from '../period/read-day';
import { formatWareki } from '../period/wareki';
import { foldHeading } from '../roster/roster-columns';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import { isBackwards } from './change-training';
import { type PlanColumn, planColumns, planHeadingOf } from './plan-columns';
import type { TrainingCall, TrainingKind } from './training-call';

/** Beyond any city's plan; a file of something else is refused before it is looked at. */
export const PLAN_LIMITS = {
  bytes: 2_000_000,
  rows: 2_000,
  columns: 100,
  characters: 1_000,
} as const;

/** At a row of the file (its first is 1); a `gap` is said and may stay. */
export type PlanProblem = {
  weight: 'fault' | 'gap';
  row: number | null;
  column: PlanColumn | null;
  message: string;
};

type Said = Pick<
  TrainingCall,
  'audience' | 'startsOn' | 'endsOn' | 'hours' | 'seats' | 'itemIds' | 'guidance' | 'applyBy'
>;

/** A course as a row of the file says it; what the file has no column for, it does not say. */
export type PlanCourse = Pick<TrainingCall, 'trainingKind' | 'title'> &
  Partial<Said> & { row: number };

export type PlanReading = { courses: PlanCourse[]; problems: PlanProblem[]; ignored: string[] };

const kindWords: Readonly<Record<string, TrainingKind>> = {
  基本研修: 'basic',
  基本: 'basic',
  庁内研修基本研修: 'basic',
  庁内研修基本: 'basic',
  階層別研修: 'basic',
  特別研修: 'special',
  特別: 'special',
  庁内研修特別研修: 'special',
  庁内研修特別: 'special',
  派遣研修: 'dispatch',
  派遣: 'dispatch',
  職場研修: 'ojt',
  職場研修ojt: 'ojt',
  ojt: 'ojt',
  自己啓発: 'self',
};

/**
 * Reads 職員研修実施計画 of a year: one row per course, headings in any order. What cannot be
 * read is a fault with its row and column; nothing of a file with faults is taken in.
 *
 * @param frameworks tell which abilities there are
 */
export function readTrainingPlan(
  rows: readonly (readonly string[])[],
  frameworks: readonly Framework[],
  fiscalYear: number,
): PlanReading {
  const fault = (message: string): PlanReading => ({
    courses: [],
    problems: [{ weight: 'fault', row: null, column: null, message }],
    ignored: [],
  });
  if (rows.length > PLAN_LIMITS.rows) {
    return fault(`行が多すぎます（${PLAN_LIMITS.rows}行までです）。`);
  }
  const head = findHead(rows);
  if (head === null) {
    return fault('見出しの行が見つかりません。「研修名」と「区分」の列のある表を選びます。');
  }
  if (head.doubled.length > 0) {
    const names = head.doubled.map((column) => `「${planHeadingOf(column)}」`).join('');
    return fault(`${names}と読める見出しが二つあります。一つにします。`);
  }
  // A plan speaks to everybody.
  const items = itemIdsByName(frameworks, foldHeading);
  const problems: PlanProblem[] = [];
  const courses: PlanCourse[] = [];
  const known = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    if (index <= head.index || cells.every((cell) => cell.trim() === '')) continue;
    const row = index + 1;
    const text = (column: PlanColumn) => {
      const place = head.places.get(column);
      return place === undefined ? '' : (cells[place] ?? '').trim();
    };
    const has = (column: PlanColumn) => head.places.has(column);
    const course = readCourse({ row, text, has, items, fiscalYear, problems });
    const key = `${course.title}\n${course.startsOn ?? ''}`;
    const before = known.get(key);
    if (course.title !== '' && before !== undefined) {
      const message = `同じ研修が${before}行目にもあります。`;
      problems.push({ weight: 'fault', row, column: 'title', message });
    } else known.set(key, row);
    courses.push(course);
  }
  if (courses.length === 0) return fault('研修の行がありません。');
  return { courses, problems, ignored: head.ignored };
}

type Reading = {
  row: number;
  text: (column: PlanColumn) => string;
  has: (column: PlanColumn) => boolean;
  items: ReadonlyMap<string, string[]>;
  fiscalYear: number;
  problems: PlanProblem[];
};

function readCourse({ row, text, has, items, fiscalYear, problems }: Reading): PlanCourse {
  const say = (weight: PlanProblem['weight'], column: PlanColumn, message: string) =>
    problems.push({ weight, row, column, message });
  const fault = (column: PlanColumn, message: string) => say('fault', column, message);
  for (const { key } of planColumns) {
    if (text(key).length > PLAN_LIMITS.characters) {
      fault(key, `長すぎます（${PLAN_LIMITS.characters}字までです）。`);
    }
  }
  const day = (column: PlanColumn): PlainDate | null => {
    const written = text(column);
    if (written === '') return null;
    const reading = readDay(written);
    if (reading.kind === 'day') return reading.day;
    const why = reading.kind === 'wrong' ? reading.message : '年月日として読めません。';
    fault(column, `「${written}」：${why}`);
    return null;
  };
  const number = (column: PlanColumn, unit: RegExp, whole: boolean): number | null => {
    const written = text(column);
    if (written === '') return null;
    const plain = written.normalize('NFKC').replace(/[\s,]/gu, '').replace(unit, '');
    const shape = whole ? /^\d{1,5}$/u : /^\d{1,4}(?:\.\d{1,2})?$/u;
    if (shape.test(plain)) return Number(plain);
    fault(column, `「${written}」は数字で書きます。`);
    return null;
  };
  const title = sanitizeLine(text('title'));
  if (title === '') fault('title', '研修名がありません。');
  const kind = kindWords[foldHeading(text('kind'))] ?? null;
  if (kind === null) {
    const written = text('kind');
    fault(
      'kind',
      written === ''
        ? '区分がありません。'
        : `「${written}」という区分はありません。基本研修、特別研修、派遣研修、職場研修、自己啓発のどれかにします。`,
    );
  }
  const names = text('items')
    .split(/[、,，;；\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const itemIds = names.flatMap((name) => {
    const ids = items.get(foldHeading(name));
    if (ids === undefined) fault('items', `「${name}」という能力は、体系図にありません。`);
    return ids ?? [];
  });
  const startsOn = day('startsOn');
  const endsOn = day('endsOn');
  const applyBy = day('applyBy');
  if (isBackwards({ startsOn, endsOn })) {
    fault('endsOn', `終了日が、開始日（${dayWords(startsOn)}）より前です。`);
  }
  if (applyBy !== null && startsOn !== null && applyBy > startsOn) {
    say('gap', 'applyBy', '申込期限が、開始日よりあとです。');
  }
  if (startsOn !== null && fiscalYearOf(startsOn) !== fiscalYear) {
    const message = `${dayWords(startsOn)}は、${fiscalYearName(fiscalYear)}ではありません。`;
    say('gap', 'startsOn', message);
  }
  const said: Said = {
    audience: sanitizeLine(text('audience')),
    startsOn,
    endsOn,
    hours: number('hours', /(?:時間|h)$/iu, false),
    seats: number('seats', /[人名]$/u, true),
    itemIds: [...new Set(itemIds)],
    guidance: sanitizeText(text('guidance')),
    applyBy,
  };
  const present = Object.entries(said).filter(([field]) => has(columnOf[field as keyof Said]));
  return { row, title, trainingKind: kind, ...Object.fromEntries(present) };
}

/** The column that says a field. */
const columnOf = {
  audience: 'audience',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
  hours: 'hours',
  seats: 'seats',
  itemIds: 'items',
  guidance: 'guidance',
  applyBy: 'applyBy',
} as const satisfies Record<keyof Said, PlanColumn>;

function dayWords(day: PlainDate | null): string {
  return day === null ? '' : formatWareki(day);
}

type Head = {
  index: number;
  places: ReadonlyMap<PlanColumn, number>;
  doubled: PlanColumn[];
  ignored: string[];
};

/** The first of the ten uppermost rows that names course and kind. */
function findHead(rows: readonly (readonly string[])[]): Head | null {
  for (const [index, headings] of rows.slice(0, 10).entries()) {
    const places = new Map<PlanColumn, number>();
    const doubled: PlanColumn[] = [];
    for (const { key, heading, others } of planColumns) {
      const folded = headings.map(foldHeading);
      const exact = folded.flatMap((name, at) => (name === foldHeading(heading) ? [at] : []));
      const loose = folded.flatMap((name, at) =>
        others.some((other) => foldHeading(other) === name) ? [at] : [],
      );
      const [place, ...more] = exact.length > 0 ? exact : loose;
      if (place !== undefined) places.set(key, place);
      if (more.length > 0) doubled.push(key);
    }
    if (!places.has('title') || !places.has('kind')) continue;
    const taken = new Set(places.values());
    const ignored = headings.filter((heading, at) => !taken.has(at) && heading.trim() !== '');
    return { index, places, doubled, ignored: ignored.map((heading) => heading.trim()) };
  }
  return null;
}
