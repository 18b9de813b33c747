import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import type { EvaluatorAssignment, EvaluatorRole } from './evaluator-assignment';
import type { StaffMember } from './staff-member';

/** Whose word counts is one person; who is consulted may be several. */
export type DayEvaluators = { first: Id | null; second: Id | null; consulted: Id[] };

type Evaluated = Pick<StaffMember, 'id' | 'firstEvaluatorId' | 'secondEvaluatorId'>;

/**
 * Who evaluates a person on a day: whom an assignment names for it, else whom the roster names.
 *
 * @param assignments of anybody
 */
export function evaluatorsOn(
  member: Evaluated,
  assignments: readonly EvaluatorAssignment[],
  day: PlainDate,
): DayEvaluators {
  const own = assignments.filter(
    (one) => one.staffId === member.id && isWithin(day, one.from, one.to),
  );
  const named = (role: EvaluatorRole) =>
    own.filter((one) => one.role === role).map(({ evaluatorId }) => evaluatorId);
  return {
    first: named('first')[0] ?? member.firstEvaluatorId,
    second: named('second')[0] ?? member.secondEvaluatorId,
    consulted: named('consulted'),
  };
}

export function isWithin(day: PlainDate, from: PlainDate, to: PlainDate | null): boolean {
  return day >= from && (to === null || day <= to);
}
