import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newCareerPlan } from '../../shared/domain/career/change-plan';
import { unsaidRosterFacts } from '../../shared/domain/staff/roster-facts';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Talk, TalkKind } from '../../shared/domain/talk/talk';
import {
  testForm,
  testId,
  testNow,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { loadNoteBook } from './conduct-note-queries';
import { tableOf } from './database';
import { readAll } from './read-rows';
import { clearProperties, databaseNames, storeVersions } from './schema';
import type { Store } from './store';
import { saveTalkChange, type TalkChange } from './talk-commands';
import { listUnitTalkCounts } from './talk-count-queries';
import { loadTalkOverview } from './talk-overview-queries';
import { loadTalkPage, loadTalkSurroundings } from './talk-page-queries';
import { acceptRhythm, consentHandover, setPairByHand, suggestRhythm } from './talk-pair-commands';
import { addTalk, saveTalk, setParticipants } from './talk-plan-commands';
import { quoteLine, setLineMarked } from './talk-quote-commands';
import { deleteTalk, deleteTalks, removeFromTalk, restoreRemoved } from './talk-removal-commands';
import { loadTalkSettings, saveTalkSettings } from './talk-settings';
import { writeStore } from './write-store';

const person = testId(10);
const host = testId(11);
const next = testId(12);
const clerk = testId(40);
const colleague = testId(41);
const day = '2026-11-10';

let store: Store;

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  const staff = (id: string, name: string, firstEvaluatorId: string | null) =>
    testStaff(10, { id, name, firstEvaluatorId, secondEvaluatorId: null });
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      periods: [testPeriod],
      staff: [
        staff(person, '𠮷田 美咲', host),
        staff(host, '相川 直美', next),
        staff(next, '山﨑 徹', null),
        staff(clerk, '職員 課子', null),
        staff(colleague, '大久保 健', host),
      ],
    },
    identity: { staffId: host, rights: ['employee'] },
  });
});
afterEach(() => store.db.close());

async function become(staffId: string, rights: readonly string[] = ['employee']): Promise<void> {
  await writeStore(store, [], (writer) =>
    writer.putMeta({
      id: 'identity',
      schemaVersion: 5,
      updatedAt: store.now(),
      updatedBy: staffId,
      staffId,
      rights,
    }),
  );
}

/** What is written of a talk, by whoever writes now. */
type Writing = TalkChange extends infer One
  ? One extends TalkChange
    ? Omit<One, 'talkId' | 'by'>
    : never
  : never;

const write = (talk: Talk, by: string, change: Writing) =>
  saveTalkChange(store, { talkId: talk.id, by, ...change } as TalkChange);

async function hold(kind: TalkKind = 'oneOnOne', withIds = [person]): Promise<Talk> {
  await become(host);
  const talk = await addTalk(store, {
    kind,
    withIds,
    hosting: true,
    on: day,
    at: '10:00',
    minutes: 30,
  });
  return saveTalk(store, { talkId: talk.id, patch: { state: 'held' } });
}

async function moveTo(supervisorId: string, changes: Partial<StaffMember> = {}): Promise<void> {
  await writeStore(store, ['staff'], (writer) =>
    writer.replace('staff', [
      testStaff(10, { id: person, name: '𠮷田 美咲', firstEvaluatorId: supervisorId, ...changes }),
    ]),
  );
}

/** A talk with something planted in every place, by both. */
async function plant(kind: TalkKind): Promise<Talk> {
  const talk = await hold(kind);
  await write(talk, host, { what: 'note', text: `${kind}の共有の記録` });
  await write(talk, host, { what: 'memo', text: `${kind}の上司のメモ` });
  await write(talk, host, { what: 'action', id: store.newId(), patch: { text: `${kind}の約束` } });
  await become(person);
  await write(talk, person, { what: 'memo', text: `${kind}の本人のメモ` });
  await write(talk, person, { what: 'topic', id: store.newId(), patch: { text: `${kind}の話題` } });
  await write(talk, person, { what: 'reflection', patch: { word: `${kind}の振り返り`, score: 2 } });
  return talk;
}

