import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { chromium } from 'playwright-core';
import { writeFileAtomically } from '../../electron/main/files/atomic-write';
import { createBulkHandlers } from '../../electron/main/ipc/handlers/bulk';
import { createPdfService, type PdfService } from '../../electron/main/pdf/pdf-service';
import { createSettingsStore } from '../../electron/main/settings-store';
import { type OutputRow, runOutput } from '../../renderer/features/sheets/output-run';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import type { EvaluationSheetModel } from '../../shared/print/evaluation-sheet-model';
import type { PlannedFile } from '../../shared/print/plan-output';
import { printModelSchema } from '../../shared/print/print-model';
import { projectRoot } from '../support/app-driver';
import { forkPaperProcess } from '../support/fork-paper-process';
import { freshTexts, makeFullSheetModel } from '../support/full-sheet-model';
import { testSheet } from '../support/sheet-builders';
import { sheetHtml } from './sheet-html';

const built = join(projectRoot, 'out/app/main');
const templates = join(built, 'templates');
const fonts = join(built, 'fonts');

/** As many processes as the application starts, see `main.ts`. */
const PROCESSES = Math.min(availableParallelism(), 4);

/** Sheets of 5 goals and 12 items, 200 characters each; no text comes twice. */
export function sheetMaker(seed: number): () => EvaluationSheetModel {
  const text = freshTexts(seed);
  return () => makeFullSheetModel((place) => text(place === 'many' ? 200 : 40));
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

export type PaperSide = {
  /** Milliseconds until the bytes of a new sheet are there. */
  single: () => Promise<number>;
  /** Milliseconds per sheet when so many are asked for at once. */
  batch: (count: number) => Promise<number>;
  /** Resident memory of all its processes, in MB. */
  memory: () => number;
  close: () => Promise<void>;
};

function startService(processes: number): { service: PdfService; children: ChildProcess[] } {
  const children: ChildProcess[] = [];
  const service = createPdfService({
    timeoutMilliseconds: 60_000,
    processes,
    fork: () => {
      const forked = forkPaperProcess({
        entry: join(built, 'typst-process.js'),
        parentPort: join(projectRoot, 'out/host/parent-port.mjs'),
      });
      children.push(forked.child);
      return forked.process;
    },
  });
  return { service, children };
}

/** Our whole way: validated, forked, checked against the fonts, set, and sent back. */
export function startOurs(seed: number, processes = PROCESSES): PaperSide {
  const nextSheet = sheetMaker(seed);
  const { service, children } = startService(processes);
  const make = (model: EvaluationSheetModel) => service.makePdf(printModelSchema.parse(model));
  return {
    single: () => {
      const model = nextSheet();
      return millisecondsOf(() => make(model));
    },
    batch: async (count) => {
      const models = Array.from({ length: count }, nextSheet);
      return (await millisecondsOf(() => Promise.all(models.map(make)))) / count;
    },
    memory: () => sum(children.map(({ pid }) => residentMegabytes(pid))),
    close: async () => service.dispose(),
  };
}

export type BulkSide = {
  /** Milliseconds per sheet until so many new ones lie in a folder, each in a file of its own. */
  write: (count: number) => Promise<number>;
  /** Resident memory of this process, which does what main does, and of the paper processes, in MB. */
  memory: () => number;
  close: () => Promise<void>;
};

/** The whole way of まとめて出力 behind the page: asked for a few at a time, set, and written. */
export async function startBulk(seed: number): Promise<BulkSide> {
  const nextSheet = sheetMaker(seed);
  const { service, children } = startService(PROCESSES);
  const folder = mkdtempSync(join(tmpdir(), 'ikusei-bench-bulk-'));
  const handlers = createBulkHandlers({
    showFolder: async () => join(folder, '出力先'),
    pdf: service,
    settings: createSettingsStore(join(folder, 'settings.json')),
    writeFile: writeFileAtomically,
    openPath: async () => '',
    documentsFolder: () => folder,
    newGrant: () => 'grant',
    appVersion: 'bench',
  });
  await handlers.chooseFolder();
  const staff = testSheet();
  let made = 0;

  async function write(count: number): Promise<number> {
    const models = new Map<PlannedFile, EvaluationSheetModel>();
    const files = Array.from({ length: count }, (): PlannedFile => {
      made += 1;
      const sheet = { ...staff };
      const place = { folder: `第${made % 20}課`, name: `人事評価シート_${made}` };
      const file = { owner: `${made}`, place, title: '', unit: '', sheets: [sheet] };
      models.set(file, nextSheet());
      bySheet.set(sheet, file);
      return file;
    });
    let rows: OutputRow[] = [];
    const milliseconds = await millisecondsOf(async () => {
      rows = await runOutput(files, {
        isCancelled: () => false,
        onProgress: () => {},
        paperOf: async (sheet) => ({ model: modelOf(models, sheet) }),
        save: ({ owner, place }, model) =>
          handlers.savePdf({
            grant: 'grant',
            owner,
            place,
            model: printModelSchema.parse(model),
            missingAllowed: true,
          }),
      });
    });
    if (rows.some(({ outcome }) => outcome !== 'written'))
      throw new Error('a sheet was not written');
    return milliseconds / count;
  }

  const bySheet = new WeakMap<Sheet, PlannedFile>();
  function modelOf(models: Map<PlannedFile, EvaluationSheetModel>, sheet: Sheet) {
    const file = bySheet.get(sheet);
    const model = file === undefined ? undefined : models.get(file);
    if (model === undefined) throw new Error('no such sheet');
    return model;
  }

  return {
    write,
    memory: () =>
      residentMegabytes(process.pid) + sum(children.map(({ pid }) => residentMegabytes(pid))),
    close: async () => {
      service.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same template and data given to the compiler itself, in this process. */
export function startTypst(seed: number): Pick<PaperSide, 'single'> {
  const nextSheet = sheetMaker(seed);
  const typst = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }], workspace: templates });
  return {
    single: async () => {
      const data = JSON.stringify(nextSheet());
      const milliseconds = await millisecondsOf(async () =>
        typst.pdf(
          { mainFilePath: join(templates, 'evaluation-sheet.typ'), inputs: { data } },
          { pdfStandard: 'a-2a' },
        ),
      );
      typst.evictCache(10);
      return milliseconds;
    },
  };
}

/** An equal form in HTML, printed by Chromium from a page that stays open. */
export async function startChromium(
  seed: number,
  executablePath: string,
): Promise<Pick<PaperSide, 'single' | 'close'>> {
  const nextSheet = sheetMaker(seed);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const font = (weight: 400 | 700, name: string) => {
    const data = readFileSync(join(fonts, `BIZUDPGothic_${name}.ttf`)).toString('base64');
    return `@font-face { font-family: Paper; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}) }`;
  };
  await page.setContent(`<style>${font(400, '400Regular')}${font(700, '700Bold')}</style><main>`);
  return {
    single: async () => {
      const html = sheetHtml(nextSheet());
      return millisecondsOf(async () => {
        await page.locator('main').evaluate((main, text) => {
          main.innerHTML = text;
          return document.fonts.ready;
        }, html);
        await page.pdf({
          preferCSSPageSize: true,
          printBackground: true,
          tagged: true,
          outline: true,
        });
      });
    },
    close: () => browser.close(),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function residentMegabytes(pid: number | undefined): number {
  const found = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (found === null) throw new Error(`no memory of process ${pid}`);
  return Number(found[1]) / 1024;
}
