import { deadlineWords, weightWords } from './goal-plan-words';
import { blankGoal, type GoalColumn, type NewGoal } from './new-goal';
import type { Difficulty } from './sheet';

/** The columns of the form, in its order, with the headings they are known by. */
export const goalColumns: readonly { column: GoalColumn; headings: readonly string[] }[] = [
  { column: 'content', headings: ['目標', '個人目標', '目標の内容', '内容'] },
  { column: 'deadline', headings: ['いつまでに', '期限'] },
  { column: 'weight', headings: ['割合', '割合(%)', 'ウエイト', 'ウェイト'] },
  { column: 'difficulty', headings: ['困難度'] },
  { column: 'level', headings: ['どの水準まで', '水準'] },
  { column: 'method', headings: ['どのように', '方法'] },
  { column: 'importance', headings: ['重要度'] },
  { column: 'difficultyReason', headings: ['困難度の理由', '困難度◎・△の理由', '理由'] },
];

/**
 * Goals from the cells of a spreadsheet: by the headings of the first row when it holds
 * 目標 and one more, or else in the order of the form. Rows without a word are left out.
 * `leftOut` counts the cells that have a text and no place in the form.
 */
export function goalsFromCells(rows: readonly (readonly string[])[]): {
  goals: NewGoal[];
  leftOut: number;
} {
  const named = headingColumns(rows[0] ?? []);
  const columns = named ?? goalColumns.map(({ column }) => column);
  const body = named === null ? rows : rows.slice(1);
  const filled = body.filter((row) => row.some((cell) => cell.trim() !== ''));
  let leftOut = 0;
  const goals = filled.map((row) => {
    const goal: NewGoal = { ...blankGoal };
    row.forEach((cell, index) => {
      const column = columns[index] ?? null;
      if (column === null) {
        leftOut += cell.trim() === '' ? 0 : 1;
      } else if (column === 'difficulty' || column === 'importance') {
        const step = stepOf(marks[column], cell);
        if (step === null) leftOut += 1;
        else goal[column] = step;
      } else {
        goal[column] = cell.trim();
      }
    });
    goal.deadline = deadlineWords(goal.deadline);
    goal.weight = weightWords(goal.weight);
    return goal;
  });
  return { goals, leftOut };
}

function headingColumns(row: readonly string[]): (GoalColumn | null)[] | null {
  const columns = row.map((cell) => {
    const heading = cell.normalize('NFKC').replace(/\s/gu, '');
    const found = goalColumns.find(({ headings }) => headings.includes(heading));
    return found?.column ?? null;
  });
  const known = columns.filter((column) => column !== null);
  const distinct = new Set(known);
  return distinct.has('content') && distinct.size > 1 && distinct.size === known.length
    ? columns
    : null;
}

const marks: Readonly<Record<'difficulty' | 'importance', Readonly<Record<string, Difficulty>>>> = {
  difficulty: {
    '◎': 'high',
    困難: 'high',
    '◎困難': 'high',
    '△': 'low',
    平易: 'low',
    '△平易': 'low',
    なし: 'normal',
    '': 'normal',
  },
  importance: {
    '◎': 'high',
    重要: 'high',
    '◎重要': 'high',
    '△': 'low',
    軽易: 'low',
    '△軽易': 'low',
    なし: 'normal',
    '': 'normal',
  },
};

/** Null for a mark that is not known. */
function stepOf(known: Readonly<Record<string, Difficulty>>, cell: string): Difficulty | null {
  const mark = cell.replace(/\s/gu, '');
  return Object.hasOwn(known, mark) ? (known[mark] ?? null) : null;
}
