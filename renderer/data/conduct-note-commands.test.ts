import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NotePatch } from '../../shared/domain/conduct-note/change-note';
import { IkuseiError } from '../../shared/domain/errors';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { blankGoal } from '../../shared/domain/sheet/new-goal';
import { itemPartId } from '../../shared/domain/sheet/part';
import { buildEvaluationSheetModel } from '../../shared/print/build-evaluation-sheet-model';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, addGoals } from './commands';
import { saveNote, setNoteRemoved } from './conduct-note-commands';
import { listNotesAbout, loadNoteBook, loadNoteDesk, loadNoteParts } from './conduct-note-queries';
import { listDeskSheets, loadDesk } from './desk-queries';
import { listConsultedSheets } from './evaluator-change-queries';
import { loadGoalLogs } from './goal-log-queries';
import { loadInterviews } from './interview-queries';
import { exportStore } from './logical-export';
import { loadOffice } from './organisation-queries';
import {
  allEntries,
  listOrgUnits,
  listPeriods,
  listSheets,
  listStaff,
  loadSheetView,
} from './queries';
import { loadRoster } from './roster-commands';
import { databaseNames } from './schema';
import { listSheetsInSteps } from './search-sheets';
import type { Store } from './store';
import { loadUndoOffer } from './undo-commands';
import { loadUnitGoals } from './unit-goal-queries';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const PLANTED = '窓口で大声の方に落ち着いて応対した（植えた文）';
const TODAY = '2026-11-25';
const part = itemPartId('setsugu');
const noteId = '01900000-0000-7000-8000-000000000001';
let store: Store;

const named = (name: string) => found(office.staff.find((one) => one.name === name)).id;
const writer = named('相川 直美');
const person = named('髙橋 翔');
const clerk = found(
  office.staff.find(({ orgUnitId, firstEvaluatorId }) => {
    const unit = office.orgUnits.find(({ id }) => id === orgUnitId);
    const above = office.orgUnits.find(({ id }) => id === unit?.parentId);
    return firstEvaluatorId !== null && [unit?.name, above?.name].includes('職員課');
  }),
).id;
const presentPeriod = found(office.periods.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0]);
const presentSheet = found(
  office.sheets.find((one) => one.staffId === person && one.periodId === presentPeriod.id),
);

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks it');
  return value;
}

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  const { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries },
    identity: { staffId: writer, rights: ['employee'] },
  });
});
afterEach(() => store.db.close());

function save(patch: NotePatch, id = noteId, writerId = writer) {
  return saveNote(store, { id, writerId, patch, today: TODAY });
}

const plant = () => save({ staffId: person, text: PLANTED, partIds: [part], tone: 'good' });

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof IkuseiError ? error.errorName : String(error);
  }
}

describe('saveNote', () => {
  it('stores a note once something is written in it, and counts it', async () => {
    expect(await save({ staffId: person, tone: 'good' })).toBeNull();
    expect((await loadNoteBook(store)).notes).toEqual([]);
    await plant();
    await save({ text: `${PLANTED}。続き` });
    const { notes } = await loadNoteBook(store);
    expect(notes).toMatchObject([
      {
        text: `${PLANTED}。続き`,
        tone: 'good',
        happenedOn: TODAY,
        personName: '髙橋 翔',
        parts: [{ name: '接遇' }],
      },
    ]);
    // The copy of this PC's own store holds it: that one is for its owner, and sealed.
    expect((await exportStore(store.db, 4)).tables['conductNotes']).toHaveLength(1);
  });

  it('is not stored as the note of somebody who acts by then', async () => {
    await actAs(store, person);
    expect(await refusalOf(save({ text: PLANTED }))).toBe('notYours');
    expect(await refusalOf(save({ text: PLANTED }, noteId, person))).toBe('done');
  });

  it('refuses a change of what another wrote', async () => {
    await plant();
    await actAs(store, clerk);
    expect(await refusalOf(save({ text: 'あ' }, noteId, clerk))).toBe('notYours');
    await actAs(store, writer);
    expect((await loadNoteBook(store)).notes[0]?.text).toBe(PLANTED);
  });
});

describe('setNoteRemoved', () => {
  it('takes a note out of the list and out of the evidence, and brings it back whole', async () => {
    await plant();
    await setNoteRemoved(store, noteId, true);
    expect(await loadNoteBook(store)).toMatchObject({ notes: [], removed: [{ text: PLANTED }] });
    expect(await listNotesAbout(store, person, presentPeriod)).toEqual([]);
    await setNoteRemoved(store, noteId, false);
    expect((await listNotesAbout(store, person, presentPeriod))[0]?.text).toBe(PLANTED);
  });

  it('answers for the note of another as for one that there is not', async () => {
    await plant();
    await actAs(store, clerk);
    const none = '01900000-0000-7000-8000-000000000009';
    expect(await refusalOf(setNoteRemoved(store, noteId, true))).toBe('recordMissing');
    expect(await refusalOf(setNoteRemoved(store, none, true))).toBe('recordMissing');
  });
});

