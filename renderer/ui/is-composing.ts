/**
 * True for a key that belongs to the input method: Enter then takes a conversion and
 * must not do anything else (229 is what older input methods say instead).
 */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
