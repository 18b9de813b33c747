import { faultsOfEvaluators } from '../../../shared/domain/roster/evaluator-faults';
import { rosterOfStaff } from '../../../shared/domain/roster/staff-of-roster';
import { assignmentProblems } from '../../../shared/domain/staff/assignment-problems';
import type { Office } from '../../data/organisation-queries';

/** What is wrong, or not settled, with who evaluates a person. */
export type OfficeProblem = { weight: 'fault' | 'gap'; staffId: string; message: string };

/** By the roster, and by the days of the newest period; the faults first. */
export function officeProblems(office: Office): OfficeProblem[] {
  const { staff, periods } = office;
  const people = rosterOfStaff(office, []);
  const places = new Map(staff.map(({ number }, index) => [number, index]));
  const byRoster = faultsOfEvaluators(people, {
    unlisted: [],
    numbers: new Set(places.keys()),
    rowOf: (number) => places.get(number) ?? null,
  }).flatMap(({ weight, row, message }): OfficeProblem[] => {
    const member = row === null ? undefined : staff[row];
    return member === undefined ? [] : [{ weight, staffId: member.id, message }];
  });
  const [period] = periods;
  const byDays = period === undefined ? [] : assignmentProblems(office, period);
  const all = [...byRoster, ...byDays];
  return [
    ...all.filter(({ weight }) => weight === 'fault'),
    ...all.filter(({ weight }) => weight === 'gap'),
  ];
}
