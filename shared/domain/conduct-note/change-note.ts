import { IkuseiError } from '../errors';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeText } from '../text/sanitize';
import type { ConductNote } from './conduct-note';

/** All that a person says in a note. */
export type NoteContent = Pick<
  ConductNote,
  'staffId' | 'happenedOn' | 'text' | 'tone' | 'partIds' | 'removed'
>;

/** What changed; a field that is left out stays as it is. */
export type NotePatch = Partial<NoteContent>;

/**
 * The note after its writer's change: text cleaned, no part named twice, unknown fields
 * kept. Gives back `existing` itself when nothing changes, and null for a new note in which
 * nothing is written yet, so that nothing is stored.
 *
 * @throws IkuseiError `notYours` when `existing` is another's
 */
export function changeNote(
  existing: ConductNote | null,
  change: {
    patch: NotePatch;
    /** The id of a new note; an existing one keeps its own. */
    id: Id;
    /** The day of a new note that names none. */
    today: string;
    now: Instant;
    by: Id;
  },
): ConductNote | null {
  const { patch, now, by } = change;
  if (existing !== null && existing.writerId !== by) throw new IkuseiError('notYours');
  const base: ConductNote = existing ?? {
    id: change.id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: now,
    updatedBy: by,
    writerId: by,
    staffId: null,
    happenedOn: change.today,
    text: '',
    tone: 'neutral',
    partIds: [],
    removed: false,
  };
  const after: ConductNote = {
    ...base,
    ...patch,
    text: patch.text === undefined ? base.text : sanitizeText(patch.text),
    partIds: [...new Set(patch.partIds ?? base.partIds)],
  };
  if (existing === null) return isBlank(after) ? null : after;
  if (saysTheSame(existing, after)) return existing;
  return { ...after, updatedAt: now, updatedBy: by };
}

/** Whether nothing is written in a note; such a one is shown nowhere. */
export function isBlank({ text }: Pick<ConductNote, 'text'>): boolean {
  return text.trim() === '';
}

function saysTheSame(left: ConductNote, right: ConductNote): boolean {
  return (
    left.staffId === right.staffId &&
    left.happenedOn === right.happenedOn &&
    left.text === right.text &&
    left.tone === right.tone &&
    left.removed === right.removed &&
    left.partIds.join() === right.partIds.join()
  );
}
