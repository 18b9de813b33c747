import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import type { Framework } from '../../shared/domain/framework/framework';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { compareRosters } from '../../shared/domain/roster/compare-rosters';
import type { RosterImport } from '../../shared/domain/roster/roster-import';
import type { RosterPerson } from '../../shared/domain/roster/roster-person';
import {
  type PresentOffice,
  rosterOfStaff,
  staffOfRoster,
} from '../../shared/domain/roster/staff-of-roster';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { refuseUnlessHr, requireHr } from './commands';
import { tableOf } from './database';
import { listOrgUnits, listStaff, loadFrameworkSet, newestSet, parseIdentity } from './queries';
import { parseRows, readAll } from './read-rows';
import type { Store } from './store';
import { type StoreWriter, writeStore } from './write-store';

/** What 職員課's page of the roster shows, and reads a file against. */
export type RosterState = {
  people: RosterPerson[];
  frameworks: readonly Framework[];
  /** The import that can be taken back. */
  last: RosterImport | null;
};

/**
 * All of one moment, and asked for again whenever any of it changes. Asked without `await`:
 * with five tables, a live query loses its transaction behind so many.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export function loadRoster(store: Store): Promise<RosterState> {
  const tables = ['staff', 'orgUnits', 'frameworkSets', 'rosterImports'] as const;
  return store.db.transaction('r', ['meta', ...tables], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      ...tables.map((table) => tableOf(store.db, table).toArray()),
    ]).then(([identity, staff = [], orgUnits = [], sets = [], imports = []]) => {
      refuseUnlessHr(parseIdentity(identity));
      const present = presentOf(store, rowsOf(staff), rowsOf(orgUnits));
      const { frameworks } = newestSet(parseRows(store, 'frameworkSets', rowsOf(sets))).tables;
      const last = lastOf(parseRows(store, 'rosterImports', rowsOf(imports)));
      return { people: rosterOfStaff(present, frameworks), frameworks, last };
    }),
  );
}

/** @throws IkuseiError `rowDamaged`: who cannot be read would be taken for somebody new */
function presentOf(store: Store, staff: unknown[], orgUnits: unknown[]): PresentOffice {
  const present = {
    staff: parseRows(store, 'staff', staff).sort((a, b) => a.number.localeCompare(b.number)),
    orgUnits: parseRows(store, 'orgUnits', orgUnits),
  };
  const isWhole =
    present.staff.length === staff.length && present.orgUnits.length === orgUnits.length;
  if (!isWhole) throw new IkuseiError('rowDamaged', '記録：職員、所属');
  return present;
}

function rowsOf(answer: unknown): unknown[] {
  return Array.isArray(answer) ? answer : [];
}

/** The one that can be taken back. Ids rise with time. */
function lastOf(imports: readonly RosterImport[]): RosterImport | null {
  const newest = imports.toSorted((one, other) => other.id.localeCompare(one.id))[0];
  return newest === undefined || newest.undoneAt !== null ? null : newest;
}

const CHUNK = 250;

/**
 * Takes a roster in, all of it or nothing. Whom it does not name stays as she is.
 *
 * @param following told of the people written so far, before anything is kept; its signal
 *   gives the whole up
 * @returns null when it was given up, and nothing is written
 * @throws IkuseiError notYours, rowDamaged, saveFailed, contentRefused
 */
export async function takeInRoster(
  store: Store,
  file: { name: string; people: readonly RosterPerson[] },
  following: { onProgress: (done: number, total: number) => void; signal: AbortSignal },
): Promise<RosterImport | null> {
  try {
    return await writeRosterRows(store, file, following);
  } catch (error) {
    if (following.signal.aborted) return null;
    throw error;
  }
}

