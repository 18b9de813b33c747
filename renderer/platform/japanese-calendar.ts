import {
  dayEras,
  dayInBoxes,
  faultOfBoxes,
  textOfBoxes,
  typeInBox,
} from '../../shared/domain/period/day-boxes';
import { readDay } from '../../shared/domain/period/read-day';
import { formatWithWeekday } from '../../shared/domain/period/wareki';

/** How the boxes of a day are filled: by eras, or the Western way. */
export const japaneseCalendar = {
  eras: dayEras,
  split: dayInBoxes,
  join: textOfBoxes,
  type: typeInBox,
  faultOf: faultOfBoxes,
};

/** What a typed text says of a day, read back; null for words. */
export function dayHint(typed: string): { tone: 'day' | 'wrong'; text: string } | null {
  const reading = readDay(typed);
  if (reading.kind === 'words') return null;
  return reading.kind === 'day'
    ? { tone: 'day', text: formatWithWeekday(reading.day) }
    : { tone: 'wrong', text: reading.message };
}
