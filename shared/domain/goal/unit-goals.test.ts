import { describe, expect, it } from 'vitest';
import { testId, testNow, testOrgUnits, testStaff } from '../../../test/support/sheet-builders';
import type { Right } from '../store/meta';
import type { UnitGoal } from './unit-goal';
import { headedUnits, unitGoalsFor } from './unit-goals';

const department = testId(20);
const division = testId(21);
const section = testId(22);
const otherSection = testId(23);
const units = [
  ...testOrgUnits,
  {
    ...testOrgUnits[2],
    id: otherSection,
    name: '記録係',
    kind: 'section' as const,
    parentId: division,
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(1),
    order: 1,
  },
];

/** 係長 11 of 市民係, 課長 12 of 市民課, 部長 13 of 市民部, and who they evaluate. */
const staff = [
  testStaff(10, {
    orgUnitId: section,
    firstEvaluatorId: testId(11),
    secondEvaluatorId: testId(12),
  }),
  testStaff(11, {
    orgUnitId: section,
    firstEvaluatorId: testId(12),
    secondEvaluatorId: testId(13),
  }),
  testStaff(12, { orgUnitId: division, firstEvaluatorId: testId(13), secondEvaluatorId: null }),
  testStaff(13, { orgUnitId: department, firstEvaluatorId: null, secondEvaluatorId: null }),
  testStaff(14, { orgUnitId: otherSection, firstEvaluatorId: testId(12), secondEvaluatorId: null }),
];

function headedBy(number: number, rights: Right[] = ['employee']): string[] {
  const person = { staffId: testId(number), rights };
  return headedUnits(person, staff, units).map(({ name }) => name);
}

describe('headedUnits', () => {
  it.each([
    ['a 係長 has her section', 11, ['市民係']],
    ['a 課長 has her division and its sections', 12, ['市民課', '市民係', '記録係']],
    ['a 部長 has all of her department in which she evaluates', 13, ['市民部', '市民課', '市民係']],
    ['who evaluates nobody has none', 10, []],
    ['who is not on the roster has none', 99, []],
  ])('%s', (_name, number, headed) => {
    expect(headedBy(number)).toEqual(headed);
  });

  it('an evaluator from elsewhere has none of the units she evaluates in', () => {
    const elsewhere = [
      ...staff.slice(0, 1),
      testStaff(11, { orgUnitId: otherSection, firstEvaluatorId: null, secondEvaluatorId: null }),
    ];
    const identity = { staffId: testId(11), rights: ['employee' as const] };
    expect(headedUnits(identity, elsewhere, units)).toEqual([]);
  });

  it('職員課 has every unit', () => {
    expect(headedBy(99, ['employee', 'hr'])).toHaveLength(units.length);
  });
});

function goal(number: number, orgUnitId: string, order: number, removed = false): UnitGoal {
  return {
    id: testId(number),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(12),
    periodId: testId(3),
    orgUnitId,
    order,
    content: `目標${number}`,
    removed,
  };
}

describe('unitGoalsFor', () => {
  const goals = [
    goal(1, section, 2),
    goal(2, section, 1, true),
    goal(3, otherSection, 1),
    goal(4, department, 1),
  ];

  it('a person has those of her unit and of the units above, from the top, and no others', () => {
    expect(unitGoalsFor(goals, units, section)).toEqual([
      { id: testId(4), unitName: '市民部', content: '目標4', removed: false },
      { id: testId(2), unitName: '市民係', content: '目標2', removed: true },
      { id: testId(1), unitName: '市民係', content: '目標1', removed: false },
    ]);
    expect(unitGoalsFor(goals, units, division).map(({ content }) => content)).toEqual(['目標4']);
    expect(unitGoalsFor(goals, units, testId(77))).toEqual([]);
  });
});
