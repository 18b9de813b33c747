import { isInPeriod } from '../../../shared/domain/conduct-note/choose-notes';
import type { Period } from '../../../shared/domain/period/period';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import type { ListedNote } from '../../data/conduct-note-queries';

/** What is looked for; an empty text is no condition. */
export type NoteFilter = { staffId: string; periodId: string; partId: string; text: string };

export const everyNote: NoteFilter = { staffId: '', periodId: '', partId: '', text: '' };

/** Stands for the notes about nobody yet. */
export const NOBODY = 'nobody';

/** The notes that meet every condition, in their order. */
export function filterNotes(
  notes: readonly ListedNote[],
  periods: readonly Period[],
  filter: NoteFilter,
): ListedNote[] {
  const period = periods.find(({ id }) => id === filter.periodId);
  const wanted = foldForSearch(filter.text);
  return notes.filter(
    (note) =>
      (filter.staffId === '' || (note.staffId ?? NOBODY) === filter.staffId) &&
      (period === undefined || isInPeriod(note, period)) &&
      (filter.partId === '' || note.partIds.some((partId) => partId === filter.partId)) &&
      (wanted === '' || searchKeyOf(note).includes(wanted)),
  );
}

function searchKeyOf({ text, personName, parts }: ListedNote): string {
  const words = [text, personName, ...parts.flatMap(({ name, detail }) => [name, detail])];
  return words.map(foldForSearch).join('\n');
}

type Option = { value: string; label: string };

/** Everybody in these notes, in the order in which they come up. */
export function personOptions(notes: readonly ListedNote[]): Option[] {
  return uniqueOptions(
    notes.map(({ staffId, personName }) => ({
      value: staffId ?? NOBODY,
      label: staffId === null ? 'だれのことか未選択' : personName,
    })),
  );
}

/** Every item and goal in these notes. */
export function partOptions(notes: readonly ListedNote[]): Option[] {
  return uniqueOptions(
    notes.flatMap(({ parts, personName }) =>
      parts.map(({ partId, name, detail }) => ({
        value: partId,
        label: detail === '' ? name : `${name}（${personName}）　${detail.slice(0, 20)}`,
      })),
    ),
  );
}

function uniqueOptions(options: readonly Option[]): Option[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
