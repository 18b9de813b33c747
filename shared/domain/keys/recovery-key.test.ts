import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldRecoveryGroup,
  formatRecoveryKey,
  parseRecoveryKey,
  RECOVERY_KEY_RANDOM_BYTES,
} from './recovery-key';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keys = fc.uint8Array({
  minLength: RECOVERY_KEY_RANDOM_BYTES,
  maxLength: RECOVERY_KEY_RANDOM_BYTES,
});
const fullWidth = (text: string) =>
  text.replace(/[!-~]/gu, (half) => String.fromCodePoint((half.codePointAt(0) ?? 0) + 0xfee0));

describe('the recovery key', () => {
  it('is written as it was yesterday', () => {
    const bytes = Uint8Array.from({ length: RECOVERY_KEY_RANDOM_BYTES }, (_, index) => index * 13);
    expect(formatRecoveryKey(bytes).join('-')).toBe('006H-M9SM-8575-PT3N-GA7S-SADP-RF8D-VTJG');
    expect(formatRecoveryKey(new Uint8Array(RECOVERY_KEY_RANDOM_BYTES))).toEqual(
      Array(8).fill('0000'),
    );
  });

  it('comes back from paper, however it is typed', () => {
    const joins = fc.constantFrom('', ' ', '-', '‐', '−', '－', 'ー', '　', '\n');
    const spellings = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toLowerCase(),
      fullWidth,
      (text) => text.replaceAll('0', 'o'),
      (text) => text.replaceAll('0', 'Ｏ').replaceAll('1', 'l'),
      (text) => text.replaceAll('1', 'I'),
    );
    fc.assert(
      fc.property(keys, joins, spellings, (bytes, join, spell) => {
        const groups = formatRecoveryKey(bytes);
        expect(groups).toHaveLength(8);
        for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/u);
        expect(parseRecoveryKey(spell(groups.join(join)))).toEqual(bytes);
      }),
    );
  });

  it('notices every wrong character', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 31 }), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const text = formatRecoveryKey(bytes).join('');
        const wrong = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + by) % 32);
        expect(parseRecoveryKey(text.slice(0, at) + wrong + text.slice(at + 1))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('notices two neighbours that changed places', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 30 }), (bytes, at) => {
        const text = formatRecoveryKey(bytes).join('');
        const [left, right] = [text.charAt(at), text.charAt(at + 1)];
        fc.pre(left !== right);
        expect(parseRecoveryKey(text.slice(0, at) + right + left + text.slice(at + 2))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', '0000', '0'.repeat(31), '0'.repeat(33), 'U'.repeat(32), '＊'.repeat(32)])(
    'refuses %j',
    (typed) => {
      expect(parseRecoveryKey(typed)).toBeNull();
    },
  );

  it('refuses anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (typed) => {
        const parsed = parseRecoveryKey(typed);
        if (parsed !== null) expect(parsed).toHaveLength(RECOVERY_KEY_RANDOM_BYTES);
      }),
    );
  });

  it('is made of the right number of bytes only', () => {
    expect(() => formatRecoveryKey(new Uint8Array(20))).toThrow(RangeError);
  });

  it('folds one group as it is typed back', () => {
    expect(foldRecoveryGroup(' ｏ１il ')).toBe('0111');
  });
});
