import { Dexie } from 'dexie';
import { isBlank } from '../../shared/domain/conduct-note/change-note';
import { isInPeriod, notesAbout, sortNotes } from '../../shared/domain/conduct-note/choose-notes';
import type { ConductNote } from '../../shared/domain/conduct-note/conduct-note';
import type { FrameworkSet } from '../../shared/domain/framework/framework';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import { orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import type { Period, PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import { goalEntries, itemPartId, parsePartId, sheetParts } from '../../shared/domain/sheet/part';
import type { PartId, Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import { accessTo, mayListSheet, readableEntries } from '../../shared/domain/sheet/stage-rules';
import { evaluatedOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Identity } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { loadIdentity, parseIdentity } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';

/** A goal or an item that a note may speak of. */
export type NotePart = { partId: PartId; name: string; detail: string };

export type ListedNote = ConductNote & { personName: string; parts: NotePart[] };

/** Everything that I have noted. */
export type NoteBook = {
  /** In the list, the latest day first. */
  notes: ListedNote[];
  /** Taken out of it. */
  removed: ListedNote[];
  /** Newest first. */
  periods: Period[];
};

/** What a note is written with. */
export type NoteDesk = {
  me: Id;
  /** Myself, whom I evaluate, and whom I have noted something about before. */
  people: { id: Id; label: string; detail: string }[];
  /** My note of this id; null when there is none yet. */
  note: ConductNote | null;
  /** Whose sheet is open, as far as she is one of the people. */
  sheetOf: Id | null;
};

/** My own notes and nobody else's, whoever asks: THE way by which notes leave the store. */
function myNotes(store: Store, identity: Identity): PromiseLike<ConductNote[]> {
  return tableOf(store.db, 'conductNotes')
    .where('writerId')
    .equals(identity.staffId)
    .toArray()
    .then((rows) =>
      // The index finds them; what the row says itself must agree.
      parseRows(store, 'conductNotes', rows).filter(
        ({ writerId }) => writerId === identity.staffId,
      ),
    );
}

/** What I have noted of this person in this period. */
export function listNotesAbout(
  store: Store,
  staffId: Id,
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): PromiseLike<ConductNote[]> {
  return store.db.transaction('r', ['meta', 'conductNotes'], async () =>
    notesAbout(await myNotes(store, await loadIdentity(store)), staffId, period),
  );
}

const bookTables = [
  'meta',
  'conductNotes',
  'staff',
  'periods',
  'frameworkSets',
  'sheets',
  'sheetEntries',
] as const;

export function loadNoteBook(store: Store): PromiseLike<NoteBook> {
  return store.db.transaction('r', [...bookTables], async () => {
    const identity = await loadIdentity(store);
    const written = (await myNotes(store, identity)).filter((note) => !isBlank(note));
    const people = [...new Set(written.flatMap(({ staffId }) => staffId ?? []))];
    const [staff = [], periods = [], sets = [], sheets = []] = await Dexie.Promise.all([
      tableOf(store.db, 'staff').where(':id').anyOf(people).toArray(),
      tableOf(store.db, 'periods').toArray(),
      tableOf(store.db, 'frameworkSets').toArray(),
      tableOf(store.db, 'sheets').where('staffId').anyOf(people).toArray(),
    ]);
    const listed = parseRows(store, 'sheets', sheets).filter((one) => mayListSheet(one, identity));
    const goals = await readableGoals(store, listed, identity);
    const names = new Map(parseRows(store, 'staff', staff).map(({ id, name }) => [id, name]));
    const parts = new Map([
      ...itemsOf(parseRows(store, 'frameworkSets', sets)).map(
        (part) => [part.partId, part] as const,
      ),
      ...goals.map((part) => [part.partId, part] as const),
    ]);
    const notes = sortNotes(written).map((note) => ({
      ...note,
      personName: note.staffId === null ? '' : (names.get(note.staffId) ?? ''),
      parts: note.partIds.map((partId) => parts.get(partId) ?? unreadablePart(partId)),
    }));
    return {
      notes: notes.filter(({ removed }) => !removed),
      removed: notes.filter(({ removed }) => removed),
      periods: parseRows(store, 'periods', periods).sort((a, b) =>
        b.startsOn.localeCompare(a.startsOn),
      ),
    };
  });
}

const deskTables = [
  'meta',
  'conductNotes',
  'staff',
  'orgUnits',
  'sheets',
  'evaluatorAssignments',
] as const;

export function loadNoteDesk(
  store: Store,
  { noteId, sheetId, today }: { noteId: Id | null; sheetId: Id | null; today: PlainDate },
): PromiseLike<NoteDesk> {
  return store.db.transaction('r', [...deskTables], async () => {
    const identity = await loadIdentity(store);
    const notes = await myNotes(store, identity);
    const [staffRows = [], unitRows = [], sheetRow, said = []] = await Dexie.Promise.all([
      tableOf(store.db, 'staff').toArray(),
      tableOf(store.db, 'orgUnits').toArray(),
      sheetId === null ? undefined : tableOf(store.db, 'sheets').get(sheetId),
      tableOf(store.db, 'evaluatorAssignments').toArray(),
    ]);
    const assignments = parseRows(store, 'evaluatorAssignments', said);
    const sheet = sheetRow === undefined ? null : parseRow(store, 'sheets', sheetRow);
    const units = parseRows(store, 'orgUnits', unitRows);
    const noted = new Set(notes.map(({ staffId }) => staffId));
    const people = parseRows(store, 'staff', staffRows)
      .filter(
        (member) =>
          evaluates(evaluatedOn(member, assignments, today), identity.staffId) ||
          noted.has(member.id) ||
          (member.id === sheet?.staffId && evaluatesSheet(sheet, identity.staffId)),
      )
      .filter(({ id }) => id !== identity.staffId)
      .sort((a, b) => a.number.localeCompare(b.number));
    const self = parseRows(store, 'staff', staffRows).filter(({ id }) => id === identity.staffId);
    return {
      me: identity.staffId,
      people: [
        ...self.map((member) => ({
          ...optionOf(member, units),
          label: `${member.name}（自分）`,
        })),
        ...people.map((member) => optionOf(member, units)),
      ],
      note: notes.find(({ id }) => id === noteId) ?? null,
      sheetOf: [...self, ...people].find(({ id }) => id === sheet?.staffId)?.id ?? null,
    };
  });
}

/**
 * The goals and items of the person's sheet of the period in which this day lies, as far as
 * I may read them.
 */
export function loadNoteParts(store: Store, staffId: Id, day: string): PromiseLike<NotePart[]> {
  const tables = ['meta', 'periods', 'sheets', 'forms', 'sheetEntries'] as const;
  return store.db.transaction('r', [...tables], async () => {
    const [identityRow, periodRows = [], sheetRows = []] = await Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'periods').toArray(),
      tableOf(store.db, 'sheets').where('staffId').equals(staffId).toArray(),
    ]);
    const identity = parseIdentity(identityRow);
    const periods = parseRows(store, 'periods', periodRows).filter((period) =>
      isInPeriod({ happenedOn: day }, period),
    );
    const sheet = parseRows(store, 'sheets', sheetRows)
      .filter((one) => mayListSheet(one, identity))
      .find(({ periodId }) => periods.some(({ id }) => id === periodId));
    if (sheet === undefined) return [];
    const [formRow, entryRows = []] = await Dexie.Promise.all([
      tableOf(store.db, 'forms').get(sheet.formId),
      tableOf(store.db, 'sheetEntries').where('sheetId').equals(sheet.id).toArray(),
    ]);
    const form = parseRow(store, 'forms', formRow);
    if (form === null) return [];
    const entries = readableEntries(
      parseRows(store, 'sheetEntries', entryRows),
      accessTo(sheet, identity),
    );
    const goals = goalParts(entries);
    const items = sheetParts(form, []).filter(
      ({ section }) => section === 'ability' || section === 'conduct',
    );
    return [...goals, ...items.map(({ partId, name }) => ({ partId, name, detail: '' }))];
  });
}

