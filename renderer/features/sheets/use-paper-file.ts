import { useEffect, useRef, useState } from 'react';
import { IkuseiError } from '../../../shared/domain/errors';
import type { EvaluationSheetModel } from '../../../shared/print/evaluation-sheet-model';
import type { MissingPlace } from '../../../shared/print/missing-character';
import type { PaperStyle } from '../../../shared/print/paper-style';
import { base64ToBytes } from '../../data/base64';
import type { SheetView } from '../../data/queries';
import type { Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { desktopApi } from '../../platform/desktop-api';
import { type Problem, problemOf } from '../../platform/problem';
import { createDrawings, type Drawings } from '../../ui/pdf/drawings';
import { closePdf, type OpenPdf, openPdf } from '../../ui/pdf/open-pdf';
import { createNewestOnly, type NewestOnly } from './newest-only';
import { sheetPaperModel } from './sheet-paper';

/** A typist's pause, and the longest wait without one: she sees it on paper within a second. */
const QUIET_MILLISECONDS = 100;
const LONGEST_MILLISECONDS = 450;

export type ShownPaper = {
  file: OpenPdf;
  model: EvaluationSheetModel;
  missing: readonly MissingPlace[];
};

/** How the newest try went; a paper made earlier stays in sight beside a problem. */
type Newest = { shown: ShownPaper | null; problem: Problem | null };

/** `drawings` is told by whatever shows the paper. */
export type PaperFile = Newest & { drawings: Drawings };

type Job = { store: Store; view: SheetView; style: PaperStyle };

/**
 * The paper of what is stored, made anew whenever that changes; papers are never mixed. The
 * next one waits until this one is drawn: on a slow PC it would take its place before
 * anything was seen, for as long as she types.
 */
export function usePaperFile(view: SheetView, style: PaperStyle): PaperFile {
  const store = useStore();
  const [state, setState] = useState<Newest>({ shown: null, problem: null });
  const [drawings] = useState(createDrawings);
  const tellShown = useRef(() => {});
  const maker = useRef<NewestOnly<Job> | null>(null);
  const opened = useRef<OpenPdf[]>([]);

  useEffect(() => {
    let words = '';
    let live = true;
    async function make({ store: from, view: seen, style: wanted }: Job) {
      const model = sheetPaperModel(from, seen, wanted);
      // A change of something that is not on this paper makes no other paper.
      const made = JSON.stringify({ ...model, printedAt: null });
      if (made === words) return;
      try {
        const { pdf, missing } = await desktopApi.documents.previewPdf(model);
        const file = await openPdf(base64ToBytes(pdf)).catch(cannotShow);
        opened.current.push(file);
        if (!live) return closeAllBut(null);
        words = made;
        const given = new Promise<void>((done) => {
          tellShown.current = done;
        });
        setState({ shown: { file, model, missing }, problem: null });
        await given;
        await drawings.settled();
      } catch (error) {
        if (live) setState(({ shown }) => ({ shown, problem: problemOf(error) }));
      }
    }
    function closeAllBut(kept: OpenPdf | null) {
      for (const file of opened.current.filter((one) => one !== kept)) void closePdf(file);
      opened.current = opened.current.filter((one) => one === kept);
    }
    maker.current = createNewestOnly({
      run: make,
      quiet: QUIET_MILLISECONDS,
      longest: LONGEST_MILLISECONDS,
    });
    return () => {
      live = false;
      maker.current?.stop();
      closeAllBut(null);
    };
  }, [drawings]);

  const askedFor = useRef<PaperStyle | null>(null);
  useEffect(() => {
    // Another form was asked for by hand; typing can wait for a pause.
    maker.current?.give({ store, view, style }, askedFor.current !== style);
    askedFor.current = style;
  }, [store, view, style]);

  // The paper before is given back once the pages show this one.
  const { shown } = state;
  useEffect(() => {
    if (shown === null) return;
    tellShown.current();
    const at = opened.current.indexOf(shown.file);
    for (const file of opened.current.splice(0, Math.max(0, at))) void closePdf(file);
  }, [shown]);

  return { ...state, drawings };
}

function cannotShow(): never {
  throw new IkuseiError('paperNotShown');
}
