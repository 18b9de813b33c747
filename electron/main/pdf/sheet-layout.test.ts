import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import {
  buildBlankEvaluationSheetModel,
  buildEvaluationSheetModel,
} from '../../../shared/print/build-evaluation-sheet-model';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import type { SheetLayout } from '../../../shared/print/paper-style';
import { freshTexts, makeFullSheetModel } from '../../../test/support/full-sheet-model';
import { makePaperFolders } from '../../../test/support/paper-folders';
import { textsOf } from '../../../test/support/print-models';
import {
  compactText,
  type PdfText,
  printsText,
  type ReadPdf,
  readPdf,
} from '../../../test/support/read-pdf';
import { testForm, testPeriod, testSheet } from '../../../test/support/sheet-builders';
import { createDocumentCompiler } from './compile-document';

const folders = makePaperFolders();
const compiler = createDocumentCompiler(folders);
afterAll(() => folders.dispose());

const layouts: SheetLayout[] = ['portrait', 'landscape', 'compact'];
const { goals, items, development, overall } = every('', 'portrait').sectionTitles;
const titles = new Set([goals, items, development, overall, '確認欄']);

function millimetres(count: number): number {
  return (count * 72) / 25.4;
}

/** The texts of the pages without head and foot. */
function bodies(pdf: ReadPdf): PdfText[][] {
  return pdf.texts.map((page, index) => {
    const height = pdf.sizes[index]?.height ?? 0;
    const visible = page.filter(({ text }) => text.trim() !== '');
    return visible.filter(({ y }) => y > millimetres(12) && y < height - millimetres(13));
  });
}

/** Texts that lie on one another; small marks above a line may touch it. */
function overlaps(page: readonly PdfText[]): string[] {
  return page.flatMap((one, index) =>
    page
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.y - other.y) < Math.min(one.fontSize, other.fontSize) * 0.7 &&
          Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
}

/** Headings under which nothing stands on their page. */
function headingsLeft(pdf: ReadPdf): string[] {
  return bodies(pdf).flatMap((page) => {
    const lowest = Math.min(...page.map(({ y }) => y));
    const headings = page.filter(({ text }) => titles.has(text));
    return headings.filter(({ y }) => y - lowest < 12).map(({ text }) => text);
  });
}

/** How many lines of each letter stand on a page. */
function linesOf(page: readonly PdfText[], letters: readonly string[]): Map<string, number> {
  const counted = letters.map((letter): [string, number] => {
    const lines = page.filter(({ text }) => text.includes(letter.repeat(5)));
    return [letter, new Set(lines.map(({ y }) => Math.round(y))).size];
  });
  return new Map(counted.filter(([, lines]) => lines > 0));
}

function pageCount(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/gu)?.length ?? 0
  );
}

function every(text: string, layout: SheetLayout): EvaluationSheetModel {
  return makeFullSheetModel(() => text, layout);
}

/** A text of this kind in every place of a sheet. */
const fields: Record<string, (layout: SheetLayout) => EvaluationSheetModel> = {
  '0 characters': (layout) => every('', layout),
  '1 character': (layout) => every('あ', layout),
  '200 characters': (layout) => {
    const text = freshTexts(200);
    return makeFullSheetModel(() => text(200), layout);
  },
  '5,000 characters': (layout) => {
    const text = freshTexts(5000);
    return makeFullSheetModel(() => text(5000), layout);
  },
  '5,000 letters without a break': (layout) => {
    const word = 'ABCDEFGHIJ'.repeat(500);
    return makeFullSheetModel((place) => (place === 'many' ? word : 'W'.repeat(200)), layout);
  },
  '1,000 lines in one place': (layout) => {
    const lines = Array.from({ length: 1000 }, (_, index) => `第${index}行`).join('\n');
    const texts = [lines, '一行目\n二行目'];
    return makeFullSheetModel((place) => (place === 'many' ? (texts.shift() ?? '') : ''), layout);
  },
};

