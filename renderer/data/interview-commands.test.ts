import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sheet, Stage } from '../../shared/domain/sheet/sheet';
import {
  testEntry,
  testForm,
  testGoal,
  testId,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { agreeInterview, saveInterview } from './interview-commands';
import { loadInterviews } from './interview-queries';
import { databaseNames } from './schema';
import type { Store } from './store';
import { writeStore } from './write-store';

const form = testForm();
const goal = 'goal/00000000-0000-7000-8000-000000000901';
const person = testId(10);
const first = testId(11);
const second = testId(12);
const clerk = testId(40);
const planted = '面談で話したこと';
const sheetAt = (stage: Stage): Sheet => ({ ...testSheet(form), stage });

let store: Store;

async function open(stage: Stage): Promise<void> {
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [person, first, second, clerk].map((id) => testStaff(10, { id })),
      periods: [testPeriod],
      forms: [form],
      sheets: [sheetAt(stage)],
      sheetEntries: [
        testEntry(goal, 'employee', { goal: testGoal(), rating: 'A', text: '本人の結果' }),
        testEntry(goal, 'first', { rating: 'B', text: '一次の根拠' }),
      ],
    },
    identity: { staffId: first, rights: ['employee'] },
  });
}

beforeEach(() => Dexie.delete(databaseNames.sample));
afterEach(() => store.db.close());

async function become(staffId: string, rights: readonly string[] = ['employee']): Promise<void> {
  await writeStore(store, [], (writer) =>
    writer.putMeta({
      id: 'identity',
      schemaVersion: 4,
      updatedAt: store.now(),
      updatedBy: staffId,
      staffId,
      rights,
    }),
  );
}

const sheetId = testSheet(form).id;
const shown = async () => JSON.stringify(await loadInterviews(store, sheetId));
const refused = (errorName: string) => expect.objectContaining({ errorName });

describe('a record of 評価者面談', () => {
  it('is one row of its evaluator, made by the first change', async () => {
    await open('goalAgreement');
    await saveInterview(store, { sheetId, kind: 'start', patch: { text: 'あ' } });
    const { id } = await saveInterview(store, { sheetId, kind: 'start', patch: { text: 'あい' } });
    const [start] = (await loadInterviews(store, sheetId)).plans;
    expect(start?.records).toMatchObject([
      { mine: true, interview: { id, text: 'あい', minutes: 30, evaluatorId: first } },
    ]);
  });

  it('is read by the person from its date on, by 職員課, and by no other evaluator', async () => {
    await open('goalAgreement');
    await saveInterview(store, { sheetId, kind: 'start', patch: { text: planted } });
    await become(person);
    expect(await shown()).not.toContain(planted);
    await become(first);
    await saveInterview(store, { sheetId, kind: 'start', patch: { heldOn: '2026-05-20' } });
    await become(person);
    expect(await shown()).toContain(planted);
    await become(clerk, ['employee', 'hr']);
    expect(await shown()).toContain(planted);
    await become(second);
    expect(await shown()).not.toContain(planted);
    await become(testId(50));
    await expect(loadInterviews(store, sheetId)).rejects.toEqual(refused('notYours'));
  });

  it('of 期末 waits for 開示', async () => {
    await open('confirmed');
    const patch = { text: planted, heldOn: '2027-03-01' };
    await saveInterview(store, { sheetId, kind: 'end', patch });
    await become(person);
    expect(await shown()).not.toContain(planted);
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [sheetAt('disclosed')]),
    );
    expect(await shown()).toContain(planted);
  });

  it('is written by evaluators only, and not once the sheet is completed', async () => {
    await open('completed');
    const change = { sheetId, kind: 'start', patch: { text: 'x' } } as const;
    for (const staffId of [first, person, clerk]) {
      await become(staffId, ['employee', 'hr']);
      await expect(saveInterview(store, change)).rejects.toEqual(refused('notYours'));
    }
  });

  it('is agreed to by both as they saw it, and a change empties that', async () => {
    await open('goalAgreement');
    const patch = { text: planted, heldOn: '2026-05-20' };
    const made = await saveInterview(store, { sheetId, kind: 'start', patch });
    await agreeInterview(store, { id: made.id, seen: made });
    await become(person);
    await expect(
      agreeInterview(store, { id: made.id, seen: { ...made, text: '前の文' } }),
    ).rejects.toEqual(refused('recordChanged'));
    await agreeInterview(store, { id: made.id, seen: made });
    await become(first);
    const changed = await saveInterview(store, { sheetId, kind: 'start', patch: { text: '別' } });
    expect(changed).toMatchObject({ agreements: [], agreementsLapsed: true });
  });
});

it('puts no rating of an evaluator onto anybody’s agenda before 開示', async () => {
  await open('confirmed');
  for (const [staffId, rights] of [
    [person, ['employee']],
    [first, ['employee']],
    [second, ['employee']],
    [clerk, ['employee', 'hr']],
  ] as const) {
    await become(staffId, rights);
    const { plans } = await loadInterviews(store, sheetId);
    expect(JSON.stringify(plans)).not.toMatch(/一次の根拠|一次 B/u);
  }
  await writeStore(store, ['sheets'], (writer) => writer.replace('sheets', [sheetAt('disclosed')]));
  expect(await shown()).toContain('一次 B');
});

it('puts the steps since the last talk onto the agenda of whoever reads the goals', async () => {
  await open('inProgress');
  const log = { schemaVersion: 5, updatedAt: store.now(), updatedBy: person, sheetId };
  const step = { ...log, partId: goal, phase: 'do' as const, tags: [], removed: false };
  await writeStore(store, ['goalLogs'], (writer) =>
    writer.insert('goalLogs', [
      { ...step, id: store.newId(), happenedOn: '2026-05-10', text: '面談の前の取組' },
      { ...step, id: store.newId(), happenedOn: '2026-06-10', text: '面談の後の取組' },
    ]),
  );
  expect(await shown()).toContain('面談の前の取組');
  await saveInterview(store, { sheetId, kind: 'start', patch: { heldOn: '2026-05-20' } });
  for (const staffId of [person, first]) {
    await become(staffId);
    expect(await shown()).toContain('面談の後の取組');
    expect(await shown()).not.toContain('面談の前の取組');
  }
  // Taken back to be agreed anew, the goals are hers alone again.
  await writeStore(store, ['sheets'], (writer) =>
    writer.replace('sheets', [sheetAt('goalSetting')]),
  );
  expect(await shown()).not.toContain('取組');
});
