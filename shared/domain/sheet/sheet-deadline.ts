import type { Period, PlainDate } from '../period/period';
import type { Sheet } from './sheet';
import { deadlineStepOf } from './stage-moves';

/** Until when what is due on a sheet is to be done, and whether that day is over. */
export type SheetDeadline = { day: PlainDate; overdue: boolean };

/** Null where the stage has no step with a deadline, or the period sets none for it. */
export function sheetDeadline(
  { stage }: Pick<Sheet, 'stage'>,
  { deadlines }: Pick<Period, 'deadlines'>,
  today: PlainDate,
): SheetDeadline | null {
  const step = deadlineStepOf(stage);
  const day = step === null ? undefined : deadlines[step];
  return day === undefined ? null : { day, overdue: day < today };
}
