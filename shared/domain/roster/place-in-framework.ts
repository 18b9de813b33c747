import type { Framework, Position } from '../framework/framework';
import type { RosterColumn } from './roster-columns';

export type WrittenPosition = {
  position: string;
  payTable: string;
  grade: string;
  appointment: string;
  sectionHead: boolean;
  officeRetired: boolean;
};

export type Placement =
  /** Both empty for 特別職, who have no sheet of their own, and where no position is said. */
  | { kind: 'placed'; frameworkId: string; positionId: string }
  | { kind: 'unplaced'; column: RosterColumn; message: string };

/**
 * Which 給料表 or 任用区分 leads to which table of the policy. The policy names its tables
 * only in part (体系図2 is for 行政職給料表(2)); the other words are 初期値.
 */
const tableWords: readonly { frameworkId: string; words: readonly string[] }[] = [
  { frameworkId: 'kaikei-nendo', words: ['会計年度任用職員', '会計年度任用', '会計年度'] },
  {
    frameworkId: 'taikeizu-2',
    words: ['行政職給料表(2)', '行政職(2)', '行政職2', '行(2)', '行2', '行政職二', '技能労務職'],
  },
  {
    frameworkId: 'taikeizu-1',
    words: ['', '行政職給料表(1)', '行政職(1)', '行政職1', '行政職', '行(1)', '行1', '行政職一'],
  },
];

/** 副市長, 教育長: on no table of the policy. */
const SPECIAL = '特別職';

/** The word by which a table is named in a roster; empty for the ordinary one. */
export function tableWordOf(frameworkId: string | null): string {
  return tableWords.find((table) => table.frameworkId === frameworkId)?.words[0] ?? '';
}

/** The framework and position of a person by the words of her row. */
export function placeInFramework(
  frameworks: readonly Framework[],
  written: WrittenPosition,
): Placement {
  const isSpecial = [written.payTable, written.appointment].some((word) => fold(word) === SPECIAL);
  if (isSpecial || written.position === '') {
    return { kind: 'placed', frameworkId: '', positionId: '' };
  }
  const framework = frameworkOf(frameworks, written);
  if (framework === null) {
    return {
      kind: 'unplaced',
      column: 'payTable',
      message: `「${written.payTable}」に当たる体系図がありません。`,
    };
  }
  const placed = (position: Position): Placement => ({
    kind: 'placed',
    frameworkId: framework.id,
    positionId: position.id,
  });
  const [only, ...more] = framework.positions;
  // 会計年度任用職員 are one step, whatever they are called.
  if (only !== undefined && more.length === 0) return placed(only);
  const variant = framework.positions.find(({ variantOf }) => variantOf !== null);
  if (written.officeRetired && variant !== undefined) return placed(variant);
  const named = framework.positions.filter((one) => namesOf(one).has(fold(written.position)));
  // 副主幹 of 5級 is on two steps: with a section to head, and without.
  const position = named.find(({ manager }) => manager === written.sectionHead) ?? named[0];
  if (position === undefined) {
    return {
      kind: 'unplaced',
      column: 'position',
      message: `「${written.position}」という職位は、${framework.name}にありません。`,
    };
  }
  const grades = gradesOf(position);
  const grade = gradeNumber(written.grade);
  if (grade !== null && grades !== null && !grades.has(grade)) {
    return {
      kind: 'unplaced',
      column: 'grade',
      message: `${position.name}は${position.grades ?? ''}です。「${written.grade}」とは合いません。`,
    };
  }
  return placed(position);
}

function frameworkOf(
  frameworks: readonly Framework[],
  { payTable, appointment }: WrittenPosition,
): Framework | null {
  const find = (word: string) => {
    const known = tableWords.find(({ words }) => words.some((one) => fold(one) === fold(word)));
    return frameworks.find(
      ({ id, name }) => id === known?.frameworkId || fold(name) === fold(word),
    );
  };
  const yearly = find(appointment);
  if (appointment !== '' && yearly?.positions.length === 1) return yearly;
  return find(payTable) ?? null;
}

/** `主事・技師(補)` is what 主事, 技師, 主事補 and 技師補 are called. */
function namesOf({ name }: Position): ReadonlySet<string> {
  const bare = name.normalize('NFKC').replace(/\([^)]*\)/gu, '');
  const names = bare.split('・');
  const assistants = /\(補\)/u.test(name.normalize('NFKC')) ? names.map((one) => `${one}補`) : [];
  return new Set([name, bare, ...names, ...assistants].map(fold));
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s・]/gu, '');
}

const kanjiDigits = '一二三四五六七八九';

/** `5級`, `５`, `五級` → 5; null when no grade is said. */
export function gradeNumber(grade: string): number | null {
  const digit = /^([1-9一二三四五六七八九])級?$/u.exec(fold(grade))?.[1];
  if (digit === undefined) return null;
  const kanji = kanjiDigits.indexOf(digit);
  return kanji === -1 ? Number(digit) : kanji + 1;
}

/** `5・4級` → 4, 5; `1～3級` → 1, 2, 3. */
function gradesOf({ grades }: Position): ReadonlySet<number> | null {
  if (grades === null) return null;
  const plain = grades.normalize('NFKC');
  const [, from, to] = /^(\d)[~〜-](\d)級$/u.exec(plain) ?? [];
  if (from !== undefined && to !== undefined) {
    const first = Number(from);
    return new Set(Array.from({ length: Number(to) - first + 1 }, (_, index) => first + index));
  }
  return new Set((plain.match(/\d/gu) ?? []).map(Number));
}
