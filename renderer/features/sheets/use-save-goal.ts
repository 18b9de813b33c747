import type { GoalPlan, PartId } from '../../../shared/domain/sheet/sheet';
import { useSheetForm } from './sheet-form-context';

/** Only what changed is sent: the rest of the goal is the store's, its order above all. */
export function useSaveGoal(partId: PartId) {
  const { save, hold } = useSheetForm();
  return {
    saveGoal: (change: Partial<GoalPlan>) => save(partId, 'employee', { goal: change }),
    holdGoal: (change: Partial<GoalPlan>) => hold(partId, 'employee', { goal: change }),
  };
}
