import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Framework } from './framework';
import { policyTables } from './policy-tables';

const policyBytes = readFileSync(new URL('../../../test/fixtures/policy.txt', import.meta.url));
const policyLines = policyBytes.toString('utf8').split('\n');

function frameworkNamed(id: string): Framework {
  const framework = policyTables.frameworks.find((candidate) => candidate.id === id);
  if (framework === undefined) throw new Error(`no framework ${id}`);
  return framework;
}
const first = frameworkNamed('taikeizu-1');
const second = frameworkNamed('taikeizu-2');
const fixedTerm = frameworkNamed('kaikei-nendo');

/** First words, first and last column (from 1), number of rows: read off the policy. */
type Span = [words: string, from: number, to: number, rows: number];
const firstTable: [item: string, ...spans: Span[]][] = [
  [
    '職務知識',
    ['自己の立場を踏まえ', 1, 2, 1],
    ['専門知識、関連部門', 3, 3, 1],
    ['後輩職員に技術や知識', 4, 4, 3],
    ['職務の級に応じた高度', 5, 8, 3],
  ],
  ['理解・状況認識力', ['職務に必要な知識を習得', 1, 2, 1], ['新しい仕事でも', 3, 3, 1]],
  ['接遇', ['礼儀正しい接遇態度', 1, 2, 1], ['苦情等に対して', 3, 3, 1]],
  [
    '折衝・応対力',
    ['職務、研修及び自己啓発', 1, 4, 4],
    ['困難な問題の対外折衝に対し、相手と', 5, 6, 1],
    ['困難な問題の対外折衝に対し、市及び部', 7, 8, 1],
  ],
  ['調整力', ['内部調整、関係部門等', 5, 8, 1]],
  [
    '企画力',
    ['課題に対して施策を', 5, 5, 1],
    ['施策の企画立案を行い', 6, 6, 1],
    ['広い視野を持ち', 7, 7, 1],
    ['社会全般の変化', 8, 8, 1],
  ],
  ['指導力・育成力', ['部下をよく理解し', 5, 6, 1], ['組織をまとめて', 7, 8, 1]],
  [
    '判断力',
    ['状況に応じた判断', 1, 4, 1],
    ['課題の把握、分析', 5, 6, 1],
    ['切迫した状況', 7, 7, 1],
    ['部の最高責任者', 8, 8, 1],
  ],
  [
    '倫理観・規律性',
    ['公務員として倫理観を持ち、社会人', 1, 4, 1],
    ['公務員として倫理観を持ち、模範的', 5, 6, 1],
    ['公務員として倫理観を持ち、モラル', 7, 8, 1],
  ],
  [
    '責任感',
    ['担当職務について、途中で', 1, 2, 1],
    ['困難な課題にも結果', 3, 4, 1],
    ['自己の役割や職責', 5, 6, 1],
    ['自己の判断や決定', 7, 8, 1],
  ],
  [
    '協調性',
    ['職場内の意思疎通', 1, 2, 1],
    ['職場の人間関係づくり', 3, 4, 1],
    ['関係部門との意思疎通', 5, 8, 1],
  ],
  [
    '積極性',
    ['担当職務に対し、問題意識', 1, 2, 1],
    ['担当以外の職務', 3, 4, 1],
    ['困難な仕事は', 5, 5, 1],
    ['課内の懸案事項', 6, 6, 1],
    ['部内の懸案事項', 7, 8, 1],
  ],
];
const secondTable: [item: string, ...spans: Span[]][] = [
  [
    '知識・技能',
    ['職務に必要な知識・技能を習得し', 1, 1, 1],
    ['職務に必要な知識・技能を十分', 2, 2, 1],
  ],
  [
    '注意・判断力',
    ['安全面や衛生面に配慮し、作業における確認', 1, 1, 1],
    ['安全面や衛生面に配慮し、作業における細かい', 2, 2, 1],
  ],
  ['接遇', ['礼儀正しい接遇態度で、心の', 1, 1, 1], ['礼儀正しい接遇態度で、職場', 2, 2, 1]],
  ['倫理観・規律性', ['公務員として倫理観を持ち、日常', 1, 1, 1], ['職場でのモラル', 2, 2, 1]],
  ['責任感', ['担当職務について、途中で', 1, 1, 1], ['職場全体の業務', 2, 2, 1]],
  ['協調性', ['職場内の意思疎通', 1, 1, 1], ['職場内の人間関係づくり', 2, 2, 1]],
  ['積極性', ['担当職務に対し前向き', 1, 1, 1], ['指示を待つことなく', 2, 2, 1]],
];

