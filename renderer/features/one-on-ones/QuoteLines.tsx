import { useState } from 'react';
import { IkuseiError } from '../../../shared/domain/errors';
import { linesOf } from '../../../shared/domain/talk/change-talk';
import { useStore } from '../../data/store-context';
import type { TalkPageView } from '../../data/talk-page-queries';
import { quoteLine, setLineMarked } from '../../data/talk-quote-commands';
import { problemOf } from '../../platform/problem';
import { notify, notifyProblem } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { HeldCheck } from './HeldFields';

/**
 * Lines of the shared note that the person lets her evaluator refer to: she marks them, who
 * held the talk quotes them into 職務行動記録, and nothing else leaves the note.
 */
export function QuoteLines({ view }: { view: TalkPageView }) {
  const { note } = view.contents;
  const lines = linesOf(note?.text ?? '');
  if (!view.quotable || note === null || lines.length === 0) return null;
  const [personId] = view.contents.talk.participantIds;
  const isMarked = (line: string) =>
    note.marks.some((mark) => mark.line === line && mark.staffId === personId);
  if (view.role === 'person') return <MarkLines view={view} lines={lines} isMarked={isMarked} />;
  if (view.role === 'host') return <QuoteMarked view={view} lines={lines} isMarked={isMarked} />;
  return null;
}

type LinesProps = {
  view: TalkPageView;
  lines: readonly string[];
  isMarked: (line: string) => boolean;
};

function MarkLines({ view, lines, isMarked }: LinesProps) {
  const store = useStore();

  async function mark(line: string, marked: boolean) {
    if (!(await flushAll())) throw new IkuseiError('saveFailed');
    const talkId = view.contents.talk.id;
    await setLineMarked(store, { talkId, line, marked });
  }

  return (
    <Card title="評価の参考にしてよい行">
      <p className="mb-2 text-sm text-solid-gray-700">
        印を付けた行だけを、上司が職務行動記録に引用できます。印のない行は引用できません。行を書き直すと、印は外れます。引用されたあとで印を外しても、引用された行は上司の職務行動記録に残ります。
      </p>
      <ul className="flex flex-col gap-2">
        {lines.map((line) => (
          <li key={line}>
            <HeldCheck
              label={line}
              stored={isMarked(line)}
              onChange={(marked) => mark(line, marked)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function QuoteMarked({ view, lines, isMarked }: LinesProps) {
  const store = useStore();
  const [quoted, setQuoted] = useState<readonly string[]>([]);

  async function quote(line: string) {
    if (!(await flushAll())) return;
    try {
      await quoteLine(store, { talkId: view.contents.talk.id, line });
      setQuoted([...quoted, line]);
      notify({ tone: 'success', title: '職務行動記録に引用しました' });
    } catch (error) {
      notifyProblem(problemOf(error));
    }
  }

  return (
    <Card title="職務行動記録への引用">
      <p className="mb-2 text-sm text-solid-gray-700">
        本人が「評価の参考にしてよい」とした行だけを引用できます。
      </p>
      <ul className="flex flex-col gap-2">
        {lines.map((line, index) => (
          <li key={line} className="flex flex-wrap items-baseline justify-between gap-3 text-sm">
            <span className="min-w-0 grow basis-0">{line}</span>
            {isMarked(line) ? (
              <Button
                size="small"
                isDisabled={quoted.includes(line)}
                aria-label={`${index + 1}行目を職務行動記録に引用する`}
                onPress={() => void quote(line)}
              >
                {quoted.includes(line) ? '引用しました' : '引用する'}
              </Button>
            ) : (
              <span className="text-solid-gray-700">本人の印がないため、引用できません</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
