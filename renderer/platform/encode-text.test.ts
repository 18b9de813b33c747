import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';
import { encodeText, unwritableCells } from './encode-text';

const sjis = (text: string) => [...encodeText(text, 'Shift_JIS')];

describe('encodeText', () => {
  it('writes UTF-8 with the mark by which spreadsheets know it', () => {
    expect([...encodeText('a', 'UTF-8')]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
  });

  it('writes the bytes that Windows writes, also where a character has two codes', () => {
    expect(sjis('職員,髙橋,﨑')).toEqual([
      0x90, 0x45, 0x88, 0xf5, 0x2c, 0xfb, 0xfc, 0x8b, 0xb4, 0x2c, 0xfa, 0xb1,
    ]);
    expect(sjis('①ｱ∵≒')).toEqual([0x87, 0x40, 0xb1, 0x81, 0xe6, 0x81, 0xe0]);
    // What would be an escape in a carelessly read text.
    expect(sjis('ソ表')).toEqual([0x83, 0x5c, 0x95, 0x5c]);
  });

  it('writes nothing that is read back as something else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const bytes = encodeText(text, 'Shift_JIS');
        const expected = [...text]
          .map((one) => (unwritableCells([[one]]).length > 0 ? '〓' : one))
          .join('');
        expect(new TextDecoder('shift_jis').decode(bytes)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read back as Shift_JIS', () => {
    const text = '職員番号,氏名\r\n100234,髙橋 徹\r\n';
    expect(decodeText(encodeText(text, 'Shift_JIS'))).toEqual({ text, encoding: 'Shift_JIS' });
  });
});

describe('unwritableCells', () => {
  it('names the cells and their characters, each once', () => {
    expect(
      unwritableCells([
        ['氏名', 'フリガナ'],
        ['𠮷田 𠮷美', 'ヨシダ'],
        ['髙橋 徹', 'タカハシ～'],
        ['葛\u{e0100}城', '―—'],
      ]),
    ).toEqual([
      { row: 1, column: 0, characters: ['𠮷'] },
      { row: 3, column: 0, characters: ['葛\u{e0100}'] },
      { row: 3, column: 1, characters: ['—'] },
    ]);
  });
});