/** Everything that any query about talks answers somebody, as one text. */
async function allAnswers(talks: readonly Talk[], rights: readonly string[]): Promise<string> {
  const answers: unknown[] = [await loadTalkOverview(store)];
  for (const { id } of talks) {
    answers.push(await loadTalkPage(store, id).catch(() => null));
    answers.push(await loadTalkSurroundings(store, id).catch(() => null));
  }
  if (rights.includes('hr')) answers.push(await listUnitTalkCounts(store));
  return JSON.stringify(answers);
}

describe('what is planted in a memo, a 相談 or a reflection', () => {
  it('reaches nobody but those who may read it', async () => {
    const consultation = await plant('consultation');
    const oneOnOne = await plant('oneOnOne');
    const talks = [consultation, oneOnOne];
    const of = async (staffId: string, rights = ['employee']) => {
      await become(staffId, rights);
      return allAnswers(talks, rights);
    };

    const asPerson = await of(person);
    expect(asPerson).toContain('consultationの共有の記録');
    expect(asPerson).toContain('oneOnOneの本人のメモ');
    expect(asPerson).not.toContain('上司のメモ');

    const asHost = await of(host);
    expect(asHost).toContain('consultationの話題');
    expect(asHost).toContain('oneOnOneの上司のメモ');
    expect(asHost).not.toContain('本人のメモ');
    expect(asHost).not.toContain('振り返り');

    for (const staffId of [next, colleague]) {
      expect(await of(staffId)).not.toMatch(
        /の共有の記録|メモ|の話題|の約束|振り返り|consultation/u,
      );
    }
    const asClerk = await of(clerk, ['employee', 'hr']);
    expect(asClerk).not.toMatch(/の共有の記録|メモ|の話題|の約束|振り返り|consultation/u);
    expect(JSON.parse(asClerk).at(-1)).toEqual([
      { unitId: testId(21), unitName: '市民部 市民課', people: 5, oneOnOnes: 1, meetings: 0 },
    ]);
  });

  it('stands in no clear property of any row', async () => {
    const talk = await plant('consultation');
    const people = [person, host];
    for (const [table, definition] of Object.entries(storeVersions.at(-1)?.stores ?? {})) {
      if (!/^talk/u.test(table)) continue;
      const rows: unknown[] = await tableOf(store.db, table as 'talks').toArray();
      for (const row of rows as Record<string, unknown>[]) {
        const clear = clearProperties(definition).map((name) => row[name]);
        expect(clear.filter((value) => people.includes(String(value)))).toEqual([]);
      }
    }
    expect(talk.circleId).not.toBe(talk.id);
  });

  it('shared, is read by who held the talk and by nobody after her', async () => {
    const talk = await plant('oneOnOne');
    await write(talk, person, { what: 'reflection', patch: { shared: true } });
    await become(host);
    expect(JSON.stringify(await loadTalkPage(store, talk.id))).toContain('oneOnOneの振り返り');
  });
});

