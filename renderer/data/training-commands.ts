import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { certificateTypeOf, MAX_CERTIFICATE_BYTES } from '../../shared/domain/training/certificate';
import {
  type CallPatch,
  changeApplication,
  changeCall,
  changeRecord,
  enrol,
  isBackwards,
  missingFor,
  moveApplication,
  newApplication,
  newCall,
  newOwnRecord,
  nominate,
  recordOfAttendance,
} from '../../shared/domain/training/change-training';
import type {
  ApplicationPatch,
  TrainingApplication,
} from '../../shared/domain/training/training-application';
import type { TrainingCall, TrainingKind } from '../../shared/domain/training/training-call';
import type {
  Certificate,
  KeptCertificate,
  RecordPatch,
  TrainingRecord,
} from '../../shared/domain/training/training-record';
import {
  type ApplicationMove,
  callRules,
  mayMoveApplication,
  mayReadRecord,
  mayWriteApplication,
  mayWriteRecord,
  placeOfField,
  takesApplications,
} from '../../shared/domain/training/training-rules';
import { localToday } from '../platform/local-time';
import { bytesToBase64 } from './base64';
import { requireHr } from './commands';
import { tableOf } from './database';
import { readPeopleNow } from './people-now';
import { parseRow, parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { type StoreWriter, writeStore } from './write-store';

const people = ['staff', 'orgUnits', 'evaluatorAssignments'] as const;

/**
 * Makes a call that is not in the plan: 庁内公募, 経費, 補助, or a course that came up later.
 *
 * @throws IkuseiError notYours, saveFailed
 */
export function addCall(
  store: Store,
  content: CallPatch & Pick<TrainingCall, 'kind' | 'fiscalYear' | 'title'>,
): Promise<TrainingCall> {
  return writeStore(store, ['trainingCalls'], async (writer) => {
    const { staffId } = await requireHr(store);
    const made = { now: store.now(), by: staffId, id: store.newId() };
    if (isBackwards({ startsOn: null, endsOn: null, ...content })) {
      throw new IkuseiError('daysBackwards');
    }
    const call = newCall(content, made);
    await writer.insert('trainingCalls', [call]);
    return call;
  });
}

/** @throws IkuseiError notYours, daysBackwards, saveFailed */
export async function saveCall(
  store: Store,
  { id, patch }: { id: Id; patch: CallPatch },
): Promise<void> {
  await writeStore(store, ['trainingCalls'], async (writer) => {
    const { staffId } = await requireHr(store);
    const before = await readOne(store, 'trainingCalls', id);
    const after = changeCall(before, patch, { now: store.now(), by: staffId });
    if (isBackwards(after)) throw new IkuseiError('daysBackwards');
    if (after !== before) await writer.replace('trainingCalls', [after]);
  });
}

/**
 * Begins my application, as a draft that nobody else knows of; gives back the one there is.
 *
 * @throws IkuseiError applicationClosed, saveFailed
 */
export function startApplication(store: Store, callId: Id): Promise<TrainingApplication> {
  return writeStore(store, [...people, 'trainingCalls', 'trainingApplications'], async (writer) => {
    const { identity } = await readPeopleNow(store);
    const call = await readOne(store, 'trainingCalls', callId);
    const [standing] = await standingOf(store, callId, identity.staffId);
    if (standing !== undefined) return standing;
    if (!takesApplications(call, localToday())) throw new IkuseiError('applicationClosed');
    const application = newApplication(
      { callId, staffId: identity.staffId },
      { id: store.newId(), now: store.now(), by: identity.staffId },
    );
    await writer.insert('trainingApplications', [application]);
    return application;
  });
}

/**
 * A head names somebody for a course, with her opinion. A draft that the person has begun
 * stays hers: what she has not handed in becomes nobody's to read by it.
 *
 * @throws IkuseiError notYours, applicationClosed, applicationStands, trainingIncomplete
 */
export async function nominatePerson(
  store: Store,
  { callId, staffId, opinion }: Pick<TrainingApplication, 'callId' | 'staffId' | 'opinion'>,
): Promise<void> {
  await writeStore(store, [...people, 'trainingCalls', 'trainingApplications'], async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const call = await readOne(store, 'trainingCalls', callId);
    const mayNominate = callRules[call.kind].nomination && viewerOf(staffId).includes('head');
    if (!mayNominate) throw new IkuseiError('notYours');
    if (!takesApplications(call, localToday())) throw new IkuseiError('applicationClosed');
    if (opinion.trim() === '') throw new IkuseiError('trainingIncomplete', '推薦の理由');
    const standing = await standingOf(store, callId, staffId);
    if (standing.some(({ state }) => state !== 'draft')) throw new IkuseiError('applicationStands');
    const named = nominate(
      { callId, staffId, opinion },
      { id: store.newId(), now: store.now(), by: identity.staffId, today: localToday() },
    );
    await writer.insert('trainingApplications', [named]);
  });
}

