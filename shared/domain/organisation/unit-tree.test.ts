import { describe, expect, it } from 'vitest';
import { testId, testNow, testStaff } from '../../../test/support/sheet-builders';
import { unsaidRosterFacts } from '../staff/roster-facts';
import type { OrgUnit } from './org-unit';
import { heldPosts, pruneTree, type UnitNode, unitsBelow, unitTree } from './unit-tree';

function unit(number: number, name: string, parent: number | null, order = number): OrgUnit {
  return {
    id: testId(number),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(1),
    name,
    kind: 'section',
    parentId: parent === null ? null : testId(parent),
    order,
  };
}

const units = [
  unit(1, '市民部', null, 2),
  unit(2, '総務部', null, 1),
  unit(3, '市民課', 1),
  unit(4, '市民係', 3),
  unit(5, '職員課', 2),
];
const staff = [
  testStaff(10, { orgUnitId: testId(4) }),
  testStaff(11, { orgUnitId: testId(3) }),
  testStaff(12, { orgUnitId: testId(4), roster: { ...unsaidRosterFacts, status: 'left' } }),
];
const words = (nodes: readonly UnitNode[]): string =>
  nodes.map(({ name, people, children }) => `${name}${people}(${words(children)})`).join(' ');

describe('the tree of units', () => {
  it('counts people where they belong and in all above, without those who have left', () => {
    expect(words(unitTree(units, staff))).toBe('総務部0(職員課0()) 市民部2(市民課2(市民係1()))');
  });

  it('shows every unit once, also where the way up is lost or runs in a circle', () => {
    const damaged = [unit(1, '甲', 9), unit(2, '乙', 3), unit(3, '丙', 2)];
    expect(words(unitTree(damaged, []))).toBe('甲0() 乙0(丙0())');
  });

  it('knows what lies below a unit, and keeps what leads to one', () => {
    const tree = unitTree(units, staff);
    expect([...unitsBelow(tree, testId(3))]).toEqual([testId(3), testId(4)]);
    expect(words(pruneTree(tree, ({ name }) => name === '市民係'))).toBe(
      '市民部2(市民課2(市民係1()))',
    );
  });
});

describe('heldPosts', () => {
  it('has the main post and those beside it, each at its unit', () => {
    const beside = {
      unitCode: '',
      unitPath: ['総務部', '職員課'],
      positionName: '主査',
      firstEvaluator: null,
      secondEvaluator: null,
    };
    const lost = { ...beside, unitPath: ['なくなった部'] };
    const member = testStaff(10, {
      orgUnitId: testId(4),
      roster: { ...unsaidRosterFacts, concurrentPosts: [beside, lost] },
    });
    expect(
      heldPosts(units, [member]).map(({ kind, unitId, unitPath, positionName }) => [
        kind,
        unitId,
        unitPath.join(' '),
        positionName,
      ]),
    ).toEqual([
      ['main', testId(4), '市民部 市民課 市民係', '主任'],
      ['concurrent', testId(5), '総務部 職員課', '主査'],
      ['concurrent', null, 'なくなった部', '主査'],
    ]);
  });
});
