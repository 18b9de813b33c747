import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { itemPartId } from '../../shared/domain/sheet/part';
import type { Stage } from '../../shared/domain/sheet/sheet';
import { testEntry } from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { actAs } from './commands';
import { listDeskSheets, loadDesk } from './desk-queries';
import { listPeriods } from './queries';
import { databaseNames } from './schema';
import type { Store } from './store';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const secret = '植え込んだ下書き';
let store: Store;

function staffNamed(name: string): string {
  const member = office.staff.find((candidate) => candidate.name === name);
  if (member === undefined) throw new Error(`nobody is called ${name}`);
  return member.id;
}

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  const { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries },
    identity: { staffId: staffNamed('相川 直美'), rights: ['employee'] },
  });
});
afterEach(() => store.db.close());

async function presentPeriodId(): Promise<string> {
  return (await listPeriods(store))[0]?.id ?? '';
}

async function presentSheetId(): Promise<string> {
  const periodId = await presentPeriodId();
  const staffId = staffNamed('𠮷田 美咲');
  return (
    office.sheets.find((one) => one.periodId === periodId && one.staffId === staffId)?.id ?? ''
  );
}

/** 𠮷田's sheet at a stage, with a draft in her own column and in her second evaluator's. */
async function plant(stage: Stage): Promise<string> {
  const id = await presentSheetId();
  const sheet = office.sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new Error('no sheet');
  const part = itemPartId('setsugu');
  await writeStore(store, ['sheets', 'sheetEntries'], async (writer) => {
    await writer.replace('sheets', [{ ...sheet, stage }]);
    await writer.insert(
      'sheetEntries',
      (['employee', 'second'] as const).map((author) => ({
        ...testEntry(part, author, { text: `${secret} ${author}` }),
        sheetId: id,
      })),
    );
  });
  return id;
}

it('lists whom I evaluate, and nobody else', async () => {
  const sheets = await listDeskSheets(store, await presentPeriodId());
  const me = staffNamed('相川 直美');
  expect(sheets.map(({ staffId }) => staffId).toSorted()).toEqual(
    office.staff
      .filter(({ firstEvaluatorId }) => firstEvaluatorId === me)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(sheets.length).toBeGreaterThan(2);
  await actAs(store, staffNamed('𠮷田 美咲'));
  expect(await listDeskSheets(store, await presentPeriodId())).toEqual([]);
});

it.each([
  ['inProgress', []],
  ['firstEvaluation', ['employee']],
  ['disclosed', ['employee', 'second']],
] as const)('at %s hands a first evaluator the columns of %j only', async (stage, readable) => {
  const id = await plant(stage);
  const text = JSON.stringify(await loadDesk(store, [id]));
  for (const author of ['employee', 'second'] as const) {
    expect(text.includes(`${secret} ${author}`)).toBe(readable.some((one) => one === author));
  }
});

it('hands nobody a sheet that she does not evaluate, though she asks for it', async () => {
  const id = await plant('disclosed');
  await actAs(store, staffNamed('大久保 健'));
  expect(await loadDesk(store, [id])).toEqual([]);
  // Not even her own: that one she has on a page of its own.
  await actAs(store, staffNamed('𠮷田 美咲'));
  expect(await loadDesk(store, [id])).toEqual([]);
});
