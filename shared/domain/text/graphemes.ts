// Made once: making it costs more than counting a page of text.
const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** What a person sees as one character each: 葛󠄀 and 𠮷 are one. */
export function splitGraphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export function countGraphemes(text: string): number {
  let count = 0;
  for (const _segment of segmenter.segment(text)) count += 1;
  return count;
}
