import {
  type CareerPlace,
  mayReadCareer,
  mayWriteCareer,
  requestWay,
} from '../../shared/domain/career/career-rules';
import type { CareerNotePatch } from '../../shared/domain/career/change-note';
import {
  answeredBy,
  changeRequest,
  handInRequest,
  newPlacementRequest,
  type RequestPatch,
  takeBackRequest,
} from '../../shared/domain/career/change-request';
import type { PlacementRequest } from '../../shared/domain/career/placement-request';
import { copiesUntil, isDue, keptUntil } from '../../shared/domain/career/retention';
import { IkuseiError } from '../../shared/domain/errors';
import { type Id, SCHEMA_VERSION } from '../../shared/domain/record/record';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import { localToday } from '../platform/local-time';
import { writeNote } from './career-note-writing';
import {
  type CareerOffice,
  careerOfficeTables,
  memberOf,
  readCareerOffice,
  viewerOfRequest,
} from './career-setting';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { type StoreWriter, writeStore } from './write-store';

const officeTables = careerOfficeTables.filter((table) => table !== 'meta');

/** Begins my request of a year; the one there is when there is one. */
export async function startRequest(store: Store, fiscalYear: number): Promise<PlacementRequest> {
  return writeStore(store, ['placementRequests'], async (writer) => {
    const { staffId: by } = await loadIdentity(store);
    const rows = await tableOf(store.db, 'placementRequests').where('staffId').equals(by).toArray();
    const known = parseRows(store, 'placementRequests', rows).find(
      (request) => request.fiscalYear === fiscalYear,
    );
    if (known !== undefined) return known;
    const made = { id: store.newId(), fiscalYear, now: store.now(), by };
    const request = newPlacementRequest(made);
    await writer.insert('placementRequests', [request]);
    return request;
  });
}

/** `writerId`: in 見本 another person may act by the time it is stored. */
export type RequestChange = { requestId: Id; writerId: Id; patch: RequestPatch };

/** @throws IkuseiError notYours, recordMissing, rowDamaged, contentRefused, saveFailed */
export async function saveRequest(store: Store, change: RequestChange): Promise<void> {
  await writeStore(store, ['placementRequests'], async (writer) => {
    const { staffId } = await loadIdentity(store);
    if (staffId !== change.writerId) throw new IkuseiError('notYours');
    const before = await readOwn(store, change.requestId, staffId);
    const after = changeRequest(before, change.patch, { now: store.now(), by: staffId });
    if (after !== before) await writer.replace('placementRequests', [after]);
  });
}

/** @throws IkuseiError recordMissing, requestEmpty, notYours, saveFailed */
export async function handIn(store: Store, requestId: Id): Promise<void> {
  const today = localToday();
  const tables = [...officeTables, 'placementRequests'] as const;
  await writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, today);
    const { staffId: by } = office.identity;
    const before = await readOwn(store, requestId, by);
    const { first, second } = evaluatorsOn(memberOf(office, by), office.setting.assignments, today);
    const headIds = [first, second].filter((id) => id !== null);
    const after = handInRequest(before, { now: store.now(), by, today, headIds });
    await writer.replace('placementRequests', [after]);
  });
}

/** @throws IkuseiError recordMissing, notYours, requestTalked, rowDamaged, saveFailed */
export async function takeBack(store: Store, requestId: Id): Promise<void> {
  await writeStore(store, ['placementRequests', 'careerNotes'], async (writer) => {
    const { staffId: by } = await loadIdentity(store);
    const before = await readOwn(store, requestId, by);
    const rows = await tableOf(store.db, 'careerNotes')
      .where('subjectId')
      .equals(requestId)
      .toArray();
    const notes = parseRows(store, 'careerNotes', rows);
    // What cannot be read may be the record of a talk.
    if (notes.length < rows.length) throw new IkuseiError('rowDamaged', '記録：careerNotes');
    const after = takeBackRequest(before, notes, { now: store.now(), by });
    await writer.replace('placementRequests', [after]);
  });
}

/**
 * Deletes my own draft with all that was said of it. Nobody else reads a draft, so nothing is
 * taken from anybody, and no record is left.
 *
 * @throws IkuseiError recordMissing, notYours once it is handed in, saveFailed
 */
