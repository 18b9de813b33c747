import { type ComposedKey, pressedKey } from './composition';

/** A key with what is held down with it. */
export type Combination = { key: string; control: boolean; shift?: boolean };

export type PressedKey = ComposedKey & {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
};

/** Whether a press is one of these; never while it belongs to a conversion. */
export function isOneOf(pressed: PressedKey, keys: readonly Combination[]): boolean {
  const key = pressedKey(pressed);
  if (key === null || pressed.altKey || pressed.metaKey) return false;
  // Caps Lock and Shift make a capital of a letter.
  const typed = key.length === 1 ? key.toLowerCase() : key;
  return keys.some(
    ({ key: wanted, control, shift = false }) =>
      wanted === typed && control === pressed.ctrlKey && shift === pressed.shiftKey,
  );
}

/** The keys of 元に戻す and やり直す, which everybody knows by heart. */
export const undoKeys: Readonly<Record<'undo' | 'redo', readonly Combination[]>> = {
  undo: [{ key: 'z', control: true }],
  redo: [
    { key: 'y', control: true },
    { key: 'z', control: true, shift: true },
  ],
};

export function undoDirectionOf(pressed: PressedKey): 'undo' | 'redo' | null {
  if (isOneOf(pressed, undoKeys.undo)) return 'undo';
  return isOneOf(pressed, undoKeys.redo) ? 'redo' : null;
}
