import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  testId,
  testNow,
  testOrgUnits,
  testPeriod,
  testStaff,
} from '../../../test/support/sheet-builders';
import { defaultFormPlans } from '../form/default-form-plans';
import { policyTables } from '../framework/policy-tables';
import { fiscalYearStart } from '../period/fiscal-year';
import { type RosterFacts, unsaidRosterFacts } from '../staff/roster-facts';
import type { StaffMember } from '../staff/staff-member';
import { exemptWords, type HandOutOffice, handOutPreview, isBlocked } from './hand-out-preview';
import { monthsServed } from './months-served';

let made = 500;
const plans = defaultFormPlans({
  frameworks: policyTables.frameworks,
  period: testPeriod,
  newId: () => {
    made += 1;
    return testId(made);
  },
  now: testNow,
  by: testId(1),
});

const withFacts = (changes: Partial<RosterFacts>) => ({
  roster: { ...unsaidRosterFacts, ...changes },
});

function preview(staff: readonly StaffMember[], changes: Partial<HandOutOffice> = {}) {
  return handOutPreview({
    staff,
    orgUnits: testOrgUnits,
    frameworks: policyTables.frameworks,
    plans,
    period: testPeriod,
    sheets: [],
    settings: { leastMonths: 3, ownHandlerId: null, ownDeputyId: null },
    ownUnitId: null,
    ...changes,
  });
}

describe('monthsServed', () => {
  it.each([
    [null, 12],
    ['2020-04-01', 12],
    ['2026-04-02', 11],
    ['2026-10-01', 6],
    ['2026-10-15', 5],
    ['2027-01-01', 3],
    ['2027-01-31', 2],
    ['2027-03-31', 0],
    ['2027-04-01', 0],
  ])('of somebody who came on %s are %i', (hiredOn, months) => {
    expect(monthsServed(testPeriod, hiredOn)).toBe(months);
  });
});