describe.each(layouts)('the %s layout', { timeout: 120_000 }, (layout) => {
  describe.each(Object.keys(fields))('with %s', (name) => {
    const model = fields[name]?.(layout) ?? every('', layout);
    let pdf: ReadPdf;
    beforeAll(async () => {
      pdf = await readPdf(compiler.compile(model).bytes);
    }, 120_000);

    it('prints all of it', () => {
      expect(textsOf(model).filter((text) => !printsText(pdf, text))).toEqual([]);
    });

    it('keeps inside the margins, and nothing lies on anything else', () => {
      for (const [index, page] of pdf.texts.entries()) {
        const { width = 0, height = 0 } = pdf.sizes[index] ?? {};
        const visible = page.filter(({ text }) => text.trim() !== '');
        expect(Math.min(...visible.map(({ x }) => x))).toBeGreaterThan(millimetres(10));
        const right = Math.max(...visible.map((text) => text.x + text.width));
        expect(right).toBeLessThan(width - millimetres(10));
        const ys = visible.map(({ y }) => y);
        expect(Math.min(...ys)).toBeGreaterThan(millimetres(5));
        expect(Math.max(...ys)).toBeLessThan(height - millimetres(5));
        expect(overlaps(visible)).toEqual([]);
      }
    });

    it('leaves no heading behind at the end of a page', () => {
      expect(headingsLeft(pdf)).toEqual([]);
    });
  });

  // Every line of a place is known by its own letter.
  describe.each([250, 600, 1500])('with places of about %i characters', (length) => {
    const letters = [...'壱弐参四五六七八九十百千万億兆京垓'];
    const place = [...letters];
    const model = makeFullSheetModel((size) => {
      if (size === 'few') return '';
      return (place.shift() ?? '').repeat(length + place.length * 17);
    }, layout);
    let pages: Map<string, number>[];
    let pdf: ReadPdf;
    beforeAll(async () => {
      pdf = await readPdf(compiler.compile(model).bytes);
      pages = bodies(pdf).map((page) => linesOf(page, letters));
    });

    it('leaves no single line of a text behind or over', () => {
      const counts = letters.map((letter) => pages.flatMap((page) => page.get(letter) ?? []));
      expect(counts.filter((lines) => lines.length === 0 || Math.min(...lines) < 2)).toEqual([]);
    });

    it('repeats the head of the table and says whose text goes on', () => {
      const names = model.itemSections.flatMap(({ groups }) =>
        groups.flatMap(({ rows }) => rows.map((row) => row.name)),
      );
      for (const [index, page] of pages.entries()) {
        const text = compactText(pdf.pages[index] ?? '');
        for (const [letter, lines] of page) {
          const item = letters.indexOf(letter) - model.goals.length;
          const head = item < 0 ? 'いつまでに・どの水準まで' : '根拠となる事実';
          expect(text).toContain(head);
          if (item >= 0 && lines > 4) expect(text).toContain(names[item]);
        }
      }
    });

    it('says on each page which 区分 its rows are of', () => {
      const abilities = letters.slice(5, 13);
      for (const [index, page] of pages.entries()) {
        const rows = abilities.filter((letter) => (page.get(letter) ?? 0) > 4);
        // One letter under the other, in a column of its own.
        const label = pdf.texts[index]?.filter(({ text }) => text === '能') ?? [];
        expect(label).toHaveLength(rows.length > 0 ? 1 : 0);
      }
    });
  });

  it('leaves no heading behind wherever the page ends', async () => {
    for (let lines = 4; lines <= 44; lines += 2) {
      const base = every('', layout);
      const plan = Array.from({ length: lines }, (_, line) => `${line}`).join('\n');
      const goals = base.goals.map((goal, index) => ({ ...goal, plan: index === 0 ? plan : '' }));
      const pdf = await readPdf(compiler.compile({ ...base, goals }).bytes);
      expect(headingsLeft(pdf)).toEqual([]);
    }
  });

  it('keeps 確認欄 whole wherever the page ends', async () => {
    for (let lines = 1; lines <= 40; lines += 3) {
      const remark = Array.from({ length: lines }, (_, line) => `${line}`).join('\n');
      const base = every('', layout);
      const overall = base.overall.map((entry) => ({ ...entry, text: remark }));
      const pdf = await readPdf(compiler.compile({ ...base, overall }).bytes);
      const page = pdf.pages.map(compactText).filter((text) => text.includes('確認欄'));
      expect(page).toHaveLength(1);
      expect(page[0]).toContain('確認欄本人一次二次');
    }
  });

  it('lies as it should on A4', async () => {
    const pdf = await readPdf(compiler.compile(every('', layout)).bytes);
    const [width, height] = layout === 'landscape' ? [841.89, 595.28] : [595.28, 841.89];
    for (const size of pdf.sizes) {
      expect(size.width).toBeCloseTo(width, 0);
      expect(size.height).toBeCloseTo(height, 0);
    }
  });
});

