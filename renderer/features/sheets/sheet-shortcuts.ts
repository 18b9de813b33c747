import { type Combination, isOneOf, type PressedKey, undoKeys } from '../../ui/undo-keys';

export type SheetAction =
  | 'nextPart'
  | 'previousPart'
  | 'nextSection'
  | 'previousSection'
  | 'nextPerson'
  | 'previousPerson'
  | 'nextMissing'
  | 'undo'
  | 'redo'
  | 'addGoal'
  | 'moveOn'
  | 'showKeys';

export type Shortcut = {
  action: SheetAction;
  /** Any of these; the first is the one to learn. */
  keys: readonly Combination[];
  words: string;
};

/**
 * The keys of the open sheet: the list on the screen and the key handling are both made
 * from this. All of them work inside a text box. None is a key of the input method alone,
 * of Windows, and none but 元に戻す and やり直す, which everybody knows by heart and the menu
 * has too, ends in a letter.
 */
export const sheetShortcuts: readonly Shortcut[] = [
  {
    action: 'nextPart',
    keys: [{ key: 'ArrowDown', control: true }],
    words: '次の項目へ',
  },
  {
    action: 'previousPart',
    keys: [{ key: 'ArrowUp', control: true }],
    words: '前の項目へ',
  },
  {
    action: 'nextSection',
    keys: [{ key: 'PageDown', control: true }],
    words: '次の区分へ',
  },
  {
    action: 'previousSection',
    keys: [{ key: 'PageUp', control: true }],
    words: '前の区分へ',
  },
  {
    action: 'nextPerson',
    keys: [{ key: 'PageDown', control: true, shift: true }],
    words: '次の人のシートへ（同じ項目へ）',
  },
  {
    action: 'previousPerson',
    keys: [{ key: 'PageUp', control: true, shift: true }],
    words: '前の人のシートへ（同じ項目へ）',
  },
  {
    action: 'nextMissing',
    keys: [{ key: 'F8', control: false }],
    words: '次に未記入の項目へ',
  },
  { action: 'undo', keys: undoKeys.undo, words: 'このシートでしたことを元に戻す' },
  {
    action: 'redo',
    keys: undoKeys.redo,
    words: '元に戻したことをやり直す',
  },
  {
    action: 'addGoal',
    keys: [{ key: 'Enter', control: true }],
    words: '目標を加える（個人目標の中で）',
  },
  {
    action: 'moveOn',
    keys: [{ key: 'Enter', control: true, shift: true }],
    words: '提出など、次の段階へ（確かめる画面を開く）',
  },
  {
    action: 'showKeys',
    keys: [
      { key: 'F1', control: false },
      { key: '/', control: true },
    ],
    words: 'キー操作の一覧を開く',
  },
];

/** What a key asks of the sheet, or null. */
export function sheetActionOf(pressed: PressedKey): SheetAction | null {
  return sheetShortcuts.find(({ keys }) => isOneOf(pressed, keys))?.action ?? null;
}

const capWords: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'PageDown',
  PageUp: 'PageUp',
};

/** The keys of a combination as they are printed on a keyboard, in the order of pressing. */
export function keyCaps({ key, control, shift = false }: Combination): string[] {
  const caps = capWords[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [...(control ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), caps];
}