describe('a talk', () => {
  it('is written by those who take part and by nobody else', async () => {
    const talk = await hold();
    await become(colleague);
    for (const change of [
      { what: 'note' as const, text: 'x' },
      { what: 'memo' as const, text: 'x' },
      { what: 'topic' as const, id: store.newId(), patch: { text: 'x' } },
      { what: 'action' as const, id: store.newId(), patch: { text: 'x' } },
      { what: 'reflection' as const, patch: { word: 'x' } },
    ]) {
      await expect(write(talk, colleague, change)).rejects.toMatchObject({
        errorName: 'recordMissing',
      });
    }
    await expect(
      saveTalk(store, { talkId: talk.id, patch: { minutes: 60 } }),
    ).rejects.toMatchObject({ errorName: 'recordMissing' });
    await become(host);
    await expect(write(talk, host, { what: 'reflection', patch: { word: 'x' } })).rejects.toThrow();
    await expect(write(talk, person, { what: 'note', text: 'x' })).rejects.toMatchObject({
      errorName: 'notYours',
    });
  });

  it('keeps the words of a topic its author’s; both say that it is done', async () => {
    const talk = await hold();
    const id = store.newId();
    await become(person);
    await write(talk, person, { what: 'topic', id, patch: { text: '時短勤務', wanted: 'advice' } });
    await become(host);
    await expect(
      write(talk, host, { what: 'topic', id, patch: { text: '書き換え' } }),
    ).rejects.toMatchObject({ errorName: 'notYours' });
    await write(talk, host, { what: 'topic', id, patch: { done: true } });
    expect((await loadTalkPage(store, talk.id)).contents.topics[0]).toMatchObject({
      text: '時短勤務',
      done: true,
    });
  });

  it('is on any past day, and on none too far ahead', async () => {
    const talk = await hold();
    await saveTalk(store, { talkId: talk.id, patch: { on: '1999-01-04' } });
    await expect(
      saveTalk(store, { talkId: talk.id, patch: { on: '3000-01-01' } }),
    ).rejects.toMatchObject({ errorName: 'talkDayWrong' });
    await expect(
      addTalk(store, {
        kind: 'oneOnOne',
        withIds: [],
        hosting: true,
        on: null,
        at: null,
        minutes: 30,
      }),
    ).rejects.toMatchObject({ errorName: 'talkWithoutPeople' });
  });

  it('of the evaluation leads to the sheet, where what was said is written', async () => {
    const form = testForm();
    await writeStore(store, ['forms', 'sheets'], async (writer) => {
      await writer.insert('forms', [form]);
      await writer.insert('sheets', [testSheet(form)]);
    });
    const talk = await addTalk(store, {
      ...{ kind: 'evaluation', interviewKind: 'middle', withIds: [person], hosting: true },
      ...{ on: day, at: null, minutes: 60 },
    });
    expect(talk.interview).toEqual({ sheetId: testSheet(form).id, kind: 'middle' });
    await expect(write(talk, host, { what: 'note', text: 'x' })).rejects.toMatchObject({
      errorName: 'notYours',
    });
  });

  it('takes 100,000 characters, and more than fits is refused whole', async () => {
    const talk = await hold();
    await write(talk, host, { what: 'note', text: 'あ'.repeat(100_000) });
    await expect(
      write(talk, host, { what: 'note', text: 'い'.repeat(200_001) }),
    ).rejects.toMatchObject({ errorName: 'contentRefused' });
    expect((await loadTalkPage(store, talk.id)).contents.note?.text).toHaveLength(100_000);
  });

  it('says which other talk of mine is at the same time', async () => {
    const talk = await hold();
    const other = await hold('oneOnOne', [colleague]);
    const { overlaps } = await loadTalkSurroundings(store, talk.id);
    expect(overlaps.map(({ id }) => id)).toEqual([other.id]);
    await saveTalk(store, { talkId: other.id, patch: { at: '10:30' } });
    expect((await loadTalkSurroundings(store, talk.id)).overlaps).toEqual([]);
  });

  it('of several people is read by all of them, and by none who was taken out', async () => {
    const talk = await hold('workplaceMeeting', [person, colleague]);
    await write(talk, host, { what: 'note', text: '係会の記録' });
    await become(colleague);
    expect((await loadTalkPage(store, talk.id)).contents.note?.text).toBe('係会の記録');
    await expect(
      setParticipants(store, { talkId: talk.id, staffIds: [colleague] }),
    ).rejects.toMatchObject({ errorName: 'notYours' });
    await become(host);
    await setParticipants(store, { talkId: talk.id, staffIds: [person] });
    await become(colleague);
    await expect(loadTalkPage(store, talk.id)).rejects.toMatchObject({
      errorName: 'recordMissing',
    });
  });
});

describe('open actions', () => {
  it('come along to the next talk until they are done, and not from a 相談 to a 1on1', async () => {
    const [closed, first] = [await hold('consultation'), await hold()];
    await write(closed, host, { what: 'action', id: store.newId(), patch: { text: '相談の約束' } });
    const id = store.newId();
    await write(first, host, { what: 'action', id, patch: { text: '手順書を直す' } });
    const second = await hold();
    const carried = async () => (await loadTalkPage(store, second.id)).carried;
    expect((await carried()).map(({ text }) => text)).toEqual(['手順書を直す']);
    await write(second, host, { what: 'action', id, patch: { doneOn: day } });
    expect(await carried()).toEqual([]);
    const [action] = (await loadTalkPage(store, first.id)).contents.actions;
    expect(action).toMatchObject({ id, doneOn: day, talkId: first.id });
  });
});

