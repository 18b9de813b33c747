import { belongsToConversion, type ComposedKey } from '../../ui/composition';

export type SheetAction =
  | 'nextPart'
  | 'previousPart'
  | 'nextSection'
  | 'previousSection'
  | 'nextMissing'
  | 'addGoal'
  | 'showKeys';

type Combination = { key: string; control: boolean };

export type Shortcut = {
  action: SheetAction;
  /** Any of these; the first is the one to learn. */
  keys: readonly Combination[];
  words: string;
};

/**
 * The keys of the open sheet: the list on the screen and the key handling are both made
 * from this. All of them work inside a text box. None is a key of the input method alone,
 * of Windows or of the application's menu, and none ends in a letter, which a keyboard in
 * kana mode would not send.
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
    action: 'nextMissing',
    keys: [{ key: 'F8', control: false }],
    words: '次に未記入の項目へ',
  },
  {
    action: 'addGoal',
    keys: [{ key: 'Enter', control: true }],
    words: '目標を加える（個人目標の中で）',
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

export type PressedKey = ComposedKey & {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
};

/** What a key asks of the sheet, or null. */
export function sheetActionOf(pressed: PressedKey): SheetAction | null {
  if (belongsToConversion(pressed)) return null;
  if (pressed.altKey || pressed.metaKey || pressed.shiftKey) return null;
  const shortcut = sheetShortcuts.find(({ keys }) =>
    keys.some(({ key, control }) => key === pressed.key && control === pressed.ctrlKey),
  );
  return shortcut?.action ?? null;
}

const capWords: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'PageDown',
  PageUp: 'PageUp',
};

/** The keys of a combination as they are printed on a keyboard, in the order of pressing. */
export function keyCaps({ key, control }: Combination): string[] {
  return [...(control ? ['Ctrl'] : []), capWords[key] ?? key];
}
