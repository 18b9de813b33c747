import { useState } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { ErrorNotice } from './ErrorNotice';
import { Notice } from './Notice';
import { SavedFileActions, SavedFileWords } from './SavedFile';

type Saved = { fileName: string; folder: string; handle: string };
type Problem = Parameters<typeof ErrorNotice>[0]['problem'];

type Outcome =
  | { kind: 'saved'; file: Saved; lacking: string[] }
  | { kind: 'missing'; lacking: string[] }
  | { kind: 'cancelled' }
  | { kind: 'failed'; problem: Problem };

type PaperButtonProps = {
  label: string;
  /** Makes the paper; asked again with the person's agreement when characters are missing. */
  onSave: (missingAllowed: boolean) => Promise<Outcome>;
  onShow: (file: Saved, what: 'file' | 'folder') => void;
};

/** Writes a paper into a file: says what will be lacking before, and where it is after. */
export function PaperButton({ label, onSave, onShow }: PaperButtonProps) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function run(missingAllowed: boolean) {
    setBusy(true);
    setOutcome(null);
    setOutcome(await onSave(missingAllowed));
    setBusy(false);
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <Button isDisabled={busy} onPress={() => void run(false)}>
        {busy ? 'PDFを作っています…' : label}
      </Button>
      {outcome?.kind === 'failed' && (
        <ErrorNotice problem={outcome.problem} onClose={() => setOutcome(null)} />
      )}
      {outcome?.kind === 'saved' && (
        <Notice
          tone={outcome.lacking.length === 0 ? 'success' : 'warning'}
          title="PDFを保存しました"
          onClose={() => setOutcome(null)}
          actions={
            <SavedFileActions
              onOpen={() => onShow(outcome.file, 'file')}
              onReveal={() => onShow(outcome.file, 'folder')}
            />
          }
        >
          <SavedFileWords {...outcome.file} />
          <LackingList lacking={outcome.lacking} />
        </Notice>
      )}
      <Dialog
        title="印刷用の書体にない文字があります"
        isOpen={outcome?.kind === 'missing'}
        mustAnswer
        onOpenChange={(open) => !open && setOutcome(null)}
        actions={
          <>
            <Button onPress={() => setOutcome(null)}>やめる</Button>
            <Button look="primary" onPress={() => void run(true)}>
              このままPDFにする
            </Button>
          </>
        }
      >
        <p>次の文字は「〓」または基本の字形になります。まだ何も書き込んでいません。</p>
        {outcome?.kind === 'missing' && <LackingList lacking={outcome.lacking} />}
      </Dialog>
    </div>
  );
}

function LackingList({ lacking }: { lacking: readonly string[] }) {
  if (lacking.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {lacking.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
