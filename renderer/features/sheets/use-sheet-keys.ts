import { useEffect, useEffectEvent } from 'react';
import { neighbour } from './neighbour';
import type { SectionId, SectionPlan } from './sheet-plan';
import { sheetActionOf } from './sheet-shortcuts';

type SheetKeys = {
  sections: readonly SectionPlan[];
  /** Where the keyboard is now; null before the first field. */
  partId: string | null;
  section: SectionId | null;
  onGoToPart: (partId: string) => void;
  onGoToSection: (section: SectionId) => void;
  /** Null when nothing is missing. */
  onGoToNext: (() => void) | null;
  /** Null where the viewer writes no goals. */
  onAddGoal: (() => void) | null;
  /** Null when there is nobody else. */
  onGoToPerson: ((step: 1 | -1) => void) | null;
  onShowKeys: () => void;
};

/** The keys of the open sheet, wherever on the page the keyboard is. */
export function useSheetKeys(keys: SheetKeys): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const action = sheetActionOf(event);
    // A dialog has the keyboard for itself.
    if (action === null || isInDialog(event.target)) return;
    // The history of the sheet has its own, which leaves other boxes to the browser; the way on
    // is the stage panel's.
    if (action === 'undo' || action === 'redo' || action === 'moveOn') return;
    if (action === 'nextMissing' && keys.onGoToNext === null) return;
    if (action === 'addGoal' && (keys.onAddGoal === null || keys.section !== 'goals')) return;
    const toPerson = action === 'nextPerson' || action === 'previousPerson';
    if (toPerson && keys.onGoToPerson === null) return;
    event.preventDefault();
    event.stopPropagation();
    switch (action) {
      case 'nextPart':
      case 'previousPart':
        goToNeighbourPart(action === 'nextPart' ? 1 : -1);
        break;
      case 'nextSection':
      case 'previousSection':
        goToNeighbourSection(action === 'nextSection' ? 1 : -1);
        break;
      case 'nextPerson':
      case 'previousPerson':
        keys.onGoToPerson?.(action === 'nextPerson' ? 1 : -1);
        break;
      case 'nextMissing':
        keys.onGoToNext?.();
        break;
      case 'addGoal':
        // A key held down asks for one goal, not for twenty.
        if (!event.repeat) keys.onAddGoal?.();
        break;
      case 'showKeys':
        keys.onShowKeys();
        break;
    }
  });

  function goToNeighbourPart(step: 1 | -1) {
    const order = keys.sections.flatMap(({ parts }) => parts.map(({ partId }) => partId as string));
    const next = neighbour(order, keys.partId, step);
    if (next !== null) keys.onGoToPart(next);
  }

  function goToNeighbourSection(step: 1 | -1) {
    const order = keys.sections.map(({ id }) => id);
    const next = neighbour(order, keys.section, step);
    if (next === null) return;
    // Into its first field, ready to type; a section without parts has a heading only.
    const part = keys.sections.find(({ id }) => id === next)?.parts[0];
    if (part === undefined) keys.onGoToSection(next);
    else keys.onGoToPart(part.partId);
  }

  useEffect(() => {
    // Before the fields: the rating keys would take Ctrl+↓ for ↓ and choose another rating.
    const listener = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null
  );
}