/**
 * 職員課 names somebody for a course that is meant for her, as for everybody newly employed.
 *
 * @throws IkuseiError notYours, applicationStands
 */
export async function enrolPerson(
  store: Store,
  { callId, staffId }: Pick<TrainingApplication, 'callId' | 'staffId'>,
): Promise<void> {
  await writeStore(store, [...people, 'trainingCalls', 'trainingApplications'], async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const { kind } = await readOne(store, 'trainingCalls', callId);
    if (kind !== 'course' || !viewerOf(staffId).includes('hr')) throw new IkuseiError('notYours');
    const standing = await standingOf(store, callId, staffId);
    if (standing.some(({ state }) => state !== 'draft')) throw new IkuseiError('applicationStands');
    const made = { id: store.newId(), now: store.now(), by: identity.staffId };
    const named = enrol({ callId, staffId }, { ...made, today: localToday() });
    await writer.insert('trainingApplications', [named]);
  });
}

/** The applications of a person for a call that have not been withdrawn. */
async function standingOf(store: Store, callId: Id, staffId: Id): Promise<TrainingApplication[]> {
  const rows = await tableOf(store.db, 'trainingApplications')
    .where('callId')
    .equals(callId)
    .toArray();
  return parseRows(store, 'trainingApplications', rows).filter(
    (one) => one.staffId === staffId && one.state !== 'withdrawn',
  );
}

/** @throws IkuseiError notYours, rowDamaged, saveFailed, contentRefused */
export async function saveApplication(
  store: Store,
  { id, patch }: { id: Id; patch: ApplicationPatch },
): Promise<void> {
  await writeStore(store, [...people, 'trainingCalls', 'trainingApplications'], async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const before = await readOne(store, 'trainingApplications', id);
    const { kind } = await readOne(store, 'trainingCalls', before.callId);
    const viewer = viewerOf(before.staffId);
    const fields = Object.keys(patch) as (keyof ApplicationPatch)[];
    const mayWrite = fields.every((field) =>
      mayWriteApplication(placeOfField[field], before, kind, viewer),
    );
    if (!mayWrite) throw new IkuseiError('notYours');
    const after = changeApplication(before, patch, { now: store.now(), by: identity.staffId });
    if (after !== before) await writer.replace('trainingApplications', [after]);
  });
}

/** How the fields are called where they are missing. */
const fieldNames = {
  reason: '理由と内容',
  opinion: '所属長の意見',
  decisionNote: '決定の理由',
  report: '報告',
  use: '活用すること',
};

/**
 * Moves applications on, all of them or none: who has attended gets her record with it, and
 * what she says she will use goes into it with her report.
 *
 * @throws IkuseiError notYours, moveRefused, applicationClosed, trainingIncomplete
 */
