import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch } from '../text/fold-for-search';
import { rangesOf, snippetOf, wordsOf } from './find-words';
import { foldWithPlaces } from './fold-with-places';

/** What people write, and what is hard to level. */
const hardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['ガ', 'ｶﾞ', 'か\u3099', 'ﾊﾟ', '葛\u{e0100}', '𠮷', '髙', '㈱', '㍻', 'Ａ', 'ﬁ', 'Σ'],
        ...['ΑΣ', 'İ', '㎏', ' ', '　', '\n', '\ue000', '゛', '\ud800', '窓口', 'ヴ', '각', 'ㄱ'],
        ...['ㅏ', '㉠', '👨‍👩‍👧', 'e\u0301', 'ヰ', 'ﷺ', '½'],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const marks = /^[\p{M}\uff9e\uff9f]/u;

function splitsCharacter(text: string, at: number): boolean {
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return isPair || (at > 0 && marks.test(text.slice(at)));
}

describe('foldWithPlaces', () => {
  it('levels exactly as the search does, and knows where every unit came from', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).toBe(foldForSearch(text));
        expect(places).toHaveLength(folded.length);
        let last = 0;
        for (const { begin, end } of places) {
          expect(begin).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(begin);
          last = begin;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The whole text in pieces, each in a hit or beside one. */
function markWords(text: string, words: readonly string[]): { text: string; hit: boolean }[] {
  let at = 0;
  const pieces = rangesOf(foldWithPlaces(text), words).flatMap(({ begin, end }) => {
    const before = { text: text.slice(at, begin), hit: false };
    at = end;
    return [before, { text: text.slice(begin, end), hit: true }];
  });
  return [...pieces, { text: text.slice(at), hit: false }].filter((piece) => piece.text !== '');
}

describe('the words in a text', () => {
  it.each([
    ['カタカナと半角', 'カウンターでｶｳﾝﾀｰの話', 'かうんたー', ['カウンター', 'ｶｳﾝﾀｰ']],
    ['異体字', '髙橋さんと葛\u{e0100}城さん', '高橋 葛城', ['髙橋', '葛\u{e0100}城']],
    ['濁点', 'ｶﾞｲﾄﾞとカ\u3099イト\u3099', 'がいど', ['ｶﾞｲﾄﾞ', 'カ\u3099イト\u3099']],
    ['行をまたぐ', '窓口の\n　対応', '窓口の対応', ['窓口の\n　対応']],
    ['一文字になった語', '㈱厚木', '株', ['㈱']],
    ['追加面の漢字', '𠮷田', '吉', ['𠮷']],
  ])('marks by %s what stands in the text', (_what, text, typed, hits) => {
    const pieces = markWords(text, wordsOf(typed));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(hits);
  });

  it('marks whole characters whose levelled form holds the word, and loses no letter', () => {
    fc.assert(
      fc.property(hardText, hardText, hardText, (before, word, behind) => {
        const text = `${before}${word}${behind}`;
        const words = wordsOf(word).filter((one) => foldForSearch(text).includes(one));
        const pieces = markWords(text, words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        let at = 0;
        for (const piece of pieces) {
          if (piece.hit) {
            const folded = foldForSearch(piece.text);
            expect(words.some((one) => folded.includes(one))).toBe(true);
            expect(splitsCharacter(text, at)).toBe(false);
            expect(splitsCharacter(text, at + piece.text.length)).toBe(false);
          }
          at += piece.text.length;
        }
        expect(pieces.some(({ hit }) => hit)).toBe(words.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('marks exactly the word where the text says it in other letters', () => {
    const forms = fc.constantFrom(
      ['窓', '窓'],
      ['髙', '高'],
      ['ガ', 'が'],
      ['ｶﾞ', 'が'],
      ['𠮷', '吉'],
    );
    fc.assert(
      fc.property(fc.array(forms, { minLength: 1 }), (pairs) => {
        const stored = pairs.map(([written]) => written).join('');
        const typed = pairs.map(([, everyday]) => everyday).join('');
        const text = `、${stored}。`;
        const hits = markWords(text, wordsOf(typed)).filter(({ hit }) => hit);
        expect(hits.map((piece) => foldForSearch(piece.text))).toEqual([typed]);
      }),
    );
  });
});

describe('snippetOf', () => {
  it('shows the first hit with what stands around it, and says that there is more', () => {
    const text = `${'あ'.repeat(200)}窓口\nの対応${'い'.repeat(200)}`;
    const pieces = snippetOf(text, ['窓口']) ?? [];
    const shown = pieces.map((piece) => piece.text).join('');
    expect(shown.startsWith('…')).toBe(true);
    expect(shown.endsWith('…')).toBe(true);
    expect(shown).toContain('窓口 の対応');
    expect(shown.length).toBeLessThan(140);
    expect(pieces.filter(({ hit }) => hit)).toEqual([{ text: '窓口', hit: true }]);
  });

  it('is nothing where no word stands', () => {
    expect(snippetOf('窓口', ['改善'])).toBeNull();
  });

  it('never cuts a character at its edges', () => {
    fc.assert(
      fc.property(hardText, hardText, (before, behind) => {
        const text = `${before.repeat(5)}窓口${behind.repeat(9)}`;
        const pieces = snippetOf(text, ['窓口']) ?? [];
        const shown = pieces.map((piece) => piece.text).join('');
        const flat = text.replace(/\s+/gu, ' ');
        const inner = shown.replace(/^…|…$/gu, '');
        expect(flat.includes(inner) || inner === '').toBe(true);
      }),
    );
  });
});
