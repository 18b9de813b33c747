import { IkuseiError } from '../../shared/domain/errors';
import { makeForm } from '../../shared/domain/form/default-form';
import type { FrameworkSet } from '../../shared/domain/framework/framework';
import {
  openQuestions,
  settleQuestion,
  withdrawSettlement,
} from '../../shared/domain/framework/open-questions';
import { sampleRightsOf } from '../../shared/domain/sample/sample-rights';
import type { EntryPatch } from '../../shared/domain/sheet/change-entry';
import { makeSheet } from '../../shared/domain/sheet/make-sheet';
import type { NewGoal } from '../../shared/domain/sheet/new-goal';
import { goalPartId } from '../../shared/domain/sheet/part';
import type { PartId, Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import { dayWithin, evaluatedOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { Identity } from '../../shared/domain/store/meta';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { localToday } from '../platform/local-time';
import { type EntryPlace, entryTables, sheetToWrite, writeEntry } from './entry-writing';
import {
  allEntries,
  isPlanned,
  listOrgUnits,
  listStaff,
  loadFrameworkSet,
  loadIdentity,
  newestSet,
} from './queries';
import { readAll, readOne } from './read-rows';
import type { Store } from './store';
import { recordInHistory } from './undo-rows';
import { writeStore } from './write-store';

/**
 * Writes a change of one entry, the sheet's progress and the person's undo history in one
 * transaction. Resolves when it is on disk.
 *
 * @throws IkuseiError notYours, rowDamaged, saveFailed
 */
export async function saveEntry(
  store: Store,
  change: EntryPlace & { patch: EntryPatch },
): Promise<SheetEntry> {
  return writeStore(store, entryTables, async (writer) => {
    const target = await sheetToWrite(store, change);
    const { before, after } = await writeEntry(store, writer, target, change);
    if (after === before) return after;
    const owner = { sheetId: change.sheetId, staffId: target.identity.staffId };
    await recordInHistory(store, writer, owner, { before, after });
    return after;
  });
}

/** Adds an empty goal after the last one. */
export async function addGoal(store: Store, sheetId: string): Promise<SheetEntry> {
  const entries = await allEntries(store, sheetId);
  return saveEntry(store, {
    sheetId,
    partId: goalPartId(store.newId()),
    author: 'employee',
    patch: {
      goal: { order: lastGoalOrder(entries) + 1 },
    },
  });
}

/**
 * Adds goals after the last one, all or none, in one transaction; one undo takes them all.
 *
 * @throws IkuseiError notYours, rowDamaged, saveFailed, contentRefused
 */
export async function addGoals(
  store: Store,
  sheetId: string,
  goals: readonly NewGoal[],
): Promise<SheetEntry[]> {
  return writeStore(store, entryTables, async (writer) => {
    const author = 'employee';
    const first = {
      sheetId,
      partId: goalPartId(store.newId()),
      author,
      patch: { goal: {} },
    } as const;
    const target = await sheetToWrite(store, first);
    const last = lastGoalOrder(await allEntries(store, sheetId));
    const owner = { sheetId, staffId: target.identity.staffId, groupId: store.newId() };
    const entries: SheetEntry[] = [];
    for (const [index, goal] of goals.entries()) {
      const partId = goalPartId(store.newId());
      const patch = { goal: { ...goal, order: last + 1 + index } };
      const change = { sheetId, partId, author, patch } as const;
      const { before, after } = await writeEntry(store, writer, target, change);
      await recordInHistory(store, writer, owner, { before, after });
      entries.push(after);
    }
    return entries;
  });
}

function lastGoalOrder(entries: readonly SheetEntry[]): number {
  return Math.max(0, ...entries.map((entry) => entry.goal?.order ?? 0));
}

/** Takes a goal off the sheet or brings it back; its texts stay stored either way. */
export async function setGoalRemoved(
  store: Store,
  sheetId: string,
  partId: PartId,
  removed: boolean,
): Promise<void> {
  await saveEntry(store, { sheetId, partId, author: 'employee', patch: { removed } });
}

/**
 * Makes the person's own sheet of a period, with the form of her position frozen into it.
 * The position she names is kept on her roster row. Once 職員課 has planned the forms, a sheet
 * of another form, with other rules of 開示, would only be in the way.
 *
 * @throws IkuseiError sheetIsHandedOut, saveFailed
 */
export async function createOwnSheet(
  store: Store,
  choice: {
    periodId: string;
    frameworkId: string;
    positionId: string;
    grade: string;
    jobTitle: string;
  },
): Promise<Sheet> {
  const tables = [
    'staff',
    'orgUnits',
    'periods',
    'frameworkSets',
    'forms',
    'sheets',
    'evaluatorAssignments',
    'formPlans',
  ] as const;
  return writeStore(store, tables, async (writer) => {
    if (await isPlanned(store, choice.periodId)) throw new IkuseiError('sheetIsHandedOut');
    const identity = await loadIdentity(store);
    const stamp = { now: store.now(), by: identity.staffId };
    const before = await readOne(store, 'staff', identity.staffId);
    const staff = {
      ...before,
      frameworkId: choice.frameworkId,
      positionId: choice.positionId,
      grade: sanitizeLine(choice.grade),
      jobTitle: sanitizeLine(choice.jobTitle),
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    };
    await writer.replace('staff', [staff]);
    const period = await readOne(store, 'periods', choice.periodId);
    const form = makeForm({
      frameworkSet: await loadFrameworkSet(store),
      frameworkId: choice.frameworkId,
      positionId: choice.positionId,
      period,
      id: store.newId(),
      ...stamp,
    });
    const everyone = await listStaff(store);
    const assignments = await readAll(store, 'evaluatorAssignments');
    const sheet = makeSheet({
      staff: evaluatedOn(staff, assignments, dayWithin(localToday(), period)),
      orgUnits: await listOrgUnits(store),
      staffById: new Map(everyone.map((member) => [member.id, member])),
      period,
      form,
      id: store.newId(),
      ...stamp,
    });
    await writer.insert('forms', [form]);
    await writer.insert('sheets', [sheet]);
    return sheet;
  });
}

/**
 * 職員課 settles the wording of an open question, in every version of the tables that asks it:
 * sheets of before are printed with it too.
 */
export async function settleOpenQuestion(
  store: Store,
  answer: { questionId: string; text: string },
): Promise<void> {
  await changeFrameworkSets(store, answer.questionId, (set, stamp) =>
    settleQuestion(set, { ...answer, ...stamp }),
  );
}

/** Takes a settlement back; the question is open again. */
export async function withdrawOpenQuestion(store: Store, questionId: string): Promise<void> {
  await changeFrameworkSets(store, questionId, (set, stamp) =>
    withdrawSettlement(set, { questionId, ...stamp }),
  );
}

async function changeFrameworkSets(
  store: Store,
  questionId: string,
  change: (set: FrameworkSet, stamp: { now: string; by: string }) => FrameworkSet,
): Promise<void> {
  await writeStore(store, ['frameworkSets'], async (writer) => {
    const { staffId: by } = await requireHr(store);
    const stamp = { now: store.now(), by };
    const sets = await readAll(store, 'frameworkSets');
    const newest = newestSet(sets);
    const asking = sets.filter((set) => openQuestions(set).some(({ id }) => id === questionId));
    // The newest refuses a question that there is not.
    const changed = [newest, ...asking.filter((set) => set !== newest)];
    await writer.replace(
      'frameworkSets',
      changed.map((set) => change(set, stamp)),
    );
  });
}

/** Switches who I am. Exists in 見本 only: nobody chooses her own rights on real data. */
export async function actAs(store: Store, staffId: string): Promise<void> {
  if (store.dataSet !== 'sample') throw new IkuseiError('badRequest');
  await writeStore(store, ['staff', 'orgUnits'], async (writer) => {
    const identity = await loadIdentity(store);
    const staff = await readOne(store, 'staff', staffId);
    const rights = sampleRightsOf(staff, await readAll(store, 'orgUnits'));
    await writer.putMeta({
      ...identity,
      staffId,
      rights,
      updatedAt: store.now(),
      updatedBy: staffId,
    });
  });
}

/** @throws IkuseiError `notYours` for everybody but 職員課 */
export async function requireHr(store: Store): Promise<Identity> {
  const identity = await loadIdentity(store);
  refuseUnlessHr(identity);
  return identity;
}

/** @throws IkuseiError `notYours` for everybody but 職員課 */
export function refuseUnlessHr(identity: Identity): void {
  if (!identity.rights.includes('hr')) throw new IkuseiError('notYours');
}
