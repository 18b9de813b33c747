import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { itemPartId } from '../../shared/domain/sheet/part';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, saveEntry } from './commands';
import { listPeriods, listSheets, loadSheetView } from './queries';
import { readAhead, sheetReadAhead } from './read-ahead';
import { databaseNames } from './schema';
import type { Store } from './store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const evaluator = staffNamed('相川 直美');
let store: Store;
let sheetIds: string[];

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  const { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries },
    identity: { staffId: office.startAs, rights: ['employee'] },
  });
  await actAs(store, evaluator);
  const [period] = await listPeriods(store);
  sheetIds = [];
  for (const { id } of await listSheets(store, period?.id ?? '')) {
    const { writable } = await loadSheetView(store, id);
    if (writable.includes('first')) sheetIds.push(id);
  }
});
afterEach(() => store.db.close());

function staffNamed(name: string): string {
  return office.staff.find((member) => member.name === name)?.id ?? '';
}

function firstTwo(): [string, string] {
  const [one = '', other = ''] = sheetIds;
  return [one, other];
}

describe('readAhead', () => {
  it('has the sheet as it would be read when it is opened', async () => {
    const [one, other] = firstTwo();
    expect(sheetReadAhead(store, one)).toBeNull();
    await readAhead(store, [one, other]);
    expect(sheetReadAhead(store, one)).toEqual({
      view: await loadSheetView(store, one),
      me: evaluator,
    });
    expect(sheetReadAhead(store, other)).not.toBeNull();
  });

  it('forgets the others', async () => {
    const [one, other] = firstTwo();
    await readAhead(store, [one]);
    await readAhead(store, [other]);
    expect(sheetReadAhead(store, one)).toBeNull();
  });

  it('has nothing from before a write, nor while one runs, and reads again after it', async () => {
    const [one, other] = firstTwo();
    await readAhead(store, [one]);
    const patch = { text: '書いたばかりの文' };
    const place = { sheetId: other, partId: itemPartId('setsugu'), author: 'first' } as const;
    const saving = saveEntry(store, { ...place, patch });
    expect(sheetReadAhead(store, one)).toBeNull();
    await saving;
    expect(sheetReadAhead(store, one)).toBeNull();
    await readAhead(store, [other]);
    const entries = sheetReadAhead(store, other)?.view.entries ?? [];
    expect(entries.map(({ text }) => text)).toContain(patch.text);
  });

  it('takes nothing for stored that was read while something was written', async () => {
    const [one] = firstTwo();
    const place = { sheetId: one, partId: itemPartId('setsugu'), author: 'first' } as const;
    const reading = readAhead(store, [one]);
    await Promise.all([reading, saveEntry(store, { ...place, patch: { text: '同時の文' } })]);
    expect(sheetReadAhead(store, one)).toBeNull();
  });

  it('shows nothing to another reader, and reads for nobody who may not know of a sheet', async () => {
    const colleague = staffNamed('𠮷田 美咲');
    const own = new Set(
      office.sheets.filter(({ staffId }) => staffId === colleague).map(({ id }) => id),
    );
    const one = sheetIds.find((id) => !own.has(id)) ?? '';
    await readAhead(store, [one]);
    expect(sheetReadAhead(store, one)).not.toBeNull();
    await actAs(store, colleague);
    expect(sheetReadAhead(store, one)).toBeNull();
    await expect(readAhead(store, [one])).rejects.toMatchObject({ errorName: 'notYours' });
    expect(sheetReadAhead(store, one)).toBeNull();
  });
});
