import { describe, expect, it } from 'vitest';
import { testId, testNow, testOrgUnits } from '../../../test/support/sheet-builders';
import { changeNeed, newStaffingNeed } from './change-need';
import { newCareerPlan } from './change-plan';
import { newPlacementRequest } from './change-request';
import type { Post } from './post';
import { type Candidate, reasonsFor } from './shortlist';

const made = { now: testNow, by: testId(10) };
const need = {
  ...newStaffingNeed({ ...made, id: testId(80), orgUnitId: testId(22), fiscalYear: 2026 }),
  itemIds: ['kikaku', 'chosei'],
  fields: ['tax' as const],
};
const context = {
  orgUnits: testOrgUnits,
  itemNames: new Map([
    ['kikaku', '企画力'],
    ['chosei', '調整力'],
  ]),
  today: '2026-03-31',
};
const nobody: Candidate = {
  staffId: testId(10),
  orgUnitId: testId(20),
  posts: [],
  plan: null,
  request: null,
};
const texts = (candidate: Partial<Candidate>) =>
  reasonsFor(need, { ...nobody, ...candidate }, context).map(({ text }) => text);

describe('why somebody appears beside a need', () => {
  const request = newPlacementRequest({ ...made, id: testId(60), fiscalYear: 2026 });
  const wish = { unitId: null, field: null, words: '', reason: '' };

  it('is a wish for the unit, for one above or below it, or for its field', () => {
    const wishes = [
      { ...wish, unitId: testId(21) },
      { ...wish, field: 'tax' as const },
      { ...wish, field: 'welfare' as const },
    ];
    expect(texts({ request: { ...request, wishes } })).toEqual([
      '第1希望がこの所属',
      '第2希望の分野が「税・収納」',
    ]);
  });

  it('is experience of a year or more, an ability above what is asked, or the wish for it', () => {
    const post: Post = {
      ...{ id: testId(1), schemaVersion: 5, updatedAt: testNow, updatedBy: testId(1) },
      ...{ staffId: testId(10), unitId: null, unitName: '市民税課', positionName: '' },
      ...{ jobTitle: '', duties: '', field: 'tax', from: '2024-10-01', to: null },
      ...{ concurrent: false, state: 'confirmed', removed: false },
    };
    const plan = {
      ...newCareerPlan({ ...made, id: testId(61), fiscalYear: 2026, before: null }),
      selfChecks: [
        { itemId: 'kikaku', present: 4, wished: null },
        { itemId: 'chosei', present: 3, wished: null },
      ],
      neededItemIds: ['chosei', 'setsugu'],
    };
    expect(texts({ posts: [post], plan })).toEqual([
      '税・収納の経験 1年6か月',
      '自己チェックで「企画力」が4',
      '身に付けたい能力に「調整力」',
    ]);
    expect(texts({ posts: [{ ...post, from: '2025-10-01' }] })).toEqual([]);
  });

  it('is nothing for whoever works there already, and nobody appears without a reason', () => {
    const wishes = [{ ...wish, field: 'tax' as const }];
    expect(texts({ orgUnitId: testId(22), request: { ...request, wishes } })).toEqual([]);
    expect(texts({})).toEqual([]);
  });
});

describe('a need of a unit', () => {
  const blank = newStaffingNeed({
    ...made,
    id: testId(80),
    orgUnitId: testId(22),
    fiscalYear: 2026,
  });

  it('cannot be handed in while it says nothing', () => {
    expect(() => changeNeed(blank, { state: 'handedIn' }, made)).toThrow('E173');
    const said = changeNeed(blank, { work: '窓口の\u0000改善' }, made);
    expect(said.work).toBe('窓口の改善');
    expect(changeNeed(said, { work: '窓口の改善' }, made)).toBe(said);
    expect(changeNeed(said, { state: 'handedIn' }, made).state).toBe('handedIn');
  });
});
