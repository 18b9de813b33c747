import { IkuseiError } from '../../shared/domain/errors';
import type { Author, Form } from '../../shared/domain/form/form';
import type { FrameworkSet, Settlement } from '../../shared/domain/framework/framework';
import type { GoalFacts } from '../../shared/domain/goal/goal-facts';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { Period } from '../../shared/domain/period/period';
import { previousPeriod } from '../../shared/domain/period/running-periods';
import {
  type PartId,
  type Sheet,
  type SheetEntry,
  sheetEntrySchema,
} from '../../shared/domain/sheet/sheet';
import { readableEvents, type SheetEvent } from '../../shared/domain/sheet/sheet-event';
import {
  accessTo,
  mayListSheet,
  readableEntries,
  readableIn,
  type SheetAccess,
  type Viewer,
  viewerOf,
  writableIn,
} from '../../shared/domain/sheet/stage-rules';
import type { EvaluatorAssignment } from '../../shared/domain/staff/evaluator-assignment';
import {
  type EvaluatorChange,
  evaluatorChanges,
  isConsulted,
  remarkReadersOf,
} from '../../shared/domain/staff/evaluator-changes';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import { type Identity, identitySchema } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { goalFactTables, readGoalFacts } from './goal-facts';
import { parseRow, parseRows, readAll, readOne } from './read-rows';
import { DamagedRow } from './seal';
import type { Store } from './store';

const placeSchema = sheetEntrySchema.pick({ sheetId: true, partId: true, author: true });

/** What changes while a sheet is filled in, with only those entries the person may read. */
export type SheetContents = {
  sheet: Sheet;
  entries: SheetEntry[];
  /** What I am to this sheet. */
  viewer: Viewer;
  access: SheetAccess;
  /** The authors of whom I may read something, and in whose column I may write something. */
  readable: Author[];
  writable: Author[];
  /** The moves of the sheet that I may know of, oldest first. */
  events: SheetEvent[];
  /** Changes of evaluator, 引継ぎ and opinions that I may read, oldest first. */
  changes: EvaluatorChange[];
  /** Entries that could not be read; nothing may be written over them. */
  damaged: { partId: PartId; author: Author }[];
};

/** What stands around a sheet and stays as it is while the sheet is filled in. */
export type SheetFrame = {
  form: Form;
  period: Period;
  settlements: Settlement[];
  /** The person's sheet of the period before; `readable` says whose columns I may see. */
  previous: { periodName: string; readable: Author[]; entries: SheetEntry[] } | null;
};

/** What a sheet page needs. */
export type SheetView = SheetContents & SheetFrame & { goalFacts: GoalFacts };

export async function loadIdentity(store: Store): Promise<Identity> {
  return parseIdentity(await tableOf(store.db, 'meta').get('identity'));
}

/** @throws IkuseiError `rowDamaged` */
export function parseIdentity(row: unknown): Identity {
  const parsed = identitySchema.safeParse(row);
  if (!parsed.success) throw new IkuseiError('rowDamaged', '記録：meta/identity');
  return parsed.data;
}

/** Newest first. */
export async function listPeriods(store: Store): Promise<Period[]> {
  const periods = await readAll(store, 'periods');
  return periods.sort((a, b) => b.startsOn.localeCompare(a.startsOn));
}

export async function listStaff(store: Store): Promise<StaffMember[]> {
  const staff = await readAll(store, 'staff');
  return staff.sort((a, b) => a.number.localeCompare(b.number));
}

export async function listOrgUnits(store: Store): Promise<OrgUnit[]> {
  const units = await readAll(store, 'orgUnits');
  return units.sort((a, b) => a.order - b.order);
}

/** Whether 職員課 has planned the forms of a period: then its sheets come by 配布 alone. */
export async function isPlanned(store: Store, periodId: string): Promise<boolean> {
  return (await tableOf(store.db, 'formPlans').where('periodId').equals(periodId).count()) > 0;
}

/** The sheets of a period that the person may know of, by staff number. */
export async function listSheets(store: Store, periodId: string): Promise<Sheet[]> {
  const identity = await loadIdentity(store);
  const rows = await tableOf(store.db, 'sheets').where('periodId').equals(periodId).toArray();
  return parseRows(store, 'sheets', rows)
    .filter((sheet) => mayListSheet(sheet, identity))
    .sort((a, b) => a.staff.number.localeCompare(b.staff.number));
}

/** The newest version of the policy's tables. */
export async function loadFrameworkSet(store: Store): Promise<FrameworkSet> {
  return newestSet(await readAll(store, 'frameworkSets'));
}

/** @throws IkuseiError `rowDamaged` when there is none that can be read */
export function newestSet(sets: readonly FrameworkSet[]): FrameworkSet {
  const newest = sets.toSorted((a, b) => b.version - a.version)[0];
  if (newest === undefined) throw new IkuseiError('rowDamaged', '記録：frameworkSets');
  return newest;
}

/** @throws IkuseiError `notYours` when the person may not know of this sheet */
export async function loadSheetView(store: Store, sheetId: string): Promise<SheetView> {
  const contents = await loadSheetContents(store, sheetId);
  const frame = await loadSheetFrame(store, contents.sheet);
  return { ...contents, ...frame, goalFacts: await loadGoalFacts(store, sheetId) };
}

/**
 * What stands around the goals of a sheet. Asked for apart from its contents: no save of an
 * entry changes it.
 *
 * @throws IkuseiError `recordMissing`, `rowDamaged`
 */
