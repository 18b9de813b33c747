import type { Sheet, Stage } from '../sheet/sheet';
import type { Viewer } from '../sheet/stage-rules';
import type { Interview, InterviewKind } from './interview';

const withoutResult: readonly Stage[] = [
  'goalSetting',
  'goalAgreement',
  'inProgress',
  'selfEvaluation',
  'firstEvaluation',
  'secondEvaluation',
  'leveling',
  'confirmation',
  'confirmed',
];
const withResult: readonly Stage[] = ['disclosed', 'completed'];
const always: readonly Stage[] = [...withoutResult, ...withResult, 'exempt'];
const untilCompleted: readonly Stage[] = [...withoutResult, 'disclosed'];

type InterviewRule = {
  /** When the evaluator who holds it writes in her record. */
  writes: readonly Stage[];
  /** When the person reads a record that has its date. */
  personReads: readonly Stage[];
};

/**
 * THE rules of 評価者面談: each evaluator writes a record of her own and reads no other
 * evaluator's; 職員課 reads them all. What a 期末 record says of the result waits for 開示.
 */
export const interviewRules: Readonly<Record<InterviewKind, InterviewRule>> = {
  start: { writes: untilCompleted, personReads: always },
  middle: { writes: untilCompleted, personReads: always },
  end: { writes: untilCompleted, personReads: withResult },
};

type Asked = Pick<Interview, 'kind' | 'evaluatorId' | 'heldOn'>;
type Reader = { viewer: Viewer; staffId: string; stage: Stage };

/** Whether she may write a record of this kind, as one of the sheet's evaluators. */
export function mayWriteInterview(kind: InterviewKind, { viewer, stage }: Omit<Reader, 'staffId'>) {
  const evaluates = viewer.includes('first') || viewer.includes('second');
  return evaluates && interviewRules[kind].writes.includes(stage);
}

/** Whether she may read this record. A person in two roles has what either of them has. */
export function mayReadInterview(interview: Asked, { viewer, staffId, stage }: Reader): boolean {
  if (viewer.includes('employee')) {
    return interview.heldOn !== null && interviewRules[interview.kind].personReads.includes(stage);
  }
  const evaluates = viewer.includes('first') || viewer.includes('second');
  return viewer.includes('hr') || (evaluates && interview.evaluatorId === staffId);
}

/** Whether she may say that the record is right: the person, and the evaluator who wrote it. */
export function mayAgree(
  interview: Asked & Pick<Interview, 'text' | 'agreements'>,
  reader: Reader,
): boolean {
  if (interview.heldOn === null || interview.text.trim() === '') return false;
  if (interview.agreements.some(({ staffId }) => staffId === reader.staffId)) return false;
  if (reader.viewer.includes('employee')) return mayReadInterview(interview, reader);
  return interview.evaluatorId === reader.staffId && mayWriteInterview(interview.kind, reader);
}

/** Whether the results may be spoken of: before 開示 they are on nobody's agenda. */
export function isResultKnown({ stage }: Pick<Sheet, 'stage'>): boolean {
  return withResult.includes(stage);
}
