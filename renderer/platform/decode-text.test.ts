import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';

describe('decodeText', () => {
  it('reads UTF-8 with and without its mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, marked) => {
        fc.pre(!text.includes('\u0000') && !text.startsWith('\ufeff'));
        const bytes = new TextEncoder().encode(marked ? `\ufeff${text}` : text);
        expect(decodeText(bytes)).toEqual({ text, encoding: 'UTF-8' });
      }),
    );
  });

  it('reads what Windows writes in Japanese, with the characters only it has', () => {
    // 職員,髙橋,﨑 in CP932.
    const bytes = Uint8Array.from([
      0x90, 0x45, 0x88, 0xf5, 0x2c, 0xfb, 0xfc, 0x8b, 0xb4, 0x2c, 0xfa, 0xb1,
    ]);
    expect(decodeText(bytes)).toEqual({ text: '職員,髙橋,﨑', encoding: 'Shift_JIS' });
  });

  it('reads the Unicode text of Excel', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x77, 0x80, 0x09, 0x00]);
    expect(decodeText(bytes)).toEqual({ text: '職\t', encoding: 'UTF-16' });
  });

  it('takes no picture or workbook for text', () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0x81]))).toBeNull();
    expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff]))).toBeNull();
  });
});
