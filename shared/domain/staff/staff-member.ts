import * as z from 'zod';
import { idSchema, lineSchema, recordBase } from '../record/record';
import { rosterFactsSchema } from './roster-facts';

/**
 * A person on the roster. Names are stored exactly as typed (design §6): never NFC/NFKC.
 * Position fields are null until somebody has said them (first start asks number, name,
 * unit only).
 */
export const staffMemberSchema = z.looseObject({
  ...recordBase,
  number: lineSchema,
  name: lineSchema,
  kana: lineSchema,
  orgUnitId: idSchema,
  frameworkId: lineSchema.nullable(),
  positionId: lineSchema.nullable(),
  /** 級 as written on the roster, e.g. `3級`; empty when there is none. */
  grade: lineSchema,
  /** 職名, e.g. `市民係長`. */
  jobTitle: lineSchema,
  firstEvaluatorId: idSchema.nullable(),
  secondEvaluatorId: idSchema.nullable(),
  /** Null until a roster has named her. */
  roster: rosterFactsSchema.nullable(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** 短時間勤務, by the words of the roster. */
export function isShortHours({ roster }: Pick<StaffMember, 'roster'>): boolean {
  return roster?.workingHours.includes('短時間') ?? false;
}
