import { type ReactNode, useState } from 'react';
import { errorCatalog } from '../../../shared/domain/errors';
import type { SavedFile } from '../../../shared/ipc/contract';
import { buildEvaluationSheetModel } from '../../../shared/print/build-evaluation-sheet-model';
import { evaluationSheetFileName } from '../../../shared/print/suggested-file-name';
import { loadSheetView, type SheetView } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { desktopApi } from '../../platform/desktop-api';
import { localNow } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { paperGaps } from './paper-gaps';

export type SheetPdf = { busy: boolean; make: () => void; notice: ReactNode };

/** Makes the sheet's PDF from what is stored, after everything typed has been stored. */
export function useSheetPdf(sheetId: string): SheetPdf {
  const store = useStore();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [asking, setAsking] = useState<SheetView | null>(null);

  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    setSaved(null);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(problemOf(error));
    }
    setBusy(false);
  }

  async function make() {
    // Text that cannot be stored has its own message; paper would lack it.
    if (!(await flushAll())) return;
    const view = await loadSheetView(store, sheetId);
    if (paperGaps(view) === null) await print(view);
    else setAsking(view);
  }

  async function print(view: SheetView) {
    setSaved(
      await desktopApi.documents.savePdf({
        purpose: 'evaluation-sheet',
        suggestedName: evaluationSheetFileName(view.sheet, view.period),
        model: buildEvaluationSheetModel({
          ...view,
          printedAt: localNow(),
          sample: store.dataSet === 'sample',
        }),
      }),
    );
  }

  function printAllTheSame(view: SheetView) {
    setAsking(null);
    void attempt(() => print(view));
  }

  function run(action: Promise<unknown>) {
    action.catch((error: unknown) => setFailure(problemOf(error)));
  }

  const notice = (
    <>
      {saved !== null && (
        <Notice
          tone="success"
          title="PDFを保存しました"
          onClose={() => setSaved(null)}
          actions={
            <>
              <Button size="small" onPress={() => run(desktopApi.documents.open(saved.handle))}>
                開く
              </Button>
              <Button
                size="small"
                onPress={() => run(desktopApi.documents.revealFolder(saved.handle))}
              >
                フォルダを開く
              </Button>
            </>
          }
        >
          <p>
            {saved.fileName}
            <br />
            <span className="text-solid-gray-700">{saved.folder}</span>
          </p>
        </Notice>
      )}
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {asking !== null && (
        <GapsDialog
          view={asking}
          onCancel={() => setAsking(null)}
          onContinue={() => printAllTheSame(asking)}
        />
      )}
    </>
  );
  return { busy, make: () => void attempt(make), notice };
}

type GapsDialogProps = { view: SheetView; onCancel: () => void; onContinue: () => void };

/** Paper outlives the screen that explains it: nobody signs a gap unawares. */
function GapsDialog({ view, onCancel, onContinue }: GapsDialogProps) {
  const { entries = 0, goals = 0 } = paperGaps(view) ?? {};
  return (
    <Dialog
      title="読めなくなった記入があります"
      isOpen
      mustAnswer
      onOpenChange={(open) => !open && onCancel()}
      actions={
        <>
          <Button onPress={onCancel}>やめる</Button>
          <Button look="primary" onPress={onContinue}>
            このままPDFにする
          </Button>
        </>
      }
    >
      <p>
        読めなくなった記入が {entries} 件あり（番号 {errorCatalog.rowDamaged.code}
        ）、紙では空欄になります。続けますか。
      </p>
      {goals > 0 && <p>そのうち {goals} 件は個人目標で、評価者の評語も含めて紙に載りません。</p>}
    </Dialog>
  );
}
