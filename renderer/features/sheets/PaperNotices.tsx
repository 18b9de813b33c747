import { errorCatalog } from '../../../shared/domain/errors';
import type { SavedFile } from '../../../shared/ipc/contract';
import type { MissingPlace, PdfStandard } from '../../../shared/print/missing-character';
import type { PrintModel } from '../../../shared/print/print-model';
import type { SheetView } from '../../data/queries';
import { desktopApi } from '../../platform/desktop-api';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { SavedFileActions, SavedFileWords } from '../../ui/SavedFile';
import { MissingList } from './MissingCharacters';
import { paperGaps } from './paper-gaps';

/** A paper that is out: in a file, or handed to the printer. */
export type PaperDone = {
  model: PrintModel;
  standard: PdfStandard;
  missing: readonly MissingPlace[];
} & ({ kind: 'saved'; file: SavedFile } | { kind: 'printed' });

type PaperDoneNoticeProps = {
  done: PaperDone;
  onClose: () => void;
  onRun: (action: Promise<unknown>) => void;
};

/** Says where the paper is, and stays beside it with the list of what it lacks. */
export function PaperDoneNotice({ done, onClose, onRun }: PaperDoneNoticeProps) {
  return (
    <Notice
      tone={done.missing.length === 0 ? 'success' : 'warning'}
      title={done.kind === 'saved' ? 'PDFを保存しました' : '印刷に出しました'}
      onClose={onClose}
      {...(done.kind === 'saved' && {
        actions: (
          <SavedFileActions
            onOpen={() => onRun(desktopApi.documents.open(done.file.handle))}
            onReveal={() => onRun(desktopApi.documents.revealFolder(done.file.handle))}
          />
        ),
      })}
    >
      {done.kind === 'saved' && <SavedFileWords {...done.file} />}
      {done.standard === 'a-2b' && (
        <p>外字が含まれています（PDF/A-2b）。外字は、ほかのPCでは違う形に見えることがあります。</p>
      )}
      {done.missing.length > 0 && (
        <>
          <p>印刷用の書体にない次の文字は、〓または基本の字形になっています。</p>
          <MissingList model={done.model} missing={done.missing} />
        </>
      )}
    </Notice>
  );
}

type GapsDialogProps = {
  view: SheetView;
  agreeLabel: string;
  onAnswer: (agreed: boolean) => void;
};

/** Paper outlives the screen that explains it: nobody signs a gap unawares. */
export function GapsDialog({ view, agreeLabel, onAnswer }: GapsDialogProps) {
  const { entries = 0, goals = 0 } = paperGaps(view) ?? {};
  return (
    <Dialog
      title="読めなくなった記入があります"
      isOpen
      mustAnswer
      onOpenChange={(open) => !open && onAnswer(false)}
      actions={
        <>
          <Button onPress={() => onAnswer(false)}>やめる</Button>
          <Button look="primary" onPress={() => onAnswer(true)}>
            {agreeLabel}
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
