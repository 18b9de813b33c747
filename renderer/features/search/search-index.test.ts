import { describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import { makeSearchIndex, searchItems, searchSheets } from './search-index';

const { sheets, periods } = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
const newestFirst = periods.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
const index = makeSearchIndex(sheets, newestFirst);

function firstFound(typed: string): string | undefined {
  return searchSheets(index, typed).people[0]?.label;
}

describe('searchSheets', () => {
  it.each([
    ['吉田美咲', '𠮷田 美咲'],
    ['𠮷田　美咲', '𠮷田 美咲'],
    ['よしだ', '𠮷田 美咲'],
    ['ﾖｼﾀﾞ ﾐｻｷ', '𠮷田 美咲'],
    ['１００２３４', '𠮷田 美咲'],
    ['高橋', '髙橋 翔'],
    ['葛城', '葛\u{e0100}城 玲'],
    ['市民課 高橋', '髙橋 翔'],
  ])('finds by %s first %s', (typed, name) => {
    expect(firstFound(typed)).toBe(name);
  });

  it('needs every typed word, and no word finds across two fields', () => {
    expect(searchSheets(index, '吉田 ない課').people).toEqual([]);
    expect(searchSheets(index, '吉田美咲よしだ').people).toEqual([]);
  });

  it('shows each person once, with the newest sheet, and the older ones apart', () => {
    const { people, older } = searchSheets(index, '𠮷田 美咲');
    expect(people).toHaveLength(1);
    expect(people[0]?.detail).toContain(newestFirst[0]?.name);
    expect(older.length).toBeGreaterThan(0);
    expect(older.every(({ detail }) => !detail.includes(newestFirst[0]?.name ?? '-'))).toBe(true);
  });

  it('finds an old sheet by its period', () => {
    const year = newestFirst.at(-1)?.name ?? '';
    const { older } = searchSheets(index, `吉田美咲 ${year}`);
    expect(older.map(({ label }) => label)).toEqual(['𠮷田 美咲']);
  });

  it('says how many more there are than are shown', () => {
    const { people, older, more } = searchSheets(index, '課');
    expect(people.length + older.length + more).toBe(
      sheets.filter(({ staff }) =>
        [...staff.orgUnitPath, staff.positionName, staff.jobTitle].some((word) =>
          word.includes('課'),
        ),
      ).length,
    );
  });

  it('finds nothing for nothing', () => {
    expect(searchSheets(index, ' 　')).toEqual({ people: [], older: [], more: 0 });
  });
});

describe('searchItems', () => {
  it('finds pages by either kana and any part', () => {
    const items = [{ label: 'ホーム', detail: '私の番' }];
    expect(searchItems(items, 'ほーむ')).toEqual(items);
    expect(searchItems(items, '番')).toEqual(items);
    expect(searchItems(items, '設定')).toEqual([]);
  });
});
