import * as z from 'zod';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';
import { evaluatorSnapshotSchema, sheetEntrySchema } from '../sheet/sheet';

/** 一次評価者, 二次評価者, and who is consulted where a person holds posts of two appointers. */
export const evaluatorRoles = ['first', 'second', 'consulted'] as const;
export const evaluatorRoleSchema = z.enum(evaluatorRoles);
export type EvaluatorRole = z.infer<typeof evaluatorRoleSchema>;

/** What an assignment holds of one sheet; absent where it is said of the person alone. */
export const sheetRemarkSchema = z.looseObject({
  sheetId: idSchema,
  /** Who evaluates or is consulted, as she was when it was said. */
  evaluator: evaluatorSnapshotSchema,
  /** Whom she followed on the sheet; null where she followed nobody. */
  former: evaluatorSnapshotSchema.nullable(),
  /** True where 職員課 named this evaluator for the sheet, also where nobody was before her. */
  named: z.boolean().exactOptional(),
  /** What the former one had written and not handed in. */
  formerColumn: z.array(sheetEntrySchema),
  /** 引継ぎ of an evaluator, or the opinion of who is consulted. */
  text: longTextSchema,
  /** 派遣先 whose opinion 職員課 has entered; empty for everybody of this office. */
  organisation: lineSchema,
});
export type SheetRemark = z.infer<typeof sheetRemarkSchema>;

/** Who evaluates a person, from a day on; until a day, both included, or with no end said. */
export const evaluatorAssignmentSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  role: evaluatorRoleSchema,
  evaluatorId: idSchema,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  remark: longTextSchema,
  onSheet: sheetRemarkSchema.optional(),
});
export type EvaluatorAssignment = z.infer<typeof evaluatorAssignmentSchema>;

/** Said of the person, from a day on; not of one of her sheets alone. */
export function isByDays({ onSheet }: Pick<EvaluatorAssignment, 'onSheet'>): boolean {
  return onSheet === undefined;
}
