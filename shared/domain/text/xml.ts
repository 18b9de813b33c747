import { Parser } from 'saxen';
import { FileRefused } from './file-refused';

export type XmlListener = {
  /** @param path names of the elements around it and its own, without prefixes */
  open?: (path: readonly string[], attribute: (name: string) => string | null) => void;
  close?: (path: readonly string[]) => void;
  text?: (path: readonly string[], text: string) => void;
};

/** Deeper than any table; what goes on for ever is refused. */
const MOST_DEPTH = 100;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
};

/**
 * Walks through an XML text that comes from outside. One with a document type is refused
 * before anything of it is read: it could name entities and other files.
 *
 * @throws FileRefused
 */
export function walkXml(xml: string, listener: XmlListener): void {
  const path: string[] = [];
  const parser = new Parser()
    .on('attention', () => {
      throw new FileRefused('外のものを指す書き方（DTD）が中にあります。');
    })
    .on('openTag', (name, attributes) => {
      if (path.length === MOST_DEPTH) throw new FileRefused('入れ子が深すぎます。');
      path.push(localName(name));
      listener.open?.(path, (wanted) => {
        const found = attributes();
        if (found === false) return null;
        const key = Object.keys(found).find((one) => localName(one) === wanted);
        return key === undefined ? null : decoded(found[key] ?? '');
      });
    })
    .on('closeTag', () => {
      listener.close?.(path);
      path.pop();
    })
    .on('text', (raw) => listener.text?.(path, decoded(raw)))
    .on('cdata', (raw) => listener.text?.(path, raw));
  try {
    parser.parse(xml);
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('壊れているため読めません。');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The five names of XML and numbers, also of kanji beyond 16 bits. */
function decoded(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/giu, (whole, ten, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten);
    return code > 0x10_ff_ff ? whole : String.fromCodePoint(code);
  });
}
