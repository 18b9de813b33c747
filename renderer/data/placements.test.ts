import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersEarlier } from '../../shared/domain/career/change-request';
import { defaultOfficeSettings } from '../../shared/domain/office/office-settings';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { testId, testNow, testOrgUnits, testStaff } from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { listPlansOfMine, loadCareerStanding } from './career-plan-queries';
import { tableOf } from './database';
import {
  deleteDraft,
  destroyRequests,
  handIn,
  saveRequest,
  saveRequestNote,
  startRequest,
  takeBack,
} from './placement-commands';
import { listRequestsForHr, listRequestsThroughMe, loadOwnRequest } from './placement-queries';
import { databaseNames } from './schema';
import type { Store } from './store';

const today = '2026-11-25';
const wish = '秘密の希望先';
const reason = '秘密の事情';
const alone = { firstEvaluatorId: null, secondEvaluatorId: null };
let store: Store;

beforeEach(async () => {
  const unit = { schemaVersion: SCHEMA_VERSION, updatedAt: testNow, updatedBy: testId(1) };
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: [
        ...testOrgUnits,
        { ...unit, id: testId(30), name: '職員課', kind: 'division', parentId: null, order: 9 },
      ],
      staff: [
        testStaff(10),
        testStaff(11, { ...alone, name: '相川 直美' }),
        testStaff(12, { ...alone, name: '山﨑 徹' }),
        testStaff(40, { ...alone, name: '職員課の人', orgUnitId: testId(30) }),
        testStaff(41, { ...alone, name: '職員課の同僚', orgUnitId: testId(30) }),
        testStaff(42, { ...alone, name: '職員課の係長', orgUnitId: testId(30) }),
      ],
    },
    identity: { staffId: testId(10), rights: ['employee'] },
  });
});

afterEach(async () => {
  store.db.close();
  await Dexie.delete(databaseNames.sample);
});

async function as(number: number, ...rights: string[]): Promise<void> {
  const row = await store.db.table('meta').get('identity');
  await store.db
    .table('meta')
    .put({ ...row, staffId: testId(number), rights: ['employee', ...rights] });
}

/** Writes a request of 𠮷田 as far as its hand-in. */
async function request(
  route: 'sealed' | 'throughHead',
  { fiscalYear = 2026, shared = false } = {},
): Promise<string> {
  const { id } = await startRequest(store, fiscalYear);
  const own = { requestId: id, writerId: testId(10) };
  const wishes = [{ unitId: null, field: null, words: wish, reason: '' }];
  await saveRequest(store, { ...own, patch: { route, wishes } });
  const patch = { text: reason, considers: ['care' as const], shared };
  await saveRequestNote(store, { ...own, kind: 'consideration', patch });
  await handIn(store, id);
  return id;
}

/** All that somebody who is no 職員課 can ask of other people's careers. */
async function everythingOf(number: number): Promise<string> {
  await as(number);
  return JSON.stringify([
    await listRequestsThroughMe(store, today),
    await listPlansOfMine(store, today),
    await loadCareerStanding(store, today),
    await loadOwnRequest(store, { fiscalYear: 2026, today }),
    await listRequestsForHr(store, today).then(
      (list) => list,
      (error: unknown) => String(error),
    ),
  ]);
}

const opinion = (requestId: string, number: number) => ({
  requestId,
  kind: 'opinion' as const,
  writerId: testId(number),
  patch: { text: '本人の希望に賛成する' },
});

