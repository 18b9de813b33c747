import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitGraphemes } from './graphemes';
import { MAX_FILE_NAME_BYTES, MAX_FILE_NAME_LENGTH, safeFileName } from './safe-file-name';

describe('safeFileName', () => {
  it.each([
    ['人事評価シート_令和8年度_100234_𠮷田美咲', '人事評価シート_令和8年度_100234_𠮷田美咲'],
    ['a\\b/c:d*e?f"g<h>i|j', 'abcdefghij'],
    ['終わり. . ', '終わり'],
    ['  前 後  ', '前 後'],
    ['../../etc/passwd', '....etcpasswd'],
    ['一行目\n二行目', '一行目 二行目'],
    ['CON', '_CON'],
    ['con.pdf', '_con.pdf'],
    ['Lpt1', '_Lpt1'],
    ['COM¹', '_COM¹'],
    ['nul .txt', '_nul .txt'],
    ['contact', 'contact'],
    ['COM10', 'COM10'],
    ['', '名称なし'],
    ['...', '名称なし'],
    ['??\u0000', '名称なし'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('cuts a long name between characters, never inside one', () => {
    const whole = '葛\u{e0100}';
    const long = safeFileName(whole.repeat(100));
    expect(long.length).toBeGreaterThan(60);
    expect(long.replaceAll(whole, '')).toBe('');
    const cut = safeFileName(`${'a'.repeat(MAX_FILE_NAME_LENGTH - 1)}𠮷`);
    expect(cut).toBe('a'.repeat(MAX_FILE_NAME_LENGTH - 1));
  });

  it('fits a file system that counts bytes', () => {
    const bytes = new TextEncoder().encode(safeFileName('漢'.repeat(300))).length;
    expect(bytes).toBeLessThanOrEqual(MAX_FILE_NAME_BYTES);
    expect(bytes).toBeGreaterThan(MAX_FILE_NAME_BYTES - 4);
  });

  it('takes out device names that appear only after other characters are gone', () => {
    expect(safeFileName('C*ON')).toBe('_CON');
    expect(safeFileName('?.NUL')).toBe('.NUL');
    expect(safeFileName(`NUL${' '.repeat(300)}x`)).toMatch(/^_NUL/u);
  });

  it('is safe for any input, and stays as it is when asked again', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          'CON',
          'nul',
          '.',
          ' ',
          '/',
          '\\',
          ':',
          '\u0000',
          '\ud842',
          '𠮷',
          '\u{e0100}',
          '\u200d',
          '👨‍👩‍👧',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      ),
      maxLength: 200,
    });
    fc.assert(
      fc.property(hostile, (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect(safe.length).toBeLessThanOrEqual(MAX_FILE_NAME_LENGTH);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(MAX_FILE_NAME_BYTES);
        expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Surrogate}]/u);
        expect(safe).not.toMatch(/^\s|[\s.]$/u);
        expect(safe.split('.')[0]?.trim()).not.toMatch(/^(?:con|nul)$/iu);
        expect(safeFileName(safe)).toBe(safe);
        expect(splitGraphemes(safe).join('')).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });
});
