import { useEffect, useRef, useState } from 'react';
import type { UndoDirection } from '../../../shared/domain/sheet/undo-history';
import { flushAll } from '../../state/save-state';
import type { Edits } from '../../state/use-edits';
import { useUndoKeys } from '../../state/use-undo-keys';
import { Button } from '../../ui/Button';
import { undoDirectionOf } from '../../ui/undo-keys';
import { notifyProblem } from './notify-problem';
import { nothingWords, turnedWords } from './undo-words';

/** How long the line stays that says what was undone. */
const SHOWN_MILLISECONDS = 6_000;

type EditUndoProps = {
  edits: Edits;
  /** With what the names of the page's own fields begin. */
  fields: string;
};

/** 元に戻す and やり直す of a page, by button, key and menu, as on the sheet. */
export function EditUndo({ edits, fields }: EditUndoProps) {
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<{ words: string } | null>(null);
  const running = useRef<Promise<void>>(Promise.resolve());

  async function turn(direction: UndoDirection): Promise<void> {
    await flushAll();
    const step = edits.turn(direction);
    if (step === null) return setSaid({ words: nothingWords(direction) });
    await step[direction]();
    setSaid({ words: turnedWords(direction, step.words, 1) });
    if (!step.typed) return;
    const [field] = document.getElementsByName(step.place);
    field?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: true });
  }

  function request(direction: UndoDirection): void {
    running.current = running.current.then(() => turn(direction)).catch(notifyProblem);
  }
  useUndoKeys(request, { root, fields, directionOf: undoDirectionOf });

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [said]);

  const { done, undone } = edits.history;
  return (
    <div ref={root} className="flex items-center gap-2">
      <Button size="small" isDisabled={done.length === 0} onPress={() => request('undo')}>
        元に戻す
      </Button>
      <Button size="small" isDisabled={undone.length === 0} onPress={() => request('redo')}>
        やり直す
      </Button>
      <p role="status" className="text-sm">
        {said?.words}
      </p>
    </div>
  );
}
