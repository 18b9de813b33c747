/**
 * Kanji of names that people type in the everyday form when they search. The everyday form
 * comes first in each group, the forms that names are written with after it.
 */
const nameKanji = `
  高髙 崎﨑嵜碕㟢𥔎 吉𠮷 浜濱濵 辺邊邉 斎齋齊斉 沢澤 広廣 桜櫻 国國 真眞 徳德 恵惠
  島嶋嶌 桑桒 柳栁桺 瀬瀨 淵渕 昇曻 黒黑 円圓 寿壽 栄榮 万萬 竜龍 滝瀧 蔵藏 橋槗𣘺
  富冨 条條 浅淺 槙槇 曽曾 児兒 静靜 鴎鷗 騨驒 芦蘆 郷鄕鄉 鎮鎭 剣劍劔釼 巌巖 呉吳
  増增 穂穗 礼禮 伝傳 与與 豊豐 県縣 関關 鶴靏靍 館舘 弥彌 祢禰 糸絲 実實 寛寬 宝寶寳
  将將 峰峯 岳嶽 彦彥 慎愼 応應 戸戶 教敎 晋晉 暁曉 枡桝 楽樂 横橫 桧檜 歩步 毎每 気氣
  清淸 済濟 満滿 渋澁 為爲 独獨 留畄 研硏 稲稻 経經 緑綠 総總 緒緖 縄繩 聡聰 荘莊 園薗
  薮藪 芸藝 蒋蔣 覚覺 譲讓 頼賴 軽輕 村邨 郎郞 鉄鐵 青靑 顔顏 麦麥 黄黃 亀龜 秋穐 薫薰
  勲勳 厳嚴 野埜 壮壯 奥奧 姫姬 学學 尚尙 峡峽 巣巢 帯帶 数數 会會 柏栢 権權 当當 船舩
  土圡𡈽 今𫝆 泰𣳾 塩鹽 功㓛 凛凜 来來 両兩 画畫 沖冲 涼凉 舎舍 参參 双雙 変變
`;
const everydayForms: ReadonlyMap<string, string> = new Map([
  ...nameKanji
    .trim()
    .split(/\s+/u)
    .flatMap((group) => {
      const [everyday = '', ...others] = Array.from(group);
      return others.map((other): [string, string] => [other, everyday]);
    }),
  // 茅ヶ崎 is typed 茅ケ崎 too, and old kana as they are read.
  ['ゕ', 'か'],
  ['ゖ', 'け'],
  ['ゐ', 'い'],
  ['ゑ', 'え'],
  // Which of the two a small Σ becomes depends on what stands around it.
  ['ς', 'σ'],
]);
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** All that `\s` means. */
const spaces =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const KATAKANA_FIRST = 0x30a1;
const KATAKANA_LAST = 0x30f6;
const KATAKANA_TO_HIRAGANA = 0x60;
const DROPPED = 0;

/** What each unit of a levelled text becomes; a table, because an index folds millions. */
const foldedUnits = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
for (const character of spaces) foldedUnits[character.charCodeAt(0)] = DROPPED;
for (const [character, everyday] of everydayForms) {
  if (character.length === 1) foldedUnits[character.charCodeAt(0)] = everyday.charCodeAt(0);
}
for (let unit = KATAKANA_FIRST; unit <= KATAKANA_LAST; unit += 1) {
  foldedUnits[unit] = foldedUnits[unit - KATAKANA_TO_HIRAGANA] ?? DROPPED;
}

const astral = /[\u{10000}-\u{10ffff}]/gu;
/** So many arguments a call takes everywhere. */
const UNITS_AT_ONCE = 8192;

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
    .replace(astral, (character) => everydayForms.get(character) ?? character);
  const units = new Uint16Array(levelled.length);
  let length = 0;
  for (let index = 0; index < levelled.length; index += 1) {
    const unit = foldedUnits[levelled.charCodeAt(index)] ?? DROPPED;
    if (unit === DROPPED) continue;
    units[length] = unit;
    length += 1;
  }
  let folded = '';
  for (let begin = 0; begin < length; begin += UNITS_AT_ONCE) {
    folded += String.fromCharCode(
      ...units.subarray(begin, Math.min(length, begin + UNITS_AT_ONCE)),
    );
  }
  return folded;
}
