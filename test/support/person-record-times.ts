import '../../renderer/configure-zod';
import { tableOf } from '../../renderer/data/database';
import { createNewStore } from '../../renderer/data/open-store';
import { loadPersonRecord } from '../../renderer/data/person-record-queries';
import type { DataTableName } from '../../renderer/data/schema';
import type { Store } from '../../renderer/data/store';
import { newCareerPlan } from '../../shared/domain/career/change-plan';
import { newInterview } from '../../shared/domain/interview/change-interview';
import { makeAnnualPeriod } from '../../shared/domain/period/make-period';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { itemPartId, remarkPartId } from '../../shared/domain/sheet/part';
import { changeRecord, newOwnRecord } from '../../shared/domain/training/change-training';
import { testEntry, testForm, testId, testOrgUnits, testSheet, testStaff } from './sheet-builders';

// Runs in the page: what is measured is what Chromium does.

const YEARS = 30;
const TRAININGS_A_YEAR = 4;
const person = testId(10);
const made = { now: '2026-11-22T05:05:00.000Z', by: person };
const stamp = { schemaVersion: SCHEMA_VERSION, updatedAt: made.now, updatedBy: made.by };
const text = '窓口の混雑を減らすため、案内の順番と様式を見直し、係のみんなと確かめた。'.repeat(6);

/** The tables whose rows of the person the record is made of. */
const ownTables = ['posts', 'careerPlans', 'trainingRecords', 'sheets'] as const;
const officeTables = [
  'meta',
  'staff',
  'orgUnits',
  'evaluatorAssignments',
  'officeSettings',
  'periods',
] as const;

let opened: Promise<Store> | null = null;

/** A person with thirty years of records, in an office of her own; made once. */
function openStore(): Promise<Store> {
  opened ??= makeStore();
  return opened;
}

async function makeStore(): Promise<Store> {
  const form = testForm();
  const years = Array.from({ length: YEARS }, (_, index) => 1997 + index);
  const id = (kind: number, index: number) => testId(kind * 10_000 + index);
  const periods = years.map((fiscalYear) => makeAnnualPeriod({ fiscalYear, ...made }));
  const sheets = periods.map((period, index) => ({
    ...testSheet(form),
    id: id(1, index),
    periodId: period.id,
    stage: 'completed' as const,
    disclosedOn: `${period.fiscalYear + 1}-03-20`,
  }));
  const entries = sheets.flatMap((sheet, index) =>
    [
      ...form.framework.items.map((item) => itemPartId(item.id)),
      remarkPartId('overall', 'overall'),
    ].flatMap((partId, part) =>
      (['employee', 'first', 'second'] as const).map((author, column) => ({
        ...testEntry(partId, author, { rating: 'B', text }),
        id: id(2, index * 1_000 + part * 10 + column),
        sheetId: sheet.id,
      })),
    ),
  );
  const interviews = sheets.flatMap((sheet, index) =>
    (['start', 'middle', 'end'] as const).map((kind, order) => ({
      ...newInterview({
        ...made,
        by: testId(11),
        id: id(3, index * 10 + order),
        sheetId: sheet.id,
        kind,
      }),
      heldOn: `${1997 + index}-05-20`,
      text,
    })),
  );
  const posts = years
    .filter((_, index) => index % 4 === 0)
    .map((year, index) => ({
      ...stamp,
      id: id(4, index),
      staffId: person,
      unitId: null,
      unitName: '市民部 市民課 市民係',
      positionName: '主任',
      jobTitle: '主任',
      duties: text,
      field: null,
      from: `${year}-04-01`,
      to: `${year + 4}-03-31`,
      concurrent: false,
      state: 'confirmed' as const,
      removed: false,
    }));
  const careerPlans = years.map((fiscalYear, index) => ({
    ...newCareerPlan({ ...made, id: id(5, index), fiscalYear, before: null }),
    vision: { in1: text, in3: text, in5: text, in10: text },
  }));
  const trainingRecords = years.flatMap((year, index) =>
    Array.from({ length: TRAININGS_A_YEAR }, (_, order) =>
      changeRecord(
        newOwnRecord(person, 'special', { ...made, id: id(6, index * 10 + order) }),
        { title: `研修${order}`, startsOn: `${year}-06-0${order + 1}`, hours: 6, use: text },
        made,
      ),
    ),
  );
  const rows = {
    orgUnits: testOrgUnits,
    staff: [testStaff(10), testStaff(11), testStaff(12)],
    periods,
    sheets,
    sheetEntries: entries,
    interviews,
    posts,
    careerPlans,
    trainingRecords,
  };
  return createNewStore({
    dataSet: 'sample',
    key: new Uint8Array(32).fill(1),
    committed: () => {},
    tables: Object.keys(rows) as DataTableName[],
    fill: async (writer) => {
      await writer.insert('orgUnits', rows.orgUnits);
      await writer.insert('staff', rows.staff);
      await writer.insert('periods', periods);
      await writer.insert('sheets', sheets);
      await writer.insert('sheetEntries', entries);
      await writer.insert('interviews', interviews);
      await writer.insert('posts', posts);
      await writer.insert('careerPlans', careerPlans);
      await writer.insert('trainingRecords', trainingRecords);
      await writer.putMeta({ id: 'identity', ...stamp, staffId: person, rights: ['employee'] });
    },
  });
}

/** From the question to the record, as its page asks for it. */
export async function timeRecord(): Promise<number> {
  const store = await openStore();
  const start = performance.now();
  const { events } = await loadPersonRecord(store, person);
  const time = performance.now() - start;
  if (events.length < YEARS * TRAININGS_A_YEAR) throw new Error('the record is not whole');
  return time;
}

/** The same rows read and decrypted, and nothing else. */
export async function timeRawRows(): Promise<number> {
  const { db } = await openStore();
  const start = performance.now();
  const found = await db.transaction(
    'r',
    [...officeTables, ...ownTables, 'sheetEntries', 'interviews'],
    async () => {
      const own = await Promise.all([
        ...officeTables.map((table) => tableOf(db, table).toArray()),
        ...ownTables.map((table) => tableOf(db, table).where('staffId').equals(person).toArray()),
      ]);
      const sheets = (own.at(-1) ?? []) as { id: string }[];
      const [entries, talks] = await Promise.all([
        tableOf(db, 'sheetEntries').bulkGet(overallIds),
        tableOf(db, 'interviews')
          .where('sheetId')
          .anyOf(sheets.map(({ id }) => id))
          .toArray(),
      ]);
      return own.flat().length + entries.length + talks.length;
    },
  );
  const time = performance.now() - start;
  if (found < YEARS * TRAININGS_A_YEAR) throw new Error('the rows are not all there');
  return time;
}

/** The rows of 総合所見, which the record reads too. */
const overallIds = Array.from({ length: YEARS }, (_, index) => index).flatMap((index) =>
  [0, 1, 2].map((column) =>
    testId(20_000 + index * 1_000 + testForm().framework.items.length * 10 + column),
  ),
);
