import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import { type EvaluatorAssignment, type EvaluatorRole, isByDays } from './evaluator-assignment';
import type { StaffMember } from './staff-member';

/** Whose word counts is one person; who is consulted may be several. */
export type DayEvaluators = { first: Id | null; second: Id | null; consulted: Id[] };

type Evaluated = Pick<StaffMember, 'id' | 'firstEvaluatorId' | 'secondEvaluatorId'>;

/**
 * Who evaluates a person on a day: whom an assignment names for it, else whom the roster names.
 *
 * @param assignments of anybody; what is said of one sheet alone does not count
 */
export function evaluatorsOn(
  member: Evaluated,
  assignments: readonly EvaluatorAssignment[],
  day: PlainDate,
): DayEvaluators {
  const own = assignments
    .filter((one) => isByDays(one) && one.staffId === member.id && isWithin(day, one.from, one.to))
    // Of two that overlap, whoever came last has taken over.
    .toSorted((left, right) => right.from.localeCompare(left.from));
  const named = (role: EvaluatorRole) =>
    own.filter((one) => one.role === role).map(({ evaluatorId }) => evaluatorId);
  return {
    first: named('first')[0] ?? member.firstEvaluatorId,
    second: named('second')[0] ?? member.secondEvaluatorId,
    consulted: named('consulted'),
  };
}

/** A person as she is evaluated on a day: what her sheet is made from. */
export function evaluatedOn(
  member: StaffMember,
  assignments: readonly EvaluatorAssignment[],
  day: PlainDate,
): StaffMember {
  const { first, second } = evaluatorsOn(member, assignments, day);
  return { ...member, firstEvaluatorId: first, secondEvaluatorId: second };
}

/** The day of the period that is nearest to a day: whose evaluators a new sheet gets. */
export function dayWithin(
  day: PlainDate,
  { startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate },
): PlainDate {
  if (day < startsOn) return startsOn;
  return day > endsOn ? endsOn : day;
}

export function isWithin(day: PlainDate, from: PlainDate, to: PlainDate | null): boolean {
  return day >= from && (to === null || day <= to);
}
