import * as z from 'zod';
import { lineSchema, longTextSchema } from '../domain/record/record';
import { printedAtSchema } from './printed-at';

const namedValue = z.object({ name: lineSchema, value: lineSchema });

/** A paper of facts and texts, as an office writes them: no columns, no ratings. */
const officePaperShape = {
  title: lineSchema,
  /** To whom it is addressed; empty on a record that is kept. */
  addressee: lineSchema,
  /** From whom, with the day before it; empty lines are left out. */
  sender: z.array(lineSchema),
  personName: lineSchema,
  orgUnit: lineSchema,
  facts: z.array(namedValue),
  sections: z.array(z.object({ title: lineSchema, text: longTextSchema })),
  /** Who has said that it is right, and when; no row where nobody has to. */
  confirmations: z.array(namedValue),
  /** 見本 is printed across every page. */
  sample: z.boolean(),
  printedAt: printedAtSchema,
};

/** The record of one 評価者面談. */
export const interviewRecordModelSchema = z.object({
  kind: z.literal('interview-record'),
  ...officePaperShape,
});
export type InterviewRecordModel = z.infer<typeof interviewRecordModelSchema>;

/** 不服申出書, 意見書, 結果通知書: three papers of one kind, each with its own title. */
export const appealPaperModelSchema = z.object({
  kind: z.literal('appeal-paper'),
  ...officePaperShape,
});
export type AppealPaperModel = z.infer<typeof appealPaperModelSchema>;

/** A paper of a person's career: tables stand between its facts and its texts. */
export const careerPaperModelSchema = z.object({
  kind: z.literal('career-paper'),
  ...officePaperShape,
  tables: z.array(
    z.object({
      title: lineSchema,
      columns: z.array(lineSchema).min(1),
      /** As many cells as there are columns. */
      rows: z.array(z.array(lineSchema)),
      note: lineSchema,
    }),
  ),
});
export type CareerPaperModel = z.infer<typeof careerPaperModelSchema>;

/** Papers of 研修 and 人材育成記録: likewise with tables. */
export const trainingPaperModelSchema = careerPaperModelSchema.extend({
  kind: z.literal('training-paper'),
});
export type TrainingPaperModel = z.infer<typeof trainingPaperModelSchema>;

export type OfficePaperModel =
  | InterviewRecordModel
  | AppealPaperModel
  | CareerPaperModel
  | TrainingPaperModel;
