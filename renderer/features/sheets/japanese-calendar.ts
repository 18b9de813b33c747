import {
  dayEras,
  dayInBoxes,
  faultOfBoxes,
  textOfBoxes,
  typeInBox,
} from '../../../shared/domain/period/day-boxes';
import { readDay } from '../../../shared/domain/period/read-day';
import { formatWithWeekday } from '../../../shared/domain/period/wareki';
import type { DateCalendar } from '../../ui/DateBoxes';
import type { DateHint } from '../../ui/DateEntry';

export const japaneseCalendar: DateCalendar = {
  eras: dayEras,
  split: dayInBoxes,
  join: textOfBoxes,
  type: typeInBox,
  faultOf: faultOfBoxes,
};

/** What is read in a typed day. */
export function dayHint(typed: string): DateHint {
  const reading = readDay(typed);
  if (reading.kind === 'words') return null;
  return reading.kind === 'day'
    ? { tone: 'day', text: formatWithWeekday(reading.day) }
    : { tone: 'wrong', text: reading.message };
}
