import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { IssuedRecoveryKey, SavedFile } from '../../../shared/ipc/contract';
import { printedAtOf } from '../../../shared/print/printed-at';
import { desktopApi } from '../../platform/desktop-api';
import { localNow } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { CentredPage } from '../../ui/CentredPage';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';

type RecoveryKeyScreenProps = {
  owner: { name: string; number: string; orgUnit: string };
  onConfirmed: () => void;
  /** Back without a new key; null at the first start, when there is no older one. */
  onCancel: (() => void) | null;
};

/**
 * Shows a new recovery key once. At the first start there is no way past it but typing
 * two of its groups back: whoever skips it loses a year with her Windows account
 * (design §6).
 */
export function RecoveryKeyScreen({ owner, onConfirmed, onCancel }: RecoveryKeyScreenProps) {
  const [issued, setIssued] = useState<IssuedRecoveryKey | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const asked = useRef(false);

  const issue = useCallback(async () => {
    setFailure(null);
    try {
      setIssued(await desktopApi.keys.issueRecoveryKey());
    } catch (error) {
      setFailure(problemOf(error));
    }
  }, []);

  useEffect(() => {
    // Every issue makes a new key and voids the last: a repeated effect must not ask again.
    if (asked.current) return;
    asked.current = true;
    void issue();
  }, [issue]);

  return (
    <CentredPage brand="育成ノート" title="回復キーを紙に残してください" width="wide">
      <p>
        回復キーは、Windowsのアカウントが変わったときやPCが壊れたときに、記録を読むためのただ一つの手段です。紙に印刷して鍵のかかる場所にしまい、PCの中や机の上には置かないでください。
      </p>
      {failure !== null && (
        <ErrorNotice
          problem={failure}
          actions={
            <Button size="small" onPress={() => void issue()}>
              もう一度作る
            </Button>
          }
        />
      )}
      {issued === null && failure === null && <Spinner label="回復キーを作っています" />}
      {issued !== null && (
        <>
          <section
            aria-label="1 回復キー"
            className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-6"
          >
            <h2 className="text-base font-bold">1　この8組の文字が回復キーです</h2>
            <ol className="grid grid-cols-2 gap-3 md:grid-cols-4">
              {numbered(issued.groups).map(({ number, group }) => (
                <li
                  key={number}
                  className="flex items-baseline gap-3 rounded-8 border border-solid-gray-300 bg-solid-gray-50 px-4 py-3"
                >
                  <span className="text-sm text-solid-gray-700">{number}</span>
                  <span className="text-2xl font-bold tracking-widest whitespace-nowrap">
                    {group}
                  </span>
                </li>
              ))}
            </ol>
            <PrintKey groups={issued.groups} owner={owner} />
          </section>
          <ConfirmKey ask={issued.ask} onConfirmed={onConfirmed} />
        </>
      )}
      {onCancel !== null && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onPress={onCancel}>やめる</Button>
          <p className="text-sm text-solid-gray-700">
            やめると、これまでの紙の回復キーをそのまま使います。
          </p>
        </div>
      )}
    </CentredPage>
  );
}

function numbered(groups: readonly string[]): { number: number; group: string }[] {
  return groups.map((group, index) => ({ number: index + 1, group }));
}

type PrintKeyProps = { groups: string[]; owner: RecoveryKeyScreenProps['owner'] };

function PrintKey({ groups, owner }: PrintKeyProps) {
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);

  async function print() {
    setBusy(true);
    setFailure(null);
    try {
      const saving = await desktopApi.documents.savePdf({
        purpose: 'recovery-key',
        suggestedName: `回復キー_${owner.number}`,
        model: {
          kind: 'recovery-key',
          groups,
          ownerName: owner.name,
          ownerNumber: owner.number,
          orgUnit: owner.orgUnit,
          printedAt: printedAtOf(localNow()),
        },
        // The key is what matters; a name with 〓 keeps nobody from using it.
        missingAllowed: true,
      });
      if (saving.outcome === 'saved') setSaved(saving.file);
    } catch (error) {
      setFailure(problemOf(error));
    }
    setBusy(false);
  }

  function openSaved(file: SavedFile) {
    desktopApi.documents.open(file.handle).catch((error) => setFailure(problemOf(error)));
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button isDisabled={busy} onPress={() => void print()}>
        {busy ? 'PDFを作っています…' : '回復キーをPDFにする'}
      </Button>
      {saved !== null && (
        <Notice
          tone="success"
          title="PDFを保存しました"
          className="w-full"
          actions={
            <Button size="small" onPress={() => openSaved(saved)}>
              開く
            </Button>
          }
        >
          <p>
            {saved.fileName}（{saved.folder}）。印刷したら、このPDFは消してください。
          </p>
        </Notice>
      )}
      {failure !== null && <ErrorNotice problem={failure} />}
    </div>
  );
}

type ConfirmKeyProps = { ask: number[]; onConfirmed: () => void };

function ConfirmKey({ ask, onConfirmed }: ConfirmKeyProps) {
  const [typed, setTyped] = useState<string[]>(ask.map(() => ''));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const complete = typed.every((group) => group.trim() !== '');

  async function confirm() {
    setBusy(true);
    setFailure(null);
    try {
      await desktopApi.keys.confirmRecoveryKey(typed);
      onConfirmed();
    } catch (error) {
      setFailure(problemOf(error));
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (complete && !busy) void confirm();
  }

  return (
    <form
      noValidate
      aria-label="2 回復キーの確認"
      className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-6"
      onSubmit={submit}
    >
      <h2 className="text-base font-bold">2　紙を見ながら、次の組を入力してください</h2>
      <div className="grid max-w-md grid-cols-2 gap-4">
        {ask.map((group, index) => (
          <TextField
            key={group}
            label={`${group + 1}組目の文字`}
            value={typed[index] ?? ''}
            onChange={(value) => setTyped(typed.map((other, at) => (at === index ? value : other)))}
            inputClassName="text-lg font-bold tracking-widest"
          />
        ))}
      </div>
      {failure !== null && <ErrorNotice problem={failure} />}
      <div>
        <Button type="submit" look="primary" isDisabled={!complete || busy}>
          確かめて始める
        </Button>
      </div>
    </form>
  );
}
