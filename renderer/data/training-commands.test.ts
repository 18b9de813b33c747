import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorName } from '../../shared/domain/errors';
import { itemPartId } from '../../shared/domain/sheet/part';
import type { Right } from '../../shared/domain/store/meta';
import { readTrainingPlan } from '../../shared/domain/training/read-training-plan';
import {
  testEntry,
  testForm,
  testFrameworkSet,
  testId,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { tableOf } from './database';
import { databaseNames } from './schema';
import type { Store } from './store';
import {
  addCall,
  addOwnRecord,
  enrolPerson,
  loadCertificate,
  moveApplications,
  nominatePerson,
  saveApplication,
  saveCall,
  saveCertificate,
  saveRecord,
  setCertificate,
  setRecordRemoved,
  startApplication,
} from './training-commands';
import { loadTrainingPlan, takeInPlan, undoPlanImport } from './training-plan-commands';
import {
  loadApplication,
  loadHeadTraining,
  loadHrApplications,
  loadOfficeTraining,
  loadOwnTraining,
  loadPersonTraining,
  loadTrainingTurns,
} from './training-queries';
import { writeStore } from './write-store';

const person = testId(10);
const head = testId(11);
const clerk = testId(40);
const stranger = testId(50);
const form = testForm();
const [item] = form.framework.items;
const itemId = item?.id ?? '';
const sheet = { ...testSheet(form), stage: 'disclosed' as const, disclosedOn: '2027-03-20' };
const planted = '誰にも見せない言葉';

let store: Store;

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [person, head, clerk, stranger].map((id, index) =>
        testStaff(10, {
          id,
          number: `10000${index}`,
          firstEvaluatorId: id === person ? head : null,
          secondEvaluatorId: null,
        }),
      ),
      periods: [testPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [form],
      sheets: [sheet],
      sheetEntries: [testEntry(itemPartId(itemId), 'second', { rating: 'C' })],
    },
    identity: { staffId: person, rights: ['employee'] },
  });
});

afterEach(() => store.db.close());

async function actAs(staffId: string): Promise<void> {
  const rights: Right[] = staffId === clerk ? ['employee', 'hr'] : ['employee'];
  await writeStore(store, [], async (writer) => {
    const identity = await tableOf(store.db, 'meta').get('identity');
    await writer.putMeta({ ...(identity as { id: string }), staffId, rights });
  });
}

async function openCourse(patch: Parameters<typeof addCall>[1] | object = {}) {
  await actAs(clerk);
  const call = await addCall(store, {
    kind: 'course',
    fiscalYear: 2026,
    title: '折衝力向上研修',
    trainingKind: 'special',
    hours: 6,
    itemIds: [itemId],
    state: 'open',
    ...patch,
  });
  await actAs(person);
  return call;
}

const refused = (name: ErrorName) => expect.objectContaining({ errorName: name });

