import ical, { ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry } from '../../../shared/domain/talk/talk-calendar';

/**
 * The entries as an .ics file for Outlook. Times are those of the clock on the wall
 * (floating): the office and its calendar are in one place.
 *
 * @param stamp when it is written
 */
export function writeCalendarFile(entries: readonly CalendarEntry[], stamp: Date): string {
  const calendar = ical({ name: '1on1', prodId: { company: 'ikusei-note', product: 'talks' } });
  for (const { id, summary, on, at, minutes } of entries) {
    // As UTC, whose fields the library writes: what is read there is the clock on the wall.
    const start = new Date(`${on}T${at ?? '00:00'}:00Z`);
    calendar.createEvent({
      id: `${id}@ikusei-note`,
      stamp,
      start,
      ...(at === null
        ? { allDay: true }
        : { end: new Date(start.getTime() + minutes * 60_000), floating: true }),
      summary,
      transparency: ICalEventTransparency.OPAQUE,
    });
  }
  return calendar.toString();
}
