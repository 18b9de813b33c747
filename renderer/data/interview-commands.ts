import { IkuseiError } from '../../shared/domain/errors';
import {
  agreeToInterview,
  changeInterview,
  type InterviewPatch,
  newInterview,
} from '../../shared/domain/interview/change-interview';
import type { Interview, InterviewKind } from '../../shared/domain/interview/interview';
import { mayAgree, mayWriteInterview } from '../../shared/domain/interview/interview-rules';
import { viewerOf } from '../../shared/domain/sheet/stage-rules';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

export type InterviewChange = { sheetId: string; kind: InterviewKind; patch: InterviewPatch };

const tables = ['sheets', 'interviews'] as const;

/**
 * Writes a change of my own record of one kind; the first change makes it.
 *
 * @throws IkuseiError notYours, rowDamaged, contentRefused, saveFailed
 */
export async function saveInterview(
  store: Store,
  { sheetId, kind, patch }: InterviewChange,
): Promise<Interview> {
  return writeStore(store, tables, async (writer) => {
    const { staffId, ...identity } = await loadIdentity(store);
    const sheet = await readOne(store, 'sheets', sheetId);
    const viewer = viewerOf(sheet, { staffId, rights: identity.rights });
    if (!mayWriteInterview(kind, { viewer, stage: sheet.stage })) throw new IkuseiError('notYours');
    const made = { now: store.now(), by: staffId };
    const own = (await interviewsOf(store, sheetId)).find(
      (interview) => interview.kind === kind && interview.evaluatorId === staffId,
    );
    const before = own ?? newInterview({ ...made, id: store.newId(), sheetId, kind });
    const after = changeInterview(before, patch, made);
    if (own === undefined) await writer.insert('interviews', [after]);
    else if (after !== before) await writer.replace('interviews', [after]);
    return after;
  });
}

/**
 * 「内容を確かめました」 of the person or of the evaluator who wrote it.
 *
 * @param seen the text that she had before her; what has changed meanwhile is not agreed to
 * @throws IkuseiError notYours, recordChanged, saveFailed
 */
export async function agreeInterview(
  store: Store,
  { id, seen }: { id: string; seen: Pick<Interview, 'text' | 'heldOn' | 'minutes'> },
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const identity = await loadIdentity(store);
    const interview = await readOne(store, 'interviews', id);
    const sheet = await readOne(store, 'sheets', interview.sheetId);
    const viewer = viewerOf(sheet, identity);
    const reader = { viewer, staffId: identity.staffId, stage: sheet.stage };
    if (!mayAgree(interview, reader)) throw new IkuseiError('notYours');
    const isSame =
      interview.text === seen.text &&
      interview.heldOn === seen.heldOn &&
      interview.minutes === seen.minutes;
    if (!isSame) throw new IkuseiError('recordChanged');
    const made = { now: store.now(), by: identity.staffId };
    await writer.replace('interviews', [agreeToInterview(interview, made)]);
  });
}

/** Every record of a sheet, whoever may read it. */
export async function interviewsOf(store: Store, sheetId: string): Promise<Interview[]> {
  const rows = await tableOf(store.db, 'interviews').where('sheetId').equals(sheetId).toArray();
  return parseRows(store, 'interviews', rows);
}
