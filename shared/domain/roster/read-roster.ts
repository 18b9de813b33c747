import type { Framework } from '../framework/framework';
import type { PlainDate } from '../period/period';
import { type DayReading, readDay } from '../period/read-day';
import { type StaffStatus, staffStatuses } from '../staff/roster-facts';
import { remember } from '../text/remember';
import { sanitizeLine } from '../text/sanitize';
import { rosterCells } from './compare-rosters';
import { faultsOfEvaluators } from './evaluator-faults';
import {
  gradeNumber,
  type Placement,
  placeInFramework,
  type WrittenPosition,
} from './place-in-framework';
import {
  columnOfHeading,
  foldHeading,
  headingOf,
  neededColumns,
  type RosterColumn,
  rosterColumns,
} from './roster-columns';
import type { ConcurrentPost, RosterPerson } from './roster-person';
import type { RosterProblem } from './roster-problem';
import { unitPathReader } from './unit-text';

/** Beyond any city; a file of something else is refused before it is looked at in full. */
export const ROSTER_LIMITS = {
  bytes: 10_000_000,
  rows: 20_000,
  columns: 200,
  characters: 300,
} as const;

export type RosterReading = {
  people: RosterPerson[];
  problems: RosterProblem[];
  /** Everybody in the file, also whose row has faults. */
  numbers: ReadonlySet<string>;
  /** Headings that stand for no column; their cells are not taken. */
  ignored: string[];
};

/** One post as its row of the file says it; what was empty or has no column is empty. */
type Cells = { row: number; cell: Record<RosterColumn, string> };

/**
 * Reads 職員課's roster: one row per post, of which the 主務 row counts; headings in any order
 * and loosely named. What cannot be read is a fault with its row and column. A column that
 * the file does not have says nothing: what is known of a person there stays.
 *
 * @param rows the cells of the file, the headings among the first ten rows
 * @param known the people of the store; evaluators may be among them alone
 */
export function readRoster(
  rows: readonly (readonly string[])[],
  frameworks: readonly Framework[],
  known: readonly RosterPerson[] = [],
): RosterReading {
  const empty = { people: [], numbers: new Set<string>(), ignored: [] };
  const fault = (message: string): RosterReading => ({
    ...empty,
    problems: [{ weight: 'fault', row: null, column: null, message }],
  });
  if (rows.length > ROSTER_LIMITS.rows) {
    return fault(`行が多すぎます（${rows.length}行。${ROSTER_LIMITS.rows}行までです）。`);
  }
  if (rows.some((cells) => cells.length > ROSTER_LIMITS.columns)) {
    return fault(`列が多すぎます（${ROSTER_LIMITS.columns}列までです）。`);
  }
  const head = findHead(rows);
  if (head === null) {
    return fault('見出しの行が見つかりません。「職員番号」と「氏名」の列のある表を選びます。');
  }
  const lacking = neededColumns.filter((column) => !head.places.has(column));
  if (lacking.length > 0) {
    const names = lacking.map((column) => `「${headingOf(column)}」`).join('');
    return { ...fault(`${names}の列がありません。`), ignored: head.ignored };
  }
  if (head.doubled.length > 0) {
    const names = head.doubled.map((column) => `「${headingOf(column)}」`).join('');
    return fault(`${names}と読める見出しが二つあります。一つにします。`);
  }
  const problems: RosterProblem[] = [];
  const posts = readPosts(rows, head, known, problems);
  const words = makeWords(frameworks, new Set(posts.map(({ cell }) => cell.unit)));
  const rowsOf = new Map<string, number>();
  const groups = byNumber(posts, problems);
  const before = new Map(known.map((person) => [person.number, person]));
  const postsBeside: PostsBeside = (number, said) => {
    const { concurrentPosts = [] } = before.get(number)?.facts ?? {};
    return head.places.has('postKind')
      ? said.map((post) => withKnown(post, concurrentPosts, head.places))
      : concurrentPosts;
  };
  const people: RosterPerson[] = [];
  for (const own of groups.values()) {
    const read = readPerson(own, words, postsBeside, problems);
    if (read === null) continue;
    rowsOf.set(read.person.number, read.row);
    people.push(read.person);
  }
  const numbers = new Set(groups.keys());
  const unlisted = known.filter(({ number }) => !numbers.has(number));
  problems.push(...lostZeros(groups, unlisted));
  problems.push(
    ...faultsOfEvaluators(people, {
      unlisted,
      numbers: before.size === 0 ? numbers : new Set([...numbers, ...before.keys()]),
      rowOf: (number) => rowsOf.get(number) ?? null,
    }),
  );
  if (people.length === 0 && problems.length === 0) return fault('職員の行がありません。');
  return {
    people,
    problems: problems.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    numbers,
    ignored: head.ignored,
  };
}

