import { afterAll, describe, expect, it } from 'vitest';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import { freshTexts, makeFullSheetModel } from '../../../test/support/full-sheet-model';
import { makePaperFolders } from '../../../test/support/paper-folders';
import { runPaperTool } from '../../../test/support/paper-tools';
import {
  makeAppealModel,
  makeInterviewModel,
  makeRecoveryKeyModel,
} from '../../../test/support/print-models';
import { readPdf } from '../../../test/support/read-pdf';
import { createDocumentCompiler } from './compile-document';

const folders = makePaperFolders();
const compiler = createDocumentCompiler(folders);
afterAll(() => folders.dispose());

const text = freshTexts(1);
const models: Record<string, EvaluationSheetModel> = {
  portrait: makeFullSheetModel(() => text(200)),
  landscape: makeFullSheetModel(() => text(700), 'landscape'),
  compact: makeFullSheetModel(() => text(20), 'compact'),
  blank: { ...makeFullSheetModel(() => ''), blank: true },
  'with a name that only the second font has': {
    ...makeFullSheetModel(() => text(20)),
    header: { ...makeFullSheetModel(() => '').header, name: '𠮷田　槗本' },
  },
};

describe.each(Object.entries(models))('the sheet, %s', (_, model) => {
  const { bytes } = compiler.compile(model);

  it('says what it is, whose, in which language and when it was asked for', async () => {
    const pdf = await readPdf(bytes);
    expect(pdf.title).toBe(`人事評価シート 000234 ${model.header.name}`);
    expect(pdf.author).toBe('市民部　市民課　市民係');
    expect(pdf.language).toMatch(/^ja/u);
    expect(pdf.createdAt).toMatch(/^D:20270225140500/u);
  });

  it('has a bookmark for every section', async () => {
    expect((await readPdf(bytes)).bookmarks).toEqual([
      '人事評価シート',
      '1　実績（個人目標）',
      '2　能力、意識・行動',
      '3　育成',
      '4　総合所見',
      '確認欄',
    ]);
  });

  it('has no fault that qpdf finds', () => {
    const { said } = runPaperTool('qpdf', bytes, ['--check', 'paper.pdf']);
    expect(said).toContain('No syntax or stream encoding errors found');
  });

  it('carries every font as a subset of TrueType, with the way back to characters', () => {
    const { said } = runPaperTool('pdffonts', bytes, ['paper.pdf']);
    const fonts = said.trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) {
      expect(font).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes /u);
    }
  });
});

it('gives the recovery key the same properties', async () => {
  const { bytes } = compiler.compile(makeRecoveryKeyModel());
  const pdf = await readPdf(bytes);
  expect(pdf.language).toMatch(/^ja/u);
  expect(pdf.createdAt).toMatch(/^D:20261122090500/u);
  expect(pdf.bookmarks).toEqual(['回復キー', 'この紙の使いみち', '保管のしかた']);
  expect(runPaperTool('qpdf', bytes, ['--check', 'paper.pdf']).said).toContain('No syntax');
});

it('gives the record of a talk and the papers of an appeal the same properties', async () => {
  const interview = compiler.compile(makeInterviewModel());
  const record = await readPdf(interview.bytes);
  expect(record.title).toBe('評価者面談記録（期首） 𠮷田 美咲');
  expect(record.author).toBe('市民部 市民課 市民係');
  expect(record.language).toMatch(/^ja/u);
  expect(record.bookmarks).toEqual(['評価者面談記録（期首）', '議題', '面談の内容', '内容の確認']);
  const appeal = compiler.compile(makeAppealModel());
  const form = await readPdf(appeal.bytes);
  expect(form.title).toBe('不服申出書 𠮷田 美咲');
  expect(form.bookmarks).toEqual(['不服申出書', '申出の内容', '根拠となる資料']);
  for (const { bytes, missing, standard } of [interview, appeal]) {
    expect({ missing, standard }).toEqual({ missing: [], standard: 'a-2a' });
    expect(runPaperTool('qpdf', bytes, ['--check', 'paper.pdf']).said).toContain('No syntax');
  }
});