export async function moveApplications(
  store: Store,
  ids: readonly Id[],
  move: ApplicationMove,
): Promise<void> {
  const tables = [...people, 'trainingCalls', 'trainingApplications', 'trainingRecords'] as const;
  await writeStore(store, tables, async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const made = { now: store.now(), by: identity.staffId, today: localToday() };
    for (const id of ids) {
      const before = await readOne(store, 'trainingApplications', id);
      const call = await readOne(store, 'trainingCalls', before.callId);
      const viewer = viewerOf(before.staffId);
      if (viewer.length === 0) throw new IkuseiError('notYours');
      if (!mayMoveApplication(move, before, call.kind, viewer)) {
        throw new IkuseiError('applicationMoved');
      }
      if (move === 'apply') {
        if (!takesApplications(call, made.today)) throw new IkuseiError('applicationClosed');
        const others = (await standingOf(store, call.id, before.staffId)).filter(
          (one) => one.id !== id,
        );
        if (others.length > 0) throw new IkuseiError('applicationStands');
      }
      const missing = missingFor(move, before);
      if (missing.length > 0) {
        const names = missing.map((field) => fieldNames[field]).join('、');
        throw new IkuseiError('trainingIncomplete', names);
      }
      await writer.replace('trainingApplications', [moveApplication(before, move, made)]);
      if (move === 'attend') {
        const record = recordOfAttendance(call, before, { ...made, id: store.newId() });
        if (record !== null) await writer.insert('trainingRecords', [record]);
      }
      if (move === 'handInReport') await writeUse(store, writer, before, made);
    }
  });
}

async function writeUse(
  store: Store,
  writer: StoreWriter,
  { id, staffId, use }: TrainingApplication,
  made: { now: string; by: Id },
): Promise<void> {
  const record = (await recordsOf(store, staffId)).find(
    ({ applicationId }) => applicationId === id,
  );
  if (record === undefined || record.use !== '') return;
  await writer.replace('trainingRecords', [changeRecord(record, { use }, made)]);
}

/** Every record of a person, whoever may read it. */
export async function recordsOf(store: Store, staffId: Id): Promise<TrainingRecord[]> {
  const rows = await tableOf(store.db, 'trainingRecords')
    .where('staffId')
    .equals(staffId)
    .toArray();
  return parseRows(store, 'trainingRecords', rows);
}

/** A record that I enter myself: 自己啓発, 自主研究グループ, or what was before this application. */
export function addOwnRecord(store: Store, kind: TrainingKind): Promise<TrainingRecord> {
  return writeStore(store, [...people, 'trainingRecords'], async (writer) => {
    const { identity } = await readPeopleNow(store);
    const by = identity.staffId;
    const record = newOwnRecord(by, kind, { id: store.newId(), now: store.now(), by });
    await writer.insert('trainingRecords', [record]);
    return record;
  });
}

/** @throws IkuseiError notYours, daysBackwards, saveFailed, contentRefused */
export async function saveRecord(
  store: Store,
  { id, patch }: { id: Id; patch: RecordPatch },
): Promise<void> {
  await writeStore(store, [...people, 'trainingRecords'], async (writer) => {
    const { before, made } = await recordToWrite(store, id, (viewer, { source }) =>
      (Object.keys(patch) as (keyof RecordPatch)[]).every((field) =>
        mayWriteRecord(field === 'use' ? 'use' : 'facts', { source }, viewer),
      ),
    );
    const after = changeRecord(before, patch, made);
    if (isBackwards(after)) throw new IkuseiError('daysBackwards');
    if (after !== before) await writer.replace('trainingRecords', [after]);
  });
}

/** Takes a record out of the list or brings it back; its row stays stored either way. */
export async function setRecordRemoved(store: Store, id: Id, removed: boolean): Promise<void> {
  await writeStore(store, [...people, 'trainingRecords'], async (writer) => {
    const { before, made } = await recordToWrite(store, id, (viewer, record) =>
      mayWriteRecord('facts', record, viewer),
    );
    await writer.replace('trainingRecords', [changeRecord(before, { removed }, made)]);
  });
}