describe('a rhythm', () => {
  const pair = { leaderId: host, staffId: person };
  const rhythm = async () => (await loadTalkOverview(store)).pairs.find(({ iLead }) => !iLead);

  it('holds once both have agreed, and only what was seen is agreed to', async () => {
    await suggestRhythm(store, { ...pair, rhythm: 'weekly' });
    await expect(acceptRhythm(store, { ...pair, rhythm: 'weekly' })).rejects.toMatchObject({
      errorName: 'recordChanged',
    });
    await become(person);
    expect(await rhythm()).toMatchObject({
      rhythm: 'asNeeded',
      proposal: { rhythm: 'weekly', isMine: false },
    });
    await expect(acceptRhythm(store, { ...pair, rhythm: 'monthly' })).rejects.toMatchObject({
      errorName: 'recordChanged',
    });
    await acceptRhythm(store, { ...pair, rhythm: 'weekly' });
    expect(await rhythm()).toMatchObject({ rhythm: 'weekly', proposal: null });
  });

  it('is nobody else’s to speak of', async () => {
    await become(colleague);
    await expect(suggestRhythm(store, { ...pair, rhythm: 'weekly' })).rejects.toMatchObject({
      errorName: 'notYours',
    });
  });
});

describe('a line of the shared note', () => {
  const line = '窓口の混雑を予約制で減らした。';
  const mark = (talk: Talk, marked = true) =>
    setLineMarked(store, { talkId: talk.id, line, marked });
  const quotes = async () => (await loadNoteBook(store)).notes.map(({ text }) => text);

  async function noted(kind: TalkKind = 'oneOnOne'): Promise<Talk> {
    const talk = await hold(kind);
    await write(talk, host, { what: 'note', text: `今日の話\n${line}` });
    return talk;
  }

  it('is quoted once the person has marked it, under the day of the talk', async () => {
    const talk = await noted();
    await expect(quoteLine(store, { talkId: talk.id, line })).rejects.toMatchObject({
      errorName: 'quoteRefused',
    });
    await expect(mark(talk)).rejects.toMatchObject({ errorName: 'notYours' });
    await become(person);
    await mark(talk);
    await expect(quoteLine(store, { talkId: talk.id, line })).rejects.toMatchObject({
      errorName: 'notYours',
    });
    await become(host);
    await quoteLine(store, { talkId: talk.id, line });
    expect(await quotes()).toEqual([line]);
    const [note] = (await loadNoteBook(store)).notes;
    expect(note).toMatchObject({ staffId: person, writerId: host, happenedOn: day });
  });

  it('worded anew, is no longer what she has marked', async () => {
    const talk = await noted();
    await become(person);
    await mark(talk);
    await become(host);
    await write(talk, host, { what: 'note', text: `${line}（追記）` });
    await write(talk, host, { what: 'note', text: line });
    await expect(quoteLine(store, { talkId: talk.id, line })).rejects.toMatchObject({
      errorName: 'quoteRefused',
    });
  });

  it.each(['consultation', 'returnSupport', 'workplaceMeeting'] as const)(
    'of %s is never marked',
    async (kind) => {
      const talk = await noted(kind);
      await become(person);
      await expect(mark(talk)).rejects.toMatchObject({ errorName: 'quoteRefused' });
    },
  );

  it('is not quoted once the talk has a topic about health, whatever was marked before', async () => {
    const talk = await noted();
    await become(person);
    await mark(talk);
    const patch = { text: '体調', theme: 'health' as const };
    await write(talk, person, { what: 'topic', id: store.newId(), patch });
    await become(host);
    await expect(quoteLine(store, { talkId: talk.id, line })).rejects.toMatchObject({
      errorName: 'quoteRefused',
    });
    await become(person);
    await mark(talk, false);
    await expect(mark(talk)).rejects.toMatchObject({ errorName: 'quoteRefused' });
  });
});