describe('what is found', () => {
  it('offers myself first, then those whom I evaluate, and nobody else', async () => {
    const desk = await loadNoteDesk(store, {
      noteId: null,
      sheetId: presentSheet.id,
      today: '2026-06-03',
    });
    expect(desk.people[0]?.label).toBe('相川 直美（自分）');
    expect(
      desk.people
        .map(({ id }) => id)
        .slice(1)
        .toSorted(),
    ).toEqual(
      office.staff
        .filter((one) => [one.firstEvaluatorId, one.secondEvaluatorId].includes(writer))
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(desk.sheetOf).toBe(person);
  });

  it('offers whom I evaluate by days, on those days alone', async () => {
    const other = office.staff.find(
      (one) => one.id !== writer && ![one.firstEvaluatorId, one.secondEvaluatorId].includes(writer),
    );
    if (other === undefined) throw new Error('nobody');
    await writeStore(store, ['evaluatorAssignments'], (output) =>
      output.insert('evaluatorAssignments', [
        {
          id: store.newId(),
          schemaVersion: 4,
          updatedAt: store.now(),
          updatedBy: clerk,
          staffId: other.id,
          role: 'first',
          evaluatorId: writer,
          from: '2026-06-01',
          to: '2026-06-30',
          remark: '',
        },
      ]),
    );
    const offered = async (today: string) =>
      (await loadNoteDesk(store, { noteId: null, sheetId: null, today })).people.map(
        ({ id }) => id,
      );
    expect(await offered('2026-06-30')).toContain(other.id);
    expect(await offered('2026-07-01')).not.toContain(other.id);
  });

  it('does not take up the person of an open sheet that I do not evaluate', async () => {
    await actAs(store, clerk);
    const desk = await loadNoteDesk(store, {
      noteId: null,
      sheetId: presentSheet.id,
      today: '2026-06-03',
    });
    expect(desk.sheetOf).toBeNull();
    expect(desk.people.map(({ id }) => id)).not.toContain(person);
  });

  it('offers the goals and items of the sheet of that day, and goals only once handed in', async () => {
    const names = async (staffId: string, day: string) =>
      (await loadNoteParts(store, staffId, day)).map(({ name }) => name);
    const parts = await names(person, TODAY);
    expect(parts).toContain('個人目標1');
    expect(parts).toContain('接遇');
    expect(await names(person, '2019-01-01')).toEqual([]);

    const beginner = named('𠮷田 美咲');
    const sheet = found(
      office.sheets.find((one) => one.staffId === beginner && one.stage === 'goalSetting'),
    );
    await actAs(store, beginner);
    await addGoals(store, sheet.id, [{ ...blankGoal, content: 'まだ下書きの目標' }]);
    expect(await names(beginner, TODAY)).toContain('個人目標1');
    await actAs(store, writer);
    expect(await names(beginner, TODAY)).not.toContain('個人目標1');
    expect(await names(beginner, TODAY)).toContain('接遇');
  });

  it('finds only what lies in the period', async () => {
    await plant();
    await save({ happenedOn: '2026-03-31' });
    expect(await listNotesAbout(store, person, presentPeriod)).toEqual([]);
  });
});

describe('of a note, nobody but its writer learns anything', () => {
  const others = {
    'the person it is about': person,
    'the second evaluator': named('山﨑 徹'),
    'somebody of 職員課': clerk,
    'a colleague': named('𠮷田 美咲'),
  };

  it.each(Object.entries(others))('%s', async (_who, staffId) => {
    const before = await everythingReadBy(staffId);
    await actAs(store, writer);
    await plant();
    const after = await everythingReadBy(staffId);
    expect(after).not.toContain('植えた文');
    expect(after).not.toContain(noteId);
    // Nor that there is one: she reads the very same as before it was written.
    expect(after).toBe(before);
  });

  it('while the writer finds it', async () => {
    await plant();
    expect(await everythingReadBy(writer)).toContain('植えた文');
  });

  /** Every reading that a screen, the search or a paper is made from, as one text. */
  async function everythingReadBy(staffId: string): Promise<string> {
    await actAs(store, staffId);
    const periods = await listPeriods(store);
    const read: unknown[] = [periods, await listOrgUnits(store), await listStaff(store)];
    read.push(await loadNoteBook(store));
    read.push(await loadNoteDesk(store, { noteId, sheetId: presentSheet.id, today: '2026-06-03' }));
    for (const { id } of office.staff) {
      read.push(await listNotesAbout(store, id, presentPeriod));
    }
    read.push(await loadNoteParts(store, person, TODAY));
    read.push((await listSheetsInSteps(store)).sheets);
    read.push(await listSheets(store, presentPeriod.id));
    read.push(await loadRoster(store).catch(() => 'refused'));
    read.push(await loadUndoOffer(store, presentSheet.id));
    const desk = await listDeskSheets(store, presentPeriod.id);
    read.push(
      await loadDesk(
        store,
        desk.map(({ id }) => id),
      ),
    );
    read.push(await listConsultedSheets(store), await loadUnitGoals(store, presentPeriod.id));
    read.push(await loadInterviews(store, presentSheet.id).catch(() => 'refused'));
    read.push(await loadGoalLogs(store, presentSheet.id).catch(() => 'refused'));
    read.push(await loadOffice(store).catch(() => 'refused'));
    const view = await loadSheetView(store, presentSheet.id).catch(() => null);
    read.push(view);
    if (view !== null) {
      const paper = { ...view, layout: 'portrait', sample: true } as const;
      read.push(buildEvaluationSheetModel({ ...paper, printedAt: '2026-11-25T10:00' }));
    }
    return JSON.stringify(read);
  }
});

it('leaves the sheet and its entries alone', async () => {
  const before = await allEntries(store, presentSheet.id);
  await plant();
  expect(await allEntries(store, presentSheet.id)).toEqual(before);
});

it('is read and written in one place: whatever makes a file for others knows no such table', () => {
  const sources = ['renderer', 'shared', 'electron'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$/u.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const knowing = sources.filter((path) => readFileSync(path, 'utf8').includes("'conductNotes'"));
  expect(knowing.toSorted()).toEqual([
    'renderer/data/conduct-note-commands.ts',
    'renderer/data/conduct-note-queries.ts',
    // Her own search, which asks the rule above of every note.
    'renderer/data/text-sources.ts',
    // Her own time line, by the same rule.
    'renderer/data/timeline-queries.ts',
  ]);
});
