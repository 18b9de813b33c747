import { monthAndDay } from '../period/wareki';
import type { ConductNote, NoteTone } from './conduct-note';

export const toneLabels: Readonly<Record<NoteTone, string>> = {
  good: '良かったこと',
  improve: '改善したいこと',
  neutral: 'どちらでもない',
};

/** The line that goes into the evidence: `6月3日 窓口で…`. */
export function quoteOfNote({
  happenedOn,
  text,
}: Pick<ConductNote, 'happenedOn' | 'text'>): string {
  return `${monthAndDay(happenedOn)} ${text.trim()}`;
}

/** A text with a quote as its last line; the text itself when the quote is in it already. */
export function withQuote(text: string, quote: string): string {
  if (text.includes(quote)) return text;
  const before = text.trimEnd();
  return before === '' ? quote : `${before}\n${quote}`;
}
