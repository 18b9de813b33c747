import { useEffect, useRef, useState } from 'react';
import { errorCatalog } from '../../../shared/domain/errors';
import type { Period } from '../../../shared/domain/period/period';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import type { GrantedFolder } from '../../../shared/ipc/contract';
import type { SheetLayout } from '../../../shared/print/paper-style';
import { type OutputMode, planOutput } from '../../../shared/print/plan-output';
import { loadSheetView } from '../../data/queries';
import type { Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { desktopApi } from '../../platform/desktop-api';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import {
  checkOutput,
  type OutputCheck,
  type OutputPaper,
  type OutputRow,
  runOutput,
} from './output-run';
import { paperGaps } from './paper-gaps';
import { sheetPaperModel } from './sheet-paper';

/** What is to be made. */
export type OutputOrder = {
  sheets: readonly Sheet[];
  period: Period;
  mode: OutputMode;
  layout: SheetLayout;
};

/** How it ended, and how the rest of it is written into the same folder. */
export type OutputEnd = {
  rows: OutputRow[];
  cancelled: boolean;
  folder: GrantedFolder;
  goOn: () => void;
};

export type OutputStep =
  | { kind: 'checking'; done: number; people: number }
  | { kind: 'question'; check: OutputCheck; answer: (agreed: boolean) => void }
  | { kind: 'writing'; done: number; people: number };

export type OutputRun = {
  step: OutputStep | null;
  failure: Problem | null;
  start: (order: OutputOrder) => void;
  cancel: () => void;
  forgetFailure: () => void;
};

/** Looks through the sheets, asks once, then writes: everything that can be begun and stopped. */
export function useOutputRun(onEnd: (end: OutputEnd) => void): OutputRun {
  const store = useStore();
  const [step, setStep] = useState<OutputStep | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const cancelled = useRef(false);
  // Whoever goes to another page does not go on writing unseen.
  useEffect(
    () => () => {
      cancelled.current = true;
    },
    [],
  );

  async function attempt(work: () => Promise<void>) {
    cancelled.current = false;
    setFailure(null);
    try {
      if (await flushAll()) await work();
    } catch (error) {
      setFailure(problemOf(error));
    }
    setStep(null);
  }

  const isCancelled = () => cancelled.current;

  async function prepare(order: OutputOrder) {
    const people = order.sheets.length;
    setStep({ kind: 'checking', done: 0, people });
    const check = await checkOutput(order.sheets, {
      paperOf: (sheet) => paperOf(store, sheet, order.layout),
      checkCharacters: (model) => desktopApi.bulk.checkCharacters(model),
      onProgress: (done) => setStep({ kind: 'checking', done, people }),
      isCancelled,
    });
    if (check === null) return;
    const agreed = await new Promise<boolean>((answer) =>
      setStep({ kind: 'question', check, answer }),
    );
    const folder = agreed ? await desktopApi.bulk.chooseFolder() : null;
    if (folder !== null) await write(order, folder, check.lackingPeople > 0);
  }

  async function write(order: OutputOrder, folder: GrantedFolder, missingAllowed: boolean) {
    const people = order.sheets.length;
    setStep({ kind: 'writing', done: 0, people });
    const rows = await runOutput(planOutput(order.sheets, order.period, order.mode), {
      paperOf: (sheet) => paperOf(store, sheet, order.layout),
      save: ({ owner, place }, model) =>
        desktopApi.bulk.savePdf({ grant: folder.grant, owner, place, model, missingAllowed }),
      onProgress: (done) => setStep({ kind: 'writing', done, people }),
      isCancelled,
    });
    onEnd({
      rows,
      cancelled: cancelled.current,
      folder,
      goOn: () => void attempt(() => write(order, folder, missingAllowed)),
    });
  }

  return {
    step,
    failure,
    start: (order) => void attempt(() => prepare(order)),
    cancel: () => {
      cancelled.current = true;
    },
    forgetFailure: () => setFailure(null),
  };
}

const gapWords = `読めなくなった記入があります（番号 ${errorCatalog.rowDamaged.code}）。シートを開いて、1枚ずつ出してください。`;

/** Nobody looks at each of many papers: one with gaps is made alone, after its question. */
async function paperOf(store: Store, sheet: Sheet, layout: SheetLayout): Promise<OutputPaper> {
  const view = await loadSheetView(store, sheet.id);
  return paperGaps(view) === null
    ? { model: sheetPaperModel(store, view, layout) }
    : { leftOut: gapWords };
}
