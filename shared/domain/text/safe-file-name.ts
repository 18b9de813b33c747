import { splitGraphemes } from './graphemes';
import { sanitizeLine } from './sanitize';

/** In UTF-16 units: leaves room for a folder within the 260 of older Windows programs. */
export const MAX_FILE_NAME_LENGTH = 120;
/** In UTF-8 bytes: Linux and many shares stop at 255, and extensions still follow. */
export const MAX_FILE_NAME_BYTES = 220;

const forbidden = /[\\/:*?"<>|]/gu;
const outerSpaceAndDots = /^\s+|[\s.]+$/gu;
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)/iu;
const nameless = '名称なし';

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function shorten(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const grapheme of splitGraphemes(text)) {
    bytes += utf8Length(grapheme);
    if (kept.length + grapheme.length > MAX_FILE_NAME_LENGTH || bytes > MAX_FILE_NAME_BYTES) break;
    kept += grapheme;
  }
  return kept.replace(outerSpaceAndDots, '');
}

/**
 * A file name, without extension, that Windows and Linux both take: no forbidden or
 * control characters, no trailing dot or space, no device name, not too long, never
 * empty. Characters are never cut in half: 𠮷 and 葛󠄀 stay whole.
 */
export function safeFileName(name: string): string {
  const clean = sanitizeLine(name).replace(forbidden, '').replace(outerSpaceAndDots, '');
  const short = shorten(clean);
  // Only now: shortening can leave a bare device name behind.
  return (reserved.test(short) ? shorten(`_${short}`) : short) || nameless;
}
