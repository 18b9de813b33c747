import { createContext, type ReactNode, useContext } from 'react';
import type { Control } from 'react-hook-form';
import type { Author } from '../../../shared/domain/form/form';
import type { NamedUnitGoal } from '../../../shared/domain/goal/goal-facts';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { PartId, SheetEntry } from '../../../shared/domain/sheet/sheet';
import type { SheetValues } from './sheet-form';
import type { TurnedField } from './turned-fields';

export type SheetFormTools = {
  control: Control<SheetValues>;
  /** Hands a change to the autosave. */
  save: (partId: PartId, author: Author, patch: EntryPatch) => void;
  /** Hands over a text in the middle of a conversion: stored only if the page ends there. */
  hold: (partId: PartId, author: Author, patch: EntryPatch) => void;
  /** Puts a line under what is written in a text, as if it had been typed there. */
  appendText: (partId: PartId, author: Author, line: string) => void;
  /** Shows what an undo or redo has stored. */
  show: (fields: readonly TurnedField[]) => void;
  /** Puts what the store has got of itself into the form, which was made before that. */
  showGoals: (entries: readonly SheetEntry[]) => void;
  ratings: readonly string[];
  ratingMeanings: Readonly<Record<string, string>>;
};

const SheetFormContext = createContext<SheetFormTools | null>(null);

/** Apart from the form's tools, because it comes later and changes. */
const UnitGoalsContext = createContext<readonly NamedUnitGoal[]>([]);

type SheetFormProviderProps = {
  tools: SheetFormTools;
  unitGoals: readonly NamedUnitGoal[];
  children: ReactNode;
};

export function SheetFormProvider({ tools, unitGoals, children }: SheetFormProviderProps) {
  return (
    <SheetFormContext value={tools}>
      <UnitGoalsContext value={unitGoals}>{children}</UnitGoalsContext>
    </SheetFormContext>
  );
}

/** The goals of the person's unit and of those above it. */
export function useUnitGoals(): readonly NamedUnitGoal[] {
  return useContext(UnitGoalsContext);
}

/** The form of the sheet on the page; the value never changes while the page is open. */
export function useSheetForm(): SheetFormTools {
  const tools = useContext(SheetFormContext);
  if (tools === null) throw new Error('useSheetForm outside SheetFormProvider');
  return tools;
}
