import { type ClipboardEvent, type ReactNode, useEffect, useState } from 'react';
import { goalsFromCells } from '../../../shared/domain/sheet/goal-cells';
import type { NewGoal } from '../../../shared/domain/sheet/new-goal';
import { parseCells } from '../../../shared/domain/text/cells';
import { notifyProblem } from './notify-problem';
import { PasteGoalsDialog } from './PasteGoalsDialog';

type Pasted = { text: string; field: HTMLTextAreaElement; goals: NewGoal[]; leftOut: number };

/** Cells of a spreadsheet, pasted into a goal's text box, can become goals of their own. */
export function usePasteGoals(onAdd: (goals: NewGoal[]) => void): {
  onPaste: (event: ClipboardEvent) => void;
  dialog: ReactNode;
} {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [asText, setAsText] = useState<Pasted | null>(null);

  // Only once the dialog is gone: as long as it is there it takes the keyboard back.
  useEffect(() => {
    if (asText === null) return;
    insertText(asText.field, asText.text);
    setAsText(null);
  }, [asText]);

  function onPaste(event: ClipboardEvent) {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || field.closest('fieldset') === null) return;
    const text = event.clipboardData.getData('text/plain');
    const fromTable = /<table[\s>]/iu.test(
      event.clipboardData.getData('text/html').slice(0, 20_000),
    );
    // Text with line breaks alone is a text; cells have tabs or come as a table.
    if (!fromTable && !text.includes('\t')) return;
    event.preventDefault();
    try {
      const cells = parseCells(text);
      const [only, ...others] = cells.flat();
      if (others.length === 0) insertText(field, only ?? '');
      else setPasted({ text, field, ...goalsFromCells(cells) });
    } catch (error) {
      notifyProblem(error);
    }
  }

  const dialog = pasted !== null && (
    <PasteGoalsDialog
      goals={pasted.goals}
      leftOut={pasted.leftOut}
      onAdd={() => {
        setPasted(null);
        onAdd(pasted.goals);
      }}
      onAsText={() => {
        setPasted(null);
        setAsText(pasted);
      }}
      onClose={() => setPasted(null)}
    />
  );
  return { onPaste, dialog };
}

/** As if typed at the cursor: the field, its counter and the autosave learn of it as ever. */
function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  document.execCommand('insertText', false, text);
}
