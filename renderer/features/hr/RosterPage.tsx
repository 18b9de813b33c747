import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { formatWarekiDateTime } from '../../../shared/domain/period/wareki';
import type { RosterImport } from '../../../shared/domain/roster/roster-import';
import { writeCsv } from '../../../shared/domain/text/csv';
import { bytesToBase64 } from '../../data/base64';
import {
  loadRoster,
  type RosterState,
  takeInRoster,
  undoRosterImport,
} from '../../data/roster-commands';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { desktopApi } from '../../platform/desktop-api';
import { encodeText, type WrittenEncoding } from '../../platform/encode-text';
import { toLocalIso } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { sourceWords } from '../../platform/read-table';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ProgressBar } from '../../ui/ProgressBar';
import { Spinner } from '../../ui/Spinner';
import { TakeBackImport } from '../../ui/TakeBackImport';
import { type Done, DoneNotice } from './DoneNotice';
import { HrNav } from './HrNav';
import { RosterPreview } from './RosterPreview';
import type { ReadRosterFile } from './read-roster-file';
import { startReading } from './roster-reading';
import { WriteRoster } from './WriteRoster';

/** 職員課 brings people and units in from a file, and can take the last one back. */
export function RosterPage() {
  const roster = useLiveQuery(loadRoster, []);
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      <h1 className="text-2xl font-bold">職員名簿</h1>
      {roster.state === 'loading' && <Spinner label="名簿を読んでいます" />}
      {roster.state === 'failed' && <ErrorNotice problem={problemOf(roster.error)} />}
      {roster.state === 'ready' && <Roster roster={roster.value} />}
    </div>
  );
}

/** What is under way. */
type Busy = {
  words: string;
  giveUp: AbortController;
  /** Until it is whole, it can be given up. */
  stoppable: boolean;
  progress: { done: number; total: number } | null;
};

