import { type ReactNode, useState } from 'react';
import type { DataSet } from '../../../shared/domain/store/meta';
import type { StartReport } from '../../../shared/ipc/contract';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';

type SettingsPageProps = {
  report: StartReport;
  dataSet: DataSet;
  onOpenSample: () => void;
  onReturnToReal: () => void;
  onReissueRecoveryKey: () => void;
};

export function SettingsPage({
  report,
  dataSet,
  onOpenSample,
  onReturnToReal,
  onReissueRecoveryKey,
}: SettingsPageProps) {
  const [asking, setAsking] = useState(false);
  const { versions } = report;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      <h1 className="text-2xl font-bold">設定</h1>
      <Card title="見本の職場">
        {dataSet === 'sample' ? (
          <Choice
            text="いまは見本の職場を開いています。書いた内容は見本の中だけに残り、ご自分の記録とは混ざりません。"
            action={
              <Button look="primary" onPress={onReturnToReal}>
                自分の記録に戻る
              </Button>
            }
          />
        ) : (
          <Choice
            text="架空の職員およそ60人の職場で、操作を試せます。ご自分の記録とは別の場所にあり、混ざりません。"
            action={<Button onPress={onOpenSample}>見本を開く</Button>}
          />
        )}
      </Card>
      {dataSet === 'real' && (
        <Card title="回復キー">
          <Choice
            text="回復キーの紙をなくしたときは、新しく作り直せます。"
            action={<Button onPress={() => setAsking(true)}>回復キーを作り直す</Button>}
          />
        </Card>
      )}
      <Card title="このPC">
        <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-4 gap-y-2">
          <Fact term="記録の置き場所">
            このPCの、お使いのWindowsアカウントの中だけにあります。ネットワークには出ません。
          </Fact>
          <Fact term="記録の守り">
            {report.keyGuardedByOs
              ? '記録は暗号にして保存し、その鍵はOSが守っています。'
              : '記録は暗号にして保存していますが、データの鍵はOSに守られていません（試用の動かし方）。'}
          </Fact>
          <Fact term="起動時の控え">
            {report.coldCopies.length === 0
              ? 'まだありません。次の起動から作られます。'
              : `新しいものから ${report.coldCopies.length} 件あります。`}
          </Fact>
          <Fact term="版">
            育成ノート {versions.app}（Electron {versions.electron}、Chromium {versions.chromium}）
          </Fact>
        </dl>
      </Card>
      <Dialog
        title="回復キーを作り直しますか"
        isOpen={asking}
        mustAnswer
        onOpenChange={setAsking}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button look="primary" onPress={onReissueRecoveryKey}>
              作り直す
            </Button>
          </>
        }
      >
        <p>
          新しいキーを、もう一度紙に残します。新しいキーを確かめたときから、これまでの紙の回復キーは使えなくなります。
        </p>
      </Dialog>
    </div>
  );
}

function Choice({ text, action }: { text: string; action: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p className="min-w-64 flex-1">{text}</p>
      {action}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-solid-gray-700">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
