import { useCallback, useEffect, useRef, useState } from 'react';
import type { CareerPlan } from '../../../shared/domain/career/career-plan';
import { inverseOf, type PlanPatch, withPatch } from '../../../shared/domain/career/change-plan';
import { useStore } from '../../data/store-context';
import { planAutosave } from './career-autosave';

/** Writes a change; `settled` is false in the middle of a Japanese conversion. */
export type ChangePlan = (patch: PlanPatch, settled?: boolean) => void;

export type PlanDraft = {
  draft: CareerPlan;
  change: ChangePlan;
  /** Takes the last change back; null when there is none of this visit. */
  undo: (() => void) | null;
};

type UndoEntry = { key: string; inverse: PlanPatch };

const MOST_UNDO = 100;

/** My plan as I write it: saved as I type, each change of this visit can be taken back. */
export function usePlanDraft(plan: CareerPlan): PlanDraft {
  const autosave = planAutosave(useStore());
  const [draft, setDraft] = useState(() =>
    autosave
      .unsaved()
      .filter(({ planId }) => planId === plan.id)
      .reduce((known, { patch }) => withPatch(known, patch), plan),
  );
  const [history, setHistory] = useState<readonly UndoEntry[]>([]);
  const latest = useRef(draft);
  const { id: planId, staffId: writerId } = plan;
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(() => () => autosave.settle((change) => change.planId === planId), [autosave, planId]);

  const put = useCallback(
    (patch: PlanPatch) => {
      latest.current = withPatch(latest.current, patch);
      setDraft(latest.current);
      autosave.change({ planId, writerId, patch });
    },
    [autosave, planId, writerId],
  );

  const change = useCallback<ChangePlan>(
    (patch, settled = true) => {
      if (!settled) {
        autosave.hold({ planId, writerId, patch });
        return;
      }
      const inverse = inverseOf(latest.current, patch);
      const key = keyOf(patch);
      setHistory((entries) =>
        // What is typed on in one field is one change.
        key !== null && entries.at(-1)?.key === key
          ? entries
          : [...entries, { key: key ?? `${entries.length}`, inverse }].slice(-MOST_UNDO),
      );
      put(patch);
    },
    [autosave, planId, writerId, put],
  );

  const last = history.at(-1);
  const undo =
    last === undefined
      ? null
      : () => {
          setHistory((entries) => entries.slice(0, -1));
          put(last.inverse);
        };
  return { draft, change, undo };
}

/** Names the text field that a patch comes from; null for everything that is not one. */
function keyOf(patch: PlanPatch): string | null {
  if (patch.analysis !== undefined) return `analysis ${Object.keys(patch.analysis).join()}`;
  if (patch.vision !== undefined) return `vision ${Object.keys(patch.vision).join()}`;
  if (patch.wishedField !== undefined) return 'wishedField';
  return patch.neededText === undefined ? null : 'neededText';
}
