import { useCallback, useRef, useState } from 'react';
import type { UndoDirection } from '../../shared/domain/sheet/undo-history';
import { type EditHistory, type EditStep, noEdits, recordStep, turnStep } from './edit-history';

export type RecordEdit = (step: Omit<EditStep, 'at'>) => void;

export type Edits = {
  history: EditHistory;
  record: RecordEdit;
  turn: (direction: UndoDirection) => EditStep | null;
};

/** What is done on this page while it is open; every step is stored as soon as it is done. */
export function useEdits(): Edits {
  const latest = useRef(noEdits);
  const [history, setHistory] = useState(noEdits);
  const keep = useCallback((next: EditHistory) => {
    latest.current = next;
    setHistory(next);
  }, []);
  const record = useCallback<RecordEdit>(
    (step) => keep(recordStep(latest.current, { ...step, at: performance.now() })),
    [keep],
  );
  const turn = useCallback<Edits['turn']>(
    (direction) => {
      const turned = turnStep(latest.current, direction);
      if (turned !== null) keep(turned.history);
      return turned?.step ?? null;
    },
    [keep],
  );
  return { history, record, turn };
}
