import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import type { EvaluatorAssignment } from '../staff/evaluator-assignment';
import { evaluatorsOn } from '../staff/evaluators-on-a-day';
import type { StaffMember } from '../staff/staff-member';
import type { Identity } from '../store/meta';
import type { TalkCircle } from './talk';
import type { TalkReader } from './talk-rules';

/**
 * Who asks, with everybody whom she looks after on a day: by the evaluator assignment, or by
 * a pair that was made by hand.
 *
 * @param staff at least those who take part in what is asked about
 */
export function talkReaderOf(
  { staffId, rights }: Pick<Identity, 'staffId' | 'rights'>,
  known: {
    staff: readonly StaffMember[];
    assignments: readonly EvaluatorAssignment[];
    circles: readonly TalkCircle[];
    today: PlainDate;
  },
): TalkReader {
  const superviseeIds = new Set<Id>();
  for (const member of known.staff) {
    const { first, second } = evaluatorsOn(member, known.assignments, known.today);
    if (first === staffId || second === staffId) superviseeIds.add(member.id);
  }
  for (const { kind, byHand, leaderId, staffIds } of known.circles) {
    if (kind !== 'pair' || !byHand || leaderId !== staffId) continue;
    for (const id of staffIds) if (id !== staffId) superviseeIds.add(id);
  }
  return { staffId, rights, superviseeIds };
}
