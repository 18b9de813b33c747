export type TextEncoding = 'UTF-8' | 'Shift_JIS' | 'UTF-16';

/**
 * The text of a file that names no encoding: by its byte order mark, else UTF-8 where every
 * byte fits, else the Japanese one of Windows (CP932). Null for what is no text in any.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', 'UTF-16', bytes);
  return decodeAs('utf-8', 'UTF-8', bytes) ?? decodeAs('shift_jis', 'Shift_JIS', bytes);
}

function decodeAs(
  label: string,
  encoding: TextEncoding,
  bytes: Uint8Array,
): { text: string; encoding: TextEncoding } | null {
  try {
    // The byte order mark is not part of the text: the decoder takes it away.
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : { text, encoding };
  } catch {
    return null;
  }
}
