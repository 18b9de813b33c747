import { type RefObject, useEffect, useRef } from 'react';
import type { UndoDirection } from '../../shared/domain/sheet/undo-history';
import { registerEditTaker } from './edit-requests';

type UndoKeys = {
  /** An element of the page: while it is not to be seen, nothing is undone. */
  root: RefObject<HTMLElement | null>;
  /** With what the names of the page's own fields begin. */
  fields: string;
  /** What a key asks for; a function for good. */
  directionOf: (event: KeyboardEvent) => UndoDirection | null;
};

/**
 * A page's keys for it (on macOS they come from the menu), the menus' 元に戻す and
 * やり直す, and what the browser itself would undo in a box of the page. Boxes that are not
 * the page's, as a search, keep the browser's history.
 */
export function useUndoKeys(
  request: (direction: UndoDirection) => void,
  { root, fields, directionOf }: UndoKeys,
): void {
  const latest = useRef(request);
  useEffect(() => {
    latest.current = request;
  });
  useEffect(() => {
    let converting = false;

    function mayTurn(): boolean {
      const asked = document.querySelector('[role="alertdialog"], [role="dialog"]') !== null;
      return !converting && !asked && root.current?.checkVisibility() === true;
    }
    function handleKey(event: KeyboardEvent) {
      const direction = directionOf(event);
      if (direction === null) return;
      if (isForeignBox(document.activeElement, fields) || !mayTurn()) return;
      event.preventDefault();
      latest.current(direction);
    }
    /** Also asked for by the browser's own menu. */
    function handleInput(event: InputEvent) {
      const direction = inputDirections[event.inputType];
      if (direction === undefined || !isOwnBox(event.target, fields)) return;
      event.preventDefault();
      if (mayTurn()) latest.current(direction);
    }
    const begin = () => {
      converting = true;
    };
    const end = () => {
      converting = false;
    };
    window.addEventListener('keydown', handleKey);
    window.addEventListener('beforeinput', handleInput, { capture: true });
    window.addEventListener('compositionstart', begin);
    window.addEventListener('compositionend', end);
    const leave = registerEditTaker((direction) => {
      if (isForeignBox(document.activeElement, fields)) return 'left';
      if (mayTurn()) latest.current(direction);
      return 'taken';
    });
    return () => {
      window.removeEventListener('keydown', handleKey);
      window.removeEventListener('beforeinput', handleInput, { capture: true });
      window.removeEventListener('compositionstart', begin);
      window.removeEventListener('compositionend', end);
      leave();
    };
  }, [root, fields, directionOf]);
}

const inputDirections: Readonly<Record<string, UndoDirection>> = {
  historyUndo: 'undo',
  historyRedo: 'redo',
};

function isBox(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')
  );
}

function isOwnBox(target: EventTarget | null, fields: string): boolean {
  return isBox(target) && target.name.startsWith(fields);
}

function isForeignBox(target: EventTarget | null, fields: string): boolean {
  return isBox(target) && !isOwnBox(target, fields);
}
