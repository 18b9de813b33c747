import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testId, testPeriod, testSheet } from '../../test/support/sheet-builders';
import type { Sheet } from '../domain/sheet/sheet';
import { MOST_SHEETS_IN_A_FILE } from './evaluation-sheet-model';
import { planOutput } from './plan-output';

const base = testSheet();

function sheetOf(number: number, unit: string[], name = '佐藤 花'): Sheet {
  const staff = { ...base.staff, number: `${number}`, name, orgUnitPath: unit };
  return { ...base, id: testId(5000 + number), staff };
}

const sheets = [
  sheetOf(3, ['市民部', '市民課', '市民係']),
  sheetOf(1, ['市民部', '市民課', '市民係']),
  sheetOf(2, ['総務部', '職員課']),
];

describe('planOutput', () => {
  it('makes one file for each person, in the folder of her 課', () => {
    const files = planOutput(sheets, testPeriod, 'person');
    expect(files.map(({ place }) => place)).toEqual([
      { folder: '市民部 市民課', name: '人事評価シート_令和8年度_1_佐藤花' },
      { folder: '市民部 市民課', name: '人事評価シート_令和8年度_3_佐藤花' },
      { folder: '総務部 職員課', name: '人事評価シート_令和8年度_2_佐藤花' },
    ]);
  });

  it('makes one file for each 課, with its people by number', () => {
    const files = planOutput(sheets, testPeriod, 'unit');
    expect(files.map(({ place, sheets: own }) => [place.name, own.length])).toEqual([
      ['人事評価シート_令和8年度_市民部市民課', 2],
      ['人事評価シート_令和8年度_総務部職員課', 1],
    ]);
    expect(files[0]?.sheets.map(({ staff }) => staff.number)).toEqual(['1', '3']);
  });

  it('cuts a large 課 into several files', () => {
    const many = Array.from({ length: MOST_SHEETS_IN_A_FILE + 1 }, (_, index) =>
      sheetOf(index, ['市民部', '市民課']),
    );
    const files = planOutput(many, testPeriod, 'unit');
    expect(files.map(({ sheets: own }) => own.length)).toEqual([MOST_SHEETS_IN_A_FILE, 1]);
    expect(files[1]?.place.name).toBe('人事評価シート_令和8年度_市民部市民課_2');
  });

  it('puts every sheet into one file, owned by nobody else, in whatever order they come', () => {
    const unit = fc.constantFrom<string[]>(
      ['市民部'],
      ['市民部', '市民課'],
      ['市民部', '市民課', '窓口'],
    );
    fc.assert(
      fc.property(fc.array(unit), fc.constantFrom('person', 'unit'), (units, mode) => {
        const own = units.map((path, index) => sheetOf(index, path));
        const files = planOutput(own, testPeriod, mode as 'person' | 'unit');
        const ids = files.flatMap(({ sheets: inside }) => inside.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(own.map(({ id }) => id).toSorted());
        expect(new Set(files.map(({ owner }) => owner)).size).toBe(files.length);
        expect(planOutput(own.toReversed(), testPeriod, mode as 'person' | 'unit')).toEqual(files);
      }),
    );
  });
});
