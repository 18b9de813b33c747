import { Component, type ReactNode } from 'react';
import { type Problem, problemOf } from '../platform/problem';
import { Button } from '../ui/Button';
import { CentredPage } from '../ui/CentredPage';
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
    return (
      <CentredPage brand="育成ノート" title="画面を表示できません">
        <ErrorNotice problem={this.state.problem} />
        <div>
          <Button look="primary" onPress={() => window.location.reload()}>
            画面を開き直す
          </Button>
        </div>
      </CentredPage>
    );
  }
}
