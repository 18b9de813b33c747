import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeText } from '../text/sanitize';
import type { CareerNote, CareerNoteKind } from './career-note';

export type CareerNotePatch = Partial<Pick<CareerNote, 'text' | 'considers' | 'shared' | 'heldOn'>>;

/** The note after its writer's change; `before` itself when nothing changes, null for nothing. */
export function changeCareerNote(
  before: CareerNote | null,
  patch: CareerNotePatch,
  made: {
    id: Id;
    subjectId: Id;
    kind: CareerNoteKind;
    writerId: Id;
    now: Instant;
    answers?: CareerNote['answers'];
  },
): CareerNote | null {
  const { id, subjectId, kind, writerId, now, answers = null } = made;
  const base: CareerNote = before ?? {
    id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: now,
    updatedBy: writerId,
    subjectId,
    kind,
    writerId,
    text: '',
    considers: [],
    shared: false,
    heldOn: null,
    answers,
  };
  const after: CareerNote = {
    ...base,
    ...patch,
    text: sanitizeText(patch.text ?? base.text),
    considers: [...new Set(patch.considers ?? base.considers)],
  };
  if (JSON.stringify(after) === JSON.stringify(base)) return before;
  return { ...after, answers, updatedAt: now, updatedBy: writerId };
}