/** Each (item, position) of the data as the words of the hand-written span above it. */
function gridByHand(table: typeof firstTable, columns: number): string[][] {
  const grid = table.map(() => Array<string>(columns).fill(''));
  for (const [row, [, ...spans]] of table.entries()) {
    for (const [words, from, to, rows] of spans) {
      for (let down = row; down < row + rows; down += 1) {
        for (let column = from - 1; column < to; column += 1) {
          const cells = grid[down];
          if (cells === undefined || cells[column] !== '') throw new Error(`overlap: ${words}`);
          cells[column] = words;
        }
      }
    }
  }
  return grid;
}

/** The lines of one 体系図 as tab-separated columns. */
function tableLines(from: string, to: string): string[][] {
  const start = policyLines.findIndex((line) => line.startsWith(from));
  const end = policyLines.findIndex((line, index) => index > start && line.startsWith(to));
  return policyLines.slice(start, end).map((line) => line.split('\t'));
}
const linesOf = new Map([
  [
    first,
    tableLines('職員に必要な能力と意識・行動 体系図 I', '職員に必要な能力と意識・行動 体系図2'),
  ],
  [second, tableLines('職員に必要な能力と意識・行動 体系図2', '6 人材育成のための役割')],
]);
// 体系図I spells this item without its last character; the names of 5 (1) hold.
const spelledOtherwise = new Map([['理解・状況認識力', '理解・状況認識']]);

function rowOf(framework: Framework, itemName: string): string[] {
  const spelled = framework === first ? (spelledOtherwise.get(itemName) ?? itemName) : itemName;
  const rows = (linesOf.get(framework) ?? []).filter((columns) =>
    columns.slice(0, 2).includes(spelled),
  );
  expect(rows, `rows of ${itemName}`).toHaveLength(1);
  return rows[0] ?? [];
}

describe('the policy text kept as a fixture', () => {
  it('is the text the tables were transcribed from, byte for byte', () => {
    expect(createHash('sha256').update(policyBytes).digest('hex')).toBe(
      'cfc39433db73821abe04c401561357c4f4b550dffc64c81828b058b4abf188da',
    );
  });
});

