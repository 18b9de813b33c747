import { IkuseiError } from '../errors';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import type { StaffingNeed } from './staffing-need';

/** What a unit says in a draft. */
export type NeedPatch = Partial<
  Pick<
    StaffingNeed,
    'people' | 'work' | 'reason' | 'itemIds' | 'fields' | 'experience' | 'state' | 'removed'
  >
>;

type Made = { now: Instant; by: Id };

export function newStaffingNeed({
  id,
  orgUnitId,
  fiscalYear,
  now,
  by,
}: Made & { id: Id; orgUnitId: Id; fiscalYear: number }): StaffingNeed {
  return {
    id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: now,
    updatedBy: by,
    orgUnitId,
    fiscalYear,
    state: 'draft',
    people: '1人',
    work: '',
    reason: '',
    itemIds: [],
    fields: [],
    experience: '',
    removed: false,
  };
}

/**
 * The need after a change. Gives back `before` itself when nothing changes.
 *
 * @throws IkuseiError `needEmpty` when it is handed in and says nothing
 */
export function changeNeed(before: StaffingNeed, patch: NeedPatch, made: Made): StaffingNeed {
  const said = { ...before, ...patch };
  const after: StaffingNeed = {
    ...said,
    people: sanitizeLine(said.people),
    work: sanitizeText(said.work),
    reason: sanitizeText(said.reason),
    experience: sanitizeText(said.experience),
    itemIds: [...new Set(said.itemIds)],
    fields: [...new Set(said.fields)],
  };
  if (after.state === 'handedIn' && isEmptyNeed(after)) throw new IkuseiError('needEmpty');
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  return { ...after, updatedAt: made.now, updatedBy: made.by };
}

function isEmptyNeed({ work, experience, itemIds, fields }: StaffingNeed): boolean {
  const isSilent = work.trim() === '' && experience.trim() === '';
  return isSilent && itemIds.length === 0 && fields.length === 0;
}
