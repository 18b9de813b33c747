import * as z from 'zod';
import { foldForSearch } from '../text/fold-for-search';
import { type TextDocument, type TextKind, textOwnerSchema } from './text-document';

/** A document as the index holds it: levelled, and good for finding alone. */
export const indexedTextSchema = textOwnerSchema.extend({ folded: z.string() });
export type IndexedText = z.infer<typeof indexedTextSchema>;

/** A row of the store. */
export type TextSource = { table: string; id: string };

/** What may be a hit; whether it is one, and may be shown, the row itself says. */
export type TextCandidate = TextSource & { text: IndexedText };

/**
 * Levelled texts by row. Measured over 20,000 texts of 600 characters: looking through them
 * all takes 1–5 ms, as long as what an inverted index of bigrams saves in finding it costs
 * in its own lists (0–3 ms), which take 0.6 s to make and 8 million places to hold. So it
 * looks through them all.
 */
export class TextIndex {
  private readonly texts = new Map<string, { source: TextSource; texts: readonly IndexedText[] }>();

  /** What a row says now, in place of what it said; nothing takes it out. */
  put(source: TextSource, texts: readonly IndexedText[]): void {
    const key = sourceKey(source);
    if (texts.length === 0) this.texts.delete(key);
    else this.texts.set(key, { source, texts });
  }

  textsOf(source: TextSource): readonly IndexedText[] {
    return this.texts.get(sourceKey(source))?.texts ?? [];
  }

  /** Every text of the index. */
  *all(): Iterable<TextCandidate> {
    for (const { source, texts } of this.texts.values()) {
      for (const text of texts) yield { ...source, text };
    }
  }

  /**
   * The texts that hold every word, the latest day first.
   *
   * @param words levelled, see `wordsOf`; none find nothing
   * @param dayOf the day of a text; null: it is not looked for
   */
  find(words: readonly string[], dayOf: (text: IndexedText) => string | null): TextCandidate[] {
    if (words.length === 0) return [];
    const found: Found[] = [];
    for (const { source, texts } of this.texts.values()) {
      for (const text of texts) {
        if (!words.every((word) => text.folded.includes(word))) continue;
        const day = dayOf(text);
        if (day !== null) found.push({ day, candidate: { ...source, text } });
      }
    }
    return found.sort(latestFirst).map(({ candidate }) => candidate);
  }
}

export function sourceKey({ table, id }: TextSource): string {
  return `${table}/${id}`;
}

/** A line feed, which no levelled text holds, keeps the pieces apart. */
export function indexedText({ pieces, ...owner }: TextDocument): IndexedText {
  return { ...owner, folded: pieces.map(({ text }) => foldForSearch(text)).join('\n') };
}

type Found = { day: string; candidate: TextCandidate };

function latestFirst(one: Found, other: Found): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return one.candidate.id < other.candidate.id ? 1 : -1;
}

/** What somebody looks for. */
export type TextFilter = {
  /** None: of every kind. */
  kinds: readonly TextKind[];
  /** About whom; null: about anybody. */
  staffId: string | null;
  periodId: string | null;
  /** Also in 相談 and 職場復帰支援の面談, which stay out unless they are asked for. */
  confidential: boolean;
};

export const anyText: TextFilter = {
  kinds: [],
  staffId: null,
  periodId: null,
  confidential: false,
};
