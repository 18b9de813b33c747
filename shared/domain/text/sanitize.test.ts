import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeLine, sanitizeText } from './sanitize';

/** Any UTF-16, halves of surrogate pairs included, rich in the characters that matter. */
const anyUtf16 = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0, max: 0x9f }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
    ),
    { maxLength: 60 },
  )
  .map((units) => String.fromCharCode(...units));
const names = [
  '𠮷田',
  '髙﨑',
  '葛\u{e0100}城',
  '\ufa10本',
  '\ufa1b島',
  'か\u3099',
  '\ue000',
  'Ａｱ',
];

describe('sanitizeText', () => {
  it('levels line breaks and keeps tabs', () => {
    expect(sanitizeText('a\r\nb\rc\nd\te')).toBe('a\nb\nc\nd\te');
    expect(sanitizeText('a\vb\fc\u0085d\u2028e\u2029f')).toBe('a\nb\nc\nd\ne\nf');
  });

  it('takes out control characters and halves of pairs', () => {
    expect(sanitizeText('a\u0000b\u001bc\u007fd\u009fe\ud842f\udfb7g')).toBe('abcdefg');
    expect(sanitizeText('\udfb7\ud842')).toBe('');
  });

  it.each(names)('keeps %s exactly, though NFC or NFKC would rewrite it', (name) => {
    expect(sanitizeText(name)).toBe(name);
    expect(sanitizeLine(name)).toBe(name);
  });

  it('leaves well-formed text without controls alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const harmless = text.replace(/[\p{Cc}\u2028\u2029]/gu, '');
        expect(sanitizeText(harmless)).toBe(harmless);
      }),
    );
  });

  it('gives well-formed text without controls from anything, and is done after once', () => {
    fc.assert(
      fc.property(anyUtf16, (text) => {
        const clean = sanitizeText(text);
        expect(clean).not.toMatch(/[\p{Surrogate}\u2028\u2029]/u);
        expect(clean.replace(/[\n\t]/gu, '')).not.toMatch(/\p{Cc}/u);
        expect(sanitizeText(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});

describe('sanitizeLine', () => {
  it('joins lines with one space and keeps what is being typed at the ends', () => {
    expect(sanitizeLine('山田\r\n\t 太郎 ')).toBe('山田  太郎 ');
    expect(sanitizeLine('a\n\nb')).toBe('a b');
  });

  it('never gives a break or tab', () => {
    fc.assert(
      fc.property(anyUtf16, (text) => {
        expect(sanitizeLine(text)).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
      }),
    );
  });
});
