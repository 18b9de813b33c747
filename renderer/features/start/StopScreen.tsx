import { useState } from 'react';
import type { ColdCopy, StartReport } from '../../../shared/ipc/contract';
import { desktopApi } from '../../platform/desktop-api';
import { type Problem, problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { CentredPage } from '../../ui/CentredPage';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { coldCopyContents, coldCopyTime } from './cold-copy-words';
import { SupportDetails } from './SupportDetails';

type StopScreenProps = {
  problem: Problem;
  /** Null when even the report of the start could not be had. */
  report: StartReport | null;
};

/**
 * The application has stopped before writing anything. Offers what can be undone, never
 * a fresh start over data that may still be there.
 */
export function StopScreen({ problem, report }: StopScreenProps) {
  return (
    <CentredPage
      brand="育成ノート"
      title="開かずに止めました"
      badge={<Badge tone="error">読み取りだけ</Badge>}
      width="wide"
    >
      <ErrorNotice problem={problem} />
      {report !== null && <ColdCopies copies={report.coldCopies} />}
      <SupportDetails problem={problem} report={report} />
    </CentredPage>
  );
}

function ColdCopies({ copies }: { copies: readonly ColdCopy[] }) {
  const [chosen, setChosen] = useState<ColdCopy | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);

  async function restore(copy: ColdCopy) {
    setBusy(true);
    setFailure(null);
    try {
      await desktopApi.start.restoreCopy(copy.id);
    } catch (error) {
      setFailure(problemOf(error));
      setBusy(false);
    }
    setChosen(null);
  }

  return (
    <section
      aria-label="起動時の控え"
      className="flex flex-col gap-3 rounded-12 border border-solid-gray-200 bg-white p-6"
    >
      <h2 className="text-base font-bold">起動時の控え</h2>
      {copies.length === 0 ? (
        <p>このPCには、まだ控えがありません。情報担当へ連絡してください。</p>
      ) : (
        <>
          <p className="text-sm">正しく開けたときの記録の写しです。新しいものから並んでいます。</p>
          <ul className="divide-y divide-solid-gray-200">
            {copies.map((copy) => (
              <li key={copy.id} className="flex flex-wrap items-center gap-4 py-3">
                <div className="grow">
                  <p className="font-bold">{coldCopyTime(copy)}</p>
                  <p className="text-sm text-solid-gray-700">{coldCopyContents(copy)}</p>
                </div>
                <Button
                  size="small"
                  isDisabled={busy || copy.sentinel === null}
                  aria-label={`この控えに戻す（${coldCopyTime(copy)}）`}
                  onPress={() => setChosen(copy)}
                >
                  この控えに戻す
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {busy && <p role="status">控えから戻しています。電源を切らないでください。</p>}
      {failure !== null && <ErrorNotice problem={failure} />}
      {chosen !== null && (
        <Dialog
          title="この控えに戻しますか"
          isOpen
          mustAnswer
          onOpenChange={(open) => !open && setChosen(null)}
          actions={
            <>
              <Button onPress={() => setChosen(null)}>やめる</Button>
              <Button look="danger" isDisabled={busy} onPress={() => void restore(chosen)}>
                控えに戻す
              </Button>
            </>
          }
        >
          <p>
            {coldCopyTime(chosen)}の控え（{coldCopyContents(chosen)}）に戻します。
          </p>
          <p className="font-bold">この時刻よりあとに入力した内容は、画面から失われます。</p>
          <p>いまのファイルは消さず、別の場所に取っておきます。情報担当が後から調べられます。</p>
        </Dialog>
      )}
    </section>
  );
}