export async function loadGoalFacts(store: Store, sheetId: string): Promise<GoalFacts> {
  return store.db.transaction('r', ['meta', 'sheets', ...goalFactTables], async () => {
    const identity = await loadIdentity(store);
    return readGoalFacts(store, identity, await readOne(store, 'sheets', sheetId));
  });
}

/**
 * Read again after every save, so all of it in one transaction.
 *
 * @throws IkuseiError `notYours` when the person may not know of this sheet
 */
export async function loadSheetContents(store: Store, sheetId: string): Promise<SheetContents> {
  const tables = ['sheets', 'sheetEntries', 'sheetEvents', 'evaluatorAssignments'] as const;
  return store.db.transaction('r', ['meta', ...tables], async () => {
    const identity = await loadIdentity(store);
    const sheet = await readOne(store, 'sheets', sheetId);
    if (!mayListSheet(sheet, identity)) throw new IkuseiError('notYours');
    const viewer = viewerOf(sheet, identity);
    const access = accessTo(sheet, identity);
    const stored = await tableOf(store.db, 'sheetEntries')
      .where('sheetId')
      .equals(sheetId)
      .toArray();
    const events = await tableOf(store.db, 'sheetEvents')
      .where('sheetId')
      .equals(sheetId)
      .toArray();
    const assignments = await assignmentsOf(store, sheet.staffId);
    return {
      sheet,
      entries: readableEntries(parseRows(store, 'sheetEntries', stored), access),
      viewer,
      access,
      readable: readableIn(access),
      writable: writableIn(access),
      events: readableEvents(parseRows(store, 'sheetEvents', events), viewer),
      changes: evaluatorChanges(assignments, sheet, {
        staffId: identity.staffId,
        roles: remarkReadersOf(viewer, isConsulted(assignments, sheet.id, identity.staffId)),
      }),
      damaged: stored
        .flatMap((row) => damagedPlace(store, row))
        .map(({ partId, author }) => ({ partId, author })),
    };
  });
}

/** Touches no row of the sheet itself, so that saving it asks for none of this again. */
export async function loadSheetFrame(
  store: Store,
  sheet: Pick<Sheet, 'formId' | 'periodId' | 'staffId'>,
): Promise<SheetFrame> {
  const identity = await loadIdentity(store);
  const [form, period, frameworkSets, previous] = await Promise.all([
    readOne(store, 'forms', sheet.formId),
    readOne(store, 'periods', sheet.periodId),
    readAll(store, 'frameworkSets'),
    loadPrevious(store, sheet, identity),
  ]);
  return { form, period, settlements: settlementsOf(frameworkSets, form), previous };
}

/** Every entry of a sheet, whoever may read it; for commands that must see them all. */
export async function allEntries(store: Store, sheetId: string): Promise<SheetEntry[]> {
  const rows = await tableOf(store.db, 'sheetEntries').where('sheetId').equals(sheetId).toArray();
  return parseRows(store, 'sheetEntries', rows);
}

/** Every assignment of a person, whoever may read it; for commands that must see them all. */
export async function assignmentsOf(store: Store, staffId: string): Promise<EvaluatorAssignment[]> {
  const rows = await tableOf(store.db, 'evaluatorAssignments')
    .where('staffId')
    .equals(staffId)
    .toArray();
  return parseRows(store, 'evaluatorAssignments', rows);
}

/** @throws IkuseiError `rowDamaged` when the entry is there but cannot be read */
export async function findEntry(
  store: Store,
  place: { sheetId: string; partId: PartId; author: Author },
): Promise<SheetEntry | null> {
  const stored = await tableOf(store.db, 'sheetEntries')
    .where('[sheetId+partId+author]')
    .equals([place.sheetId, place.partId, place.author])
    .first();
  if (stored === undefined) return null;
  const entry = parseRow(store, 'sheetEntries', stored);
  if (entry === null) throw new IkuseiError('rowDamaged', `記録：${place.partId}`);
  return entry;
}

/** What 職員課 has settled of the table that a form was made from. */
export function settlementsOf(sets: readonly FrameworkSet[], form: Form): Settlement[] {
  return sets.find((set) => set.version === form.frameworkSetVersion)?.settlements ?? [];
}

/** The person's sheet of the last period before in which she has one, as far as the reader may read that one. */
async function loadPrevious(
  store: Store,
  sheet: Pick<Sheet, 'periodId' | 'staffId'>,
  identity: Identity,
): Promise<SheetFrame['previous']> {
  const periods = await listPeriods(store);
  const stored = await tableOf(store.db, 'sheets').where('staffId').equals(sheet.staffId).toArray();
  const sheets = new Map(parseRows(store, 'sheets', stored).map((one) => [one.periodId, one]));
  const before = previousPeriod(
    periods.filter(({ id }) => id === sheet.periodId || sheets.has(id)),
    sheet.periodId,
  );
  const previous = before === null ? undefined : sheets.get(before.id);
  if (before === null || previous === undefined) return null;
  const access = accessTo(previous, identity);
  const entries = await allEntries(store, previous.id);
  return {
    periodName: before.name,
    readable: readableIn(access),
    entries: readableEntries(entries, access),
  };
}

/** Where a row that cannot be read belongs; its clear properties still say so. */
export function damagedPlace(
  store: Store,
  stored: unknown,
): (SheetContents['damaged'][number] & { sheetId: string })[] {
  if (parseRow(store, 'sheetEntries', stored) !== null) return [];
  const place = placeSchema.safeParse(stored instanceof DamagedRow ? stored.clear : stored);
  return place.success ? [place.data] : [];
}
