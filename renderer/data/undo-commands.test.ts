import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { blankGoal } from '../../shared/domain/sheet/new-goal';
import { itemPartId } from '../../shared/domain/sheet/part';
import type { SheetEntry, Stage } from '../../shared/domain/sheet/sheet';
import { MAX_UNDO_STEPS } from '../../shared/domain/sheet/undo-history';
import type { UndoStep } from '../../shared/domain/sheet/undo-step';
import type { StoreState } from '../../shared/domain/store/meta';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, addGoal, addGoals, saveEntry, setGoalRemoved } from './commands';
import { tableOf } from './database';
import { inspectStore } from './open-guard';
import { allEntries, findEntry } from './queries';
import { databaseNames } from './schema';
import type { Store } from './store';
import { loadUndoOffer, turnHistory } from './undo-commands';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const sheet = found(
  office.sheets.find(({ staff, stage }) => staff.name === '𠮷田 美咲' && stage === 'goalSetting'),
);
const part = itemPartId('setsugu');
const otherPart = itemPartId('handan');
let store: Store;
let committed: StoreState[] = [];
let time = 0;

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks it');
  return value;
}

const staffNamed = (name: string) => found(office.staff.find((one) => one.name === name)).id;

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  committed = [];
  time = Date.parse('2026-12-01T00:00:00.000Z');
  const rows = {
    orgUnits: office.orgUnits,
    staff: office.staff,
    periods: office.periods,
    forms: office.forms.filter(({ id }) => id === sheet.formId),
    sheets: [sheet],
  };
  const made = await makeTestStore({
    dataSet: 'sample',
    committed: (state) => committed.push(state),
    rows,
    identity: { staffId: sheet.staffId, rights: ['employee'] },
  });
  store = { ...made, now: () => new Date(time).toISOString() };
});
afterEach(() => {
  vi.restoreAllMocks();
  store.db.close();
});

const place = { sheetId: sheet.id, partId: part, author: 'employee' } as const;

/** Writes as a person who pauses after every change, so that each is a step of its own. */
async function write(patch: Parameters<typeof saveEntry>[1]['patch'], partId = part) {
  time += 60_000;
  return saveEntry(store, { ...place, partId, patch });
}

async function present(partId = part): Promise<SheetEntry | null> {
  return findEntry(store, { ...place, partId });
}

const undo = () => turnHistory(store, sheet.id, 'undo');
const redo = () => turnHistory(store, sheet.id, 'redo');
const offer = () => loadUndoOffer(store, sheet.id);
const stepCount = () => tableOf(store.db, 'undoSteps').count();