function writeRosterRows(
  store: Store,
  file: { name: string; people: readonly RosterPerson[] },
  { onProgress, signal }: Parameters<typeof takeInRoster>[2],
): Promise<RosterImport> {
  return writeStore(
    store,
    ['staff', 'orgUnits', 'frameworkSets', 'rosterImports'],
    async (writer) => {
      const identity = await requireHr(store);
      const now = store.now();
      const present = presentOf(
        store,
        await tableOf(store.db, 'staff').toArray(),
        await tableOf(store.db, 'orgUnits').toArray(),
      );
      const { frameworks } = (await loadFrameworkSet(store)).tables;
      const known = rosterOfStaff(present, frameworks);
      const { added, changed } = compareRosters(known, file.people, frameworks);
      const people = [...added, ...changed.map(({ person }) => person)];
      const rows = staffOfRoster(people, present, {
        newId: store.newId,
        now,
        by: identity.staffId,
      });
      await writer.insert('orgUnits', rows.units);
      const total = rows.added.length + rows.changed.length;
      let done = 0;
      for (const [members, write] of [
        [rows.added, writer.insert],
        [rows.changed, writer.replace],
      ] as const) {
        for (let from = 0; from < members.length; from += CHUNK) {
          // Thrown inside the transaction, which then keeps nothing of what was written.
          signal.throwIfAborted();
          const chunk = members.slice(from, from + CHUNK);
          await write('staff', chunk);
          done += chunk.length;
          onProgress(done, total);
        }
      }
      signal.throwIfAborted();
      const before = new Map(present.staff.map((member) => [member.id, member]));
      const taken: RosterImport = {
        id: store.newId(),
        schemaVersion: SCHEMA_VERSION,
        updatedAt: now,
        updatedBy: identity.staffId,
        fileName: sanitizeLine(file.name).slice(0, 200),
        takenAt: now,
        addedStaff: rows.added.map(({ id }) => id),
        addedUnits: rows.units.map(({ id }) => id),
        changedStaff: rows.changed.flatMap(({ id }) => before.get(id) ?? []),
        undoneAt: null,
      };
      await writer.insert('rosterImports', [taken]);
      return taken;
    },
  );
}

/**
 * Takes the last roster back: the people it changed are as before, those it added are gone.
 *
 * @throws IkuseiError `rosterMoved` when one of them has changed since, or has a sheet, or
 *   evaluates or is evaluated for some days
 */
export async function undoRosterImport(store: Store): Promise<void> {
  const tables = ['staff', 'orgUnits', 'sheets', 'rosterImports', 'evaluatorAssignments'] as const;
  await writeStore(store, tables, async (writer) => {
    const identity = await requireHr(store);
    const last = lastOf(await readAll(store, 'rosterImports'));
    if (last === null) throw new IkuseiError('recordMissing');
    const staff = await listStaff(store);
    const moved = await movedSince(
      store,
      last,
      new Map(staff.map((one) => [one.id, one.updatedAt])),
    );
    if (moved > 0) throw new IkuseiError('rosterMoved', `${moved}人`);
    const now = store.now();
    const stamp = { updatedAt: now, updatedBy: identity.staffId };
    await writer.replace(
      'staff',
      last.changedStaff.map((member) => ({ ...member, ...stamp })),
    );
    await writer.remove('staff', last.addedStaff);
    await removeUnused(store, writer, last.addedUnits);
    await writer.replace('rosterImports', [{ ...last, ...stamp, undoneAt: now }]);
  });
}

/** How many of its people are not as the import has left them. */
async function movedSince(
  store: Store,
  taken: RosterImport,
  updatedAt: ReadonlyMap<string, string>,
): Promise<number> {
  const own = [...taken.addedStaff, ...taken.changedStaff.map(({ id }) => id)];
  const moved = new Set(own.filter((id) => updatedAt.get(id) !== taken.takenAt));
  for (const id of taken.addedStaff) {
    if ((await tableOf(store.db, 'sheets').where('staffId').equals(id).count()) > 0) moved.add(id);
  }
  const added = new Set(taken.addedStaff);
  for (const { staffId, evaluatorId } of await readAll(store, 'evaluatorAssignments')) {
    for (const id of [staffId, evaluatorId]) if (added.has(id)) moved.add(id);
  }
  return moved.size;
}

/** The units that came with it, as far as nobody has come into them since. */
async function removeUnused(
  store: Store,
  writer: StoreWriter,
  units: readonly string[],
): Promise<void> {
  const inUse = new Set((await listStaff(store)).map(({ orgUnitId }) => orgUnitId));
  const parents = new Map((await listOrgUnits(store)).map(({ id, parentId }) => [id, parentId]));
  for (const id of [...inUse]) {
    let above = parents.get(id) ?? null;
    while (above !== null && !inUse.has(above)) {
      inUse.add(above);
      above = parents.get(above) ?? null;
    }
  }
  await writer.remove(
    'orgUnits',
    units.filter((id) => !inUse.has(id)),
  );
}
