import { describe, expect, it } from 'vitest';
import { belongsToConversion, isUnsettled, pressedKey } from './composition';

describe('belongsToConversion', () => {
  it('leaves the input method every key of a conversion, and the one that begins it', () => {
    expect(belongsToConversion({ isComposing: true, keyCode: 13 })).toBe(true);
    expect(belongsToConversion({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(belongsToConversion({ isComposing: false, keyCode: 13 })).toBe(false);
  });
});

describe('pressedKey', () => {
  it('is the key, but for the keys of a conversion', () => {
    expect(pressedKey({ key: 'Enter', isComposing: false, keyCode: 13 })).toBe('Enter');
    expect(pressedKey({ key: 'Enter', isComposing: true, keyCode: 13 })).toBeNull();
    expect(pressedKey({ key: 'Escape', isComposing: false, keyCode: 229 })).toBeNull();
  });
});

describe('isUnsettled', () => {
  it('is so for a change during a conversion only', () => {
    expect(isUnsettled(Object.assign(new Event('input'), { isComposing: true }))).toBe(true);
    expect(isUnsettled(Object.assign(new Event('input'), { isComposing: false }))).toBe(false);
    expect(isUnsettled(new Event('change'))).toBe(false);
  });
});