describe('a call', () => {
  it('goes from an application over the head and 職員課 to the record and what is used of it', async () => {
    const call = await openCourse();
    const { id } = await startApplication(store, call.id);
    expect((await startApplication(store, call.id)).id).toBe(id);
    await expect(moveApplications(store, [id], 'apply')).rejects.toEqual(
      refused('trainingIncomplete'),
    );
    await saveApplication(store, { id, patch: { reason: planted } });
    // A draft is nobody else's.
    for (const other of [head, clerk, stranger]) {
      await actAs(other);
      await expect(loadApplication(store, id)).rejects.toEqual(refused('notYours'));
    }
    await actAs(person);
    await moveApplications(store, [id], 'apply');
    await actAs(head);
    expect((await loadTrainingTurns(store)).recommendations).toHaveLength(1);
    const waiting = await loadHeadTraining(store);
    expect(waiting.applications.map(({ application }) => application.reason)).toEqual([planted]);
    await saveApplication(store, { id, patch: { opinion: '所属長の意見' } });
    await actAs(clerk);
    expect(JSON.stringify(await loadHrApplications(store))).not.toContain('所属長の意見');
    await actAs(head);
    await moveApplications(store, [id], 'recommend');
    await actAs(person);
    expect(JSON.stringify(await loadOwnTraining(store))).not.toContain('所属長の意見');
    await expect(saveApplication(store, { id, patch: { reason: '直す' } })).rejects.toEqual(
      refused('notYours'),
    );
    await actAs(clerk);
    expect(JSON.stringify(await loadHrApplications(store))).toContain('所属長の意見');
    expect((await loadTrainingTurns(store)).decisions).toBe(1);
    await expect(moveApplications(store, [id], 'decline')).rejects.toEqual(
      refused('trainingIncomplete'),
    );
    await moveApplications(store, [id], 'accept');
    await expect(moveApplications(store, [id], 'accept')).rejects.toEqual(
      refused('applicationMoved'),
    );
    expect((await loadTrainingTurns(store)).decisions).toBe(0);
    await moveApplications(store, [id], 'attend');
    await actAs(person);
    expect((await loadTrainingTurns(store)).reports).toHaveLength(1);
    await saveApplication(store, { id, patch: { report: '学んだ', use: '窓口で使う' } });
    await actAs(head);
    expect((await loadApplication(store, id)).application.report).toBe('');
    await actAs(person);
    await moveApplications(store, [id], 'handInReport');
    const { records } = await loadPersonTraining(store, null);
    expect(records.map(({ record }) => [record.title, record.hours, record.use])).toEqual([
      ['折衝力向上研修', 6, '窓口で使う'],
    ]);
    await actAs(stranger);
    await expect(loadApplication(store, id)).rejects.toEqual(refused('notYours'));
    await expect(loadPersonTraining(store, person)).rejects.toEqual(refused('notYours'));
    expect((await loadHeadTraining(store)).applications).toEqual([]);
    await expect(loadHrApplications(store)).rejects.toEqual(refused('notYours'));
    await expect(loadOfficeTraining(store)).rejects.toEqual(refused('notYours'));
  });

  it('is closed after its last day, and while it is only planned', async () => {
    const late = await openCourse({ applyBy: '2020-01-01' });
    const planned = await openCourse({ state: 'planned' });
    for (const { id } of [late, planned]) {
      await expect(startApplication(store, id)).rejects.toEqual(refused('applicationClosed'));
    }
  });

  it('takes a nomination beside a draft, which stays the person’s own', async () => {
    const call = await openCourse();
    const draft = await startApplication(store, call.id);
    await saveApplication(store, { id: draft.id, patch: { reason: planted } });
    const named = { callId: call.id, staffId: person, opinion: '力を伸ばしてほしい' };
    await actAs(stranger);
    await expect(nominatePerson(store, named)).rejects.toEqual(refused('notYours'));
    await actAs(head);
    await nominatePerson(store, named);
    await expect(nominatePerson(store, named)).rejects.toEqual(refused('applicationStands'));
    expect(JSON.stringify(await loadHeadTraining(store))).not.toContain(planted);
    await actAs(person);
    await expect(moveApplications(store, [draft.id], 'apply')).rejects.toEqual(
      refused('applicationStands'),
    );
  });

  it('of 庁内公募 goes past the head', async () => {
    const call = await openCourse({ kind: 'posting', trainingKind: null });
    const { id } = await startApplication(store, call.id);
    await saveApplication(store, { id, patch: { reason: planted } });
    await moveApplications(store, [id], 'apply');
    await actAs(head);
    expect((await loadHeadTraining(store)).applications).toEqual([]);
    await expect(loadApplication(store, id)).rejects.toEqual(refused('notYours'));
    await expect(
      nominatePerson(store, { callId: call.id, staffId: person, opinion: 'x' }),
    ).rejects.toEqual(refused('notYours'));
    await actAs(clerk);
    await moveApplications(store, [id], 'accept');
    await moveApplications(store, [id], 'attend');
    await actAs(person);
    expect((await loadPersonTraining(store, null)).records).toEqual([]);
  });

  it('is 職員課’s to make and to change, with an end that is not before its start', async () => {
    const call = await openCourse();
    await expect(saveCall(store, { id: call.id, patch: { title: 'x' } })).rejects.toEqual(
      refused('notYours'),
    );
    await actAs(clerk);
    await saveCall(store, { id: call.id, patch: { startsOn: '2026-06-04' } });
    await expect(saveCall(store, { id: call.id, patch: { endsOn: '2026-06-03' } })).rejects.toEqual(
      refused('daysBackwards'),
    );
  });

  it('has people named for it by 職員課, who then attend like the others', async () => {
    const call = await openCourse({ state: 'closed' });
    await expect(enrolPerson(store, { callId: call.id, staffId: person })).rejects.toEqual(
      refused('notYours'),
    );
    await actAs(clerk);
    await enrolPerson(store, { callId: call.id, staffId: person });
    await expect(enrolPerson(store, { callId: call.id, staffId: person })).rejects.toEqual(
      refused('applicationStands'),
    );
    await expect(enrolPerson(store, { callId: call.id, staffId: clerk })).rejects.toEqual(
      refused('notYours'),
    );
    const [named] = (await loadHrApplications(store)).applications;
    await moveApplications(store, [named?.application.id ?? ''], 'attend');
    await actAs(person);
    expect((await loadPersonTraining(store, null)).records).toHaveLength(1);
  });

  it('decides many at once or none of them', async () => {
    const call = await openCourse();
    const { id } = await startApplication(store, call.id);
    await saveApplication(store, { id, patch: { reason: 'x' } });
    await moveApplications(store, [id], 'apply');
    await actAs(clerk);
    await expect(moveApplications(store, [id, testId(99)], 'accept')).rejects.toEqual(
      refused('recordMissing'),
    );
    expect((await loadApplication(store, id)).application.state).toBe('applied');
  });
});

