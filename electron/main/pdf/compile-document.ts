import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintModel } from '../../../shared/print/print-model';
import {
  type FontCoverage,
  type MissingCharacter,
  makePrintable,
  readFontCoverage,
} from './font-coverage';

/** PDF/A-2a, or PDF/A-2b when the text holds 外字, which level a does not allow. */
export type PdfStandard = 'a-2a' | 'a-2b';

export type CompiledDocument = {
  bytes: Uint8Array<ArrayBuffer>;
  standard: PdfStandard;
  /** Each character once, in the order met; printed as 〓 or in its basic form. */
  missing: MissingCharacter[];
};

export type DocumentCompiler = {
  /** @throws Error with Typst's own words when the template fails */
  compile: (model: PrintModel) => CompiledDocument;
};

/** The families of `common.typ`, in its order. */
const families = ['BIZ UDPGothic', 'Noto Sans JP'];

/** Results older than this many papers leave Typst's cache; it grows without bound else. */
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
    compile: (model) => {
      const prepared = prepareModel(model, fonts);
      const standard = prepared.privateUse ? 'a-2b' : 'a-2a';
      try {
        const bytes = typst.pdf(
          {
            mainFilePath: join(folders.templates, `${model.kind}.typ`),
            inputs: { data: JSON.stringify(prepared.model) },
          },
          { pdfStandard: standard },
        );
        return { bytes: new Uint8Array(bytes), standard, missing: prepared.missing };
      } finally {
        typst.evictCache(CACHE_AGE);
      }
    },
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

type PreparedModel = { model: unknown; missing: MissingCharacter[]; privateUse: boolean };

/** Makes every text of a model printable in these fonts. */
export function prepareModel(model: PrintModel, fonts: readonly FontCoverage[]): PreparedModel {
  const missing = new Map<string, MissingCharacter>();
  let privateUse = false;
  const prepared = mapTexts(model, (text) => {
    const printable = makePrintable(text, fonts);
    for (const entry of printable.missing) missing.set(entry.codePoint, entry);
    privateUse ||= printable.privateUse;
    return printable.text;
  });
  return { model: prepared, missing: [...missing.values()], privateUse };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)]),
    );
  }
  return value;
}