describe('the two-page layout', () => {
  it('takes two pages for every sheet of the sample office', async () => {
    const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
    const seen = new Set<number>();
    for (const sheet of office.sheets) {
      const form = office.forms.find(({ id }) => id === sheet.formId);
      const period = office.periods.find(({ id }) => id === sheet.periodId);
      if (form === undefined || period === undefined) throw new Error('a torn sheet');
      const model = buildEvaluationSheetModel({
        sheet,
        form,
        period,
        entries: office.sheetEntries.filter(({ sheetId }) => sheetId === sheet.id),
        settlements: [],
        readable: ['employee', 'first', 'second'],
        goalFacts: noGoalFacts,
        printedAt: '2026-11-22T14:05',
        sample: true,
        layout: 'compact',
      });
      const pages = pageCount(compiler.compile(model).bytes);
      expect(pages).toBeLessThanOrEqual(2);
      seen.add(pages);
    }
    expect([...seen].sort()).toEqual([1, 2]);
  });

  it('takes two pages for 5 goals and 12 items of 200 characters', () => {
    const text = freshTexts(22);
    const model = makeFullSheetModel((place) => text(place === 'many' ? 200 : 40), 'compact');
    expect(pageCount(compiler.compile(model).bytes)).toBe(2);
  });
});

describe('the blank form', () => {
  const form = testForm();
  const made = {
    form,
    period: testPeriod,
    settlements: [],
    printedAt: '2026-11-22T14:05',
    sample: false,
  };

  it.each(layouts)('has room for every author at every place, %s', async (layout) => {
    const model = buildBlankEvaluationSheetModel({ ...made, sheet: testSheet(form), layout });
    const pdf = await readPdf(compiler.compile(model).bytes);
    expect(textsOf(model).filter((text) => !printsText(pdf, text))).toEqual([]);
    const places = model.goals.length + 12;
    const labels = bodies(pdf).flatMap((page) => page.filter(({ text }) => text === '二次'));
    // Each place, the heads of the two tables on their pages, and 確認欄.
    expect(labels.length).toBeGreaterThan(places + 2);
    expect(pdf.compact).toContain('𠮷田美咲');
    expect(pdf.compact).toContain('取扱注意');
    expect(pdf.compact).not.toContain('見本');
  });

  it('says nothing of anybody without a person', async () => {
    const model = buildBlankEvaluationSheetModel({ ...made, sheet: null });
    const pdf = await readPdf(compiler.compile(model).bytes);
    expect(pdf.compact).not.toMatch(/𠮷田|相川|取扱注意/u);
    expect(pdf.title).toBe('人事評価シート');
    expect(pdf.author).toBe('');
  });
});

describe('what stands beside the columns', () => {
  const besides = [
    { label: '一次評価者の異動（令和8年10月1日から）　相川 直美 → 森 翼', text: '人事異動' },
    { label: '派遣先の意見（神奈川県）', text: '窓口の研修を任されています。\n'.repeat(60) },
  ];

  it.each(layouts)('is printed where there is something, %s', async (layout) => {
    const model = { ...every('', layout), besides };
    const pdf = await readPdf(compiler.compile(model).bytes);
    expect(textsOf(model).filter((text) => !printsText(pdf, text))).toEqual([]);
    expect(pdf.compact).toContain('評価者の異動・意見');
    expect(pdf.compact).toContain('確認欄');
  });

  it('leaves no heading where there is nothing', async () => {
    const pdf = await readPdf(compiler.compile(every('', 'portrait')).bytes);
    expect(pdf.compact).not.toContain('評価者の異動・意見');
  });
});
