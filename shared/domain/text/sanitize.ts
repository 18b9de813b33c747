/**
 * Line breaks of every kind, also the ones word processors paste. They become `\n`
 * before control characters go, so that no two words are joined.
 */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * Takes out what can neither be stored nor printed: control characters (not `\n`, `\t`)
 * and halves of surrogate pairs. Everything else stays exactly as typed; no NFC or NFKC,
 * because both rewrite kanji of names (design §6).
 */
export function sanitizeText(text: string): string {
  return text.replace(lineBreaks, '\n').replace(controls, '').replace(loneSurrogates, '');
}

/** Like `sanitizeText`, for one-line fields: breaks and tabs become one space. */
export function sanitizeLine(text: string): string {
  return sanitizeText(text).replace(/[\n\t]+/gu, ' ');
}
