import { useEffect, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { withQuote } from '../../../shared/domain/conduct-note/note-words';
import type { Author } from '../../../shared/domain/form/form';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { PartId, SheetEntry } from '../../../shared/domain/sheet/sheet';
import type { SheetView } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { sheetAutosave } from './sheet-autosave';
import { type EntryValues, entryKey, type SheetValues, toSheetValues } from './sheet-form';
import type { SheetFormTools } from './sheet-form-context';
import type { TurnedField } from './turned-fields';

/** The form of the sheet; made once per page, so that no keystroke touches the page. */
export function useSheetTools(view: Pick<SheetView, 'sheet' | 'entries' | 'form'>): SheetFormTools {
  const store = useStore();
  const sheetId = view.sheet.id;
  const [defaultValues] = useState<SheetValues>(() =>
    toSheetValues(view.entries, sheetAutosave(store).unsaved(sheetId)),
  );
  const { control, setValue, getValues } = useForm<SheetValues>({ defaultValues });
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(() => () => sheetAutosave(store).settle(sheetId), [store, sheetId]);
  const [steps] = useState(view.form.scale.steps);
  return useMemo(
    () => ({
      control,
      save: (partId: PartId, author: Author, patch: EntryPatch) =>
        sheetAutosave(store).change({ sheetId, partId, author, patch }),
      hold: (partId: PartId, author: Author, patch: EntryPatch) =>
        sheetAutosave(store).hold({ sheetId, partId, author, patch }),
      appendText: (partId: PartId, author: Author, line: string) => {
        const name = `entries.${entryKey(partId, author)}.text` as const;
        const text = withQuote(getValues(name) ?? '', line);
        setValue(name, text);
        sheetAutosave(store).change({ sheetId, partId, author, patch: { text } });
      },
      show: (fields: readonly TurnedField[]) => {
        for (const { name, value } of fields) setValue(name, value as EntryValues);
      },
      showGoals: (entries: readonly SheetEntry[]) => {
        for (const { partId, author, goal } of entries) {
          if (goal === null) continue;
          const place = `entries.${entryKey(partId, author)}.goal` as const;
          setValue(`${place}.content`, goal.content);
          setValue(`${place}.deadline`, goal.deadline);
          setValue(`${place}.level`, goal.level);
          setValue(`${place}.method`, goal.method);
          setValue(`${place}.weight`, goal.weight);
          setValue(`${place}.difficulty`, goal.difficulty);
          setValue(`${place}.difficultyReason`, goal.difficultyReason);
          setValue(`${place}.importance`, goal.importance);
          setValue(`${place}.challenge`, goal.challenge);
          setValue(`${place}.unitGoalId`, goal.unitGoalId);
        }
      },
      ratings: steps.map((step) => step.rating),
      ratingMeanings: Object.fromEntries(steps.map((step) => [step.rating, step.meaning])),
    }),
    [control, setValue, getValues, store, sheetId, steps],
  );
}