export async function deleteDraft(store: Store, requestId: Id): Promise<void> {
  await writeStore(store, ['placementRequests', 'careerNotes'], async (writer) => {
    const { staffId: by } = await loadIdentity(store);
    const { state } = await readOwn(store, requestId, by);
    if (state !== 'draft') throw new IkuseiError('notYours');
    await removeWhole(store, writer, requestId);
  });
}

/** A note on a request: mine as the person, as the 所属長, or as whoever handles it. */
export type RequestNoteChange = {
  requestId: Id;
  kind: 'consideration' | 'opinion' | 'hrTalk';
  writerId: Id;
  patch: CareerNotePatch;
};

/**
 * @throws IkuseiError `recordMissing` also for a request that goes past me: nobody learns of it
 */
export async function saveRequestNote(store: Store, change: RequestNoteChange): Promise<void> {
  const { requestId: subjectId, kind, writerId, patch } = change;
  const tables = [...officeTables, 'placementRequests', 'careerNotes'] as const;
  await writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, localToday());
    if (office.identity.staffId !== writerId) throw new IkuseiError('notYours');
    const request = await readOne(store, 'placementRequests', subjectId);
    if (!mayWriteNote(office, request, kind)) throw new IkuseiError('recordMissing');
    const answers = kind === 'opinion' ? answeredBy(request) : null;
    await writeNote(store, writer, { subjectId, kind, writerId, patch, answers });
  });
}

function mayWriteNote(office: CareerOffice, request: PlacementRequest, place: CareerPlace) {
  const viewer = viewerOfRequest(office, memberOf(office, request.staffId), request);
  return mayWriteCareer(viewer, place, requestWay(request));
}

/**
 * Destroys requests whose time is over, with every note on them, and leaves a record of each;
 * all or none.
 *
 * @throws IkuseiError recordMissing, requestKept, saveFailed
 */
export async function destroyRequests(store: Store, ids: readonly Id[]): Promise<void> {
  const tables = [
    ...officeTables,
    'placementRequests',
    'careerNotes',
    'destructionRecords',
  ] as const;
  await writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, localToday());
    for (const id of ids) await destroyOne(store, writer, office, id);
  });
}

async function destroyOne(
  store: Store,
  writer: StoreWriter,
  office: CareerOffice,
  id: Id,
): Promise<void> {
  const request = await readOne(store, 'placementRequests', id);
  const viewer = viewerOfRequest(office, memberOf(office, request.staffId), request);
  const destroyedOn = office.setting.day;
  const isOver = isDue(request, destroyedOn);
  // Before its time a draft is its writer's alone; after it, it is destroyed like the others.
  const isHers =
    (isOver || mayReadCareer(viewer, 'request', requestWay(request))) &&
    mayWriteCareer(viewer, 'destruction', 'open');
  if (!isHers) throw new IkuseiError('recordMissing');
  if (!isOver) throw new IkuseiError('requestKept');
  await removeWhole(store, writer, id);
  const { staffId, fiscalYear } = request;
  await writer.insert('destructionRecords', [
    {
      id: store.newId(),
      schemaVersion: SCHEMA_VERSION,
      updatedAt: store.now(),
      updatedBy: office.identity.staffId,
      requestId: id,
      staffId,
      fiscalYear,
      keptUntil: keptUntil(request),
      destroyedOn,
      copiesUntil: copiesUntil(destroyedOn),
      byName: office.setting.me?.name ?? '',
    },
  ]);
}

async function removeWhole(store: Store, writer: StoreWriter, id: Id): Promise<void> {
  // By their keys: also what cannot be read any more is destroyed.
  const notes = await tableOf(store.db, 'careerNotes').where('subjectId').equals(id).primaryKeys();
  await writer.remove('careerNotes', notes.map(String));
  await writer.remove('placementRequests', [id]);
}

/** @throws IkuseiError `recordMissing` also for another's: nobody learns that there is one */
async function readOwn(store: Store, requestId: Id, me: Id): Promise<PlacementRequest> {
  const request = await readOne(store, 'placementRequests', requestId);
  if (request.staffId !== me) throw new IkuseiError('recordMissing');
  return request;
}