describe('a sealed request', () => {
  it('leaves nothing with the 上司 by which she could tell that it exists', async () => {
    const before = [await everythingOf(11), await everythingOf(12)];
    await as(10);
    const id = await request('sealed', { shared: true });
    // The same answers as before there was one: no text, no count, no id.
    expect([await everythingOf(11), await everythingOf(12)]).toEqual(before);
    await as(11);
    await expect(saveRequestNote(store, opinion(id, 11))).rejects.toMatchObject({
      errorName: 'recordMissing',
    });
    await as(11);
    await expect(destroyRequests(store, [id])).rejects.toMatchObject({
      errorName: 'recordMissing',
    });
  });

  it('is hidden from a 上司 of 職員課 just as well, and read by its handlers', async () => {
    await request('sealed');
    await as(11, 'hr');
    expect(JSON.stringify(await listRequestsForHr(store, today))).not.toContain(wish);
    await as(40, 'hr');
    const [one] = (await listRequestsForHr(store, today)).requests;
    expect(JSON.stringify(one)).toContain(wish);
    expect(one?.consideration?.text).toBe(reason);
    expect(one).toMatchObject({ mayTalk: true, mayOpine: false });
  });

  it('of a person of 職員課 is read by the one who is named alone', async () => {
    await store.db.table('officeSettings').put({
      ...defaultOfficeSettings({ now: testNow, by: testId(1) }),
      ownUnitId: testId(30),
      ownHandlerId: testId(40),
    });
    await store.db.table('staff').update(testId(10), { orgUnitId: testId(30) });
    await as(10);
    await request('sealed');
    await as(41, 'hr');
    expect(JSON.stringify(await listRequestsForHr(store, today))).not.toContain(wish);
    await as(40, 'hr');
    expect(JSON.stringify(await listRequestsForHr(store, today))).toContain(wish);
  });

  it('stays sealed when it went through the 所属長 before', async () => {
    const id = await request('throughHead');
    await as(11);
    await saveRequestNote(store, opinion(id, 11));
    await as(10);
    await takeBack(store, id);
    expect(await everythingOf(11)).not.toContain(wish);
    await as(10);
    await saveRequest(store, {
      requestId: id,
      writerId: testId(10),
      patch: { route: 'sealed' },
    });
    await handIn(store, id);
    expect(await everythingOf(11)).not.toContain(wish);
    expect(await everythingOf(11)).not.toContain('賛成');
    await as(40, 'hr');
    // What the 所属長 said of the other one is no part of this one.
    expect(JSON.stringify(await listRequestsForHr(store, today))).not.toContain('賛成');
  });
});

describe('a request through the 所属長', () => {
  it('gets an opinion that 職員課 reads, and keeps what it asks to be considered from her', async () => {
    const id = await request('throughHead');
    await as(11);
    const [one] = (await listRequestsThroughMe(store, today)).requests;
    expect(one).toMatchObject({ consideration: null, mayOpine: true, mayTalk: false });
    expect(JSON.stringify(one)).toContain(wish);
    expect(JSON.stringify(one)).not.toContain(reason);
    await saveRequestNote(store, opinion(id, 11));
    await as(12);
    expect((await listRequestsThroughMe(store, today)).requests[0]?.opinions).toEqual([]);
    await as(40, 'hr');
    const [seen] = (await listRequestsForHr(store, today)).requests;
    expect(seen?.opinions).toMatchObject([{ note: { text: '本人の希望に賛成する' } }]);
    await as(10);
    const own = JSON.stringify(await loadOwnRequest(store, { fiscalYear: 2026, today }));
    expect(own).toContain(reason);
    expect(own).not.toContain('賛成');
  });

  it('shows her what is to be considered once the person says so', async () => {
    await request('throughHead', { shared: true });
    await as(11);
    const [one] = (await listRequestsThroughMe(store, today)).requests;
    expect(one?.consideration?.text).toBe(reason);
  });

  it('is in nothing of who becomes her 上司 later, nor of anybody once its time is over', async () => {
    await request('throughHead', { shared: true });
    await as(11);
    const [first] = (await listRequestsThroughMe(store, today)).requests;
    expect(first?.request.wishes[0]?.words).toBe(wish);
    expect((await listRequestsThroughMe(store, '2030-04-01')).requests).toEqual([]);
    await store.db.table('staff').update(testId(10), { firstEvaluatorId: testId(42) });
    const later = await everythingOf(42);
    expect(later).not.toContain(wish);
    expect(later).not.toContain(reason);
    await as(42, 'hr');
    expect(JSON.stringify(await listRequestsForHr(store, today))).not.toContain(wish);
  });

  it('is nobody’s but its writer’s while it is a draft', async () => {
    const id = await request('throughHead');
    await takeBack(store, id);
    expect(await everythingOf(11)).not.toContain(wish);
    await as(40, 'hr');
    expect(JSON.stringify(await listRequestsForHr(store, today))).not.toContain(wish);
  });
});