async function recordToWrite(
  store: Store,
  id: Id,
  mayWrite: (
    viewer: ReturnType<Awaited<ReturnType<typeof readPeopleNow>>['viewerOf']>,
    record: TrainingRecord,
  ) => boolean,
): Promise<{ before: TrainingRecord; made: { now: string; by: Id } }> {
  const { identity, viewerOf } = await readPeopleNow(store);
  const before = await readOne(store, 'trainingRecords', id);
  if (!mayWrite(viewerOf(before.staffId), before)) throw new IkuseiError('notYours');
  return { before, made: { now: store.now(), by: identity.staffId } };
}

/**
 * Puts a certificate to a record, in the place of the one before. What is too large is
 * refused before a byte of it is read: it would hold up the window.
 *
 * @returns the one before, which is in no store any more; null when there was none
 * @throws IkuseiError notYours, certificateTooLarge, certificateNotRead, saveFailed
 */
export async function saveCertificate(
  store: Store,
  recordId: Id,
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<KeptCertificate | null> {
  if (file.size > MAX_CERTIFICATE_BYTES) {
    const words = `ファイル「${file.name}」：${Math.ceil(file.size / 1_000_000)}MB`;
    throw new IkuseiError('certificateTooLarge', words);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = certificateTypeOf(bytes);
  if (type === null) throw new IkuseiError('certificateNotRead', `ファイル「${file.name}」`);
  const name = sanitizeLine(file.name).slice(0, 200);
  const next = { name, type, bytes: bytes.length, base64: bytesToBase64(bytes) };
  return setCertificate(store, recordId, next);
}

/**
 * Puts back a certificate that was replaced or taken away; null takes the present one away.
 *
 * @returns the one before, as far as it could be read
 * @throws IkuseiError notYours, saveFailed
 */
export function setCertificate(
  store: Store,
  recordId: Id,
  next: KeptCertificate | null,
): Promise<KeptCertificate | null> {
  const tables = [...people, 'trainingRecords', 'trainingFiles'] as const;
  return writeStore(store, tables, async (writer) => {
    const { before, made } = await recordToWrite(store, recordId, (viewer, record) =>
      mayWriteRecord('certificate', record, viewer),
    );
    const earlier = await keptCertificateOf(store, before);
    let certificate: Certificate | null = null;
    if (next !== null) {
      const { base64, ...facts } = next;
      certificate = { ...facts, fileId: store.newId() };
      const { schemaVersion } = before;
      const stamp = { schemaVersion, updatedAt: made.now, updatedBy: made.by };
      const row = { id: certificate.fileId, ...stamp, recordId, bytes: base64 };
      await writer.insert('trainingFiles', [row]);
    }
    await writer.replace('trainingRecords', [changeRecord(before, { certificate }, made)]);
    if (before.certificate !== null) {
      await writer.remove('trainingFiles', [before.certificate.fileId]);
    }
    return earlier;
  });
}

async function keptCertificateOf(
  store: Store,
  { certificate }: TrainingRecord,
): Promise<KeptCertificate | null> {
  if (certificate === null) return null;
  const stored = await tableOf(store.db, 'trainingFiles').get(certificate.fileId);
  const file = stored === undefined ? null : parseRow(store, 'trainingFiles', stored);
  const { name, type, bytes } = certificate;
  return file === null ? null : { name, type, bytes, base64: file.bytes };
}

/**
 * The bytes of a record's certificate, in base64, for who may read the record.
 *
 * @throws IkuseiError notYours, recordMissing
 */
export function loadCertificate(store: Store, recordId: Id): PromiseLike<string> {
  const tables = ['meta', ...people, 'trainingRecords', 'trainingFiles'];
  return store.db.transaction('r', tables, async () => {
    const { viewerOf } = await readPeopleNow(store);
    const record = await readOne(store, 'trainingRecords', recordId);
    if (!mayReadRecord(record, viewerOf(record.staffId))) throw new IkuseiError('notYours');
    const stored = await tableOf(store.db, 'trainingFiles').get(record.certificate?.fileId ?? '');
    const file = stored === undefined ? null : parseRow(store, 'trainingFiles', stored);
    if (file === null) throw new IkuseiError('recordMissing');
    return file.bytes;
  });
}
