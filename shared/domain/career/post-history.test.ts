import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testId, testNow, testOrgUnits, testStaff } from '../../../test/support/sheet-builders';
import { dayLater } from '../period/day-steps';
import { unsaidRosterFacts } from '../staff/roster-facts';
import type { Post } from './post';
import {
  experienceByField,
  monthsOf,
  monthsWords,
  overlaps,
  postFaults,
  postsOfRoster,
  rotationState,
} from './post-history';
import { fieldOfUnit } from './work-field';

const made = { now: testNow, by: testId(1) };

function post(number: number, from: string, to: string | null, change: Partial<Post> = {}): Post {
  return {
    id: testId(number),
    schemaVersion: 5,
    updatedAt: testNow,
    updatedBy: testId(1),
    staffId: testId(10),
    unitId: null,
    unitName: '市民課',
    positionName: '',
    jobTitle: '',
    duties: '',
    field: null,
    from,
    to,
    concurrent: false,
    state: 'confirmed',
    removed: false,
    ...change,
  };
}

const anyDay = fc.integer({ min: 0, max: 15_000 }).map((days) => dayLater('1980-04-01', days));
const anySpan = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 4_000 })))
  .map(([from, days]) => ({ from, to: days === null ? null : dayLater(from, days) }));

describe('the posts of a person', () => {
  it('may not end before they begin, nor lie over each other', () => {
    const first = post(1, '2020-04-01', '2024-03-31');
    expect(postFaults(post(2, '2024-04-01', null), [first])).toEqual([]);
    expect(postFaults(post(2, '2024-03-31', null), [first])).toEqual([
      '市民課（令和2年4月1日〜令和6年3月31日）と期間が重なっています。兼務のときは「兼務」を選んでください。',
    ]);
    expect(postFaults(post(2, '2024-03-31', null, { concurrent: true }), [first])).toEqual([]);
    expect(postFaults(post(2, '2024-03-31', null), [{ ...first, removed: true }])).toEqual([]);
    expect(postFaults(post(2, '2026-04-01', '2025-04-01'), [first])).toEqual([
      '終わりの日（令和7年4月1日）が、始まりの日（令和8年4月1日）より前です。',
    ]);
    expect(postFaults(post(2, '2026-04-01', null, { unitName: ' ' }), [])).toHaveLength(1);
  });

  it('overlap just when they share a day, whichever is asked first', () => {
    fc.assert(
      fc.property(anySpan, anySpan, anyDay, (left, right, day) => {
        expect(overlaps(left, right)).toBe(overlaps(right, left));
        const holds = (span: typeof left) =>
          span.from <= day && (span.to === null || day <= span.to);
        if (holds(left) && holds(right)) expect(overlaps(left, right)).toBe(true);
        if (left.to !== null && right.from > left.to) expect(overlaps(left, right)).toBe(false);
      }),
    );
  });

  it('count whole months, so that parts of a span come to no more than the whole', () => {
    expect(monthsOf('2020-04-01', '2021-03-31')).toBe(12);
    expect(monthsOf('2020-04-01', '2020-04-29')).toBe(0);
    expect(monthsOf('2020-04-15', '2020-05-14')).toBe(1);
    expect(monthsOf('2021-04-01', '2020-04-01')).toBe(0);
    expect([0, 8, 12, 50].map(monthsWords)).toEqual(['0か月', '8か月', '1年', '4年2か月']);
    fc.assert(
      fc.property(anyDay, fc.nat(3_000), fc.nat(3_000), (from, first, second) => {
        const middle = dayLater(from, first);
        const end = dayLater(middle, second + 1);
        const parts = monthsOf(from, middle) + monthsOf(dayLater(middle, 1), end);
        const whole = monthsOf(from, end);
        expect(parts).toBeLessThanOrEqual(whole);
        expect(whole - parts).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are counted by field, also those beside the main one', () => {
    const posts = [
      post(1, '2016-04-01', '2020-03-31', { field: 'welfare' }),
      post(2, '2020-04-01', null, { field: 'resident' }),
      post(3, '2023-04-01', '2024-03-31', { field: 'welfare', concurrent: true }),
      post(4, '2016-04-01', null, { field: 'tax', removed: true }),
    ];
    expect(experienceByField(posts, '2026-03-31')).toEqual([
      { field: 'resident', months: 72 },
      { field: 'welfare', months: 60 },
    ]);
  });
});

describe('job rotation', () => {
  const posts = [post(1, '2018-04-01', '2022-03-31'), post(2, '2022-04-01', null)];
  const state = (today: string, hiredOn: string | null = null) =>
    rotationState(posts, { hiredOn, today });

  it('is due in the first twelve years after four at one post', () => {
    expect(state('2026-03-30')).toMatchObject({ due: false, monthsAtPost: 47, growing: true });
    expect(state('2026-03-31')).toMatchObject({ due: true, monthsAtPost: 48 });
    expect(state('2030-03-30')).toMatchObject({ due: true, growing: true });
    expect(state('2030-03-31')).toMatchObject({ due: false, growing: false });
  });

  it('counts service from the day of hire where the roster says it', () => {
    expect(state('2026-03-31', '2012-04-01')).toMatchObject({ growing: false, due: false });
    expect(rotationState([], { hiredOn: null, today: '2026-03-31' })).toMatchObject({
      since: null,
      present: null,
      due: false,
    });
  });
});

describe('filling the posts from the roster', () => {
  const member = testStaff(10, {
    roster: { ...unsaidRosterFacts, assignedOn: '2026-04-01', positionName: '主任' },
  });
  const fill = (posts: readonly Post[]) =>
    postsOfRoster(member, posts, testOrgUnits, { ...made, id: testId(70) });

  it('adds the present post and closes the one before it', () => {
    const filled = fill([post(1, '2020-04-01', null, { unitId: testId(9) })]);
    expect(filled?.closed).toMatchObject([{ id: testId(1), to: '2026-03-31' }]);
    expect(filled?.added).toMatchObject({
      unitName: '市民部 市民課 市民係',
      from: '2026-04-01',
      to: null,
      field: 'resident',
      state: 'confirmed',
    });
  });

  it('does nothing a second time, nor where the history or the roster knows better', () => {
    const filled = fill([]);
    expect(filled === null ? [] : fill([filled.added])).toBeNull();
    expect(fill([post(1, '2026-05-01', null, { unitId: testId(9) })])).toBeNull();
    const unsaid = { ...member, roster: null };
    expect(postsOfRoster(unsaid, [], testOrgUnits, { ...made, id: testId(70) })).toBeNull();
  });

  it('never leaves posts that lie over each other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, assignedOn) => {
        const filled = postsOfRoster(
          { ...member, roster: { ...unsaidRosterFacts, assignedOn } },
          [post(1, from, null)],
          testOrgUnits,
          { ...made, id: testId(70) },
        );
        if (filled === null) return;
        expect(postFaults(filled.added, filled.closed)).toEqual([]);
        for (const closed of filled.closed) expect(postFaults(closed, [])).toEqual([]);
      }),
    );
  });
});

describe('the field of a unit', () => {
  it('is told by the nearest name that says one', () => {
    expect(fieldOfUnit(['市民部', '市民税課', '賦課係'])).toBe('tax');
    expect(fieldOfUnit(['総務部', '職員課', '人材育成係'])).toBe('general');
    expect(fieldOfUnit(['部', '課'])).toBeNull();
  });
});
