import { dayLater } from '../period/day-steps';
import type { PlainDate } from '../period/period';
import type { StaffMember } from './staff-member';

/** Days before its end on which 職員課 is reminded of somebody's 条件付採用. */
const REMINDER_DAYS = 30;

export type EndingProbation = { staff: StaffMember; endsOn: PlainDate };

/** Whose 条件付採用 ends within the next days, soonest first. */
export function endingProbations(
  staff: readonly StaffMember[],
  today: PlainDate,
): EndingProbation[] {
  const last = dayLater(today, REMINDER_DAYS);
  return staff
    .flatMap((member) => {
      const endsOn = member.roster?.status === 'left' ? null : member.roster?.probationEndsOn;
      const isNear = typeof endsOn === 'string' && endsOn >= today && endsOn <= last;
      return isNear ? [{ staff: member, endsOn }] : [];
    })
    .toSorted(
      (one, other) =>
        one.endsOn.localeCompare(other.endsOn) ||
        one.staff.number.localeCompare(other.staff.number),
    );
}
