import { fixedId } from '../record/id';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import type { FrameworkSet } from './framework';
import { POLICY_TABLES_VERSION, policyTables } from './policy-tables';

const FRAMEWORK_SET_KIND = 2;

/** The stored form of the policy's tables for a new office; nothing is settled yet. */
export function makeFrameworkSet(made: { now: Instant; by: Id }): FrameworkSet {
  return {
    id: fixedId(FRAMEWORK_SET_KIND, POLICY_TABLES_VERSION),
    schemaVersion: SCHEMA_VERSION,
    updatedAt: made.now,
    updatedBy: made.by,
    version: POLICY_TABLES_VERSION,
    tables: policyTables,
    settlements: [],
  };
}
