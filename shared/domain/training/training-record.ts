import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';
import { certificateTypes } from './certificate';
import { hoursSchema, trainingKindSchema } from './training-call';

export const certificateSchema = z.looseObject({
  fileId: idSchema,
  name: lineSchema,
  type: z.enum(certificateTypes),
  bytes: z.int().min(1),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** A certificate with its bytes in base64, as a session keeps it to go back to. */
export type KeptCertificate = Pick<Certificate, 'name' | 'type' | 'bytes'> & { base64: string };

/** What a person has learned where: 研修の記録. */
export const trainingRecordSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  /** From an application that 職員課 has brought to its end, or entered by the person. */
  source: z.enum(['call', 'own']),
  applicationId: idSchema.nullable(),
  kind: trainingKindSchema,
  title: lineSchema,
  startsOn: plainDateSchema.nullable(),
  endsOn: plainDateSchema.nullable(),
  hours: hoursSchema.nullable(),
  /** 修了, 合格 and the like. */
  result: lineSchema,
  use: longTextSchema,
  certificate: certificateSchema.nullable(),
  removed: z.boolean(),
});
export type TrainingRecord = z.infer<typeof trainingRecordSchema>;

/** The bytes of a certificate, in a row of their own; sealed like every other. */
export const trainingFileSchema = z.looseObject({
  ...recordBase,
  recordId: idSchema,
  /** In base64, because the payload of a sealed row is JSON. */
  bytes: z.base64(),
});
export type TrainingFile = z.infer<typeof trainingFileSchema>;

export type RecordFacts = Pick<
  TrainingRecord,
  'kind' | 'title' | 'startsOn' | 'endsOn' | 'hours' | 'result'
>;
export type RecordPatch = Partial<RecordFacts & Pick<TrainingRecord, 'use'>>;
