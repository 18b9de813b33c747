import { describe, expect, it } from 'vitest';
import { keyCaps, sheetActionOf, sheetShortcuts } from './sheet-shortcuts';

const plain = {
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
};

describe('sheetActionOf', () => {
  it.each(sheetShortcuts.flatMap(({ action, keys }) => keys.map((key) => ({ ...key, action }))))(
    'takes $key (Ctrl: $control) for $action and for nothing else',
    ({ key, control, shift = false, action }) => {
      const pressed = { ...plain, key, ctrlKey: control, shiftKey: shift };
      expect(sheetActionOf(pressed)).toBe(action);
      expect(sheetActionOf({ ...pressed, ctrlKey: !control })).toBeNull();
      for (const modifier of ['altKey', 'metaKey']) {
        expect(sheetActionOf({ ...pressed, [modifier]: true })).toBeNull();
      }
      expect(sheetActionOf({ ...pressed, shiftKey: !shift })).not.toBe(action);
    },
  );

  it('leaves every key of a conversion to the input method', () => {
    for (const { keys } of sheetShortcuts) {
      for (const { key, control, shift = false } of keys) {
        const pressed = { ...plain, key, ctrlKey: control, shiftKey: shift };
        expect(sheetActionOf({ ...pressed, isComposing: true })).toBeNull();
        expect(sheetActionOf({ ...pressed, keyCode: 229 })).toBeNull();
      }
    }
  });

  it('takes Ctrl+Z with Caps Lock on', () => {
    expect(sheetActionOf({ ...plain, key: 'Z', ctrlKey: true })).toBe('undo');
  });

  it.each(['a', 'Enter', 'Tab', 'Escape', 'F9'])('leaves %s alone', (key) => {
    expect(sheetActionOf({ ...plain, key })).toBeNull();
  });
});

describe('keyCaps', () => {
  it('names the keys as a keyboard does', () => {
    expect(keyCaps({ key: 'ArrowDown', control: true })).toEqual(['Ctrl', '↓']);
    expect(keyCaps({ key: 'F8', control: false })).toEqual(['F8']);
    expect(keyCaps({ key: 'z', control: true, shift: true })).toEqual(['Ctrl', 'Shift', 'Z']);
  });
});
