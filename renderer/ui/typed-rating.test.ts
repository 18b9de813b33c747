import { describe, expect, it } from 'vitest';
import { typedRating } from './typed-rating';

const ratings = ['S', 'A', 'B', 'C', 'D'];
const plain = { keyCode: 0, isComposing: false, ctrlKey: false, altKey: false, metaKey: false };

describe('typedRating', () => {
  it.each([
    ['S', 'S'],
    ['s', 'S'],
    ['Ｓ', 'S'],
    ['ｓ', 'S'],
    ['d', 'D'],
    ['Ｂ', 'B'],
  ])('takes %s for %s', (key, rating) => {
    expect(typedRating({ ...plain, key }, ratings)).toBe(rating);
  });

  it.each(['Backspace', 'Delete'])('clears on %s', (key) => {
    expect(typedRating({ ...plain, key }, ratings)).toBeNull();
  });

  it.each(['e', 'Tab', 'ArrowLeft', '1', 'あ'])('leaves %s alone', (key) => {
    expect(typedRating({ ...plain, key }, ratings)).toBeUndefined();
  });

  it('takes nothing while the input method converts', () => {
    expect(typedRating({ ...plain, key: 's', isComposing: true }, ratings)).toBeUndefined();
    expect(typedRating({ ...plain, key: 'Process', keyCode: 229 }, ratings)).toBeUndefined();
    expect(typedRating({ ...plain, key: 'Backspace', keyCode: 229 }, ratings)).toBeUndefined();
  });

  it('leaves shortcuts to the application', () => {
    expect(typedRating({ ...plain, key: 's', ctrlKey: true }, ratings)).toBeUndefined();
  });
});
