import { useState } from 'react';
import type { StartReport } from '../../../shared/ipc/contract';
import type { Problem } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { CentredPage } from '../../ui/CentredPage';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SupportDetails } from './SupportDetails';

type SampleFailedScreenProps = {
  problem: Problem;
  report: StartReport;
  onBack: () => void;
  onRebuild: () => void;
};

/**
 * 見本 could not be opened. Cold copies are not offered here: they hold the real store as
 * well, and putting one back for the sake of 見本 would undo real work.
 */
export function SampleFailedScreen({
  problem,
  report,
  onBack,
  onRebuild,
}: SampleFailedScreenProps) {
  const [asking, setAsking] = useState(false);
  return (
    <CentredPage brand="育成ノート" title="見本を開けませんでした" width="wide">
      <ErrorNotice
        problem={{
          ...problem,
          next: 'ご自分の記録には、かかわりありません。見本を作り直すと、また試せます。',
        }}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onPress={onBack}>
          前の画面に戻る
        </Button>
        <Button onPress={() => setAsking(true)}>見本を作り直す</Button>
      </div>
      <SupportDetails problem={problem} report={report} />
      <Dialog
        title="見本を作り直しますか"
        isOpen={asking}
        mustAnswer
        onOpenChange={setAsking}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button look="danger" onPress={onRebuild}>
              作り直す
            </Button>
          </>
        }
      >
        <p>見本をいったん消して、はじめの状態に作り直します。見本に書いた内容は失われます。</p>
        <p className="font-bold">ご自分の記録には触れません。</p>
      </Dialog>
    </CentredPage>
  );
}
