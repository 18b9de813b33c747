import type { Period } from '../period/period';
import type { Id } from '../record/record';
import { isBlank } from './change-note';
import type { ConductNote } from './conduct-note';

/** The latest day first; of one day, the note begun last. */
export function sortNotes<Note extends Pick<ConductNote, 'happenedOn' | 'id'>>(
  notes: readonly Note[],
): Note[] {
  return notes.toSorted(
    (left, right) =>
      right.happenedOn.localeCompare(left.happenedOn) || right.id.localeCompare(left.id),
  );
}

/** The policy: rate only what was shown in the period. */
export function isInPeriod(
  { happenedOn }: Pick<ConductNote, 'happenedOn'>,
  { startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>,
): boolean {
  return startsOn <= happenedOn && happenedOn <= endsOn;
}

/** What can be evidence for this person in this period, the latest first. */
export function notesAbout(
  notes: readonly ConductNote[],
  staffId: Id,
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): ConductNote[] {
  return sortNotes(
    notes.filter(
      (note) =>
        note.staffId === staffId && !note.removed && !isBlank(note) && isInPeriod(note, period),
    ),
  );
}
