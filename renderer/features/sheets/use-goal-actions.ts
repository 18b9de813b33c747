import { useEffect, useState } from 'react';
import type { NewGoal } from '../../../shared/domain/sheet/new-goal';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { addGoal, addGoals, setGoalRemoved } from '../../data/commands';
import { useStore } from '../../data/store-context';
import { flushAll } from '../../state/save-state';
import { useStableHandler } from '../../ui/use-stable-handler';
import { notifyProblem } from './notify-problem';
import { bringBackElementId } from './SheetSection';
import { focusPart } from './sheet-focus';
import type { SheetFormTools } from './sheet-form-context';
import { findPart, type PartPlan, type RemovedGoal, type SectionPlan } from './sheet-plan';

type GoalActions = {
  append: () => void;
  appendAll: (goals: readonly NewGoal[]) => void;
  remove: (goal: PartPlan) => void;
  bringBack: (partId: PartId) => void;
  /** The name of the goal that was taken off just now. */
  lastRemoved: string | null;
  forgetLastRemoved: () => void;
};

/** Adding, taking off and bringing back goals; the keyboard follows the goal. */
export function useGoalActions(
  sheetId: string,
  tools: SheetFormTools,
  sections: readonly SectionPlan[],
  removed: readonly RemovedGoal[],
): GoalActions {
  const store = useStore();
  const [lastRemoved, setLastRemoved] = useState<string | null>(null);
  const [moveTo, setMoveTo] = useState<{ partId: PartId; taken: boolean } | null>(null);

  // The keyboard follows a goal that comes or goes, once the store's answer is on the page.
  useEffect(() => {
    if (moveTo === null) return;
    const { partId, taken } = moveTo;
    if (taken !== removed.some((goal) => goal.partId === partId)) return;
    if (taken) document.getElementById(bringBackElementId(partId))?.focus();
    else if (findPart(sections, partId) === null) return;
    else focusPart(partId);
    setMoveTo(null);
  }, [moveTo, sections, removed]);

  return {
    lastRemoved,
    forgetLastRemoved: useStableHandler(() => setLastRemoved(null)),
    append: useStableHandler(() =>
      attempt(async () => {
        await flushAll();
        setMoveTo({ partId: (await addGoal(store, sheetId)).partId, taken: false });
      }),
    ),
    appendAll: useStableHandler((goals: readonly NewGoal[]) =>
      attempt(async () => {
        await flushAll();
        const added = await addGoals(store, sheetId, goals);
        tools.showGoals(added);
        const [first] = added;
        if (first !== undefined) setMoveTo({ partId: first.partId, taken: false });
      }),
    ),
    remove: useStableHandler((goal: PartPlan) =>
      attempt(async () => {
        await flushAll();
        await setGoalRemoved(store, sheetId, goal.partId, true);
        setLastRemoved(goal.name);
        setMoveTo({ partId: goal.partId, taken: true });
      }),
    ),
    bringBack: useStableHandler((partId: PartId) =>
      attempt(async () => {
        await setGoalRemoved(store, sheetId, partId, false);
        setLastRemoved(null);
        setMoveTo({ partId, taken: false });
      }),
    ),
  };
}

function attempt(action: () => Promise<void>): void {
  action().catch(notifyProblem);
}
