import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { MissingPlace, PaperPath, PdfStandard } from '../../../shared/print/missing-character';
import type { PrintModel } from '../../../shared/print/print-model';
import { type FontCoverage, makePrintable, readFontCoverage } from './font-coverage';

export type CompiledDocument = {
  bytes: Uint8Array<ArrayBuffer>;
  standard: PdfStandard;
  /** Each character once a text, in the order met; printed as 〓 or in its basic form. */
  missing: MissingPlace[];
};

export type DocumentCompiler = {
  /** @throws Error with Typst's own words when the template fails */
  compile: (model: PrintModel) => CompiledDocument;
  /** The same without a paper: only which characters would be lacking on it. */
  check: (model: PrintModel) => CompiledDocument;
  /**
   * Gives back what papers of a while ago left in Typst's cache, which grows without bound
   * else; to be called after each paper, when it is on its way.
   */
  forgetOld: () => void;
};

/** The families of `common.typ`, in its order. */
const families = ['BIZ UDPGothic', 'Noto Sans JP'];

const templates: Readonly<Record<PrintModel['kind'], string>> = {
  'evaluation-sheet': 'evaluation-sheet.typ',
  'evaluation-sheets': 'evaluation-sheets.typ',
  'recovery-key': 'recovery-key.typ',
  'interview-record': 'office-paper.typ',
  'appeal-paper': 'office-paper.typ',
  'career-paper': 'office-paper.typ',
  'training-paper': 'office-paper.typ',
};

/** Results older than this many papers leave Typst's cache. */
const CACHE_AGE = 10;

/**
 * Sets papers by the Typst templates of a folder, in the fonts of another.
 *
 * @throws Error when a font of the templates is missing in a weight
 */
export function createDocumentCompiler(folders: {
  templates: string;
  fonts: string;
}): DocumentCompiler {
  const fonts = readFonts(folders.fonts);
  const typst = NodeCompiler.create({
    fontArgs: [{ fontPaths: [folders.fonts] }],
    workspace: folders.templates,
  });
  return {
    check: (model) => {
      const prepared = prepareModel(model, fonts);
      return {
        bytes: new Uint8Array(),
        standard: standardOf(prepared),
        missing: prepared.missing,
      };
    },
    compile: (model) => {
      const prepared = prepareModel(model, fonts);
      const standard = standardOf(prepared);
      const bytes = typst.pdf(
        {
          mainFilePath: join(folders.templates, templates[model.kind]),
          inputs: { data: JSON.stringify(prepared.model) },
        },
        { pdfStandard: standard },
      );
      return { bytes: new Uint8Array(bytes), standard, missing: prepared.missing };
    },
    forgetOld: () => typst.evictCache(CACHE_AGE),
  };
}

/** The fonts of the templates, family by family in their order. */
export function readFonts(folder: string): FontCoverage[] {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => readFontCoverage(readFileSync(join(folder, name))));
  return families.flatMap((family) =>
    [false, true].map((bold) => {
      const found = all.find((font) => font.family === family && font.bold === bold);
      if (found === undefined) throw new Error(`no font ${family} ${bold ? 'bold' : 'regular'}`);
      return found;
    }),
  );
}

type PreparedModel = { model: unknown; missing: MissingPlace[]; privateUse: boolean };

function standardOf({ privateUse }: PreparedModel): PdfStandard {
  return privateUse ? 'a-2b' : 'a-2a';
}

/** Makes every text of a model printable in these fonts. */
export function prepareModel(model: PrintModel, fonts: readonly FontCoverage[]): PreparedModel {
  const missing: MissingPlace[] = [];
  let privateUse = false;
  const prepared = mapTexts(model, [], (text, path) => {
    const printable = makePrintable(text, fonts);
    const counted = new Map<string, MissingPlace>();
    for (const entry of printable.missing) {
      const count = (counted.get(entry.codePoint)?.count ?? 0) + 1;
      counted.set(entry.codePoint, { ...entry, path, count });
    }
    missing.push(...counted.values());
    privateUse ||= printable.privateUse;
    return printable.text;
  });
  return { model: prepared, missing, privateUse };
}

function mapTexts(
  value: unknown,
  path: PaperPath,
  change: (text: string, path: PaperPath) => string,
): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) {
    return value.map((entry, index) => mapTexts(entry, [...path, index], change));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, [...path, key], change)]),
    );
  }
  return value;
}
