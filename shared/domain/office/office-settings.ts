import * as z from 'zod';
import { fixedId } from '../record/id';
import { type Instant, idSchema, lineSchema, recordBase, SCHEMA_VERSION } from '../record/record';

const SETTINGS_KIND = 2;

/** There is one row of it, with the same id on every PC. */
export const officeSettingsId = fixedId(SETTINGS_KIND, 0);

/** What the city's rules leave open, as 職員課 has set it. */
export const officeSettingsSchema = z.looseObject({
  ...recordBase,
  /** 不服申出: days from the day after 開示. */
  appealDays: z.int().min(1).max(365),
  /** Who examines it, as printed. */
  appealBoard: lineSchema,
  /** The titles of its three papers, as printed. */
  appealTitles: z.object({ appeal: lineSchema, statement: lineSchema, result: lineSchema }),
  /** Months served below which 評価の対象外 is proposed. */
  leastMonths: z.int().min(0).max(12),
  /** Who of 職員課 handles the sheets of its own people; null while nobody is named. */
  ownHandlerId: idSchema.nullable(),
  /** Who handles them where she is the person herself or evaluates her. */
  ownDeputyId: idSchema.nullable(),
  /** The unit of 職員課 itself; null while it is taken from whoever asks. */
  ownUnitId: idSchema.nullable(),
});
export type OfficeSettings = z.infer<typeof officeSettingsSchema>;

/** 「初期値」: the city has published neither number. */
export function defaultOfficeSettings(made: { now: Instant; by: string }): OfficeSettings {
  return {
    id: officeSettingsId,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: made.now,
    updatedBy: made.by,
    appealDays: 14,
    appealBoard: '人事評価調査会',
    appealTitles: { appeal: '不服申出書', statement: '意見書', result: '結果通知書' },
    leastMonths: 3,
    ownHandlerId: null,
    ownDeputyId: null,
    ownUnitId: null,
  };
}

export type OfficeValues = Pick<
  OfficeSettings,
  | 'appealDays'
  | 'appealBoard'
  | 'appealTitles'
  | 'leastMonths'
  | 'ownHandlerId'
  | 'ownDeputyId'
  | 'ownUnitId'
>;
