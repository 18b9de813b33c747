import type { Migration } from './migration';

/**
 * Schema 2 adds the table of undo steps, which starts empty. Every record keeps its shape
 * and says that it is of schema 2.
 */
export const undoSteps: Migration = {
  to: 2,
  record: (_table, record) =>
    'schemaVersion' in record ? { ...record, schemaVersion: 2 } : record,
};
