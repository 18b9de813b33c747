import * as z from 'zod';
import { evaluationSheetModelSchema, evaluationSheetsModelSchema } from './evaluation-sheet-model';
import {
  appealPaperModelSchema,
  careerPaperModelSchema,
  interviewRecordModelSchema,
  trainingPaperModelSchema,
} from './office-paper-model';
import { recoveryKeyModelSchema } from './recovery-key-model';

/** What main can put on paper, each `kind` by its Typst template. */
export const printModelSchema = z.discriminatedUnion('kind', [
  evaluationSheetModelSchema,
  evaluationSheetsModelSchema,
  recoveryKeyModelSchema,
  interviewRecordModelSchema,
  appealPaperModelSchema,
  careerPaperModelSchema,
  trainingPaperModelSchema,
]);
export type PrintModel = z.infer<typeof printModelSchema>;
