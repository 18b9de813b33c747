import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperFonts } from '../../../test/support/paper-folders';
import { type FontCoverage, makePrintable, readFontCoverage } from './font-coverage';

const real = paperFonts.map((path) => ({
  name: basename(path),
  coverage: readFontCoverage(readFileSync(path)),
}));
const fonts = real.map(({ coverage }) => coverage);

function fake(family: string, characters: string, variations: string[] = []): FontCoverage[] {
  const points = new Set(Array.from(characters, (character) => character.codePointAt(0)));
  return [false, true].map((bold) => ({
    family,
    bold,
    has: (codePoint) => points.has(codePoint),
    hasVariation: (codePoint, selector) =>
      variations.includes(String.fromCodePoint(codePoint, selector)),
  }));
}

describe('readFontCoverage', () => {
  it('reads family and weight of the shipped fonts', () => {
    expect(real.map(({ coverage: { family, bold } }) => [family, bold])).toEqual([
      ['BIZ UDPGothic', false],
      ['BIZ UDPGothic', true],
      ['Noto Sans JP', false],
      ['Noto Sans JP', true],
    ]);
  });

  it.each(real)('knows what $name draws', ({ coverage }) => {
    const noto = coverage.family === 'Noto Sans JP';
    for (const character of 'あ亜A〓髙﨑①㈱塚') {
      expect(coverage.has(character.codePointAt(0) ?? 0), character).toBe(true);
    }
    expect(coverage.has(0x20bb7)).toBe(noto);
    expect(coverage.has(0x1f600)).toBe(false);
    expect(coverage.has(0xe000)).toBe(false);
    expect(coverage.has(0xffff)).toBe(false);
    expect(coverage.hasVariation(0x845b, 0xe0100)).toBe(true);
    expect(coverage.hasVariation(0x845b, 0xe0101)).toBe(false);
    expect(coverage.hasVariation(0x41, 0xe0100)).toBe(false);
  });

  it('refuses a file that is no font', () => {
    expect(() => readFontCoverage(new Uint8Array(100))).toThrow(RangeError);
    expect(() => readFontCoverage(new Uint8Array(3))).toThrow(RangeError);
  });
});

describe('makePrintable', () => {
  it.each([
    ['漢字かなABC', '漢字かなABC', []],
    ['𠮷田', '𠮷田', []],
    ['葛󠄀城', '葛󠄀城', []],
    ['葛󠄁城', '葛城', ['U+845B U+E0101']],
    ['顔\u{1f600}文字', '顔〓文字', ['U+1F600']],
    ['外字\ue000', '外字〓', ['U+E000']],
    ['家族👨‍👩‍👧', '家族〓〓〓', ['U+1F468', 'U+1F469', 'U+1F467']],
    ['が゙か\u3099', 'が゙か\u3099', []],
    ['e\u0301', 'e\u0301', []],
    ['空\u2003白\u202f', '空\u2003白 ', []],
    ['a\u200bb\ufeffc\u00add\u202ee', 'abcde', []],
    ['a\u0000b\u001bc', 'abc', []],
    ['a\ud800b', 'ab', []],
    ['1\r\n2\r3\u20284', '1\n2\n3\n4', []],
    ['\tタブ', '　タブ', []],
    ['', '', []],
  ])('%j is printed as %j', (text, printed, missing) => {
    const printable = makePrintable(text, fonts);
    expect(printable.text).toBe(printed);
    expect(printable.missing.map(({ codePoint }) => codePoint)).toEqual(missing);
    expect(printable.privateUse).toBe(false);
  });

  it('notices 外字 that a font draws', () => {
    const printable = makePrintable('\ue000', fake('外字', '\ue000〓'));
    expect(printable).toEqual({ text: '\ue000', missing: [], privateUse: true });
  });

  it('asks the font that draws the character for its variation, and no later one', () => {
    const first = fake('first', '葛');
    const second = fake('second', '葛', ['葛󠄀']);
    expect(makePrintable('葛󠄀', [...first, ...second]).text).toBe('葛');
    expect(makePrintable('葛󠄀', [...second, ...first]).text).toBe('葛󠄀');
  });

  it('takes a character for missing when one weight lacks it', () => {
    const [regular] = fake('one', 'あ〓');
    const [, bold] = fake('one', '〓');
    if (regular === undefined || bold === undefined) throw new Error('two weights');
    expect(makePrintable('あ', [regular, bold]).text).toBe('〓');
  });

  it('leaves only what the fonts draw, and does nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = makePrintable(text, fonts);
        const twice = makePrintable(once.text, fonts);
        expect(twice.text).toBe(once.text);
        expect(twice.missing).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
