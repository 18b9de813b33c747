import { type ReactNode, useState } from 'react';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import type { SaveOutcome } from '../../../shared/ipc/contract';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import type { MissingPlace } from '../../../shared/print/missing-character';
import type { PaperStyle } from '../../../shared/print/paper-style';
import { evaluationSheetFileName } from '../../../shared/print/suggested-file-name';
import { base64ToBytes } from '../../data/base64';
import { loadSheetView, type SheetView } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { desktopApi } from '../../platform/desktop-api';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MissingDialog } from './MissingCharacters';
import { GapsDialog, type PaperDone, PaperDoneNotice, UndisclosedDialog } from './PaperNotices';
import { paperGaps } from './paper-gaps';
import { sheetPaperModel } from './sheet-paper';

export type PaperOutput = {
  /** What is being made, in the words of the screen; null when nothing is. */
  busy: string | null;
  /** Stops the preparation of a print; null when there is none to stop. */
  cancel: (() => void) | null;
  save: (style: PaperStyle) => void;
  print: (style: PaperStyle) => void;
  notice: ReactNode;
  questions: ReactNode;
};

type Question = { answer: (agreed: boolean) => void } & (
  | { kind: 'gaps'; view: SheetView; agreeLabel: string }
  | { kind: 'undisclosed'; view: SheetView; to: 'file' | 'printer'; agreeLabel: string }
  | { kind: 'missing'; paper: SheetPaper; missing: readonly MissingPlace[]; agreeLabel: string }
);
type Asked = Question extends infer One
  ? One extends Question
    ? Omit<One, 'answer'>
    : never
  : never;

const agreeLabels = { file: 'このままPDFにする', printer: 'このまま印刷する' } as const;

type SheetPaper = { view: SheetView; model: EvaluationSheetModel };

/**
 * Puts the sheet on paper, as a file or on the printer, from what is stored, after
 * everything typed has been stored. Nothing is written before the person has agreed to
 * what will be lacking.
 *
 * @param goTo brings a character of the sheet into sight, to be mended
 */
export function usePaperOutput(
  sheetId: string,
  goTo: (partId: PartId, character: string) => void,
): PaperOutput {
  const store = useStore();
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<PaperDone | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [preparing, setPreparing] = useState<AbortController | null>(null);

  async function attempt(words: string, work: () => Promise<void>) {
    setBusy(words);
    setDone(null);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(problemOf(error));
    }
    setPreparing(null);
    setBusy(null);
  }

  function ask(asked: Asked): Promise<boolean> {
    return new Promise((resolve) => {
      setQuestion({
        ...asked,
        answer(agreed) {
          setQuestion(null);
          resolve(agreed);
        },
      });
    });
  }

  /** Null when something is not stored, which has its own message, or when she says no. */
  async function prepare(style: PaperStyle, to: 'file' | 'printer'): Promise<SheetPaper | null> {
    if (!(await flushAll())) return null;
    const view = await loadSheetView(store, sheetId);
    const agreeLabel = agreeLabels[to];
    const lacks = style !== 'blank' && paperGaps(view) !== null;
    if (lacks && !(await ask({ kind: 'gaps', view, agreeLabel }))) return null;
    const model = sheetPaperModel(store, view, style);
    const agreed = !model.undisclosed || (await ask({ kind: 'undisclosed', view, to, agreeLabel }));
    return agreed ? { view, model } : null;
  }

  async function save(style: PaperStyle) {
    const paper = await prepare(style, 'file');
    if (paper === null) return;
    const { view, model } = paper;
    const name = evaluationSheetFileName(view.sheet, view.period);
    const write = (missingAllowed: boolean): Promise<SaveOutcome> =>
      desktopApi.documents.savePdf({
        purpose: 'evaluation-sheet',
        suggestedName: style === 'blank' ? `${name}_白紙` : name,
        model,
        missingAllowed,
      });
    let saved = await write(false);
    if (saved.outcome === 'missing') {
      const agreed = await ask({
        kind: 'missing',
        paper,
        missing: saved.missing,
        agreeLabel: agreeLabels.file,
      });
      if (!agreed) return;
      saved = await write(true);
    }
    if (saved.outcome !== 'saved') return;
    const { file, standard, missing } = saved;
    setDone({ kind: 'saved', file, model, standard, missing });
  }

  async function print(style: PaperStyle) {
    const paper = await prepare(style, 'printer');
    if (paper === null) return;
    const { model } = paper;
    const { pdf, standard, missing } = await desktopApi.documents.previewPdf(model);
    const agreed =
      missing.length === 0 ||
      (await ask({ kind: 'missing', paper, missing, agreeLabel: agreeLabels.printer }));
    if (!agreed) return;
    const controller = new AbortController();
    setPreparing(controller);
    const { printPdf } = await import('../../ui/pdf/print-pdf');
    const outcome = await printPdf({
      bytes: base64ToBytes(pdf),
      signal: controller.signal,
      onPage: (number, pages) => setBusy(`印刷の準備をしています（${number}／${pages}ページ）`),
      print: (landscape) => {
        setPreparing(null);
        setBusy('印刷の画面を開いています');
        return desktopApi.documents.print({ landscape });
      },
    });
    if (outcome === 'printed') setDone({ kind: 'printed', model, standard, missing });
  }

  function run(action: Promise<unknown>) {
    action.catch((error: unknown) => setFailure(problemOf(error)));
  }

  return {
    busy,
    cancel: preparing === null ? null : () => preparing.abort(),
    save: (style) => void attempt('PDFを作っています…', () => save(style)),
    print: (style) => void attempt('印刷の準備をしています', () => print(style)),
    notice: (
      <>
        {done !== null && <PaperDoneNotice done={done} onClose={() => setDone(null)} onRun={run} />}
        {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      </>
    ),
    questions: (
      <>
        {question?.kind === 'gaps' && (
          <GapsDialog
            view={question.view}
            agreeLabel={question.agreeLabel}
            onAnswer={question.answer}
          />
        )}
        {question?.kind === 'undisclosed' && (
          <UndisclosedDialog
            view={question.view}
            to={question.to}
            agreeLabel={question.agreeLabel}
            onAnswer={question.answer}
          />
        )}
        {question?.kind === 'missing' && (
          <MissingDialog
            view={question.paper.view}
            model={question.paper.model}
            missing={question.missing}
            agreeLabel={question.agreeLabel}
            onAnswer={question.answer}
            onGoTo={goTo}
          />
        )}
      </>
    ),
  };
}
