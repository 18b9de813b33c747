import type { ErrorName } from '../../../shared/domain/errors';
import { IkuseiError } from '../../../shared/domain/errors';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { isUndisclosed } from '../../../shared/domain/sheet/stage-rules';
import type { BulkOutcome } from '../../../shared/ipc/contract';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import type { MissingPlace } from '../../../shared/print/missing-character';
import type { PlannedFile } from '../../../shared/print/plan-output';
import type { PrintModel } from '../../../shared/print/print-model';
import { problemOf } from '../../platform/problem';

/** A sheet's paper, or why it is left out of many. */
export type OutputPaper = { model: EvaluationSheetModel } | { leftOut: string };

export type OutputRow = {
  sheet: Sheet;
  unit: string;
  outcome: 'written' | 'unchanged' | 'leftOut' | 'failed';
  /** Below the chosen folder; empty where no file is. */
  folder: string;
  fileName: string;
  /** Why there is no file. */
  why: string;
};

export type OutputCheck = {
  people: number;
  undisclosed: number;
  /** Whose paper would lack characters; of more people than these only the number is known. */
  lacking: { model: EvaluationSheetModel; missing: readonly MissingPlace[] }[];
  lackingPeople: number;
  leftOut: OutputRow[];
};

type Following = {
  /** How many people are done. */
  onProgress: (done: number) => void;
  isCancelled: () => boolean;
};

/** Papers that are made at the same time: enough for every process, and no more in memory. */
const PAPERS_AT_ONCE = 6;
/** Each holds the sheets of a whole unit. */
const UNITS_AT_ONCE = 2;
/** A longer list helps nobody; the rest is counted. */
const MOST_LACKING = 20;

const notBegun = '途中でやめたため、まだ書いていません。';
/** After these no other file can be written either. */
const fatal: readonly ErrorName[] = ['diskFull', 'folderVanished', 'badRequest'];

/**
 * Looks through every sheet before anything is written: what characters the fonts lack, who
 * has not been shown her result, and who is left out.
 *
 * @returns null when it was cancelled
 */
export async function checkOutput(
  sheets: readonly Sheet[],
  ports: Following & {
    paperOf: (sheet: Sheet) => Promise<OutputPaper>;
    checkCharacters: (model: PrintModel) => Promise<MissingPlace[]>;
  },
): Promise<OutputCheck | null> {
  const undisclosed = sheets.filter(isUndisclosed).length;
  const check: OutputCheck = {
    people: sheets.length,
    undisclosed,
    lacking: [],
    lackingPeople: 0,
    leftOut: [],
  };
  let done = 0;
  await inTurns(sheets, PAPERS_AT_ONCE, ports.isCancelled, async (sheet) => {
    const paper = await attempt(() => ports.paperOf(sheet));
    if ('failed' in paper) {
      check.leftOut.push(rowOf(sheet, '', 'failed', wordsOf(paper.failed)));
    } else if ('leftOut' in paper.value) {
      check.leftOut.push(rowOf(sheet, '', 'leftOut', paper.value.leftOut));
    } else {
      const { model } = paper.value;
      const missing = await ports.checkCharacters(model);
      if (missing.length > 0) check.lackingPeople += 1;
      if (missing.length > 0 && check.lacking.length < MOST_LACKING) {
        check.lacking.push({ model, missing });
      }
    }
    done += 1;
    ports.onProgress(done);
  });
  return ports.isCancelled() ? null : check;
}

/** Makes the files one after the other, a few at a time, and says what became of each person. */
export async function runOutput(
  files: readonly PlannedFile[],
  ports: Following & {
    paperOf: (sheet: Sheet) => Promise<OutputPaper>;
    save: (file: PlannedFile, model: PrintModel) => Promise<BulkOutcome>;
  },
): Promise<OutputRow[]> {
  const rows = new Map<PlannedFile, OutputRow[]>();
  let done = 0;
  let stopped: string | null = null;
  const isStopped = () => stopped !== null || ports.isCancelled();
  const atOnce = files.some(({ sheets }) => sheets.length > 1) ? UNITS_AT_ONCE : PAPERS_AT_ONCE;
  await inTurns(files, atOnce, isStopped, async (file) => {
    const own = await makeFile(file, ports);
    rows.set(file, own.rows);
    if (own.fatal !== null) stopped = own.fatal;
    done += file.sheets.length;
    ports.onProgress(done);
  });
  const why = stopped === null ? notBegun : `書き込めなくなったため、止めました（${stopped}）。`;
  return files.flatMap(
    (file) => rows.get(file) ?? file.sheets.map((sheet) => rowOf(sheet, file.unit, 'leftOut', why)),
  );
}

async function makeFile(
  file: PlannedFile,
  ports: {
    paperOf: (sheet: Sheet) => Promise<OutputPaper>;
    save: (file: PlannedFile, model: PrintModel) => Promise<BulkOutcome>;
  },
): Promise<{ rows: OutputRow[]; fatal: string | null }> {
  const rows = new Map<Sheet, OutputRow>();
  const models: EvaluationSheetModel[] = [];
  for (const sheet of file.sheets) {
    const paper = await attempt(() => ports.paperOf(sheet));
    if ('failed' in paper) {
      rows.set(sheet, rowOf(sheet, file.unit, 'failed', wordsOf(paper.failed)));
    } else if ('leftOut' in paper.value) {
      rows.set(sheet, rowOf(sheet, file.unit, 'leftOut', paper.value.leftOut));
    } else {
      models.push(paper.value.model);
    }
  }
  const model = modelOf(file, models);
  const saved = model === null ? null : await attempt(() => ports.save(file, model));
  return {
    rows: file.sheets.map(
      (sheet) => rows.get(sheet) ?? { ...rowOf(sheet, file.unit, 'failed', ''), ...ended(saved) },
    ),
    fatal:
      saved !== null && 'failed' in saved && isFatal(saved.failed) ? wordsOf(saved.failed) : null,
  };
}

/** Null where nobody's sheet can be on it. */
function modelOf(file: PlannedFile, models: EvaluationSheetModel[]): PrintModel | null {
  const [first] = models;
  if (first === undefined) return null;
  if (file.title === '') return first;
  const { printedAt } = first;
  const { title, unit: orgUnit } = file;
  return { kind: 'evaluation-sheets', title, orgUnit, printedAt, sheets: models };
}

function ended(saved: Attempt<BulkOutcome> | null): Partial<OutputRow> {
  if (saved === null) return {};
  if ('failed' in saved) return { outcome: 'failed', why: wordsOf(saved.failed) };
  if (saved.value.outcome === 'missing') {
    return { outcome: 'leftOut', why: '印刷用の書体にない文字が、確かめた後に加わりました。' };
  }
  return saved.value;
}

function rowOf(sheet: Sheet, unit: string, outcome: OutputRow['outcome'], why: string): OutputRow {
  return { sheet, unit, outcome, folder: '', fileName: '', why };
}

type Attempt<Value> = { value: Value } | { failed: unknown };

async function attempt<Value>(work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { failed: error };
  }
}

function isFatal(error: unknown): boolean {
  return error instanceof IkuseiError && fatal.includes(error.errorName);
}

function wordsOf(error: unknown): string {
  const { title, code } = problemOf(error);
  return `${title}（番号 ${code}）`;
}

/** In their order, so many at a time; once stopped, none is begun and those begun are waited for. */
async function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  isStopped: () => boolean,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const goThrough = async () => {
    for (const item of left) {
      if (isStopped()) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goThrough));
}
