import { describe, expect, it } from 'vitest';
import { testId, testOrgUnits } from '../../../test/support/sheet-builders';
import { orgUnitPath, unitKindAt } from './org-unit-path';

describe('orgUnitPath', () => {
  it('goes from the department down, and is empty for an unknown unit', () => {
    expect(orgUnitPath(testOrgUnits, testId(21))).toEqual(['市民部', '市民課']);
    expect(orgUnitPath(testOrgUnits, testId(77))).toEqual([]);
  });

  it('ends in a circle of damaged units', () => {
    const circle = testOrgUnits.map((unit) =>
      unit.parentId === null ? { ...unit, parentId: testId(22) } : unit,
    );
    expect(orgUnitPath(circle, testId(22))).toEqual(['市民部', '市民課', '市民係']);
  });
});

describe('unitKindAt', () => {
  it('names three steps, and calls everything deeper a section', () => {
    expect([0, 1, 2, 3].map(unitKindAt)).toEqual(['department', 'division', 'section', 'section']);
  });
});
