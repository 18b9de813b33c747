import { type ReactNode, useState } from 'react';
import type { SavedFile } from '../../../shared/ipc/contract';
import { buildEvaluationSheetModel } from '../../../shared/print/build-evaluation-sheet-model';
import { evaluationSheetFileName } from '../../../shared/print/suggested-file-name';
import { loadSheetView } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { desktopApi } from '../../platform/desktop-api';
import { localNow } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';

export type SheetPdf = { busy: boolean; make: () => void; notice: ReactNode };

/** Makes the sheet's PDF from what is stored, after everything typed has been stored. */
export function useSheetPdf(sheetId: string): SheetPdf {
  const store = useStore();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);

  async function make() {
    setBusy(true);
    setSaved(null);
    setFailure(null);
    try {
      // Text that cannot be stored has its own message; paper would lack it.
      if (await flushAll()) {
        const view = await loadSheetView(store, sheetId);
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
    } catch (error) {
      setFailure(problemOf(error));
    }
    setBusy(false);
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
    </>
  );
  return { busy, make: () => void make(), notice };
}