/** How the texts of one file are read, each of them once. */
type Words = {
  day: (text: string) => DayReading;
  unitPath: (text: string) => readonly string[];
  grade: (text: string) => string;
  place: (written: WrittenPosition) => Placement;
};

function makeWords(frameworks: readonly Framework[], units: Iterable<string>): Words {
  // By the position alone: a text made of all of it would be made for every row.
  const places = new Map<string, { written: WrittenPosition; placement: Placement }[]>();
  return {
    day: remember(readDay),
    unitPath: remember(unitPathReader(units)),
    grade: remember(gradeWords),
    place(written) {
      const same = places.get(written.position) ?? [];
      const known = same.find((one) => isSameWritten(one.written, written));
      if (known !== undefined) return known.placement;
      const placement = placeInFramework(frameworks, written);
      places.set(written.position, [...same, { written, placement }]);
      return placement;
    },
  };
}

function isSameWritten(one: WrittenPosition, other: WrittenPosition): boolean {
  return (
    one.payTable === other.payTable &&
    one.grade === other.grade &&
    one.appointment === other.appointment &&
    one.sectionHead === other.sectionHead &&
    one.officeRetired === other.officeRetired
  );
}

/** The rows that say something, below the headings. */
function readPosts(
  rows: readonly (readonly string[])[],
  head: Head,
  known: readonly RosterPerson[],
  problems: RosterProblem[],
): Cells[] {
  const columns = [...head.places];
  const lacking = columnKeys.filter((key) => !head.places.has(key));
  const stored = new Map(known.map((person) => [person.number, person]));
  const posts: Cells[] = [];
  for (let index = head.index + 1; index < rows.length; index += 1) {
    const cells = rows[index] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cell = { ...noCells };
    for (const [key, at] of columns) {
      const text = lineOf(cells[at] ?? '');
      cell[key] = text;
      if (text.length > ROSTER_LIMITS.characters) problems.push(tooLong(index + 1, key));
    }
    const before = lacking.length === 0 ? undefined : stored.get(fold(cell.number));
    // A concurrent post lacks nothing of the main one.
    if (before !== undefined && !concurrentWords.includes(fold(cell.postKind))) {
      const said = rosterCells(before);
      for (const column of lacking) cell[column] = said.get(column) ?? '';
    }
    posts.push({ row: index + 1, cell });
  }
  return posts;
}

const columnKeys = rosterColumns.map(({ key }) => key);
const noCells = Object.fromEntries(columnKeys.map((key) => [key, ''])) as Cells['cell'];

/** What a person holds beside her main post, by what the file says of it. */
type PostsBeside = (number: string, said: readonly ConcurrentPost[]) => readonly ConcurrentPost[];

/** A concurrent post, with what is known of it where the file has no column. */
function withKnown(
  post: ConcurrentPost,
  known: readonly ConcurrentPost[],
  places: Head['places'],
): ConcurrentPost {
  const same = known.find(
    ({ unitPath, positionName }) =>
      unitPath.join() === post.unitPath.join() && positionName === post.positionName,
  );
  if (same === undefined) return post;
  const { unitCode, firstEvaluator, secondEvaluator } = same;
  return {
    ...post,
    ...(places.has('unitCode') ? {} : { unitCode }),
    ...(places.has('firstEvaluator') ? {} : { firstEvaluator }),
    ...(places.has('secondEvaluator') ? {} : { secondEvaluator }),
  };
}

/** A spreadsheet takes 008301 for a number: the person would come in a second time. */
function lostZeros(
  groups: ReadonlyMap<string, readonly Cells[]>,
  unlisted: readonly RosterPerson[],
): RosterProblem[] {
  if (unlisted.length === 0) return [];
  const bare = (number: string) => number.replace(/^0+/u, '');
  const byBare = new Map(unlisted.map(({ number }) => [bare(number), number]));
  return [...groups].flatMap(([number, posts]) => {
    const known = byBare.get(bare(number));
    const row = posts[0]?.row;
    if (known === undefined || row === undefined) return [];
    const message = `今の職員番号${known}と、先頭の0だけが違います。先頭の0のある名簿を選びます。`;
    return [faultAt(row, 'number', message)];
  });
}

