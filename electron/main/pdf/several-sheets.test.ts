import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import { freshTexts, makeFullSheetModel } from '../../../test/support/full-sheet-model';
import { makePaperFolders } from '../../../test/support/paper-folders';
import { type ReadPdf, readPdf } from '../../../test/support/read-pdf';
import { createDocumentCompiler } from './compile-document';

const folders = makePaperFolders();
const compiler = createDocumentCompiler(folders);
afterAll(() => folders.dispose());

const names = ['𠮷田 美咲', '髙橋 翔', '葛城 優'];

function sheetOf(name: string, seed: number, length: number): EvaluationSheetModel {
  const text = freshTexts(seed);
  const model = makeFullSheetModel((place) => text(place === 'many' ? length : 30));
  return {
    ...model,
    undisclosed: seed === 1,
    header: { ...model.header, number: `00023${seed}`, name },
  };
}

function together(sheets: EvaluationSheetModel[]) {
  const [first] = sheets;
  if (first === undefined) throw new Error('no sheets');
  return compiler.compile({
    kind: 'evaluation-sheets',
    title: '人事評価シート 市民部 市民課',
    orgUnit: '市民部 市民課',
    printedAt: first.printedAt,
    sheets,
  });
}

describe('the sheets of a unit in one file', () => {
  const lengths = [200, 1500, 30];
  const sheets = names.map((name, index) => sheetOf(name, index + 1, lengths[index] ?? 0));
  let whole: ReadPdf;
  let alone: ReadPdf[] = [];
  beforeAll(async () => {
    whole = await readPdf(together(sheets).bytes);
    alone = await Promise.all(sheets.map((sheet) => readPdf(compiler.compile(sheet).bytes)));
  });

  it('has one bookmark for each person, in their order', () => {
    expect(whole.bookmarks).toEqual(names.map((name, index) => `00023${index + 1} ${name}`));
    expect(whole.title).toBe('人事評価シート 市民部 市民課');
  });

  it('has the pages that each sheet has alone, numbered for each person', () => {
    expect(alone.map(({ pages }) => pages.length)).toHaveLength(3);
    expect(whole.pages.map(plain)).toEqual(alone.flatMap(({ pages }) => pages.map(plain)));
  });

  it('marks the pages of those who have not been shown their result, and no others', () => {
    const marked = whole.pages.map((page) => plain(page).includes('開示前・取扱注意'));
    const own = alone.flatMap(({ pages }, index) => pages.map(() => index === 0));
    expect(marked).toEqual(own);
  });

  it('holds a unit of 60 people', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 60 }, (_, index) => sheetOf('相川 直美', index + 100, 200));
    const begin = performance.now();
    const { bytes } = together(many);
    expect(performance.now() - begin).toBeLessThan(20_000);
    const read = await readPdf(bytes);
    expect(read.bookmarks).toHaveLength(60);
    compiler.forgetOld();
  });
});

/** pdf.js reads the same page in the same order, but cuts its texts at other places. */
function plain(page: string): string {
  return page.replace(/\s/gu, '');
}
