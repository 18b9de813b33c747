import type { Id, Instant } from '../record/record';
import type { Framework, FrameworkSet } from './framework';

/**
 * The next version of the tables, with more frameworks behind those that are there. Sheets of
 * before keep the version that they were made with.
 */
export function addFrameworks(
  set: FrameworkSet,
  frameworks: readonly Framework[],
  made: { id: Id; now: Instant; by: Id },
): FrameworkSet {
  return {
    ...set,
    id: made.id,
    updatedAt: made.now,
    updatedBy: made.by,
    version: set.version + 1,
    tables: { ...set.tables, frameworks: [...set.tables.frameworks, ...frameworks] },
  };
}
