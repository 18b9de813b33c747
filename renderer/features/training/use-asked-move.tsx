import { type ReactNode, useState } from 'react';
import type { CallKind } from '../../../shared/domain/training/training-call';
import {
  type ApplicationMove,
  type AskedMove,
  isAsked,
} from '../../../shared/domain/training/training-rules';
import { moveLabel, moveQuestion } from '../../../shared/domain/training/training-words';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

type Question = { kind: CallKind; move: AskedMove; names: readonly string[]; go: () => void };

/** Asks before a move that others read at once or that cannot be taken back; the rest just go. */
export function useAskedMove(): {
  /** `names`: whose applications are moved. */
  ask: (
    about: { kind: CallKind; move: ApplicationMove; names: readonly string[] },
    go: () => void,
  ) => void;
  question: ReactNode;
} {
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  return {
    ask: ({ kind, move, names }, go) => {
      if (isAsked(move)) setQuestion({ kind, move, names, go });
      else go();
    },
    question: question !== null && (
      <Dialog
        title={moveQuestion(question.kind, question.move).title}
        isOpen
        onOpenChange={close}
        actions={
          <>
            <Button onPress={close}>やめる</Button>
            <Button
              look="primary"
              onPress={() => {
                close();
                question.go();
              }}
            >
              {moveLabel(question.kind, question.move)}
            </Button>
          </>
        }
      >
        <p className="font-bold">
          {question.names.length}人：{question.names.join('、')}
        </p>
        <p>{moveQuestion(question.kind, question.move).effect}</p>
      </Dialog>
    ),
  };
}