describe('when the supervisor changes', () => {
  it('goes on what the person has chosen: the note and open actions, never a memo or 相談', async () => {
    const [talk, other, closed] = [
      await plant('oneOnOne'),
      await plant('career'),
      await plant('consultation'),
    ];
    await moveTo(next);
    await become(next);
    expect((await loadTalkOverview(store)).talks).toEqual([]);

    await become(person);
    const [offer] = (await loadTalkOverview(store)).handovers;
    expect(offer?.talks.map(({ line }) => line.id).toSorted()).toEqual(
      [talk.id, other.id].toSorted(),
    );
    const circleId = offer?.circleId ?? '';
    const handOn = (talkIds: string[]) => consentHandover(store, { circleId, toId: next, talkIds });
    await handOn([talk.id, closed.id]);
    const [circle] = await readAll(store, 'talkCircles');
    expect(circle?.handovers.flatMap(({ talkIds }) => talkIds)).toEqual([talk.id]);

    await become(next);
    expect((await loadTalkOverview(store)).talks.map(({ id }) => id)).toEqual([talk.id]);
    const answers = await allAnswers([talk, other, closed], []);
    expect(answers).toContain('oneOnOneの共有の記録');
    expect(answers).toContain('oneOnOneの約束');
    expect(answers).not.toMatch(/メモ|振り返り|oneOnOneの話題|careerの|consultation/u);
    await expect(write(talk, next, { what: 'note', text: 'x' })).rejects.toMatchObject({
      errorName: 'notYours',
    });
    // Open actions come along to her own next talk with the person, and can be done there.
    const request = { kind: 'oneOnOne' as const, withIds: [person], hosting: true };
    const own = await addTalk(store, { ...request, on: '2026-11-20', at: null, minutes: 30 });
    const [action] = (await loadTalkPage(store, own.id)).carried;
    expect(action?.text).toBe('oneOnOneの約束');
    const patch = { doneOn: '2026-11-20' };
    await write(own, next, { what: 'action', id: action?.id ?? '', patch });

    await become(person);
    await handOn([]);
    await become(next);
    expect((await loadTalkOverview(store)).talks.map(({ id }) => id)).toEqual([own.id]);
  });

  it('leaves what she held to the former one, to read', async () => {
    const talk = await plant('oneOnOne');
    await moveTo(next);
    await become(host);
    const page = await loadTalkPage(store, talk.id);
    expect(page).toMatchObject({ role: 'formerHost', access: { sharedNote: 'read' } });
    await expect(write(talk, host, { what: 'note', text: 'x' })).rejects.toMatchObject({
      errorName: 'notYours',
    });
    const [pair] = (await loadTalkOverview(store)).pairs.filter(
      ({ staffId }) => staffId === person,
    );
    expect(pair).toMatchObject({ isPresent: false, lastOn: day });
  });

  it('keeps the history of somebody who has left, under a clear label', async () => {
    const talk = await plant('oneOnOne');
    await moveTo(host, { roster: { ...unsaidRosterFacts, status: 'left' } });
    await become(host);
    const { people, contents } = await loadTalkPage(store, talk.id);
    expect(people.map(({ status }) => status)).toEqual(['', '退職']);
    expect(contents.note?.text).toBe('oneOnOneの共有の記録');
    const [pair] = (await loadTalkOverview(store)).pairs.filter(
      ({ staffId }) => staffId === person,
    );
    expect(pair).toMatchObject({ isPresent: false, other: { status: '退職' } });
  });

  it('offers nothing of a second evaluator, who is still hers, to the first', async () => {
    await moveTo(host, { secondEvaluatorId: next });
    await become(next);
    const request = { kind: 'oneOnOne' as const, withIds: [person], hosting: true };
    const talk = await addTalk(store, { ...request, on: day, at: null, minutes: 30 });
    await saveTalk(store, { talkId: talk.id, patch: { state: 'held' } });
    await become(person);
    const { handovers, pairs } = await loadTalkOverview(store);
    expect(handovers).toEqual([]);
    expect(pairs.filter(({ isPresent }) => isPresent).map(({ leaderId }) => leaderId)).toEqual([
      host,
      next,
    ]);
  });

  it('lets somebody hold a 1on1 with a person whom she does not look after', async () => {
    await become(colleague);
    const request = { kind: 'oneOnOne' as const, withIds: [person], hosting: true };
    const talk = await addTalk(store, { ...request, on: day, at: null, minutes: 30 });
    await write(talk, colleague, { what: 'note', text: '後輩と話した' });
    expect((await loadTalkPage(store, talk.id)).role).toBe('host');
  });

  /** 𠮷田 lets her next supervisor read it. */
  async function handOver(talk: Talk): Promise<void> {
    await moveTo(next);
    await become(person);
    const to = { circleId: talk.circleId, toId: next, talkIds: [talk.id] };
    await consentHandover(store, to);
  }

  it('gives nothing of before back to whoever adds the person by hand', async () => {
    const talk = await plant('oneOnOne');
    await handOver(talk);
    await moveTo(colleague, { secondEvaluatorId: null });
    await become(next);
    const seen = async () => (await loadTalkOverview(store)).talks.map(({ id }) => id);
    expect(await seen()).toEqual([]);
    await setPairByHand(store, { staffId: person, byHand: true });
    expect(await seen()).toEqual([]);
    await become(host);
    await setPairByHand(store, { staffId: person, byHand: true });
    expect((await loadTalkPage(store, talk.id)).role).toBe('formerHost');
    await expect(write(talk, host, { what: 'note', text: '書き換え' })).rejects.toMatchObject({
      errorName: 'notYours',
    });
    await expect(deleteTalk(store, talk.id)).rejects.toMatchObject({ errorName: 'notYours' });
  });

  it('lets the person take consent back when that one is her supervisor no more', async () => {
    const talk = await plant('oneOnOne');
    await handOver(talk);
    await moveTo(colleague, { secondEvaluatorId: null });
    await become(person);
    const offer = (await loadTalkOverview(store)).handovers.find(({ to }) => to.id === next);
    expect(offer).toMatchObject({ isPresent: false, talks: [{ chosen: true }] });
    await consentHandover(store, { circleId: talk.circleId, toId: next, talkIds: [] });
    const after = (await loadTalkOverview(store)).handovers;
    expect(after.some(({ to }) => to.id === next)).toBe(false);
  });

  it('offers the wishes of a shared plan to the two, and of a draft to nobody', async () => {
    const talk = await hold();
    const made = { now: testNow, by: person };
    const plan = newCareerPlan({ ...made, id: testId(70), fiscalYear: 2026, before: null });
    const vision = { ...plan.vision, in3: '窓口の改善を任される' };
    const wishesOf = async (staffId: string) => {
      await become(staffId);
      return (await loadTalkSurroundings(store, talk.id)).wishes.map(({ text }) => text);
    };
    await tableOf(store.db, 'careerPlans').put({ ...plan, vision });
    expect([await wishesOf(person), await wishesOf(host)]).toEqual([[], []]);
    await tableOf(store.db, 'careerPlans').put({ ...plan, vision, state: 'shared' });
    const shared = ['窓口の改善を任される'];
    expect([await wishesOf(person), await wishesOf(host)]).toEqual([shared, shared]);
    await moveTo(colleague, { secondEvaluatorId: null });
    expect(await wishesOf(host)).toEqual([]);
  });

  it('names no pair of the past for a 相談 alone', async () => {
    await become(colleague);
    const request = { kind: 'consultation' as const, withIds: [person], hosting: true };
    await addTalk(store, { ...request, on: day, at: null, minutes: 30 });
    const { pairs } = await loadTalkOverview(store);
    expect(pairs.map(({ staffId }) => staffId)).not.toContain(person);
  });

  it('does not make a pair by hand end', async () => {
    await become(next);
    await setPairByHand(store, { staffId: clerk, byHand: true });
    const has = async () =>
      (await loadTalkOverview(store)).pairs.some(
        ({ staffId, isPresent }) => staffId === clerk && isPresent,
      );
    expect(await has()).toBe(true);
    await setPairByHand(store, { staffId: clerk, byHand: false });
    expect(await has()).toBe(false);
  });
});

