import { memo, useEffect, useRef, useState } from 'react';
import { errorCatalog } from '../../../shared/domain/errors';
import type { UndoDirection } from '../../../shared/domain/sheet/undo-history';
import { useStore } from '../../data/store-context';
import { loadUndoOffer, turnHistory, type UndoOutcome } from '../../data/undo-commands';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { notify } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { useUndoKeys } from '../../state/use-undo-keys';
import { Button } from '../../ui/Button';
import { undoDirectionOf } from '../../ui/undo-keys';
import { sheetAutosave } from './sheet-autosave';
import { entryKey } from './sheet-form';
import { useSheetForm } from './sheet-form-context';
import type { SectionPlan } from './sheet-plan';
import { endOfChange, isGone, type TurnedField, turnedFields } from './turned-fields';
import { nothingWords, stepWords, turnedWords } from './undo-words';

/** The names of the sheet's own fields begin with this (`SheetValues`). */
const OWN_FIELDS = 'entries.';

/** How long the line stays that says what was undone. */
const SHOWN_MILLISECONDS = 6_000;

type SheetUndoProps = {
  sheetId: string;
  /** Whose column a step was in must be said, because the reader writes several. */
  titled: boolean;
  sections: readonly SectionPlan[];
  /** Told after every step, which may have brought back what the page says is gone. */
  onTurned: () => void;
};

/** Where the keyboard goes once the page shows what the store now holds. */
type Target = {
  done: Extract<UndoOutcome, { outcome: 'done' }>;
  fields: readonly TurnedField[];
};

/** Undo and redo of what the reader did on this sheet, by button, key and menu. */
export const SheetUndo = memo(function SheetUndo({
  sheetId,
  titled,
  sections,
  onTurned,
}: SheetUndoProps) {
  const store = useStore();
  const { show } = useSheetForm();
  const offer = useLiveQuery((open) => loadUndoOffer(open, sheetId), [sheetId]);
  const can = offer.state === 'ready' ? offer.value : { undo: false, redo: false };
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<{ words: string } | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const running = useRef<Promise<void>>(Promise.resolve());

  async function turn(direction: UndoDirection): Promise<void> {
    setTarget(null);
    // Undo works on what is stored, so everything typed is stored first.
    if (!(await flushAll())) {
      const { code, title, next } = errorCatalog.undoUnsaved;
      notify({ tone: 'error', title, code, body: next });
      return;
    }
    const outcome = await turnHistory(store, sheetId, direction);
    if (outcome.outcome === 'nothing') {
      setSaid({ words: nothingWords(direction) });
      return;
    }
    const what = stepWords(outcome.step, sections, titled);
    if (outcome.outcome === 'overtaken') {
      const { code, title, next } = errorCatalog.undoOvertaken;
      notify({ tone: 'warning', title, code, body: `${what}\n${next}` });
      return;
    }
    const turned = [outcome, ...outcome.others];
    for (const { step, entry } of turned) {
      // What was typed while the store was busy stays in its box, and is stored after this.
      const typed = sheetAutosave(store).unsaved(sheetId).has(entryKey(step.partId, step.author));
      if (!typed) show(turnedFields(step, entry));
    }
    const fields = turnedFields(outcome.step, outcome.entry);
    setSaid({ words: turnedWords(direction, what, turned.length) });
    setTarget({ done: outcome, fields });
    onTurned();
  }

  function request(direction: UndoDirection): void {
    running.current = running.current.then(() => turn(direction)).catch(announceProblem);
  }
  useUndoKeys(request, { root, fields: OWN_FIELDS, directionOf: undoDirectionOf });

  useEffect(() => {
    if (target !== null && moveTo(target, sections)) setTarget(null);
  }, [target, sections]);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <div ref={root} className="flex items-center gap-2">
      <Button size="small" isDisabled={!can.undo} onPress={() => request('undo')}>
        元に戻す
      </Button>
      <Button size="small" isDisabled={!can.redo} onPress={() => request('redo')}>
        やり直す
      </Button>
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-4"
      >
        {said !== null && (
          <p className="rounded-8 border border-transparent bg-solid-gray-900 px-4 py-2 text-sm font-bold text-white shadow-2">
            {said.words}
          </p>
        )}
      </div>
    </div>
  );
});

/** Moves to the changed field; false as long as the page does not show what is stored. */
function moveTo({ done, fields }: Target, sections: readonly SectionPlan[]): boolean {
  const { step, entry } = done;
  const shown = sections.some(({ parts }) => parts.some(({ partId }) => partId === step.partId));
  if (isGone(entry)) {
    if (shown) return false;
    reveal(document.querySelector<HTMLElement>('[data-section="goals"]'));
    return true;
  }
  const [field] = fields.flatMap(({ name }) => {
    const found = [...document.getElementsByName(name)];
    return found.find(isChosen) ?? found[0] ?? [];
  });
  if (field === undefined) return shown;
  reveal(field);
  if (field instanceof HTMLTextAreaElement) {
    const earlier = fields.find(({ name }) => name === field.name)?.earlier;
    const caret = endOfChange(typeof earlier === 'string' ? earlier : '', field.value);
    field.setSelectionRange(caret, caret);
  }
  return true;
}

function isChosen(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && element.type === 'radio' && element.checked;
}

function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

function announceProblem(error: unknown): void {
  const { title, code, detail, next } = problemOf(error);
  notify({ tone: 'error', title, code, body: [detail, next].filter(Boolean).join('\n') });
}
