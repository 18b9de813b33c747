import { errorCatalog } from '../../../shared/domain/errors';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
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

type UndisclosedDialogProps = GapsDialogProps & {
  /** Where the paper goes: what to take care of differs. */
  to: 'file' | 'printer';
};

/** A paper is seen by whoever finds it: nobody makes one before 開示 without knowing. */
export function UndisclosedDialog({ view, agreeLabel, to, onAnswer }: UndisclosedDialogProps) {
  const isOwn = view.viewer.includes('employee');
  return (
    <Dialog
      title="開示前のシートです"
      isOpen
      mustAnswer
      onOpenChange={(open) => !open && onAnswer(false)}
      actions={
        <>
          <Button autoFocus onPress={() => onAnswer(false)}>
            やめる
          </Button>
          <Button look="primary" onPress={() => onAnswer(true)}>
            {agreeLabel}
          </Button>
        </>
      }
    >
      <p>
        {view.sheet.staff.name} さんのシートは、まだ開示されていません（いまの段階：
        {stageLabels[view.sheet.stage]}）。
      </p>
      <p>
        {isOwn
          ? '評価者の記入は入りませんが、途中の内容です。'
          : '本人がまだ見られない評価が、載ることがあります。本人にも、職員課と担当の評価者のほかの人にも、見せたり渡したりしないでください。'}
      </p>
      <p>
        すべてのページに「開示前・取扱注意」と入ります。
        {to === 'file'
          ? 'ほかの人が開けない場所に保存し、用が済んだら削除してください。'
          : '印刷した紙はすぐに取り、用が済んだら細断してください。'}
      </p>
    </Dialog>
  );
}
