import { Component, type ReactNode, useState } from 'react';
import { type Problem, problemOf } from '../platform/problem';
import { flushAll } from '../state/save-state';
import { Button } from '../ui/Button';
import { CentredPage } from '../ui/CentredPage';
import { Dialog } from '../ui/Dialog';
import { ErrorNotice } from '../ui/ErrorNotice';

type Props = { children: ReactNode };
type State = { problem: Problem | null };

/** The last net: a defect shows a message with its number instead of a white window. */
export class AppErrorBoundary extends Component<Props, State> {
  override state: State = { problem: null };

  static getDerivedStateFromError(error: unknown): State {
    return { problem: problemOf(error) };
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children;
    return <BrokenScreen problem={this.state.problem} />;
  }
}

/** Opens the page anew, but not before everything typed is stored. */
function BrokenScreen({ problem }: { problem: Problem }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function reopen() {
    setBusy(true);
    if (await flushAll()) {
      reload();
      return;
    }
    setAsking(true);
    setBusy(false);
  }

  return (
    <CentredPage brand="育成ノート" title="画面を表示できません">
      <ErrorNotice problem={problem} />
      <div>
        <Button look="primary" isDisabled={busy} onPress={() => void reopen()}>
          画面を開き直す
        </Button>
      </div>
      <Dialog
        title="まだ保存できていない入力があります"
        isOpen={asking}
        mustAnswer
        onOpenChange={setAsking}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button look="danger" isDisabled={busy} onPress={reload}>
              保存せずに開き直す
            </Button>
            <Button look="primary" isDisabled={busy} onPress={() => void reopen()}>
              もう一度保存して開き直す
            </Button>
          </>
        }
      >
        <p>保存せずに開き直すと、その文字は失われます。</p>
      </Dialog>
    </CentredPage>
  );
}

function reload(): void {
  window.location.reload();
}