describe('deleting a talk', () => {
  const rowsLeft = async () => {
    const tables = ['talks', 'talkNotes', 'talkTopics', 'talkActions', 'talkMemos'] as const;
    const counts = await Promise.all(
      [...tables, 'talkReflections' as const].map((table) => tableOf(store.db, table).count()),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };

  it('takes everything that is written of it, and the session can bring it back', async () => {
    const talk = await plant('oneOnOne');
    await expect(deleteTalk(store, talk.id)).rejects.toMatchObject({ errorName: 'notYours' });
    await become(host);
    await deleteTalk(store, talk.id);
    expect(await rowsLeft()).toBe(0);
    await become(person);
    await expect(restoreRemoved(store, talk.id)).rejects.toMatchObject({
      errorName: 'recordMissing',
    });
    await become(host);
    await restoreRemoved(store, talk.id);
    expect(await rowsLeft()).toBe(7);
    await become(person);
    expect(JSON.stringify(await loadTalkPage(store, talk.id))).toContain('本人のメモ');
    await expect(restoreRemoved(store, talk.id)).rejects.toMatchObject({
      errorName: 'recordMissing',
    });
  });

  it('brings back a topic and an action', async () => {
    const talk = await plant('oneOnOne');
    const { contents } = await loadTalkPage(store, talk.id);
    const [topic] = contents.topics;
    const id = topic?.id ?? '';
    await removeFromTalk(store, { talkId: talk.id, id, what: 'topic' });
    expect((await loadTalkPage(store, talk.id)).contents.topics).toEqual([]);
    await restoreRemoved(store, id);
    expect((await loadTalkPage(store, talk.id)).contents.topics).toEqual([topic]);
    await become(host);
    await expect(
      removeFromTalk(store, { talkId: talk.id, id, what: 'topic' }),
    ).rejects.toMatchObject({ errorName: 'notYours' });
  });

  it('offers what has been kept long enough, and takes it for good', async () => {
    const old = await plant('oneOnOne');
    await become(host);
    await saveTalk(store, { talkId: old.id, patch: { on: '2020-04-01' } });
    expect((await loadTalkOverview(store)).expiredIds).toEqual([old.id]);
    await become(clerk, ['employee', 'hr']);
    await saveTalkSettings(store, { retentionYears: 10 });
    await become(person);
    expect((await loadTalkOverview(store)).expiredIds).toEqual([]);
    await expect(deleteTalks(store, [old.id])).rejects.toMatchObject({ errorName: 'notYours' });
    await become(clerk, ['employee', 'hr']);
    await saveTalkSettings(store, { retentionYears: 1 });
    await become(person);
    expect((await loadTalkOverview(store)).expiredIds).toEqual([old.id]);
    await deleteTalks(store, [old.id]);
    expect(await rowsLeft()).toBe(0);
    await expect(restoreRemoved(store, old.id)).rejects.toThrow();
  });
});

it('has its memos in few places: whatever makes a file for others knows no such table', () => {
  const sources = ['renderer', 'shared', 'electron'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$/u.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const knowing = sources.filter((path) => readFileSync(path, 'utf8').includes("'talkMemos'"));
  expect(knowing.toSorted()).toEqual([
    'renderer/data/talk-commands.ts',
    'renderer/data/talk-removal-commands.ts',
    'renderer/data/talk-rows.ts',
    // Her own search, which asks the rule of talks of every memo.
    'renderer/data/text-sources.ts',
    'renderer/data/write-store.ts',
  ]);
});

describe('what 職員課 keeps for talks', () => {
  it('is its own to change, and blank cards go', async () => {
    await expect(saveTalkSettings(store, { contactText: 'x' })).rejects.toMatchObject({
      errorName: 'notYours',
    });
    await become(clerk, ['employee', 'hr']);
    const { cards } = await loadTalkSettings(store);
    const [card] = cards;
    if (card === undefined) throw new Error('no cards');
    await saveTalkSettings(store, {
      contactText: '相談窓口 内線1234',
      cards: [card, { ...card, id: 'blank', text: '  ' }],
    });
    expect(await loadTalkSettings(store)).toMatchObject({
      contactText: '相談窓口 内線1234',
      cards: [card],
    });
    await become(host);
    await expect(listUnitTalkCounts(store)).rejects.toMatchObject({ errorName: 'notYours' });
  });
});
