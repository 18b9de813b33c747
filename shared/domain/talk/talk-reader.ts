import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import type { EvaluatorAssignment } from '../staff/evaluator-assignment';
import { evaluatorsOn } from '../staff/evaluators-on-a-day';
import type { StaffMember } from '../staff/staff-member';
import type { Identity } from '../store/meta';
import type { TalkReader } from './talk-rules';

/**
 * Who asks, with everybody whom she looks after on a day by the evaluator assignment.
 *
 * @param staff at least those who take part in what is asked about
 */
export function talkReaderOf(
  { staffId, rights }: Pick<Identity, 'staffId' | 'rights'>,
  known: {
    staff: readonly StaffMember[];
    assignments: readonly EvaluatorAssignment[];
    today: PlainDate;
  },
): TalkReader {
  const superviseeIds = new Set<Id>();
  for (const member of known.staff) {
    const { first, second } = evaluatorsOn(member, known.assignments, known.today);
    if (first === staffId || second === staffId) superviseeIds.add(member.id);
  }
  return { staffId, rights, superviseeIds };
}