describe('the history of a sheet', () => {
  it('leads back and forth through texts and ratings, and says where', async () => {
    expect(await offer()).toEqual({ undo: false, redo: false });
    expect(await undo()).toEqual({ outcome: 'nothing' });
    await write({ text: '窓口' });
    await write({ rating: 'A' }, otherPart);
    await write({ text: '窓口で' });
    expect(await offer()).toEqual({ undo: true, redo: false });

    expect(await undo()).toMatchObject({ outcome: 'done', entry: { text: '窓口', revision: 3 } });
    expect(await offer()).toEqual({ undo: true, redo: true });
    expect(await undo()).toMatchObject({ step: { partId: otherPart }, entry: { rating: null } });
    expect(await undo()).toMatchObject({ outcome: 'done', entry: { text: '' } });
    expect(await offer()).toEqual({ undo: false, redo: true });
    expect(await undo()).toEqual({ outcome: 'nothing' });

    for (let count = 0; count < 3; count += 1) await redo();
    expect(await redo()).toEqual({ outcome: 'nothing' });
    expect(await present()).toMatchObject({ text: '窓口で' });
    expect(await present(otherPart)).toMatchObject({ rating: 'A' });
  });

  it('takes back the adding, the removing and the bringing back of a goal', async () => {
    const { partId } = await addGoal(store, sheet.id);
    await write({ goal: { content: '目標' } }, partId);
    await setGoalRemoved(store, sheet.id, partId, true);
    await setGoalRemoved(store, sheet.id, partId, false);
    const states = [await present(partId)];
    while ((await undo()).outcome === 'done') states.push(await present(partId));
    expect(states.map((entry) => [entry?.goal?.content, entry?.removed])).toEqual([
      ['目標', false],
      ['目標', true],
      ['目標', false],
      ['', false],
      [undefined, false],
    ]);
    for (let count = 0; count < 4; count += 1) await redo();
    expect(await present(partId)).toMatchObject({ removed: false, goal: { content: '目標' } });
  });

  describe('of goals that were added at once', () => {
    const named = (content: string) => ({ ...blankGoal, content });
    const contents = async () => {
      const entries = await allEntries(store, sheet.id);
      return entries.flatMap(({ goal }) => (goal === null ? [] : [goal.content])).sort();
    };

    it('takes them all with one step, and brings them all again', async () => {
      await write({ text: '窓口' });
      await addGoals(store, sheet.id, ['一', '二', '三'].map(named));
      const undone = await undo();
      expect(undone.outcome === 'done' && undone.others).toHaveLength(2);
      expect(await contents()).toEqual([]);
      expect(await present()).toMatchObject({ text: '窓口' });
      await redo();
      expect(await contents()).toEqual(['一', '三', '二']);
      expect(await redo()).toEqual({ outcome: 'nothing' });
    });

    it('does not join two lots', async () => {
      await addGoals(store, sheet.id, ['一', '二'].map(named));
      await addGoals(store, sheet.id, ['三'].map(named));
      await undo();
      expect(await contents()).toEqual(['一', '二']);
    });

    it('leaves one that was changed since, and takes the rest', async () => {
      const [first] = await addGoals(store, sheet.id, ['一', '二'].map(named));
      if (first?.goal === null || first === undefined) throw new Error('no goal was added');
      const changed = { ...first, goal: { ...first.goal, content: '取り込んだ目標' } };
      await writeStore(store, ['sheetEntries'], (writer) =>
        writer.replace('sheetEntries', [changed]),
      );
      expect(await undo()).toMatchObject({ outcome: 'done' });
      expect(await contents()).toEqual(['取り込んだ目標']);
    });
  });

  it('forgets what could be done again with the next change', async () => {
    await write({ text: '窓口' });
    await write({ rating: 'A' });
    await undo();
    await undo();
    await write({ text: '受付' });
    expect(await offer()).toEqual({ undo: true, redo: false });
    expect(await redo()).toEqual({ outcome: 'nothing' });
    expect(await stepCount()).toBe(1);
  });

  it('follows the progress of the sheet', async () => {
    const filled = async () => {
      const [row] = await tableOf(store.db, 'sheets').toArray();
      return (row as typeof sheet).progress.employee.filled;
    };
    const before = await filled();
    await write({ rating: 'A', text: '窓口' });
    expect(await filled()).toBe(before + 1);
    await undo();
    expect(await filled()).toBe(before);
  });

  it('keeps one step while she types, and the last two hundred', async () => {
    await saveEntry(store, { ...place, patch: { text: '窓' } });
    await saveEntry(store, { ...place, patch: { text: '窓口' } });
    expect(await stepCount()).toBe(1);
    const [typed] = await tableOf(store.db, 'undoSteps').toArray();
    const many = Array.from({ length: MAX_UNDO_STEPS - 1 }, (_, index) => ({
      ...(typed as UndoStep),
      id: idAt((typed as UndoStep).id, index + 1),
    }));
    await writeStore(store, ['undoSteps'], (writer) => writer.insert('undoSteps', many));
    await write({ rating: 'A' });
    await write({ rating: 'B' });
    expect(await stepCount()).toBe(MAX_UNDO_STEPS);
    expect(committed.at(-1)?.counts['undoSteps']).toBe(MAX_UNDO_STEPS);
    expect((await inspectStore(store.db, null)).state).toBe('whole');
    expect(await tableOf(store.db, 'undoSteps').get((typed as UndoStep).id)).toBeUndefined();
    expect(await undo()).toMatchObject({ outcome: 'done', entry: { rating: 'A' } });
  });

  it('keeps its order when the clock is put back', async () => {
    const makeId = store.newId;
    let made = 0;
    const earlierEachTime = () => {
      made += 1;
      return idAt(makeId(), -made);
    };
    store = { ...store, newId: earlierEachTime };
    for (const text of ['一', '二', '三']) await write({ text });
    await undo();
    expect(await present()).toMatchObject({ text: '二' });
    await undo();
    expect(await present()).toMatchObject({ text: '一' });
  });
});

/** The id as it would be this many minutes later or, below zero, earlier. */
function idAt(id: string, minutes: number): string {
  const milliseconds = Number.parseInt(id.replace('-', '').slice(0, 12), 16) + minutes * 60_000;
  const hex = milliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
}