describe('a suggestion', () => {
  it('comes from a rating that was disclosed, and not before', async () => {
    const call = await openCourse();
    const { suggestions } = await loadOwnTraining(store);
    expect(suggestions.map((one) => [one.call.id, one.reasons.length])).toEqual([[call.id, 1]]);
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [{ ...sheet, stage: 'confirmed', disclosedOn: null }]),
    );
    expect((await loadOwnTraining(store)).suggestions).toEqual([]);
  });

  it('comes from the result of the latest year, whenever its sheet was made', async () => {
    const call = await openCourse();
    const before = { ...testPeriod, id: testId(70), fiscalYear: 2025 };
    const older = { ...sheet, id: testId(71), periodId: before.id, disclosedOn: '2026-03-20' };
    const good = testEntry(itemPartId(itemId), 'second', { rating: 'A' });
    await writeStore(store, ['periods', 'sheets', 'sheetEntries'], async (writer) => {
      await writer.insert('periods', [before]);
      await writer.insert('sheets', [older]);
      await writer.insert('sheetEntries', [{ ...good, sheetId: older.id }]);
    });
    const { suggestions } = await loadOwnTraining(store);
    expect(suggestions.map((one) => one.call.id)).toEqual([call.id]);
  });
});

describe('a record', () => {
  it('of one’s own is written by the person alone, and comes back when it was taken out', async () => {
    const { id } = await addOwnRecord(store, 'self');
    await saveRecord(store, { id, patch: { title: '簿記', startsOn: '2026-05-01' } });
    await expect(saveRecord(store, { id, patch: { endsOn: '2026-04-30' } })).rejects.toEqual(
      refused('daysBackwards'),
    );
    await actAs(head);
    expect((await loadPersonTraining(store, person)).records).toHaveLength(1);
    await expect(saveRecord(store, { id, patch: { use: 'x' } })).rejects.toEqual(
      refused('notYours'),
    );
    await actAs(person);
    await setRecordRemoved(store, id, true);
    await actAs(head);
    expect(await loadPersonTraining(store, person)).toMatchObject({ records: [], removed: [] });
    await actAs(person);
    await setRecordRemoved(store, id, false);
    expect((await loadPersonTraining(store, null)).records).toHaveLength(1);
  });

  it('keeps a certificate of a true type and size, sealed, one at a time', async () => {
    const { id } = await addOwnRecord(store, 'self');
    const fileOf = (name: string, bytes: BlobPart) => new File([bytes], name);
    await saveCertificate(store, id, fileOf('修了証.pdf', '%PDF-1.7 証'));
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await saveCertificate(store, id, fileOf('修了証.png', png));
    expect(await tableOf(store.db, 'trainingFiles').count()).toBe(1);
    expect(atob(await loadCertificate(store, id)).slice(1, 4)).toBe('PNG');
    await expect(saveCertificate(store, id, fileOf('修了証.pdf', 'MZ 偽物'))).rejects.toEqual(
      refused('certificateNotRead'),
    );
    const huge = { name: 'x.pdf', size: 200_000_000, arrayBuffer: () => Promise.reject('read') };
    await expect(saveCertificate(store, id, huge)).rejects.toEqual(refused('certificateTooLarge'));
    await actAs(stranger);
    await expect(loadCertificate(store, id)).rejects.toEqual(refused('notYours'));
  });

  it('gives back the certificate that was replaced or taken away, and leaves no other stored', async () => {
    const { id } = await addOwnRecord(store, 'self');
    const fileOf = (name: string) => new File([`%PDF-1.7 ${name}`], name);
    expect(await saveCertificate(store, id, fileOf('one.pdf'))).toBeNull();
    const first = await saveCertificate(store, id, fileOf('two.pdf'));
    const second = await setCertificate(store, id, first);
    expect(atob(await loadCertificate(store, id))).toBe('%PDF-1.7 one.pdf');
    expect(second).toMatchObject({ name: 'two.pdf', base64: btoa('%PDF-1.7 two.pdf') });
    expect(await setCertificate(store, id, null)).toEqual(first);
    expect(await tableOf(store.db, 'trainingFiles').count()).toBe(0);
    await expect(loadCertificate(store, id)).rejects.toEqual(refused('recordMissing'));
    await setCertificate(store, id, first);
    const [one] = (await loadPersonTraining(store, null)).records;
    expect(one?.record.certificate?.name).toBe('one.pdf');
    await actAs(head);
    await expect(setCertificate(store, id, null)).rejects.toEqual(refused('notYours'));
  });
});

