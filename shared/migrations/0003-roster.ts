import type { Migration } from './migration';

/**
 * Schema 3 adds what the roster says of a person beyond her sheet (`roster`, not known yet),
 * and the table of roster imports, which starts empty.
 */
export const roster: Migration = {
  to: 3,
  record: (table, record) => {
    const raised = 'schemaVersion' in record ? { ...record, schemaVersion: 3 } : record;
    return table === 'staff' ? { ...raised, roster: null } : raised;
  },
};
