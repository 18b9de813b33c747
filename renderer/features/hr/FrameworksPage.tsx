import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { IkuseiError } from '../../../shared/domain/errors';
import type { Framework, FrameworkSet } from '../../../shared/domain/framework/framework';
import {
  FRAMEWORK_LIMITS,
  type FrameworkReading,
  readFrameworkFile,
} from '../../../shared/domain/framework/framework-file';
import { settledTables } from '../../../shared/domain/framework/open-questions';
import { isAddedFramework } from '../../../shared/domain/framework/remove-framework';
import { bytesToBase64 } from '../../data/base64';
import { takeInFrameworks, takeOutFramework } from '../../data/framework-commands';
import { loadFrameworkSet } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { decodeText } from '../../platform/decode-text';
import { desktopApi } from '../../platform/desktop-api';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { Spinner } from '../../ui/Spinner';
import { type Done, DoneNotice } from './DoneNotice';
import { countsOf, FrameworkTable } from './FrameworkTable';
import { HrNav } from './HrNav';

/** The tables of the policy, and those of other 給料表 that 職員課 adds from a file. */
export function FrameworksPage() {
  const set = useLiveQuery(loadFrameworkSet, []);
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      <h1 className="text-2xl font-bold">体系図</h1>
      {set.state === 'loading' && <Spinner label="体系図を読んでいます" />}
      {set.state === 'failed' && <ErrorNotice problem={problemOf(set.error)} />}
      {set.state === 'ready' && <Frameworks set={set.value} />}
    </div>
  );
}

type ReadFile = FrameworkReading & { name: string };

function Frameworks({ set }: { set: FrameworkSet }) {
  const store = useStore();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState<Framework | null>(null);

  function run(work: () => Promise<Done | null>) {
    setDone(null);
    setFailure(null);
    setBusy(true);
    work()
      .then(setDone)
      .catch((error: unknown) => setFailure(problemOf(error)))
      .finally(() => setBusy(false));
  }

  const choose = (chosen: File | undefined) =>
    run(async () => {
      setFile(null);
      if (chosen !== undefined) setFile(await readChosen(chosen, set));
      return null;
    });

  const takeIn = ({ frameworks }: ReadFile) =>
    run(async () => {
      await takeInFrameworks(store, frameworks);
      setFile(null);
      return { words: `体系図を加えました（${frameworks.map(({ name }) => name).join('、')}）` };
    });

  const takeOut = ({ id, name }: Framework) =>
    run(async () => {
      setLeaving(null);
      await takeOutFramework(store, id);
      return { words: `体系図を取り除きました（${name}）` };
    });

  const writeOut = () =>
    run(async () => {
      const text = `${JSON.stringify(set.tables, null, 2)}\n`;
      const outcome = await desktopApi.documents.saveTable({
        purpose: 'framework',
        kind: 'json',
        suggestedName: '体系図',
        bytes: bytesToBase64(new TextEncoder().encode(text)),
      });
      return outcome.outcome === 'saved'
        ? { words: '体系図を書き出しました', file: outcome.file }
        : null;
    });

  return (
    <>
      <Card title="体系図のファイル">
        <div className="flex flex-col gap-3">
          <p>
            医療職など、ほかの給料表の体系図をファイル（.json）から加えます。加える前に、職位と項目の表で確かめられます。
          </p>
          <p className="text-sm text-solid-gray-700">
            ファイルの形は、今の体系図を書き出すと分かります。今あるシートの文言は変わらず、これから作るシートで使えるようになります。
          </p>
          <div className="flex flex-wrap gap-3">
            <FileTrigger
              acceptedFileTypes={['.json', 'application/json']}
              onSelect={(files) => choose(files?.[0])}
            >
              <Button look="primary" isDisabled={busy}>
                体系図のファイルを選ぶ
              </Button>
            </FileTrigger>
            <Button isDisabled={busy} onPress={writeOut}>
              今の体系図を書き出す
            </Button>
          </div>
        </div>
      </Card>
      {done !== null && (
        <DoneNotice
          done={done}
          onClose={() => setDone(null)}
          onRun={(action) => action.catch((error: unknown) => setFailure(problemOf(error)))}
        />
      )}
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {file !== null && (
        <Preview
          file={file}
          isDisabled={busy}
          onTakeIn={() => takeIn(file)}
          onClose={() => setFile(null)}
        />
      )}
      <Card title="今の体系図" aside={<span className="text-sm">第{set.version}版</span>}>
        {settledTables(set).frameworks.map((framework) => (
          <Disclosure key={framework.id} title={`${framework.name}（${countsOf(framework)}）`}>
            <FrameworkTable framework={framework} />
            {isAddedFramework(framework.id) && (
              <Button
                size="small"
                className="mt-3"
                isDisabled={busy}
                onPress={() => setLeaving(framework)}
              >
                {framework.name}を取り除く
              </Button>
            )}
          </Disclosure>
        ))}
      </Card>
      <Dialog
        title="体系図を取り除く"
        isOpen={leaving !== null}
        onOpenChange={() => setLeaving(null)}
        actions={
          <>
            <Button onPress={() => setLeaving(null)}>やめる</Button>
            <Button look="primary" onPress={() => leaving !== null && takeOut(leaving)}>
              取り除く
            </Button>
          </>
        }
      >
        <p>
          {leaving?.name}
          を、これから作るシートに使えないようにします。使っている職員や様式があるときは、取り除けません。必要になったら、ファイルからもう一度加えられます。
        </p>
      </Dialog>
    </>
  );
}

/** @throws IkuseiError `frameworkNotRead` for what is no text */
async function readChosen(file: File, set: FrameworkSet): Promise<ReadFile> {
  const refuse = (why: string) =>
    new IkuseiError('frameworkNotRead', `ファイル「${file.name}」：${why}`);
  if (file.size > FRAMEWORK_LIMITS.bytes) {
    throw refuse(`大きすぎます（${FRAMEWORK_LIMITS.bytes / 1_000_000}MBまでです）。`);
  }
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (decoded === null) throw refuse('文字のファイルではありません。');
  return { name: file.name, ...readFrameworkFile(decoded.text, set.tables.frameworks) };
}

type PreviewProps = {
  file: ReadFile;
  isDisabled: boolean;
  onTakeIn: () => void;
  onClose: () => void;
};

/** What the file holds, and what keeps it out. */
function Preview({ file, isDisabled, onTakeIn, onClose }: PreviewProps) {
  const { name, frameworks, faults, gaps } = file;
  return (
    <section aria-label={`「${name}」の内容`} className="flex flex-col gap-4">
      <h2 className="text-lg font-bold">「{name}」の内容</h2>
      {faults.length > 0 && (
        <Notice tone="error" title={`直すところが ${faults.length} か所あります`}>
          <Lines lines={faults} />
        </Notice>
      )}
      {gaps.length > 0 && (
        <Notice tone="warning" title="求める内容のないところ（このままでも加えられます）">
          <Lines lines={gaps} />
        </Notice>
      )}
      {frameworks.map((framework) => (
        <Card key={framework.id} title={framework.name} level={3} aside={countsOf(framework)}>
          <FrameworkTable framework={framework} />
        </Card>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isDisabled={isDisabled || faults.length > 0} onPress={onTakeIn}>
          この体系図を加える
        </Button>
        <Button isDisabled={isDisabled} onPress={onClose}>
          やめる
        </Button>
      </div>
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="list-disc pl-5">
      {lines.slice(0, 30).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > 30 && <li>ほかに {lines.length - 30} 件あります。</li>}
    </ul>
  );
}