function Roster({ roster }: { roster: RosterState }) {
  const store = useStore();
  const [file, setFile] = useState<ReadRosterFile | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);

  function run(
    { words, stoppable = false }: { words: string; stoppable?: boolean },
    work: (
      signal: AbortSignal,
      follow: (done: number, total: number) => void,
    ) => Promise<Done | null>,
  ) {
    const giveUp = new AbortController();
    const begun: Busy = { words, giveUp, stoppable, progress: null };
    // Another file takes the place of the one that is being read.
    busy?.giveUp.abort();
    setDone(null);
    setFailure(null);
    setBusy(begun);
    work(giveUp.signal, (done, total) => setBusy({ ...begun, progress: { done, total } }))
      .then((result) => setDone(result))
      .catch((error: unknown) => setFailure(problemOf(error)))
      .finally(() => setBusy((now) => (now?.giveUp === giveUp ? null : now)));
  }

  function follow(action: Promise<unknown>) {
    action.catch((error: unknown) => setFailure(problemOf(error)));
  }

  const choose = (chosen: File | undefined) =>
    run({ words: '名簿を確かめています', stoppable: true }, async (signal) => {
      setFile(null);
      if (chosen !== undefined) setFile(await startReading(chosen, roster, signal));
      return null;
    });

  const takeIn = ({ name, people }: ReadRosterFile) =>
    run({ words: '取り込みの進み', stoppable: true }, async (signal, onProgress) => {
      onProgress(0, people.length);
      const taken = await takeInRoster(store, { name, people }, { onProgress, signal });
      if (taken === null) return { words: '取り込みをやめました。名簿は前のままです。' };
      setFile(null);
      return { words: `取り込みました。${countWords(taken)}` };
    });

  const takeBack = () =>
    run({ words: '取り消しています' }, async () => {
      setAsking(false);
      // It was read against what is now taken back.
      setFile(null);
      await undoRosterImport(store);
      return { words: '取り込みを取り消しました。' };
    });

  const writeOut = (table: readonly (readonly string[])[], encoding: WrittenEncoding) =>
    run({ words: '書き出しています' }, async () => {
      const outcome = await desktopApi.documents.saveTable({
        purpose: 'roster',
        kind: 'csv',
        suggestedName: '職員名簿',
        bytes: bytesToBase64(encodeText(writeCsv(table), encoding)),
      });
      return outcome.outcome === 'saved'
        ? { words: `名簿を${encoding}で書き出しました`, file: outcome.file }
        : null;
    });

  const isBusy = busy !== null;
  const isWriting = busy !== null && (busy.progress !== null || !busy.stoppable);
  return (
    <>
      <Card title="名簿のファイル">
        <div className="flex flex-col gap-3">
          <p>
            今は {roster.people.length}
            人の職員がいます。人事給与システムなどから書き出したCSVか、Excelのブック（.xlsx）を選ぶと、何が変わるかを確かめてから取り込めます。
          </p>
          <p className="text-sm text-solid-gray-700">
            「職員番号」「氏名」「所属」「職位」の列が要ります。列の順は自由で、ほかの列がなければ、その内容は今のまま残します。見出しの形は、名簿を書き出すと分かります。
          </p>
          <div className="flex flex-wrap gap-3">
            <FileTrigger
              acceptedFileTypes={['.csv', '.txt', '.xlsx', 'text/csv']}
              onSelect={(files) => choose(files?.[0])}
            >
              <Button look="primary" isDisabled={isWriting}>
                名簿のファイルを選ぶ
              </Button>
            </FileTrigger>
            <WriteRoster people={roster.people} isDisabled={isBusy} onWrite={writeOut} />
            {roster.last !== null && (
              <Button isDisabled={isBusy} onPress={() => setAsking(true)}>
                最後の取り込みを取り消す
              </Button>
            )}
          </div>
          {roster.last !== null && (
            <p className="text-sm text-solid-gray-700">
              最後の取り込み：{importWords(roster.last)}
            </p>
          )}
        </div>
      </Card>
      {done !== null && <DoneNotice done={done} onClose={() => setDone(null)} onRun={follow} />}
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {busy !== null && <UnderWay busy={busy} />}
      {file !== null && (
        <section aria-label={`「${file.name}」の内容`} className="flex flex-col gap-4">
          <h2 className="text-lg font-bold">
            「{file.name}」を取り込むと
            <span className="ml-3 text-sm font-normal text-solid-gray-700">
              {sourceWords(file.source)}
            </span>
          </h2>
          <RosterPreview file={file} />
          <div className="flex flex-wrap gap-3">
            <Button
              look="primary"
              isDisabled={isBusy || file.faults.length > 0 || changesNothing(file)}
              onPress={() => takeIn(file)}
            >
              この名簿を取り込む
            </Button>
            <Button isDisabled={isBusy} onPress={() => setFile(null)}>
              やめる
            </Button>
          </div>
        </section>
      )}
      {roster.last !== null && (
        <TakeBackImport isOpen={asking} onOpenChange={setAsking} onTakeBack={takeBack}>
          <p>{importWords(roster.last)}</p>
          <p>この取り込みで加わった職員を消し、変わった職員を前の内容に戻します。</p>
        </TakeBackImport>
      )}
    </>
  );
}

function UnderWay({ busy: { words, giveUp, stoppable, progress } }: { busy: Busy }) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      {progress === null ? (
        <Spinner label={words} />
      ) : (
        <div className="grow">
          <ProgressBar
            label={words}
            value={progress.done}
            maximum={progress.total}
            valueLabel={`${progress.total} 人中 ${progress.done} 人`}
          />
        </div>
      )}
      {stoppable && (
        <Button size="small" onPress={() => giveUp.abort()}>
          途中でやめる
        </Button>
      )}
    </div>
  );
}

function changesNothing({ comparison }: ReadRosterFile): boolean {
  return comparison.added.length + comparison.changed.length === 0;
}

function countWords({ addedStaff, changedStaff }: RosterImport): string {
  return `新しい職員 ${addedStaff.length}人、変わった職員 ${changedStaff.length}人`;
}

function importWords(taken: RosterImport): string {
  const when = formatWarekiDateTime(toLocalIso(new Date(taken.takenAt)));
  return `${when}「${taken.fileName}」（${countWords(taken)}）`;
}