describe('taking a request back', () => {
  const talk = (requestId: string) => ({
    requestId,
    kind: 'hrTalk' as const,
    writerId: testId(40),
    patch: { text: '面談で聞いたこと' },
  });

  it('is over once 職員課 has written of a talk, which stays to read', async () => {
    const id = await request('sealed');
    await as(40, 'hr');
    await saveRequestNote(store, talk(id));
    await as(10);
    await expect(takeBack(store, id)).rejects.toMatchObject({ errorName: 'requestTalked' });
    await as(41, 'hr');
    const [one] = (await listRequestsForHr(store, today)).requests;
    expect(one?.talks).toMatchObject([{ note: { text: '面談で聞いたこと' } }]);
  });

  it('goes as before while a talk has no words, and is refused while one cannot be read', async () => {
    const id = await request('sealed');
    await as(40, 'hr');
    await saveRequestNote(store, talk(id));
    await saveRequestNote(store, { ...talk(id), patch: { text: ' ' } });
    await as(10);
    await takeBack(store, id);
    await handIn(store, id);
    await store.db.table('careerNotes').put({ id: testId(91), subjectId: id });
    await expect(takeBack(store, id)).rejects.toMatchObject({ errorName: 'rowDamaged' });
  });

  it('leaves an opinion that says which 提出 it answers, until it is written anew', async () => {
    const id = await request('throughHead');
    await as(11);
    await saveRequestNote(store, opinion(id, 11));
    const earlier = async () => {
      await as(40, 'hr');
      const [one] = (await listRequestsForHr(store, today)).requests;
      return one?.opinions.map(({ note }) => answersEarlier(note, one.request));
    };
    expect(await earlier()).toEqual([false]);
    await as(10);
    await takeBack(store, id);
    await handIn(store, id);
    expect(await earlier()).toEqual([true]);
    await as(11);
    await saveRequestNote(store, { ...opinion(id, 11), patch: { text: '今の希望にも賛成する' } });
    expect(await earlier()).toEqual([false]);
  });
});

describe('a draft', () => {
  const kept = async () => [
    await tableOf(store.db, 'placementRequests').count(),
    await tableOf(store.db, 'careerNotes').count(),
  ];

  it('is deleted by its writer alone, with all that was said of it', async () => {
    const id = await request('throughHead');
    await expect(deleteDraft(store, id)).rejects.toMatchObject({ errorName: 'notYours' });
    await as(11);
    await saveRequestNote(store, opinion(id, 11));
    await as(10);
    await takeBack(store, id);
    await as(11);
    await expect(deleteDraft(store, id)).rejects.toMatchObject({ errorName: 'recordMissing' });
    await as(10);
    await deleteDraft(store, id);
    expect(await kept()).toEqual([0, 0]);
    expect((await loadOwnRequest(store, { fiscalYear: 2026, today })).request).toBeNull();
  });

  it('whose time is over is destroyed like the others, and named by person and year alone', async () => {
    const id = await request('sealed', { fiscalYear: 2015 });
    await takeBack(store, id);
    const young = await request('sealed', { fiscalYear: 2100 });
    await takeBack(store, young);
    for (const other of [11, 12]) {
      await as(other, 'hr');
      expect((await listRequestsForHr(store, today)).due).toEqual([]);
      await expect(destroyRequests(store, [id])).rejects.toMatchObject({
        errorName: 'recordMissing',
      });
    }
    await as(40, 'hr');
    const { due, requests } = await listRequestsForHr(store, today);
    expect(requests).toEqual([]);
    expect(due).toEqual([
      { id, personName: '𠮷田 美咲', fiscalYear: 2015, keptUntil: '2019-03-31' },
    ]);
    await expect(destroyRequests(store, [young])).rejects.toMatchObject({
      errorName: 'recordMissing',
    });
    await destroyRequests(store, [id]);
    expect(await kept()).toEqual([1, 1]);
    expect((await listRequestsForHr(store, today)).destroyed).toHaveLength(1);
  });
});

describe('destroying requests', () => {
  it('takes away every word of what is over, and records the last day of the copies', async () => {
    const kept = await request('sealed', { fiscalYear: 2100 });
    const id = await request('throughHead', { fiscalYear: 2015 });
    const [note] = await tableOf(store.db, 'careerNotes').where('subjectId').equals(id).toArray();
    const written = { ...(note as object), id: testId(90), kind: 'opinion', text: '賛成する' };
    await store.db.table('careerNotes').put(written);
    await as(40, 'hr');
    const list = await listRequestsForHr(store, today);
    expect(list.due.map((one) => one.id)).toEqual([id]);
    expect(list.requests.map((one) => one.request.id)).toEqual([kept]);
    await expect(destroyRequests(store, [id, kept])).rejects.toMatchObject({
      errorName: 'requestKept',
    });
    expect((await listRequestsForHr(store, today)).due).toHaveLength(1);
    await destroyRequests(store, [id]);
    const after = await listRequestsForHr(store, today);
    expect(after.due).toEqual([]);
    expect(after.destroyed).toMatchObject([
      {
        personName: '𠮷田 美咲',
        record: { requestId: id, fiscalYear: 2015, byName: '職員課の人' },
      },
    ]);
    expect(after.destroyed[0]?.record.copiesUntil).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(JSON.stringify(after.destroyed)).not.toContain(wish);
    const left = await tableOf(store.db, 'careerNotes').toArray();
    expect(JSON.stringify(left)).not.toContain('賛成');
    expect(await tableOf(store.db, 'placementRequests').count()).toBe(1);
  });
});
