import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch } from './fold-for-search';

describe('foldForSearch', () => {
  it.each([
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['𠮷田 美咲', '吉田美咲'],
    ['葛\u{e0100}城', '葛城'],
    ['渡邉', '渡辺'],
    ['\ufa10本', '塚本'],
    ['ヨシダ　ミサキ', 'よしだみさき'],
    ['ﾖｼﾀﾞ', 'よしだ'],
    ['１００２３４', '100234'],
    ['ＯＪＴ', 'ojt'],
    ['1on1', '1ON1'],
    ['濵田', '浜田'],
    ['邊見', '辺見'],
    ['齋藤', '斉藤'],
    ['桒原', '桑原'],
    ['大槗', '大橋'],
    ['髙𣘺', '高橋'],
    ['𡈽屋', '土屋'],
    ['冨樫', '富樫'],
    ['茅ヶ崎', '茅ケ崎'],
    ['ﾂﾁﾔ　ｹﾝ', 'つちやけん'],
    ['ヰノウエ', 'いのうえ'],
  ])('finds %s by %s', (stored, typed) => {
    expect(foldForSearch(stored)).toBe(foldForSearch(typed));
  });

  it('keeps different names apart', () => {
    expect(foldForSearch('吉田')).not.toBe(foldForSearch('古田'));
  });

  it('levels every form to one that stays as it is', () => {
    for (const name of ['髙﨑𠮷濵濱邊邉斎齋齊桒槗德', '舘冨條曾彌鷗圡凜']) {
      const folded = foldForSearch(name);
      expect(foldForSearch(folded)).toBe(folded);
      expect(folded).not.toBe(name);
    }
  });

  it('does not see spaces, variation selectors or kana and width', () => {
    const typed: [stored: string, searched: string][] = [
      ['葛\u{e0100}', '葛'],
      ['辻\u{e0101}', '辻'],
      ['﨑', '崎'],
      ['𠮷', '吉'],
      ['ガ', 'が'],
      ['Ｂ', 'b'],
      ['７', '7'],
      ['　', ''],
      [' ', ''],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...typed)), (pairs) => {
        const stored = pairs.map(([text]) => text).join('');
        const searched = pairs.map(([, text]) => text).join('');
        expect(foldForSearch(stored)).toBe(searched);
        expect(foldForSearch(searched)).toBe(searched);
      }),
    );
  });
});
