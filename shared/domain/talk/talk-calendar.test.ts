import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testId } from '../../../test/support/sheet-builders';
import { testTalk } from '../../../test/support/talk-builders';
import { talkDayFault } from './change-talk';
import { talkKinds } from './talk';
import { calendarEntries, monthLater, monthWeeks, overlapping, weeksSince } from './talk-calendar';
import { suppressSmallUnits } from './talk-counts';

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('a month', () => {
  it('is whole weeks from Sunday on with every day of it once', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = monthWeeks(month);
        const days = weeks.flat();
        const [year = 0, number = 0] = month.split('-').map(Number);
        const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(weeks.every(([first = '']) => new Date(first).getUTCDay() === 0)).toBe(true);
        expect(days.filter((day) => day.startsWith(month))).toHaveLength(length);
        expect([...new Set(days)].toSorted()).toEqual(days);
      }),
    );
  });

  it('has one before it and one after it', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -30, max: 30 }), (month, step) => {
        expect(monthLater(monthLater(month, step), -step)).toBe(month);
      }),
    );
    expect(monthLater('2026-12', 1)).toBe('2027-01');
    expect(monthLater('2026-01', -1)).toBe('2025-12');
  });
});

describe('talks at the same time', () => {
  const talk = testTalk({ at: '10:00', minutes: 30 });
  const other = (changes: Parameters<typeof testTalk>[0]) =>
    testTalk({ id: testId(900), ...changes });
  it.each([
    ['begins before the end', { at: '10:29' }, true],
    ['begins at the end', { at: '10:30' }, false],
    ['ends at the beginning', { at: '09:30' }, false],
    ['goes around it', { at: '09:00', minutes: 300 }, true],
    ['is on another day', { at: '10:00', on: '2026-11-11' }, false],
    ['has no time', { at: null }, false],
    ['is called off', { at: '10:00', state: 'cancelled' as const }, false],
  ])('one that %s', (_when, changes, expected) => {
    expect(overlapping(talk, [talk, other(changes)])).toHaveLength(expected ? 1 : 0);
  });
});

it('counts whole weeks since the last talk', () => {
  expect(weeksSince('2026-11-10', '2026-11-16')).toBe(0);
  expect(weeksSince('2026-11-10', '2026-11-24')).toBe(2);
  expect(weeksSince(null, '2026-11-24')).toBeNull();
  expect(weeksSince('2026-12-01', '2026-11-24')).toBeNull();
});

it('takes any past day and none more than two years ahead', () => {
  const today = '2026-11-25';
  expect(talkDayFault('1873-01-01', today)).toBeNull();
  expect(talkDayFault('2028-11-25', today)).toBeNull();
  expect(talkDayFault('2028-11-26', today)).not.toBeNull();
  expect(talkDayFault('3000-01-01', today)).not.toBeNull();
});

describe('what goes into another calendar', () => {
  const talks = talkKinds.map((kind) => ({ ...testTalk({ kind }), otherNames: ['𠮷田 美咲'] }));
  const summaries = (confidential: boolean) =>
    calendarEntries(talks, { confidential }).map(({ summary }) => summary);

  it('is the kind and the other’s name, and no 相談 unless she asks for it', () => {
    expect(summaries(false)).toEqual([
      '1on1 𠮷田 美咲',
      '職場内ミーティング',
      'キャリア面談 𠮷田 美咲',
      '評価者面談 𠮷田 美咲',
    ]);
    expect(summaries(true).filter((summary) => summary === '予定')).toHaveLength(2);
    expect(summaries(true).join()).not.toContain('相談');
  });
});

describe('numbers of units', () => {
  const count = (unitName: string, people: number, oneOnOnes: number) => ({
    unitId: testId(people),
    unitName,
    people,
    oneOnOnes,
    meetings: 1,
  });

  it('are shown together where a unit has fewer than three people', () => {
    const shown = suppressSmallUnits([count('大', 8, 5), count('小', 2, 1), count('小2', 1, 2)]);
    expect(shown).toEqual([
      count('大', 8, 5),
      {
        unitId: null,
        unitName: '3人未満の所属（まとめて）',
        people: 3,
        oneOnOnes: 3,
        meetings: 2,
      },
    ]);
  });

  it('are left out where even together they are too few', () => {
    expect(suppressSmallUnits([count('大', 8, 5), count('小', 2, 1)])).toEqual([count('大', 8, 5)]);
  });
});
