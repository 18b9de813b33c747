import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import { makePaperFolders } from '../../../test/support/paper-folders';
import {
  itemRow,
  makeRecoveryKeyModel,
  makeSheetModel,
  sentenceOf,
  textsOf,
} from '../../../test/support/print-models';
import { addPrivateUseGlyph } from '../../../test/support/private-use-font';
import { compactText, printsText, readPdf } from '../../../test/support/read-pdf';
import { createDocumentCompiler, readFonts } from './compile-document';

const folders = makePaperFolders();
const compiler = createDocumentCompiler(folders);
afterAll(() => folders.dispose());

function withEvidence(model: EvaluationSheetModel, text: string): EvaluationSheetModel {
  const [first, ...others] = model.itemSections;
  if (first === undefined) throw new Error('the model has no items');
  const changed = {
    ...first,
    groups: [
      {
        expectation: '最初の項目の求め。',
        unsettled: false,
        rows: [itemRow('職務知識', [{ label: '', text }])],
      },
      ...first.groups.slice(1),
    ],
  };
  return { ...model, itemSections: [changed, ...others] };
}

describe('the evaluation sheet', () => {
  it.each([0, 60, 200, 900])('prints every text, evidence of %i characters', async (length) => {
    const model = makeSheetModel(length, length + 1);
    const { bytes, standard, missing } = compiler.compile(model);
    const pdf = await readPdf(bytes);
    expect(textsOf(model).filter((text) => !printsText(pdf, text))).toEqual([]);
    expect(missing).toEqual([]);
    expect(standard).toBe('a-2a');
  });

  it('is A4 upright, with title and author from the data', async () => {
    const pdf = await readPdf(compiler.compile(makeSheetModel(300, 7)).bytes);
    expect(pdf.title).toBe('人事評価シート 000234 𠮷田　美咲');
    expect(pdf.author).toBe('市民部　市民課　市民係');
    expect(pdf.sizes.length).toBeGreaterThan(1);
    for (const { width, height } of pdf.sizes) {
      expect(width).toBeCloseTo(595.28, 0);
      expect(height).toBeCloseTo(841.89, 0);
    }
  });

  it('is PDF/A-2a in our own TrueType fonts, and in no other', () => {
    const { bytes } = compiler.compile(makeSheetModel(60, 23));
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/pdfaid:part>2</u);
    expect(raw).toMatch(/pdfaid:conformance>A</u);
    expect(raw).not.toMatch(/\/Type3|\/CIDFontType0/u);
    const names = [...raw.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([\w-]+)/gu)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual([
      'BIZUDPGothic-Bold',
      'BIZUDPGothic-Regular',
      'NotoSansJP-Regular',
    ]);
  });

  it('numbers every page and says on each whose sheet it is and how to handle it', async () => {
    const pdf = await readPdf(compiler.compile(makeSheetModel(900, 8)).bytes);
    const total = pdf.pages.length;
    expect(total).toBeGreaterThan(3);
    for (const [index, page] of pdf.pages.entries()) {
      const text = compactText(page);
      expect(text).toContain(`${index + 1}/${total}`);
      expect(text).toContain('𠮷田美咲');
      expect(text).toContain('取扱注意');
      expect(text).toContain('様式第1号');
      expect(text).toContain('出力令和9年2月25日14:05');
    }
  });

  it('carries 見本 on every page of a sample, and on none of a real sheet', async () => {
    const sample = await readPdf(compiler.compile(makeSheetModel(900, 9)).bytes);
    for (const page of sample.pages) expect(page).toContain('見本');
    const real = await readPdf(
      compiler.compile({ ...makeSheetModel(900, 9), sample: false }).bytes,
    );
    for (const page of real.pages) expect(page).not.toContain('見本');
  });

  it('repeats the head of the items on every page they reach', async () => {
    const pdf = await readPdf(compiler.compile(makeSheetModel(900, 10)).bytes);
    const heads = pdf.pages.filter((page) => page.includes('根拠となる事実'));
    expect(heads.length).toBeGreaterThan(3);
  });

  it.each([30, 150, 500, 2000])(
    'says a shared expectation once on each page of its rows, evidence of %i characters',
    async (length) => {
      const model = makeSheetModel(length, length + 11);
      const pdf = await readPdf(compiler.compile(model).bytes);
      const expectation = '職務、研修及び自己啓発等を通して各能力を高める。';
      const counts = pdf.pages.map((page) => compactText(page).split(expectation).length - 1);
      const said = counts.flatMap((count, page) => (count > 0 ? [page] : []));
      expect(Math.max(...counts)).toBe(1);
      expect(said).toEqual(said.map((_, index) => (said[0] ?? 0) + index));
      for (const page of said.slice(1)) {
        expect(compactText(pdf.pages[page] ?? '')).toContain(`${expectation}（続き）`);
      }
      if (length >= 500) expect(said.length).toBeGreaterThan(1);
      if (length === 30) expect(said).toHaveLength(1);
    },
  );

  it('keeps a shared expectation that is longer than its rows', async () => {
    const model = makeSheetModel(20, 12);
    const expectation = sentenceOf(5000, 99);
    const rows = [itemRow('折衝・応対力', []), itemRow('調整力', [])];
    const groups = [{ expectation, unsettled: true, rows }];
    const long = { ...model, itemSections: [{ name: '能力', groups }] };
    const pdf = await readPdf(compiler.compile(long).bytes);
    expect(printsText(pdf, expectation)).toBe(true);
  });

  it('says on every page whose evidence goes on there', async () => {
    const model = withEvidence(makeSheetModel(30, 21), sentenceOf(6000, 21));
    const pdf = await readPdf(compiler.compile(model).bytes);
    const goesOn = pdf.pages.map(compactText).filter((page) => page.includes('職務知識（続き）'));
    expect(goesOn.length).toBeGreaterThan(2);
    expect(pdf.compact.split('職務知識')).toHaveLength(goesOn.length + 2);
    for (const page of goesOn) expect(page).toContain('最初の項目の求め。（続き）');
  });

  it('loses nothing wherever the pages break', { timeout: 120_000 }, async () => {
    const lengths = fc.integer({ min: 100, max: 1500 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.nat({ max: 12 }), fc.nat(), async (length, goals, seed) => {
        const model = makeSheetModel(length, (seed % 1000) + 1000);
        const [goal] = model.goals;
        if (goal === undefined) throw new Error('the model has no goal');
        const more = { ...model, goals: Array.from({ length: goals }, () => goal) };
        const pdf = await readPdf(compiler.compile(more).bytes);
        expect(textsOf(more).filter((text) => !printsText(pdf, text))).toEqual([]);
        for (const page of pdf.texts) {
          for (const { text, y } of page) if (text.trim() !== '') expect(y).toBeGreaterThan(20);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('prints every character that the fonts have', () => {
    const fonts = readFonts(folders.fonts);
    let all = '';
    for (let codePoint = 0x20; codePoint < 0x30000; codePoint += 1) {
      if (fonts.some((font) => font.has(codePoint))) all += String.fromCodePoint(codePoint);
    }
    const { standard, missing } = compiler.compile(withEvidence(makeSheetModel(10, 22), all));
    expect(standard).toBe('a-2a');
    expect(missing).toEqual([]);
    expect(all.length).toBeGreaterThan(16_000);
  });

  it('marks wording that is still to be settled, and only that', async () => {
    const model = makeSheetModel(30, 13);
    const marked = await readPdf(compiler.compile(model).bytes);
    // One cell of the table, one footnote.
    expect(marked.compact.split('※確認待ち')).toHaveLength(3);
    const itemSections = model.itemSections.map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({ ...group, unsettled: false })),
    }));
    const notes = model.notes.map((note) => ({ ...note, unsettled: false }));
    const settled = await readPdf(compiler.compile({ ...model, itemSections, notes }).bytes);
    expect(settled.compact).not.toContain('確認待ち');
  });

  it('says so where a post has no items in the table', async () => {
    const model = { ...makeSheetModel(30, 14), itemSections: [] };
    const pdf = await readPdf(compiler.compile(model).bytes);
    expect(pdf.compact).toContain('この職には体系図の項目がありません。');
    expect(pdf.compact).not.toContain('求められる能力');
  });

  it('prints no row of results under a goal without any', async () => {
    const model = makeSheetModel(30, 15);
    const goals = model.goals.map((goal) => ({ ...goal, evidence: [{ label: '', text: '' }] }));
    const pdf = await readPdf(compiler.compile({ ...model, goals }).bytes);
    expect(pdf.compact).not.toContain('結果');
  });

  it.each([
    '#panic("x") #let a = 1',
    '*太字* _斜体_ `code` = 見出し',
    '$x^2$ @label <label> [内容] {x: 1}',
    '\\ \\u{41} // 注 /* 注 */ ~ -- --- ... \'"',
    `https://example.jp/${'very-long-path/'.repeat(30)}`,
    'ABCDEFGHIJ'.repeat(60),
    '1行目\n\n3行目\n　字下げ',
    '"), image("x.png"), ("',
  ])('prints what is written, letter by letter: %s', async (text) => {
    const pdf = await readPdf(compiler.compile(withEvidence(makeSheetModel(30, 16), text)).bytes);
    expect(printsText(pdf, text)).toBe(true);
  });

  it('never runs over the edge of the page', async () => {
    const word = 'W'.repeat(400);
    const model = withEvidence(makeSheetModel(30, 17), word);
    const pdf = await readPdf(
      compiler.compile({ ...model, header: { ...model.header, name: word, orgUnit: word } }).bytes,
    );
    for (const { text, x, width } of pdf.texts.flat()) {
      if (text !== '') expect(x + width).toBeLessThan(595 - 30);
    }
  });

  it('takes 10,000 characters in one place', async () => {
    const text = sentenceOf(10_000, 18);
    const pdf = await readPdf(compiler.compile(withEvidence(makeSheetModel(30, 18), text)).bytes);
    const printed = pdf.texts
      .flat()
      .map((entry) => compactText(entry.text))
      .join('');
    for (let at = 0; at < 10_000; at += 2000) {
      expect(printed).toContain(compactText(text.slice(at, at + 15)));
    }
  });

  it('prints 〓 for what no font has and lists each once', async () => {
    const model = withEvidence(makeSheetModel(30, 19), 'a\u{1f600}b\ue000c\u{1f600}');
    const { bytes, missing, standard } = compiler.compile(model);
    expect((await readPdf(bytes)).compact).toContain('a〓b〓c〓');
    expect(missing.map(({ codePoint }) => codePoint)).toEqual(['U+1F600', 'U+E000']);
    expect(standard).toBe('a-2a');
  });

  it('tells every place of a missing character, and how often it stands there', () => {
    const model = withEvidence(makeSheetModel(30, 24), '\u{1f600}と\u{1f600}');
    const header = { ...model.header, name: '葛\u{e0101}城' };
    expect(compiler.compile({ ...model, header }).missing).toEqual([
      {
        character: '葛\u{e0101}',
        codePoint: 'U+845B U+E0101',
        path: ['header', 'name'],
        count: 1,
      },
      {
        character: '\u{1f600}',
        codePoint: 'U+1F600',
        path: ['itemSections', 0, 'groups', 0, 'rows', 0, 'evidence', 0, 'text'],
        count: 2,
      },
    ]);
  });

  it('goes out as PDF/A-2b with 外字 that a font draws, and as 2a without', () => {
    const withGlyph = makePaperFolders();
    addPrivateUseGlyph(withGlyph.fonts);
    try {
      const other = createDocumentCompiler(withGlyph);
      const conformance = (text: string) => {
        const { bytes, standard, missing } = other.compile(
          withEvidence(makeSheetModel(30, 25), text),
        );
        expect(missing).toEqual([]);
        const said = /pdfaid:conformance>(\w)</u.exec(Buffer.from(bytes).toString('latin1'));
        return [standard, said?.[1]];
      };
      expect(conformance('外字\ue000')).toEqual(['a-2b', 'B']);
      expect(conformance('漢字')).toEqual(['a-2a', 'A']);
    } finally {
      withGlyph.dispose();
    }
  });

  it('never fails on what a person types', () => {
    const character = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '#',
          '*',
          '$',
          '[',
          ']',
          '@',
          '\\',
          '\n',
          '\t',
          ' ',
          '"',
          '//',
          '葛󠄀',
          '葛󠄁',
          '𠮷',
          'か゚',
          'é',
          '\u200d',
          '\u200b',
          '\ufeff',
          '\ud800',
          '\u0000',
          '\u00ad',
          '\u3099',
          '\u0301',
          '\u{e0101}',
          'ﷺ',
          'กำ',
          'अ',
          '\u202e',
          '👨‍👩‍👧',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }) },
      {
        weight: 2,
        arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      },
      {
        weight: 2,
        arbitrary: fc
          .integer({ min: 0x3000, max: 0x9fff })
          .map((unit) => String.fromCharCode(unit)),
      },
    );
    const text = fc.string({ unit: character, maxLength: 80 });
    fc.assert(
      fc.property(text, text, text, (name, evidence, goal) => {
        const model = withEvidence(makeSheetModel(10, 20), evidence);
        const bytes = compiler.compile({
          ...model,
          title: goal,
          header: { ...model.header, name, orgUnit: name },
          goals: model.goals.map((entry) => ({ ...entry, content: goal, weight: name })),
          overall: [{ name, text: goal, rating: evidence.slice(0, 8) }],
        }).bytes;
        expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the recovery key', () => {
  it('prints every group with its number and whose it is, on one page', async () => {
    const model = makeRecoveryKeyModel();
    const pdf = await readPdf(compiler.compile(model).bytes);
    expect(pdf.pages).toHaveLength(1);
    for (const text of textsOf(model)) expect(pdf.compact).toContain(compactText(text));
    for (const [index, group] of model.groups.entries()) {
      expect(pdf.compact).toContain(`${index + 1}${group}`);
    }
    expect(pdf.title).toBe('回復キー');
  });
});