describe('handOutPreview', () => {
  it.each([
    [{}, 'ready'],
    [{ positionId: null }, 'noPosition'],
    [{ frameworkId: null, positionId: null, firstEvaluatorId: null }, 'special'],
    [{ positionId: 'nobody' }, 'noPlan'],
    [withFacts({ status: 'left' }), 'left'],
    [withFacts({ payTable: '特別職' }), 'special'],
    [withFacts({ status: 'leave' }), 'leave'],
    [withFacts({ status: 'seconded' }), 'seconded'],
    [withFacts({ hiredOn: '2027-02-01' }), 'shortService'],
    [withFacts({ hiredOn: '2027-01-01' }), 'ready'],
  ] as const)('puts %o where she belongs: %s', (changes, where) => {
    const { ready, exempt, none } = preview([testStaff(10, changes)]);
    const said = ready.length > 0 ? 'ready' : (exempt[0]?.reason ?? none[0]?.reason);
    expect(said).toBe(where);
  });

  it('says how long somebody serves who is proposed as 評価の対象外', () => {
    const late = testStaff(10, withFacts({ hiredOn: '2027-02-01' }));
    expect(preview([late]).exempt.map(exemptWords)).toEqual([
      '令和9年2月1日採用、この期間に勤めるのは2か月',
    ]);
  });

  it('measures no short period by the months of a year', () => {
    const period = { ...testPeriod, kind: 'special' as const, endsOn: '2026-05-31' };
    expect(preview([testStaff(10)], { period }).ready).toHaveLength(1);
  });

  it('names whom to look at before it is done', () => {
    const evaluator = testStaff(11, { firstEvaluatorId: null });
    const { noFirstEvaluator, probationEnds, shortHours } = preview([
      testStaff(10, withFacts({ probationEndsOn: '2026-09-30', workingHours: '短時間勤務' })),
      evaluator,
    ]);
    expect(noFirstEvaluator.map(({ id }) => id)).toEqual([evaluator.id]);
    expect(probationEnds.map(({ id }) => id)).toEqual([testId(10)]);
    expect(shortHours.map(({ id }) => id)).toEqual([testId(10)]);
  });

  it('asks in a special period those alone whose 条件付採用 ends in it', () => {
    const period = { ...testPeriod, kind: 'special' as const, audience: 'probation' as const };
    const { ready, none } = preview(
      [testStaff(10, withFacts({ probationEndsOn: '2026-09-30' })), testStaff(11)],
      { period },
    );
    expect(ready.map(({ staff }) => staff.id)).toEqual([testId(10)]);
    expect(none.map(({ reason }) => reason)).toEqual(['notAsked']);
  });

  it('gives the sheets of 職員課 itself to who is named for them, or to her deputy', () => {
    // 11 evaluates 10, and nobody evaluates 13.
    const alone = { firstEvaluatorId: null, secondEvaluatorId: null };
    const staff = [testStaff(10), testStaff(11), testStaff(13, alone)];
    const ownUnitId = testId(21);
    expect(preview(staff, { ownUnitId }).ownWithoutHandler).toHaveLength(3);
    const handlers = (ownHandlerId: string, ownDeputyId: string | null) => {
      const settings = { leastMonths: 3, ownHandlerId, ownDeputyId };
      const { ready, ownWithoutHandler } = preview(staff, { ownUnitId, settings });
      const without = ready.filter(({ handlerId }) => handlerId === null);
      expect(ownWithoutHandler).toEqual(without.map((one) => one.staff));
      return ready.map(({ handlerId }) => handlerId);
    };
    // Neither her own sheet nor that of whom she evaluates, or an appeal would reach nobody.
    expect(handlers(testId(11), null)).toEqual([null, null, testId(11)]);
    expect(handlers(testId(11), testId(14))).toEqual([testId(14), testId(14), testId(11)]);
    expect(handlers(testId(14), testId(11))).toEqual([testId(14), testId(14), testId(14)]);
  });

  it('is blocked by a fault of the forms or of the days', () => {
    expect(isBlocked(preview([]))).toBe(false);
    expect(isBlocked(preview([], { plans: [] }))).toBe(true);
    const period = { ...testPeriod, deadlines: { goalSetting: fiscalYearStart(2020) } };
    expect(isBlocked(preview([], { period }))).toBe(true);
  });

  it('accounts for everybody exactly once, and gives nobody a second sheet', () => {
    const positions = policyTables.frameworks.flatMap(({ id, positions }) =>
      positions.map((position) => ({ frameworkId: id, positionId: position.id })),
    );
    const person = fc.record({
      place: fc.constantFrom(...positions, { frameworkId: null, positionId: null }),
      status: fc.constantFrom('active', 'leave', 'seconded', 'left'),
      hiredOn: fc.constantFrom(null, '2020-04-01', '2026-12-01', '2027-03-01'),
      probationEndsOn: fc.constantFrom(null, '2026-09-30', '2027-09-30'),
      known: fc.boolean(),
      holds: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(person), fc.boolean(), (people, probationOnly) => {
        const staff = people.map(({ place, known, ...said }, index) =>
          testStaff(1000 + index, { ...place, ...(known ? withFacts(said) : {}) }),
        );
        const sheets = staff
          .filter((_member, index) => people[index]?.holds === true)
          .map(({ id }) => ({ staffId: id }));
        const period = probationOnly
          ? { ...testPeriod, audience: 'probation' as const }
          : testPeriod;
        const { ready, exempt, already, none } = preview(staff, { sheets, period });
        const ids = [
          ...[...ready, ...exempt, ...none].map((one) => one.staff.id),
          ...already.map(({ id }) => id),
        ];
        expect(ids.toSorted()).toEqual(staff.map(({ id }) => id).toSorted());
        expect(already.map(({ id }) => id)).toEqual(sheets.map(({ staffId }) => staffId));
      }),
    );
  });
});