type Head = {
  index: number;
  places: ReadonlyMap<RosterColumn, number>;
  /** Columns that two headings stand for alike. */
  doubled: RosterColumn[];
  /** Headings whose cells are not taken. */
  ignored: string[];
};

/** The first of the ten uppermost rows that names number and name. */
function findHead(rows: readonly (readonly string[])[]): Head | null {
  for (const [index, headings] of rows.slice(0, 10).entries()) {
    const places = new Map<RosterColumn, number>();
    const doubled: RosterColumn[] = [];
    for (const { key, heading } of rosterColumns) {
      const meant = [...headings.keys()].filter(
        (at) => columnOfHeading(headings[at] ?? '') === key,
      );
      // A column by its very name comes before one that is only called like it.
      const exact = meant.filter((at) => foldHeading(headings[at] ?? '') === foldHeading(heading));
      const [place, ...more] = exact.length > 0 ? exact : meant;
      if (place !== undefined) places.set(key, place);
      if (more.length > 0) doubled.push(key);
    }
    if (!places.has('number') || !places.has('name')) continue;
    const taken = new Set(places.values());
    const ignored = headings.filter((heading, at) => !taken.has(at) && heading.trim() !== '');
    return { index, places, doubled, ignored: ignored.map((heading) => heading.trim()) };
  }
  return null;
}

/** Letters and kanji, with spaces between them, as most cells have: nothing to take out. */
const plainCell =
  /^(?:[!-~\u3001-\ud7ff\uff01-\uffef](?:[ -~\u3000-\ud7ff\uff01-\uffef]*[!-~\u3001-\ud7ff\uff01-\uffef])?)?$/u;

function lineOf(cell: string): string {
  return plainCell.test(cell) ? cell : sanitizeLine(cell).trim();
}

function tooLong(row: number, column: RosterColumn): RosterProblem {
  return faultAt(row, column, `長すぎます（${ROSTER_LIMITS.characters}字までです）。`);
}

/** The posts of each person, in the order of the file. */
function byNumber(
  posts: readonly Cells[],
  problems: RosterProblem[],
): ReadonlyMap<string, Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const post of posts) {
    const number = fold(post.cell.number);
    if (number === '') {
      problems.push(faultAt(post.row, 'number', '職員番号がありません。'));
      continue;
    }
    const known = groups.get(number);
    if (known === undefined) groups.set(number, [post]);
    else known.push(post);
  }
  return groups;
}

/** Letters, kana and kanji that have one form only. */
const foldedText = /^[\wぁ-ゖァ-ヺ一-鿿]*$/u;

/** Half width and without spaces. */
function fold(text: string): string {
  return foldedText.test(text) ? text : text.normalize('NFKC').replace(/\s/gu, '');
}

function faultAt(row: number, column: RosterColumn, message: string): RosterProblem {
  return { weight: 'fault', row, column, message };
}

const mainWords = ['', '主務', '本務', '主'];
const concurrentWords = ['兼務', '併任', '兼職', '兼'];

function readPerson(
  posts: readonly Cells[],
  words: Words,
  postsBeside: PostsBeside,
  problems: RosterProblem[],
): { person: RosterPerson; row: number } | null {
  const mains: Cells[] = [];
  const concurrent: Cells[] = [];
  for (const post of posts) {
    const kind = fold(post.cell.postKind);
    if (mainWords.includes(kind)) mains.push(post);
    else if (concurrentWords.includes(kind)) concurrent.push(post);
    else {
      problems.push(
        faultAt(post.row, 'postKind', `「${kind}」は「主務」か「兼務」のどちらかにします。`),
      );
    }
  }
  const [main, ...more] = mains;
  const number = fold(posts[0]?.cell.number ?? '');
  if (main === undefined) {
    const row = posts[0]?.row ?? null;
    if (concurrent.length > 0 && row !== null) {
      problems.push(faultAt(row, 'postKind', `職員番号${number}に、主務の行がありません。`));
    }
    return null;
  }
  for (const post of more) {
    problems.push(
      faultAt(
        post.row,
        'postKind',
        `職員番号${number}の主務の行が、${main.row}行目にもあります。主務は1行だけにします。`,
      ),
    );
  }
  const own: RosterProblem[] = [];
  const beside = concurrent.map(({ cell }) => ({
    unitCode: cell.unitCode,
    unitPath: words.unitPath(cell.unit),
    positionName: cell.position,
    firstEvaluator: fold(cell.firstEvaluator) || null,
    secondEvaluator: fold(cell.secondEvaluator) || null,
  }));
  const person = readMain(main, { number, beside: postsBeside(number, beside) }, words, own);
  problems.push(...own);
  return own.some(({ weight }) => weight === 'fault') ? null : { row: main.row, person };
}

