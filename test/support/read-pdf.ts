import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as z from 'zod';

const package_ = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const infoSchema = z.object({
  Title: z.string().default(''),
  Author: z.string().default(''),
  Language: z.string().nullish(),
  CreationDate: z.string().default(''),
});

type Bookmark = { title: string; items: Bookmark[] };
const bookmarkSchema: z.ZodType<Bookmark> = z.object({
  title: z.string(),
  items: z.array(z.lazy(() => bookmarkSchema)),
});

/** One piece of text on a page, in points from the lower left corner. */
export type PdfText = { text: string; x: number; y: number; width: number; fontSize: number };

export type ReadPdf = {
  /** The text of each page in reading order, line ends and all. */
  pages: string[];
  /** All pages, with every white space taken out: for `toContain` of a longer text. */
  compact: string;
  title: string;
  author: string;
  language: string;
  /** As the file has it: `D:20270225140500`. */
  createdAt: string;
  /** Titles of the outline in its order, inner ones after the one they are in. */
  bookmarks: string[];
  /** Width and height of each page in points (A4: 595.28 × 841.89). */
  sizes: { width: number; height: number }[];
  /** Where each text stands, page by page. */
  texts: PdfText[][];
};

/** What `ReadPdf.compact` makes of a text, to compare with it. */
export function compactText(text: string): string {
  return text.replace(/[\s\u200b]/gu, '');
}

/** Shorter pieces could stand anywhere by chance. */
const SHORTEST_PIECE = 8;

/**
 * True when the PDF prints the text. A longer text may go on on the next page, so it may
 * be cut into pieces, each as long as it can be.
 */
export function printsText(pdf: ReadPdf, text: string): boolean {
  let rest = compactText(text);
  while (rest !== '') {
    if (pdf.compact.includes(rest)) return true;
    let found = 0;
    let tooLong = rest.length;
    while (tooLong - found > 1) {
      const middle = Math.floor((found + tooLong) / 2);
      if (pdf.compact.includes(rest.slice(0, middle))) found = middle;
      else tooLong = middle;
    }
    if (found < SHORTEST_PIECE) return false;
    rest = rest.slice(found);
  }
  return true;
}

function titlesOf(bookmarks: readonly Bookmark[]): string[] {
  return bookmarks.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}

/** Reads a PDF with pdf.js, a reader that shares no code with the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(package_, 'cmaps')}/`,
    standardFontDataUrl: `${join(package_, 'standard_fonts')}/`,
    verbosity: 0,
  });
  const document = await loading.promise;
  try {
    const info = infoSchema.parse((await document.getMetadata()).info);
    const pages: string[] = [];
    const texts: PdfText[][] = [];
    const sizes: { width: number; height: number }[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      sizes.push({ width: right - left, height: top - bottom });
      const { items } = await page.getTextContent();
      let text = '';
      const placed: PdfText[] = [];
      for (const item of items) {
        if (!('str' in item)) continue;
        text += item.str + (item.hasEOL ? '\n' : '');
        const [, , , scale = 0, x = 0, y = 0] = z.array(z.number()).parse(item.transform);
        placed.push({ text: item.str, x, y, width: item.width, fontSize: Math.abs(scale) });
      }
      pages.push(text);
      texts.push(placed);
    }
    return {
      pages,
      compact: compactText(pages.join('')),
      title: info.Title,
      author: info.Author,
      language: info.Language ?? '',
      createdAt: info.CreationDate,
      bookmarks: titlesOf(z.array(bookmarkSchema).parse((await document.getOutline()) ?? [])),
      sizes,
      texts,
    };
  } finally {
    await loading.destroy();
  }
}

/** A picture on a page, in points from the upper left corner. */
export type PdfPicture = { left: number; top: number; width: number; height: number };

/** Where pictures stand, page by page; for papers that are pictures as a whole. */
export async function readPictures(bytes: Uint8Array): Promise<PdfPicture[][]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages: PdfPicture[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [, , , above = 0] = page.view;
      const { fnArray, argsArray } = await page.getOperatorList();
      const pictures: PdfPicture[] = [];
      const saved: Matrix[] = [];
      let now: Matrix = [1, 0, 0, 1, 0, 0];
      for (const [index, operator] of fnArray.entries()) {
        if (operator === OPS.save) saved.push(now);
        if (operator === OPS.restore) now = saved.pop() ?? now;
        if (operator === OPS.transform) now = multiply(now, matrixSchema.parse(argsArray[index]));
        if (operator !== OPS.paintImageXObject) continue;
        const [across, , , up, x, y] = now;
        const [bottom, top] = [Math.min(y, y + up), Math.max(y, y + up)];
        pictures.push({ left: x, top: above - top, width: across, height: top - bottom });
      }
      pages.push(pictures);
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

const number = z.number();
const matrixSchema = z.tuple([number, number, number, number, number, number]);
type Matrix = z.infer<typeof matrixSchema>;

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
