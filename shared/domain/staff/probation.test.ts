import { expect, it } from 'vitest';
import { testStaff } from '../../../test/support/sheet-builders';
import { endingProbations } from './probation';
import type { RosterFacts } from './roster-facts';

const facts: RosterFacts = {
  unitCode: '',
  positionName: '主事',
  payTable: '',
  sectionHead: false,
  officeRetired: false,
  appointment: '条件付採用',
  probationEndsOn: null,
  term: '',
  workingHours: '',
  appointer: '',
  hiredOn: '2026-04-01',
  assignedOn: null,
  status: 'active',
  concurrentPosts: [],
};
const ending = (number: number, changes: Partial<RosterFacts>) =>
  testStaff(number, { number: String(number), roster: { ...facts, ...changes } });

it('reminds of 条件付採用 from thirty days before its end until that day', () => {
  const staff = [ending(10, { probationEndsOn: '2026-09-30' })];
  const on = (today: string) => endingProbations(staff, today).length;
  expect([on('2026-08-30'), on('2026-08-31'), on('2026-09-30'), on('2026-10-01')]).toEqual([
    0, 1, 1, 0,
  ]);
});

it('leaves out who has left or has no such day, and names the soonest first', () => {
  const staff = [
    ending(10, { probationEndsOn: '2026-09-30' }),
    ending(11, { probationEndsOn: '2026-09-20' }),
    ending(12, { probationEndsOn: '2026-09-20', status: 'left' }),
    ending(13, {}),
    testStaff(14),
  ];
  expect(endingProbations(staff, '2026-09-10').map((one) => one.staff.number)).toEqual([
    '11',
    '10',
  ]);
});
