import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import type { Framework } from '../../shared/domain/framework/framework';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { changeCall, newCall } from '../../shared/domain/training/change-training';
import { comparePlans } from '../../shared/domain/training/compare-plans';
import type { PlanCourse } from '../../shared/domain/training/read-training-plan';
import type { TrainingCall, TrainingPlanImport } from '../../shared/domain/training/training-call';
import { readableApplication } from '../../shared/domain/training/training-rules';
import { refuseUnlessHr, requireHr } from './commands';
import { tableOf } from './database';
import { peopleTables, readPeopleNow } from './people-now';
import { newestSet } from './queries';
import { parseRows, readAll } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/** What 職員課's page of the plan shows, and reads a file against. */
export type TrainingPlan = {
  calls: TrainingCall[];
  frameworks: readonly Framework[];
  /** How many have applied for each call, as far as they have handed it in. */
  applicants: ReadonlyMap<string, number>;
  /** The import that can be taken back. */
  last: TrainingPlanImport | null;
};

/** @throws IkuseiError `notYours` for everybody but 職員課 */
export function loadTrainingPlan(store: Store): PromiseLike<TrainingPlan> {
  const tables = [
    'trainingCalls',
    'frameworkSets',
    'trainingPlanImports',
    'trainingApplications',
  ] as const;
  return store.db.transaction('r', [...peopleTables, ...tables], async () => {
    const [people, calls = [], sets = [], imports = [], applications = []] =
      await Dexie.Promise.all([
        readPeopleNow(store),
        tableOf(store.db, 'trainingCalls').toArray(),
        tableOf(store.db, 'frameworkSets').toArray(),
        tableOf(store.db, 'trainingPlanImports').toArray(),
        tableOf(store.db, 'trainingApplications').toArray(),
      ]);
    refuseUnlessHr(people.identity);
    const parsed = parseRows(store, 'trainingCalls', calls);
    const kinds = new Map(parsed.map(({ id, kind }) => [id, kind]));
    // Only what she may read counts: a number alone says that her own people wish to leave.
    const applied = parseRows(store, 'trainingApplications', applications).filter((one) => {
      const kind = kinds.get(one.callId);
      const isOut = one.state !== 'draft' && one.state !== 'withdrawn';
      return (
        isOut &&
        kind !== undefined &&
        readableApplication(one, kind, people.viewerOf(one.staffId)) !== null
      );
    });
    const applicants = new Map<string, number>();
    for (const { callId } of applied) applicants.set(callId, (applicants.get(callId) ?? 0) + 1);
    return {
      calls: inOrder(parsed),
      frameworks: newestSet(parseRows(store, 'frameworkSets', sets)).tables.frameworks,
      applicants,
      last: lastOf(parseRows(store, 'trainingPlanImports', imports)),
    };
  });
}

/** By their first day; those without one at the end. */
export function inOrder(calls: readonly TrainingCall[]): TrainingCall[] {
  return calls.toSorted(
    (one, other) =>
      (one.startsOn ?? '9999').localeCompare(other.startsOn ?? '9999') ||
      one.id.localeCompare(other.id),
  );
}

function lastOf(imports: readonly TrainingPlanImport[]): TrainingPlanImport | null {
  const newest = imports.toSorted((one, other) => other.id.localeCompare(one.id))[0];
  return newest === undefined || newest.undoneAt !== null ? null : newest;
}

/**
 * Takes a plan in, all of it or nothing. What it does not name stays as it is.
 *
 * @throws IkuseiError notYours, saveFailed, contentRefused
 */
export function takeInPlan(
  store: Store,
  file: { name: string; fiscalYear: number; courses: readonly PlanCourse[] },
): Promise<TrainingPlanImport> {
  return writeStore(store, ['trainingCalls', 'trainingPlanImports'], async (writer) => {
    const { staffId: by } = await requireHr(store);
    const now = store.now();
    const known = (await readAll(store, 'trainingCalls')).filter(
      ({ fiscalYear }) => fiscalYear === file.fiscalYear,
    );
    const { added, changed } = comparePlans(known, file.courses);
    const fresh = added.map(({ row: _row, ...course }) =>
      newCall(
        { ...course, kind: 'course', fiscalYear: file.fiscalYear },
        { now, by, id: store.newId() },
      ),
    );
    await writer.insert('trainingCalls', fresh);
    await writer.replace(
      'trainingCalls',
      changed.map(({ before, course: { row: _row, ...course } }) =>
        changeCall(before, course, { now, by }),
      ),
    );
    const taken: TrainingPlanImport = {
      id: store.newId(),
      schemaVersion: SCHEMA_VERSION,
      updatedAt: now,
      updatedBy: by,
      fileName: sanitizeLine(file.name).slice(0, 200),
      fiscalYear: file.fiscalYear,
      takenAt: now,
      addedCalls: fresh.map(({ id }) => id),
      changedCalls: changed.map(({ before }) => before),
      undoneAt: null,
    };
    await writer.insert('trainingPlanImports', [taken]);
    return taken;
  });
}

/**
 * Takes the last plan back: the courses it changed are as before, those it added are gone.
 *
 * @throws IkuseiError `trainingPlanMoved` when one of them has changed since or has applicants
 */
export async function undoPlanImport(store: Store): Promise<void> {
  const tables = ['trainingCalls', 'trainingPlanImports', 'trainingApplications'] as const;
  await writeStore(store, tables, async (writer) => {
    const { staffId: by } = await requireHr(store);
    const last = lastOf(await readAll(store, 'trainingPlanImports'));
    if (last === null) throw new IkuseiError('recordMissing');
    const now = store.now();
    const updatedAt = new Map(
      (await readAll(store, 'trainingCalls')).map((call) => [call.id, call.updatedAt]),
    );
    const own = [...last.addedCalls, ...last.changedCalls.map(({ id }) => id)];
    const applied = await tableOf(store.db, 'trainingApplications')
      .where('callId')
      .anyOf(last.addedCalls)
      .count();
    const moved = own.filter((id) => updatedAt.get(id) !== last.takenAt).length;
    if (moved + applied > 0) throw new IkuseiError('trainingPlanMoved');
    const stamp = { updatedAt: now, updatedBy: by };
    await writer.replace(
      'trainingCalls',
      last.changedCalls.map((call) => ({ ...call, ...stamp })),
    );
    await writer.remove('trainingCalls', last.addedCalls);
    await writer.replace('trainingPlanImports', [{ ...last, ...stamp, undoneAt: now }]);
  });
}
