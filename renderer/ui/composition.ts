/** What a key press says about a conversion; a structural part of KeyboardEvent. */
export type ComposedKey = { isComposing: boolean; keyCode: number };

/**
 * Whether a key belongs to a Japanese conversion and not to the page. Every key handler
 * asks here first. 229 is what Chromium reports for a key the input method has swallowed;
 * the key that begins a conversion has it before `isComposing` is true.
 */
export function belongsToConversion(key: ComposedKey): boolean {
  return key.isComposing || key.keyCode === 229;
}

/** The key of a press; null when it belongs to a conversion and is no key of the page. */
export function pressedKey(pressed: ComposedKey & { key: string }): string | null {
  return belongsToConversion(pressed) ? null : pressed.key;
}

/** Whether the text of a change is in the middle of a conversion, and not settled yet. */
export function isUnsettled(change: Event): boolean {
  return 'isComposing' in change && change.isComposing === true;
}

/** Enter by itself, and not the Enter that ends a conversion. */
export function isPlainEnter(
  pressed: ComposedKey & { key: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean },
): boolean {
  return (
    pressedKey(pressed) === 'Enter' && !pressed.ctrlKey && !pressed.altKey && !pressed.shiftKey
  );
}
