import { type PolicyTables, policyTablesSchema } from './framework';
import policyTablesJson from './policy-tables.json' with { type: 'json' };

/** Raised when the policy is revised; stored sets of an older version stay as they are. */
export const POLICY_TABLES_VERSION = 1;

/** The tables of 5 職員に必要な能力と意識・行動, as published in 令和6年3月. */
export const policyTables: PolicyTables = policyTablesSchema.parse(policyTablesJson);