/** A goal that I may not read, or no longer; nothing of it is said. */
function unreadablePart(partId: PartId): NotePart {
  const name = parsePartId(partId)?.kind === 'goal' ? '個人目標' : '項目';
  return { partId, name, detail: '' };
}

function evaluates({ firstEvaluatorId, secondEvaluatorId }: StaffMember, me: Id): boolean {
  return firstEvaluatorId === me || secondEvaluatorId === me;
}

function evaluatesSheet({ firstEvaluator, secondEvaluator }: Sheet, me: Id): boolean {
  return firstEvaluator?.staffId === me || secondEvaluator?.staffId === me;
}

function optionOf(member: StaffMember, units: readonly OrgUnit[]): NoteDesk['people'][number] {
  const unit = orgUnitPath(units, member.orgUnitId).slice(-2).join(' ');
  return {
    id: member.id,
    label: member.name,
    detail: `${unit} ${member.jobTitle} ${member.kana} ${member.number}`,
  };
}

function itemsOf(sets: readonly FrameworkSet[]): NotePart[] {
  return sets.flatMap(({ tables }) =>
    tables.frameworks.flatMap(({ items }) =>
      items.map(({ id, name }) => ({ partId: itemPartId(id), name, detail: '' })),
    ),
  );
}

async function readableGoals(
  store: Store,
  sheets: readonly Sheet[],
  identity: Identity,
): Promise<NotePart[]> {
  const rows = await tableOf(store.db, 'sheetEntries')
    .where('sheetId')
    .anyOf(sheets.map(({ id }) => id))
    .toArray();
  const entries = parseRows(store, 'sheetEntries', rows);
  return sheets.flatMap((sheet) => {
    const own = entries.filter(({ sheetId }) => sheetId === sheet.id);
    return goalParts(readableEntries(own, accessTo(sheet, identity)));
  });
}

function goalParts(entries: readonly SheetEntry[]): NotePart[] {
  return goalEntries(entries).map(({ partId, goal }, index) => ({
    partId,
    name: `個人目標${index + 1}`,
    detail: goal?.content.trim() ?? '',
  }));
}