it('counts no application for a 庁内公募 that its reader may not know of', async () => {
  const call = await openCourse({ kind: 'posting', trainingKind: null, title: '新課の公募' });
  const { id } = await startApplication(store, call.id);
  await saveApplication(store, { id, patch: { reason: '新しい課で働きたい' } });
  await moveApplications(store, [id], 'apply');
  const countOf = async () => (await loadTrainingPlan(store)).applicants.get(call.id) ?? 0;
  await actAs(clerk);
  expect(await countOf()).toBe(1);
  await writeStore(store, [], async (writer) => {
    const identity = await tableOf(store.db, 'meta').get('identity');
    const rights: Right[] = ['employee', 'hr'];
    await writer.putMeta({ ...(identity as { id: string }), staffId: head, rights });
  });
  expect(await countOf()).toBe(0);
});

describe('a yearly plan', () => {
  const courses = readTrainingPlan(
    [
      ['研修名', '区分', '開始日'],
      ['新採用職員研修', '基本研修', 'R8.4.1'],
      ['法務研修', '特別研修', 'R8.6.1'],
    ],
    testFrameworkSet().tables.frameworks,
    2026,
  ).courses;
  const file = { name: '計画.csv', fiscalYear: 2026, courses };

  it('is taken in whole, again without doubles, and taken back', async () => {
    await expect(takeInPlan(store, file)).rejects.toEqual(refused('notYours'));
    await actAs(clerk);
    await takeInPlan(store, file);
    const later = courses.map((course) => ({ ...course, seats: 30 }));
    await takeInPlan(store, { ...file, courses: later });
    const { calls, last } = await loadTrainingPlan(store);
    expect(calls.map(({ title, seats }) => [title, seats])).toEqual([
      ['新採用職員研修', 30],
      ['法務研修', 30],
    ]);
    expect(last?.changedCalls).toHaveLength(2);
    await undoPlanImport(store);
    const after = await loadTrainingPlan(store);
    expect([after.calls.map(({ seats }) => seats), after.last]).toEqual([[null, null], null]);
  });

  it('says nothing of what the file has no column for', async () => {
    await actAs(clerk);
    const { addedCalls } = await takeInPlan(store, file);
    const id = addedCalls[1] ?? '';
    await saveCall(store, { id, patch: { guidance: '筆記具を持参', applyBy: '2026-05-15' } });
    const { courses: revised } = readTrainingPlan(
      [
        ['研修名', '区分', '定員'],
        ['法務研修', '特別研修', '30人'],
      ],
      testFrameworkSet().tables.frameworks,
      2026,
    );
    await takeInPlan(store, { name: '改訂.csv', fiscalYear: 2026, courses: revised });
    const { calls } = await loadTrainingPlan(store);
    expect(calls).toHaveLength(2);
    expect(calls.find((call) => call.id === id)).toMatchObject({
      guidance: '筆記具を持参',
      applyBy: '2026-05-15',
      startsOn: '2026-06-01',
      seats: 30,
    });
  });

  it('stays once somebody has applied or a course was changed', async () => {
    await actAs(clerk);
    const { addedCalls } = await takeInPlan(store, file);
    const later = { ...store, now: () => '2030-01-01T00:00:00.000Z' };
    await saveCall(later, { id: addedCalls[0] ?? '', patch: { state: 'open' } });
    await expect(undoPlanImport(store)).rejects.toEqual(refused('trainingPlanMoved'));
  });
});
