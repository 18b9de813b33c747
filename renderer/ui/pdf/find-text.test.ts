import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexText } from './find-text';

const everyday: Readonly<Record<string, string>> = { 髙: '高', 𠮷: '吉' };

/** Shortens (variations, spaces) and lengthens (㈱) as a real search does. */
function fold(text: string): string {
  const levelled = text
    .replace(/[\u{e0100}-\u{e01ef}\s]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
  return Array.from(levelled, (character) => everyday[character] ?? character).join('');
}

/** What the matches cover, as it is written. */
function found(pieces: string[], typed: string): string[] {
  return indexText(pieces, fold)
    .find(typed)
    .map(({ from, to }) =>
      pieces
        .slice(from.piece, to.piece + 1)
        .map((piece, index, covered) =>
          piece.slice(
            index === 0 ? from.offset : 0,
            index === covered.length - 1 ? to.offset : undefined,
          ),
        )
        .join('|'),
    );
}

describe('indexText', () => {
  it.each([
    [['髙橋 翔'], '高橋', ['髙橋']],
    [['𠮷田美咲'], '吉田', ['𠮷田']],
    [['葛\u{e0100}城市'], '葛城', ['葛\u{e0100}城']],
    [['ﾖｼﾀﾞ ミサキ'], 'よしだ', ['ﾖｼﾀﾞ']],
    [['か\u3099くせい'], 'がく', ['か\u3099く']],
    [['ＯＪＴと1on1'], 'ojt', ['ＯＪＴ']],
    [['窓口の待ち', '時間を短く'], '待ち時間', ['待ち|時間']],
    [['一', '', '二', '三'], '一二三', ['一||二|三']],
    [['評価、評価、評価'], '評価', ['評価', '評価', '評価']],
    [['㈱育成'], '株', ['㈱']],
    [['何もない'], '別の', []],
    [['何もない'], ' 　', []],
    [[], '何か', []],
  ])('in %j finds %s as %j', (pieces, typed, matches) => {
    expect(found(pieces, typed)).toEqual(matches);
  });

  it('finds whatever stands there, wherever the pieces are cut', () => {
    const text = fc.string({ unit: fc.constantFrom('あ', '髙', 'ガ', '𠮷', 'Ａ', '1', '、') });
    fc.assert(
      fc.property(text, text, text, fc.nat({ max: 30 }), (before, wanted, after, cut) => {
        fc.pre(wanted !== '');
        const whole = [...`${before}${wanted}${after}`];
        const pieces = [whole.slice(0, cut).join(''), whole.slice(cut).join('')];
        expect(found(pieces, wanted).length).toBeGreaterThan(0);
      }),
    );
  });
});
