import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeText } from '../text/sanitize';
import type { Interview, InterviewKind } from './interview';

export type InterviewPatch = Partial<Pick<Interview, 'text' | 'heldOn' | 'minutes'>>;

/** The usual length; what a new record says until somebody types another. */
export const USUAL_MINUTES = 30;

type Made = { now: Instant; by: Id };

export function newInterview(made: Made & { id: Id; sheetId: Id; kind: InterviewKind }): Interview {
  const { id, sheetId, kind, now, by } = made;
  return {
    id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: now,
    updatedBy: by,
    sheetId,
    kind,
    evaluatorId: by,
    heldOn: null,
    minutes: USUAL_MINUTES,
    text: '',
    agreements: [],
    agreementsLapsed: false,
  };
}

/**
 * The record after a change of its evaluator. What both have agreed to is what they saw: a
 * change empties the agreements, and the record says so. The same one when nothing changes.
 */
export function changeInterview(before: Interview, patch: InterviewPatch, made: Made): Interview {
  const text = patch.text === undefined ? before.text : sanitizeText(patch.text);
  const heldOn = patch.heldOn === undefined ? before.heldOn : patch.heldOn;
  const minutes = patch.minutes === undefined ? before.minutes : patch.minutes;
  const isSame = text === before.text && heldOn === before.heldOn && minutes === before.minutes;
  if (isSame) return before;
  return {
    ...before,
    updatedAt: made.now,
    updatedBy: made.by,
    text,
    heldOn,
    minutes,
    agreements: [],
    agreementsLapsed: before.agreementsLapsed || before.agreements.length > 0,
  };
}

/** The record after somebody has said that it is right. */
export function agreeToInterview(before: Interview, { now, by }: Made): Interview {
  if (before.agreements.some(({ staffId }) => staffId === by)) return before;
  const agreements = [...before.agreements, { staffId: by, agreedAt: now }];
  return { ...before, updatedAt: now, updatedBy: by, agreements, agreementsLapsed: false };
}
