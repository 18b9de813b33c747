import type { MissingCharacter } from '../../../shared/print/missing-character';

/** What one font file can draw. */
export type FontCoverage = {
  family: string;
  bold: boolean;
  /** True when the font draws the code point. */
  has: (codePoint: number) => boolean;
  /** True when the font knows this variation selector after this character. */
  hasVariation: (codePoint: number, selector: number) => boolean;
};

export type PrintableText = {
  text: string;
  missing: MissingCharacter[];
  /** The text holds 外字 (private use), which PDF/A-2a does not allow. */
  privateUse: boolean;
};

/** Printed in place of a character that no font has, as offices do. */
export const GETA = '〓';

/**
 * Reads which characters a TrueType file draws from its `cmap` (subtables of format 4, 12
 * and 14, OpenType 1.9).
 *
 * @throws RangeError when the file is cut or is no TrueType font
 */
export function readFontCoverage(file: Uint8Array): FontCoverage {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = readTableDirectory(view);
  const codePoints = new Set<number>();
  const variations = new Map<number, Set<number>>();
  const cmap = tableStart(tables, 'cmap');
  const subtables = view.getUint16(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const record = cmap + 4 + index * 8;
    const start = cmap + view.getUint32(record + 4);
    const format = view.getUint16(start);
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!unicode) continue;
    if (format === 4) readSegments(view, start, codePoints);
    if (format === 12) readGroups(view, start, codePoints);
    if (format === 14) readVariations(view, start, variations);
  }
  const names = readNames(view, tableStart(tables, 'name'));
  return {
    family: names.family,
    bold: view.getUint16(tableStart(tables, 'OS/2') + 4) >= 600,
    has: (codePoint) => codePoints.has(codePoint),
    hasVariation: (codePoint, selector) => variations.get(selector)?.has(codePoint) ?? false,
  };
}

function readTableDirectory(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(
      view.getUint8(record),
      view.getUint8(record + 1),
      view.getUint8(record + 2),
      view.getUint8(record + 3),
    );
    tables.set(tag, view.getUint32(record + 8));
  }
  return tables;
}

function tableStart(tables: Map<string, number>, tag: string): number {
  const start = tables.get(tag);
  if (start === undefined) throw new RangeError(`the font has no ${tag} table`);
  return start;
}

/** Format 4: segments of the basic plane. Glyph 0 means that the font has it not. */
function readSegments(view: DataView, start: number, into: Set<number>): void {
  const doubled = view.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let at = 0; at < doubled; at += 2) {
    const last = view.getUint16(ends + at);
    const first = view.getUint16(starts + at);
    const delta = view.getUint16(deltas + at);
    const offset = view.getUint16(offsets + at);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint += 1) {
      const raw =
        offset === 0 ? codePoint : view.getUint16(offsets + at + offset + 2 * (codePoint - first));
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) into.add(codePoint);
    }
  }
}

/** Format 12: groups over all planes. */
function readGroups(view: DataView, start: number, into: Set<number>): void {
  const groups = view.getUint32(start + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = start + 16 + index * 12;
    const first = view.getUint32(group);
    const last = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      if (glyph + codePoint - first !== 0) into.add(codePoint);
    }
  }
}

/** Format 14: characters per variation selector, drawn by default or by a glyph of its own. */
function readVariations(view: DataView, start: number, into: Map<number, Set<number>>): void {
  const selectors = view.getUint32(start + 6);
  for (let index = 0; index < selectors; index += 1) {
    const record = start + 10 + index * 11;
    const bases = new Set<number>();
    const defaults = view.getUint32(record + 3);
    if (defaults !== 0) {
      const ranges = view.getUint32(start + defaults);
      for (let range = 0; range < ranges; range += 1) {
        const at = start + defaults + 4 + range * 4;
        const first = readUint24(view, at);
        const more = view.getUint8(at + 3);
        for (let step = 0; step <= more; step += 1) bases.add(first + step);
      }
    }
    const own = view.getUint32(record + 7);
    if (own !== 0) {
      const mappings = view.getUint32(start + own);
      for (let mapping = 0; mapping < mappings; mapping += 1) {
        bases.add(readUint24(view, start + own + 4 + mapping * 5));
      }
    }
    into.set(readUint24(view, record), bases);
  }
}

function readUint24(view: DataView, at: number): number {
  return view.getUint8(at) * 0x10000 + view.getUint16(at + 1);
}

const FAMILY_NAME = 1;
const TYPOGRAPHIC_FAMILY_NAME = 16;
const ENGLISH = 0x0409;

