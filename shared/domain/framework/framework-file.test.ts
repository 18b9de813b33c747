import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medicalFramework } from '../../../test/support/made-framework';
import type { Framework } from './framework';
import { readFrameworkFile } from './framework-file';
import { policyTables } from './policy-tables';

const medical: Framework = {
  ...medicalFramework,
  cells: medicalFramework.cells.map((cell) =>
    cell.items[0] === 'rinri' ? { ...cell, positions: ['kangoshi', 'shicho'] } : cell,
  ),
};
const read = (content: unknown) =>
  readFrameworkFile(JSON.stringify(content), policyTables.frameworks);
const changed = (change: Partial<Framework>) => read({ ...medical, ...change });

describe('readFrameworkFile', () => {
  it('takes one framework, or several as in the policy’s own tables', () => {
    const whole = { frameworks: [medical], faults: [], gaps: [] };
    expect(read(medical)).toEqual(whole);
    expect(read({ ...policyTables, frameworks: [medical] })).toEqual(whole);
  });

  it('finds the policy’s own tables whole', () => {
    const { faults, gaps } = readFrameworkFile(JSON.stringify(policyTables), []);
    expect([faults, gaps]).toEqual([[], []]);
  });

  it('brings no field of its own with it', () => {
    const text = JSON.stringify({ ...medical, extra: 1 }).replace(
      '"id":"iryo"',
      '"__proto__":{"polluted":1},"id":"iryo"',
    );
    const { frameworks } = readFrameworkFile(text, []);
    expect(frameworks).toEqual([medical]);
    expect(Object.keys(frameworks[0] ?? {})).not.toContain('__proto__');
  });

  const [first, second] = medical.cells;
  const [nurse] = medical.positions;
  it.each([
    ['one that is there by its id', { id: 'taikeizu-1' }, '同じ体系図（体系図I）が、すでに'],
    [
      'one that is there by its name',
      { name: ` ${policyTables.frameworks[1]?.name}` },
      'すでにあります',
    ],
    ['two positions of one id', { positions: [nurse, nurse] }, 'id「kangoshi」が二つ'],
    ['a position nobody knows', { cells: [{ ...first, positions: ['x'] }] }, '「x」という職位'],
    ['two texts for one place', { cells: [first, first, second] }, '「看護の力」×「看護師」'],
    ['a variant of nothing', { positions: [{ ...nurse, variantOf: 'x' }] }, 'もとにする職位'],
    ['an item without a name', { items: [{ ...medical.items[0], name: ' ' }] }, '名前がありません'],
    [
      'a text as long as a book',
      { cells: [{ ...first, text: 'あ'.repeat(5_001) }] },
      'frameworks.0.cells.0.text',
    ],
    [
      'a rank that is none',
      { positions: [{ ...nurse, rank: 0 }] },
      'frameworks.0.positions.0.rank',
    ],
    ['too many positions', { positions: Array(61).fill(nurse) }, 'frameworks.0.positions'],
  ])('refuses %s, and says where', (_what, change, expected) => {
    expect(changed(change as Partial<Framework>).faults.join()).toContain(expected);
  });

  it('tells where an item asks for nothing', () => {
    expect(changed({ cells: medical.cells.slice(1) }).gaps).toEqual([
      '医療職給料表：「看護の力」は、看護師に求める内容がありません。',
    ]);
  });

  it('refuses whatever else a file may hold, and throws at nothing', () => {
    expect(readFrameworkFile('{', []).faults).toEqual(['JSONとして読めません。']);
    expect(read([]).faults[0]).toContain('体系図の形ではありません');
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        expect(read(content).faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