function readMain(
  { row, cell }: Cells,
  { number, beside }: { number: string; beside: readonly ConcurrentPost[] },
  words: Words,
  problems: RosterProblem[],
): RosterPerson {
  for (const column of ['name', 'unit'] as const) {
    if (cell[column] === '')
      problems.push(faultAt(row, column, `${headingOf(column)}がありません。`));
  }
  const day = (column: RosterColumn): PlainDate | null => {
    const text = cell[column];
    if (text === '') return null;
    const reading = words.day(text);
    if (reading.kind === 'day') return reading.day;
    const why = reading.kind === 'wrong' ? reading.message : '年月日として読めません。';
    problems.push(faultAt(row, column, `「${text}」：${why}`));
    return null;
  };
  const flag = (column: RosterColumn): boolean => {
    if (cell[column] === '') return false;
    const word = fold(cell[column]).toLowerCase();
    if (['0', '-', '×', 'x', 'いいえ', '非該当', 'false', 'なし', '無'].includes(word))
      return false;
    if (
      ['1', '○', '〇', '◯', '●', 'はい', '該当', 'true', 'あり', '有', headingOf(column)].includes(
        word,
      )
    ) {
      return true;
    }
    problems.push(faultAt(row, column, `「${cell[column]}」は「○」か空白にします。`));
    return false;
  };
  const written = {
    position: cell.position,
    payTable: cell.payTable,
    grade: cell.grade,
    appointment: cell.appointment,
    sectionHead: flag('sectionHead'),
    officeRetired: flag('officeRetired'),
  };
  const status = statusOf(fold(cell.status));
  if (status === null) {
    problems.push(faultAt(row, 'status', `「${cell.status}」という状態はありません。`));
  }
  if (written.position === '') {
    const message = '職位がありません。決まるまで、シートは作れません。';
    problems.push({ weight: 'gap', row, column: 'position', message });
  }
  const placement = words.place(written);
  if (placement.kind === 'unplaced') {
    problems.push(faultAt(row, placement.column, placement.message));
  }
  return {
    number,
    name: cell.name,
    kana: cell.kana,
    unitPath: words.unitPath(cell.unit),
    grade: words.grade(written.grade),
    frameworkId: placement.kind === 'placed' ? placement.frameworkId : '',
    positionId: placement.kind === 'placed' ? placement.positionId : '',
    firstEvaluator: fold(cell.firstEvaluator) || null,
    secondEvaluator: fold(cell.secondEvaluator) || null,
    facts: {
      unitCode: cell.unitCode,
      positionName: written.position,
      payTable: written.payTable,
      sectionHead: written.sectionHead,
      officeRetired: written.officeRetired,
      appointment: written.appointment,
      probationEndsOn: day('probationEndsOn'),
      term: cell.term,
      workingHours: cell.workingHours,
      appointer: cell.appointer,
      hiredOn: day('hiredOn'),
      assignedOn: day('assignedOn'),
      status: status ?? 'active',
      concurrentPosts: beside,
    },
  };
}

/** `３`, `三級` → `3級`; anything else as it is written. */
function gradeWords(grade: string): string {
  const number = gradeNumber(grade);
  return number === null ? grade : `${number}級`;
}

const statusWords: Readonly<Record<StaffStatus, readonly string[]>> = {
  active: ['', '在職', '在籍', '現職'],
  leave: ['休職', '休業', '育休', '育児休業', '病休', '病気休職', '産休', '介護休業'],
  seconded: ['派遣', '出向', '派遣中'],
  left: ['退職', '離職', '退職済'],
};

function statusOf(word: string): StaffStatus | null {
  return staffStatuses.find((status) => statusWords[status].includes(word)) ?? null;
}
