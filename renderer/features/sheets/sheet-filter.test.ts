import { describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import { filterSheets, unitOptions } from './sheet-filter';

const { sheets } = makeSampleOffice({ seed: 1, fiscalYear: 2026 });

function namesOf(filter: { unit: string; text: string }): string[] {
  return [...new Set(filterSheets(sheets, filter).map(({ staff }) => staff.name))];
}

describe('filterSheets', () => {
  it('finds variants of kanji by their everyday form, and readings in either kana', () => {
    expect(namesOf({ unit: '', text: '吉田 美咲' })).toContain('𠮷田 美咲');
    expect(namesOf({ unit: '', text: '高橋' })).toContain('髙橋 翔');
    expect(namesOf({ unit: '', text: 'タカハシ' })).toContain('髙橋 翔');
  });

  it('finds by number in full width', () => {
    const [first] = sheets;
    const wide = (first?.staff.number ?? '').replace(/\d/gu, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    expect(namesOf({ unit: '', text: wide })).toEqual([first?.staff.name]);
  });

  it('shows all without a filter and none for nonsense', () => {
    expect(filterSheets(sheets, { unit: '', text: '' })).toHaveLength(sheets.length);
    expect(namesOf({ unit: '', text: 'ない名前' })).toEqual([]);
  });

  it('does not take a unit whose name only starts alike', () => {
    const branch = sheets.slice(0, 1).map((sheet) => ({
      ...sheet,
      staff: { ...sheet.staff, orgUnitPath: ['市民部', '市民課分室'] },
    }));
    expect(filterSheets(branch, { unit: '市民部 市民課', text: '' })).toEqual([]);
    expect(filterSheets(branch, { unit: '市民部', text: '' })).toEqual(branch);
  });

  it('takes a unit with everything below it', () => {
    for (const { value } of unitOptions(sheets)) {
      const found = filterSheets(sheets, { unit: value, text: '' });
      expect(found.length).toBeGreaterThan(0);
      for (const { staff } of found) {
        const depth = value.split(' ').length;
        expect(staff.orgUnitPath.slice(0, depth).join(' ')).toBe(value);
      }
    }
  });
});

describe('unitOptions', () => {
  it('names every department, division and section once, indented by depth', () => {
    const options = unitOptions(sheets);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    expect(options).toContainEqual({ value: '市民部', label: '市民部' });
    expect(options).toContainEqual({ value: '市民部 市民課', label: '　市民課' });
  });
});
