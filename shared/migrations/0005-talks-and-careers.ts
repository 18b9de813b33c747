import type { Migration } from './migration';

/** Schema 5 adds talks, career plans and training; the new tables start empty. */
export const talksAndCareers: Migration = {
  to: 5,
  record: (_table, record) =>
    'schemaVersion' in record ? { ...record, schemaVersion: 5 } : record,
};
