import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, instantSchema, longTextSchema, recordBase } from '../record/record';

/**
 * 助言 on a plan; and of a request 配慮事項, 所属長意見 and the record of the talk with
 * 職員課. Each is a row of its own, so that a file can hold exactly what its reader may have.
 */
export const careerNoteKinds = ['advice', 'consideration', 'opinion', 'hrTalk'] as const;
export const careerNoteKindSchema = z.enum(careerNoteKinds);
export type CareerNoteKind = z.infer<typeof careerNoteKindSchema>;

/** 育児, 介護, 健康, そのほか. */
export const considerationKinds = ['childcare', 'care', 'health', 'other'] as const;
export const considerationKindSchema = z.enum(considerationKinds);
export type ConsiderationKind = z.infer<typeof considerationKindSchema>;

/** What one writer says about one plan or one request. */
export const careerNoteSchema = z.looseObject({
  ...recordBase,
  /** The plan or the request. */
  subjectId: idSchema,
  kind: careerNoteKindSchema,
  writerId: idSchema,
  text: longTextSchema,
  /** Of 配慮事項 only. */
  considers: z.array(considerationKindSchema),
  /** Of 配慮事項 only: the person lets her 所属長 read it, too. */
  shared: z.boolean(),
  /** Of a talk with 職員課 only. */
  heldOn: plainDateSchema.nullable(),
  /**
   * Of 所属長意見 only: which 提出 it was last written about. A request can be taken back and
   * handed in with other wishes, even on the same day: the moment tells them apart.
   */
  answers: z.looseObject({ handedInOn: plainDateSchema, at: instantSchema }).nullable(),
});
export type CareerNote = z.infer<typeof careerNoteSchema>;