describe.each([
  ['体系図I', first, firstTable, 8],
  ['体系図2', second, secondTable, 2],
] as const)('%s against the span table written by hand', (_name, framework, table, columns) => {
  it('has the same items in the same order', () => {
    expect(framework.items.map((item) => item.name)).toEqual(table.map(([item]) => item));
    expect(framework.positions).toHaveLength(columns);
  });

  it('covers every item and position with exactly one cell, the one of the policy', () => {
    const grid = gridByHand(table, columns);
    for (const [row, item] of framework.items.entries()) {
      for (const [column, position] of framework.positions.entries()) {
        const cells = framework.cells.filter(
          (cell) => cell.items.includes(item.id) && cell.positions.includes(position.id),
        );
        expect(cells, `${item.name}×${position.name}`).toHaveLength(1);
        const words = grid[row]?.[column] ?? '';
        expect(words).not.toBe('');
        expect(cells[0]?.text.startsWith(words), `${item.name}×${position.name}`).toBe(true);
      }
    }
  });

  it('merges the same cells', () => {
    const byHand = table.flatMap(([item, ...spans]) =>
      spans.map(([words, from, to, rows]) => ({ item, words, size: (to - from + 1) * rows })),
    );
    expect(framework.cells).toHaveLength(byHand.length);
    for (const { item, words, size } of byHand) {
      const itemId = framework.items.find(({ name }) => name === item)?.id;
      const cell = framework.cells.find(
        (candidate) => candidate.items[0] === itemId && candidate.text.startsWith(words),
      );
      expect((cell?.items.length ?? 0) * (cell?.positions.length ?? 0), words).toBe(size);
    }
  });

  it('takes every text whole from the row of its first item', () => {
    for (const cell of framework.cells) {
      const item = framework.items.find(({ id }) => id === cell.items[0]);
      expect(rowOf(framework, item?.name ?? '')).toContain(cell.text);
    }
  });

  it('leaves out no text of the printed rows', () => {
    const texts = new Set(framework.cells.map(({ text }) => text));
    for (const item of framework.items) {
      const printed = rowOf(framework, item.name).filter((column) => column.endsWith('。'));
      expect(printed.length).toBeGreaterThan(0);
      for (const text of printed) expect(texts).toContain(text);
    }
  });
});

describe('positions', () => {
  const withoutSpaces = (text: string) => text.replaceAll(' ', '');

  it('have the grades and the role wording of section 5 (3)', () => {
    const start = policyLines.findIndex((line) => line.startsWith('(3) 職位ごとの基本的な役割'));
    const rows = policyLines.slice(start, start + 12).map((line) => line.split('\t'));
    for (const position of [...first.positions, ...fixedTerm.positions]) {
      const row = rows.find((columns) =>
        columns.slice(0, 2).some((column) => withoutSpaces(column) === position.name),
      );
      expect(row?.[2], position.name).toBe(position.role);
      if (position.grades !== null) expect(row?.[1]).toBe(position.grades);
    }
  });

  it('of 行政職給料表(2) have the names, grades and roles of 体系図2', () => {
    const [names, roles] = (linesOf.get(second) ?? []).filter((columns) => columns.length === 4);
    for (const [index, position] of second.positions.entries()) {
      expect(names?.[index + 2]).toBe(`${position.name} 【${position.grades}】`);
      expect(roles?.[index + 2]).toBe(position.role);
    }
  });

  it('rise from 主事 to 部長, with 役職定年者 beside 副主幹・主査', () => {
    expect(first.positions.map(({ name, rank }) => [name, rank])).toEqual([
      ['主事・技師(補)', 1],
      ['主任', 2],
      ['副主幹・主査', 3],
      ['役職定年者', 3],
      ['主幹・副主幹(係長職)', 4],
      ['参事・課長', 5],
      ['次長', 6],
      ['部長', 7],
    ]);
    expect(first.positions.find(({ name }) => name === '役職定年者')?.variantOf).toBe('shusa');
    expect(first.positions.filter(({ manager }) => manager).map(({ rank }) => rank)).toEqual([
      4, 5, 6, 7,
    ]);
  });
});

describe('the whole', () => {
  const count = (framework: Framework, kind: string) =>
    framework.items.filter((item) => item.kind === kind).length;

  it('has 8 + 4 items at 8 positions, 3 + 4 at 2, and a role without a table', () => {
    expect([count(first, 'ability'), count(first, 'conduct')]).toEqual([8, 4]);
    expect([count(second, 'ability'), count(second, 'conduct')]).toEqual([3, 4]);
    expect(fixedTerm.positions).toHaveLength(1);
    expect([fixedTerm.items, fixedTerm.cells]).toEqual([[], []]);
  });

  it('prints the heading and the footnotes as the policy does', () => {
    expect(policyLines).toContain(policyTables.heading);
    expect(policyTables.rules).toHaveLength(2);
    for (const rule of policyTables.rules) expect(policyLines).toContain(`※ ${rule.text}`);
  });
});
