import type { AbilityRow } from '../../../shared/domain/career/ability-check';
import type { SelfCheck } from '../../../shared/domain/career/career-plan';

/** The rows with the levels as they are chosen now, which may not be stored yet. */
export function liveRows(rows: readonly AbilityRow[], checks: readonly SelfCheck[]): AbilityRow[] {
  const chosen = new Map(checks.map((check) => [check.itemId, check]));
  return rows.map((row) => ({
    ...row,
    present: chosen.get(row.itemId)?.present ?? null,
    wished: chosen.get(row.itemId)?.wished ?? null,
  }));
}
