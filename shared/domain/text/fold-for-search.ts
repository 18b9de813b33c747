/** Kanji of names that people type in the everyday form when they search. */
const everydayForms: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  嵜: '崎',
  碕: '崎',
  𠮷: '吉',
  濵: '浜',
  濱: '浜',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  齊: '斎',
  斉: '斎',
  澤: '沢',
  廣: '広',
  櫻: '桜',
  國: '国',
  眞: '真',
  德: '徳',
  惠: '恵',
  嶋: '島',
  嶌: '島',
  桒: '桑',
  栁: '柳',
  瀨: '瀬',
  渕: '淵',
  曻: '昇',
  黑: '黒',
  圓: '円',
  壽: '寿',
  榮: '栄',
  萬: '万',
  龍: '竜',
  瀧: '滝',
  藏: '蔵',
  槗: '橋',
};
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const katakana = /[ァ-ヶ]/gu;

/**
 * The key two texts are compared by in a search, never stored in place of a name: width,
 * case, kana and common variants of kanji are levelled, variation selectors and spaces
 * are gone (髙→高, 葛󠄀→葛, カ→か).
 */
export function foldForSearch(text: string): string {
  const levelled = text
    .replace(variationSelectors, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(katakana, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replace(/\s/gu, '');
  return Array.from(levelled, (character) => everydayForms[character] ?? character).join('');
}