/** The English family name, as the templates write it. */
function readNames(view: DataView, start: number): { family: string } {
  const count = view.getUint16(start + 2);
  const strings = start + view.getUint16(start + 4);
  const found = new Map<number, string>();
  for (let index = 0; index < count; index += 1) {
    const record = start + 6 + index * 12;
    const windows = view.getUint16(record) === 3 && view.getUint16(record + 4) === ENGLISH;
    if (!windows) continue;
    let name = '';
    for (let at = 0; at < view.getUint16(record + 8); at += 2) {
      name += String.fromCharCode(view.getUint16(strings + view.getUint16(record + 10) + at));
    }
    found.set(view.getUint16(record + 6), name);
  }
  return { family: found.get(TYPOGRAPHIC_FAMILY_NAME) ?? found.get(FAMILY_NAME) ?? '' };
}

/**
 * Characters that draw nothing and are no selectors: joiners, direction marks, tags. They
 * go, because PDF/A wants a glyph for each and nobody sees them.
 */
const invisible =
  /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?!\n)\p{Cc}|\p{Cs}/gu;
const spaces = /\p{Zs}/u;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const privateUseCharacter = /\p{Co}/u;
const selectorCharacter = /\p{Variation_Selector}/u;
const mark = /^\p{M}$/u;
const anyMark = /\p{M}/u;
/** A character with the selector or the combining marks that follow it. */
const units = /[^\p{M}][\p{M}]*|\p{M}+/gsu;

/**
 * What can be printed of a text. A character is there only when every weight the papers
 * use has it. Missing characters become 〓; a variation the fonts do not know is printed
 * in its basic form. Both are listed.
 *
 * @param fonts the families in the order the templates name them, each in every weight
 */
export function makePrintable(text: string, fonts: readonly FontCoverage[]): PrintableText {
  const missing: MissingCharacter[] = [];
  const plain = text.replace(lineEnds, '\n').replace(/\t/gu, '　').replace(invisible, '');
  if (isPlainlyDrawn(plain, fonts)) {
    return { text: plain, missing, privateUse: privateUseCharacter.test(plain) };
  }
  const printable = plain.replace(units, (unit) => printableUnit(unit, fonts, missing));
  return { text: printable, missing, privateUse: privateUseCharacter.test(printable) };
}

/** Most texts are: every character is there, and none belongs to the one before it. */
function isPlainlyDrawn(text: string, fonts: readonly FontCoverage[]): boolean {
  if (anyMark.test(text)) return false;
  const groups = weights(fonts);
  for (const character of text) {
    if (character !== '\n' && !inEach(groups, character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

function printableUnit(
  unit: string,
  fonts: readonly FontCoverage[],
  missing: MissingCharacter[],
): string {
  if (unit === '\n') return unit;
  const characters = [...unit];
  const base = characters[0] ?? '';
  if (characters.length === 1 && drawn(base, fonts)) return base;
  if (spaces.test(base) && !drawn(base, fonts)) return ` ${characters.slice(1).join('')}`;
  if (!drawn(base, fonts)) {
    missing.push(nameCharacter(unit));
    return GETA;
  }
  let kept = base;
  for (const character of characters.slice(1)) {
    const next = kept + character;
    if (selectorCharacter.test(character)) {
      if (knowsVariation(base, character, fonts)) kept = next;
      else missing.push(nameCharacter(base + character));
    } else if (drawn(character, fonts) || drawn(next.normalize('NFC'), fonts)) {
      kept = next;
    } else if (mark.test(character)) {
      missing.push(nameCharacter(character));
      kept += GETA;
    }
  }
  return kept;
}

function nameCharacter(character: string): MissingCharacter {
  const codePoint = Array.from(
    character,
    (part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
  return { character, codePoint };
}

function weights(fonts: readonly FontCoverage[]): FontCoverage[][] {
  return [fonts.filter((font) => !font.bold), fonts.filter((font) => font.bold)];
}

/** True when the text is one character and each weight has it in some family. */
function drawn(character: string, fonts: readonly FontCoverage[]): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  if (character.length !== String.fromCodePoint(codePoint).length) return false;
  return inEach(weights(fonts), codePoint);
}

function inEach(groups: readonly FontCoverage[][], codePoint: number): boolean {
  return groups.every((group) => group.some((font) => font.has(codePoint)));
}

/** The first family that has the character draws it, so that one must know the variation. */
function knowsVariation(base: string, selector: string, fonts: readonly FontCoverage[]): boolean {
  const codePoint = base.codePointAt(0) ?? 0;
  const selectorPoint = selector.codePointAt(0) ?? 0;
  return weights(fonts).every(
    (group) =>
      group.find((font) => font.has(codePoint))?.hasVariation(codePoint, selectorPoint) ?? false,
  );
}