describe('a history belongs to its writer', () => {
  async function bringTo(stage: Stage): Promise<void> {
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [{ ...sheet, stage }]),
    );
  }

  it('who alone sees and undoes it', async () => {
    await write({ text: '本人の文' });
    await actAs(store, staffNamed('相川 直美'));
    expect(await offer()).toEqual({ undo: false, redo: false });
    expect(await undo()).toEqual({ outcome: 'nothing' });
    time += 60_000;
    await bringTo('firstEvaluation');
    await saveEntry(store, { ...place, author: 'first', patch: { text: '一次の文' } });
    expect(await undo()).toMatchObject({ outcome: 'done', step: { author: 'first' } });
    await actAs(store, sheet.staffId);
    expect(await offer()).toEqual({ undo: true, redo: false });
    expect(await present()).toMatchObject({ text: '本人の文' });
  });

  it('and ends where the sheet is no longer hers to write', async () => {
    await write({ text: '本人の文' });
    await bringTo('disclosed');
    await expect(undo()).rejects.toMatchObject({ errorName: 'notYours' });
    expect(await present()).toMatchObject({ text: '本人の文' });
  });
});

describe('a step that something else has overtaken', () => {
  async function overtake(text: string) {
    const entry = await present();
    if (entry === null) throw new Error('nothing to overtake');
    await writeStore(store, ['sheetEntries'], (writer) =>
      writer.replace('sheetEntries', [{ ...entry, text, revision: entry.revision + 1 }]),
    );
  }

  it('is refused, leaves what is there, and is not in the way of others', async () => {
    await write({ rating: 'S' }, otherPart);
    await write({ text: '窓口' });
    await overtake('取り込んだ文');
    expect(await undo()).toMatchObject({ outcome: 'overtaken', step: { partId: part } });
    expect(await present()).toMatchObject({ text: '取り込んだ文' });
    expect(await undo()).toMatchObject({ outcome: 'done', step: { partId: otherPart } });
    expect(await present(otherPart)).toMatchObject({ rating: null });
    expect((await inspectStore(store.db, null)).state).toBe('whole');
  });

  it('is not done again either', async () => {
    await write({ text: '窓口' });
    await undo();
    await overtake('取り込んだ文');
    expect(await redo()).toMatchObject({ outcome: 'overtaken' });
    expect(await present()).toMatchObject({ text: '取り込んだ文' });
    expect(await redo()).toEqual({ outcome: 'nothing' });
  });

  it('may also be one whose entry cannot be read', async () => {
    await write({ rating: 'S' }, otherPart);
    await write({ text: '窓口' });
    await spoil('sheetEntries', (await present())?.id ?? '');
    expect(await undo()).toMatchObject({ outcome: 'overtaken' });
    expect(await undo()).toMatchObject({ outcome: 'done', step: { partId: otherPart } });
  });
});

describe('a damaged or failing store', () => {
  it('passes over a step that cannot be read, and keeps it', async () => {
    await write({ rating: 'S' }, otherPart);
    await write({ text: '窓口' });
    const [, last] = await tableOf(store.db, 'undoSteps').toCollection().primaryKeys();
    await spoil('undoSteps', last ?? '');
    expect(await offer()).toEqual({ undo: true, redo: false });
    expect(await undo()).toMatchObject({ outcome: 'done', step: { partId: otherPart } });
    await write({ rating: 'A' });
    expect(await stepCount()).toBe(2);
    expect(await undo()).toMatchObject({ outcome: 'done', step: { partId: part } });
  });

  it('writes the entry and its step together or not at all', async () => {
    await write({ text: '窓口' });
    const steps = await stepCount();
    const states = committed.length;
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      row,
    ) {
      if (this.name === 'undoSteps') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, row);
    });
    const outcome = await undo().catch((error: unknown) => error);
    expect(outcome instanceof IkuseiError ? outcome.errorName : outcome).toBe('saveFailed');
    vi.restoreAllMocks();
    expect(await present()).toMatchObject({ text: '窓口' });
    expect([await stepCount(), committed.length]).toEqual([steps, states]);
    expect(await undo()).toMatchObject({ outcome: 'done', entry: { text: '' } });
    expect(await allEntries(store, sheet.id)).toHaveLength(1);
  });
});

/** Changes a byte of a sealed row, as a failing disk does. */
async function spoil(table: 'sheetEntries' | 'undoSteps', id: string): Promise<void> {
  const raw = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(databaseNames.sample);
    request.onsuccess = () => resolve(request.result);
  });
  await new Promise<void>((resolve) => {
    const transaction = raw.transaction(table, 'readwrite');
    const rows = transaction.objectStore(table);
    rows.get(id).onsuccess = (event) => {
      const { result } = event.target as IDBRequest<{ c: Uint8Array }>;
      result.c[0] = (result.c[0] ?? 0) ^ 1;
      rows.put(result);
    };
    transaction.oncomplete = () => resolve();
  });
  raw.close();
}
