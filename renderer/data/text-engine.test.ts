import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Author } from '../../shared/domain/form/form';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import type { SnippetPiece } from '../../shared/domain/search/find-words';
import { anyText, type TextFilter } from '../../shared/domain/search/text-index';
import { itemPartId } from '../../shared/domain/sheet/part';
import type { Sheet, SheetEntry, Stage } from '../../shared/domain/sheet/sheet';
import type { Talk, TalkKind } from '../../shared/domain/talk/talk';
import { testId, testNow } from '../../test/support/sheet-builders';
import { testTalk, testTalkContents } from '../../test/support/talk-builders';
import { makeTestStore } from '../../test/support/test-store';
import { actAs } from './commands';
import { saveNote, setNoteRemoved } from './conduct-note-commands';
import { databaseNames, indexDatabaseNames } from './schema';
import type { Store } from './store';
import { type IndexProgress, TextEngine } from './text-engine';
import { openIndexFile } from './text-index-file';
import { onRowsWritten } from './write-mark';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const TODAY = '2026-11-25';
const named = (name: string) => found(office.staff.find((one) => one.name === name)).id;
const chief = named('相川 直美');
const head = named('山﨑 徹');
const person = named('髙橋 翔');
const colleague = named('𠮷田 美咲');
const clerk = found(
  office.staff.find(({ id, orgUnitId }) => {
    const unit = office.orgUnits.find((one) => one.id === orgUnitId);
    const above = office.orgUnits.find((one) => one.id === unit?.parentId);
    const evaluates = office.staff.some((one) => one.firstEvaluatorId === id);
    return !evaluates && [unit?.name, above?.name].includes('職員課');
  }),
).id;
const period = found(office.periods.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0]);
const sheet = found(
  office.sheets.find((one) => one.staffId === person && one.periodId === period.id),
);

const known = [chief, head, person, colleague, clerk];
const sheets = office.sheets.filter(({ staffId }) => known.includes(staffId));
const sheetEntries = office.sheetEntries.filter(({ sheetId }) =>
  sheets.some(({ id }) => id === sheetId),
);

let store: Store;
const engines: TextEngine[] = [];
const stops: (() => void)[] = [];

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks it');
  return value;
}

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  await Dexie.delete(indexDatabaseNames.sample);
  const { orgUnits, staff, periods, frameworkSets, forms } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries },
    identity: { staffId: chief, rights: ['employee'] },
  });
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  for (const engine of engines.splice(0)) await engine.close();
  store.db.close();
});

/** An engine as the worker has it: told of every write. */
async function startEngine(
  options: { told?: IndexProgress[]; slices?: number } = {},
): Promise<TextEngine> {
  const engine = new TextEngine(store, {
    file: openIndexFile('sample', store.key),
    onProgress: (progress) => options.told?.push(progress),
  });
  engines.push(engine);
  stops.push(onRowsWritten(store, (written) => void engine.renew(written)));
  await engine.begin();
  await engine.build(options.slices);
  return engine;
}

async function find(engine: TextEngine, typed: string, filter: Partial<TextFilter> = {}) {
  return engine.search({ typed, filter: { ...anyText, ...filter }, limit: 50 });
}

async function textsFound(engine: TextEngine, typed: string, filter: Partial<TextFilter> = {}) {
  const { hits } = await find(engine, typed, filter);
  return hits.map(({ snippet }) => wordsIn(snippet));
}

const wordsIn = (snippet: readonly SnippetPiece[]) => snippet.map(({ text }) => text).join('');

function entryOf(text: string, author: Author, number = 900): SheetEntry {
  return {
    id: testId(number),
    schemaVersion: 5,
    updatedAt: testNow,
    updatedBy: person,
    sheetId: sheet.id,
    partId: itemPartId(`planted${number}`),
    author,
    revision: 1,
    rating: null,
    text,
    goal: null,
    removed: false,
  };
}

async function plant(...entries: SheetEntry[]): Promise<void> {
  await writeStore(store, ['sheetEntries'], (writer) => writer.insert('sheetEntries', entries));
}

async function moveTo(stage: Stage, changes: Partial<Sheet> = {}): Promise<void> {
  await writeStore(store, ['sheets'], (writer) =>
    writer.replace('sheets', [{ ...sheet, ...changes, stage }]),
  );
}

async function plantTalk(kind: TalkKind, changes: Partial<Talk> = {}) {
  const made = testTalkContents({ kind, shared: false, handedTo: head });
  const talk = { ...testTalk({ kind }), hostId: chief, participantIds: [person], ...changes };
  const mine = <Row extends object>(row: Row) => ({ ...row });
  const note = { ...made.note, text: '植えた共有の記録' };
  const topics = made.topics.map((row) => ({ ...mine(row), text: '植えた話題' }));
  const actions = made.actions.slice(0, 1).map((row) => ({ ...row, text: '植えた約束' }));
  const memos = [
    { ...found(made.memos[0]), writerId: person, text: '植えた本人のメモ' },
    { ...found(made.memos[1]), writerId: chief, text: '植えた上司のメモ' },
  ];
  const reflections = made.reflections.map((row) => ({
    ...row,
    staffId: person,
    word: '植えた振り返り',
  }));
  const tables = [
    'talks',
    'talkNotes',
    'talkTopics',
    'talkActions',
    'talkMemos',
    'talkReflections',
  ] as const;
  await writeStore(store, tables, async (writer) => {
    await writer.insert('talks', [talk]);
    await writer.insert('talkNotes', [note]);
    await writer.insert('talkTopics', topics);
    await writer.insert('talkActions', actions);
    await writer.insert('talkMemos', memos);
    await writer.insert('talkReflections', reflections);
  });
  return { talk, note, topics, actions, memos, reflections, tables };
}

describe('search', () => {
  it('finds by other letters than were written, and marks what was written', async () => {
    const engine = await startEngine();
    await plant(entryOf('ｶｳﾝﾀｰで髙齢の方に\n声をかけた', 'employee'));
    await moveTo('firstEvaluation');
    const { hits, more } = await find(engine, 'カウンター　高齢');
    expect(more).toBe(false);
    expect(hits).toMatchObject([
      { kind: 'entry', person: '髙橋 翔', href: `/sheets/${sheet.id}`, label: '本人' },
    ]);
    expect(hits[0]?.snippet.filter(({ hit }) => hit).map(({ text }) => text)).toEqual([
      'ｶｳﾝﾀｰ',
      '髙齢',
    ]);
  });

  it('needs every word in one record, and finds nothing for nothing', async () => {
    const engine = await startEngine();
    await plant(entryOf('植えた窓口', 'employee'), entryOf('植えた改善', 'employee', 901));
    await moveTo('firstEvaluation');
    expect(await textsFound(engine, '植えた')).toHaveLength(2);
    expect(await textsFound(engine, '植えた 窓口')).toEqual(['植えた窓口']);
    expect(await textsFound(engine, '窓口 改善 植えた')).toEqual([]);
    expect(await textsFound(engine, ' 　')).toEqual([]);
  });

  it('says that there is more, and chooses by kind, person and period', async () => {
    const engine = await startEngine();
    const all = await engine.search({ typed: 'の', filter: anyText, limit: 3 });
    expect(all).toMatchObject({ more: true });
    expect(all.hits).toHaveLength(3);
    const goals = await find(engine, 'の', { kinds: ['goal'], staffId: person });
    expect(goals.hits.length).toBeGreaterThan(0);
    for (const hit of goals.hits) expect(hit).toMatchObject({ kind: 'goal', person: '髙橋 翔' });
    const now = await find(engine, 'の', { staffId: person, periodId: period.id });
    expect(now.hits.every(({ place }) => place.startsWith(period.name))).toBe(true);
  });

  it('follows every change of a text at once', async () => {
    const engine = await startEngine();
    const id = testId(70);
    const save = (text: string) =>
      saveNote(store, { id, writerId: chief, patch: { staffId: person, text }, today: TODAY });
    await save('植えた雨');
    expect(await textsFound(engine, '植えた')).toEqual(['植えた雨']);
    await save('植えた雪');
    expect(await textsFound(engine, '雨 植えた')).toEqual([]);
    expect(await textsFound(engine, '植えた')).toEqual(['植えた雪']);
    await setNoteRemoved(store, id, true);
    expect(await textsFound(engine, '植えた')).toEqual([]);
    await setNoteRemoved(store, id, false);
    expect(await textsFound(engine, '植えた')).toEqual(['植えた雪']);
  });
});

describe('nobody finds what she may not read, nor learns that it is there', () => {
  const everybody = { chief, head, person, colleague, clerk };

  async function finders(engine: TextEngine, typed: string, filter: Partial<TextFilter> = {}) {
    const finding: string[] = [];
    for (const [name, id] of Object.entries(everybody)) {
      await actAs(store, id);
      const { hits, more } = await find(engine, typed, filter);
      if (hits.length > 0 || more) finding.push(name);
    }
    return finding;
  }

  it('an evaluator’s text before it is handed in and disclosed', async () => {
    const engine = await startEngine();
    await plant(entryOf('植えた一次の評価', 'first'));
    await moveTo('firstEvaluation');
    expect(await finders(engine, '植えた一次')).toEqual(['chief']);
    await moveTo('secondEvaluation');
    expect(await finders(engine, '植えた一次')).toEqual(['chief', 'head', 'clerk']);
    await moveTo('disclosed');
    expect(await finders(engine, '植えた一次')).toEqual(['chief', 'head', 'person', 'clerk']);
    // Given back, it is a draft again.
    await moveTo('firstEvaluation');
    expect(await finders(engine, '植えた一次')).toEqual(['chief']);
  });

  it('a column that is kept from the person at 開示', async () => {
    const engine = await startEngine();
    await plant(entryOf('植えた二次の評価', 'second'));
    const disclosedColumns = { ...sheet.disclosedColumns, second: false };
    await moveTo('disclosed', { disclosedColumns });
    expect(await finders(engine, '植えた二次')).toEqual(['chief', 'head', 'clerk']);
  });

  it('a conduct note of another', async () => {
    const engine = await startEngine();
    const patch = { staffId: person, text: '植えた事実' };
    await saveNote(store, { id: testId(70), writerId: chief, patch, today: TODAY });
    expect(await finders(engine, '植えた事実')).toEqual(['chief']);
  });

  it.each([
    ['植えた共有', ['chief', 'person']],
    ['植えた話題', ['chief', 'person']],
    ['植えた約束', ['chief', 'person']],
    ['植えた本人のメモ', ['person']],
    ['植えた上司のメモ', ['chief']],
    ['植えた振り返り', ['person']],
  ])('of a 1on1: %s', async (typed, expected) => {
    const engine = await startEngine();
    await plantTalk('oneOnOne');
    expect(await finders(engine, typed)).toEqual(expected);
  });

  it.each(['consultation', 'returnSupport'] as const)(
    '%s, but the two of them, who ask for it',
    async (kind) => {
      const engine = await startEngine();
      await plantTalk(kind);
      expect(await finders(engine, '植えた')).toEqual([]);
      expect(await finders(engine, '植えた共有', { confidential: true })).toEqual([
        'chief',
        'person',
      ]);
      await actAs(store, clerk);
      expect((await engine.people()).length).toBe(known.length);
    },
  );

  it('offers in the filter only those about whom there may be something', async () => {
    const engine = await startEngine();
    await plantTalk('oneOnOne');
    await actAs(store, colleague);
    expect((await engine.people()).map(({ label }) => label)).toEqual(['𠮷田 美咲']);
    await actAs(store, person);
    expect((await engine.people()).map(({ label }) => label).toSorted()).toEqual(
      ['相川 直美', '髙橋 翔'].toSorted(),
    );
  });
});

describe('the stored index', () => {
  it('is taken up at the next start without reading the rows again', async () => {
    const first = await startEngine();
    await plant(entryOf('植えた文', 'employee'));
    await moveTo('firstEvaluation');
    await first.flush();
    const told: IndexProgress[] = [];
    const second = await startEngine({ told });
    expect(told[0]?.read).toBe(told[0]?.total);
    expect(await textsFound(second, '植えた文')).toEqual(['植えた文']);
  });

  it('goes on where it was when the program was closed in between', async () => {
    const told: IndexProgress[] = [];
    await startEngine({ told, slices: 2 });
    expect(told.at(-1)).toMatchObject({ done: false });
    const before = found(told.at(-1)).read;
    expect(before).toBeGreaterThan(0);
    const after: IndexProgress[] = [];
    const second = await startEngine({ told: after });
    expect(after[0]?.read).toBe(before);
    expect(after.at(-1)).toMatchObject({ done: true, read: found(after[0]).total });
    const whole = await find(second, 'の');
    for (const engine of engines.splice(0)) await engine.close();
    await Dexie.delete(indexDatabaseNames.sample);
    expect(await find(await startEngine(), 'の')).toEqual(whole);
  });

  it('is made anew when something was written that it was not told of', async () => {
    await startEngine();
    for (const stop of stops.splice(0)) stop();
    await plant(entryOf('植えた文', 'employee'));
    await moveTo('firstEvaluation');
    const told: IndexProgress[] = [];
    const second = await startEngine({ told });
    expect(told[0]?.read).toBe(0);
    expect(await textsFound(second, '植えた文')).toEqual(['植えた文']);
  });

  it('is made anew when a piece of it cannot be read', async () => {
    const first = await startEngine();
    await first.flush();
    const raw = new Dexie(indexDatabaseNames.sample);
    await raw.open();
    const [piece] = await raw.table('pieces').toArray();
    await raw.table('pieces').put({ ...piece, c: new Uint8Array(40) });
    raw.close();
    const told: IndexProgress[] = [];
    const second = await startEngine({ told });
    expect(told[0]?.read).toBe(0);
    expect(told.at(-1)).toMatchObject({ done: true });
    expect((await find(second, 'の')).hits.length).toBeGreaterThan(0);
  });

  it('shows nothing in clear, and holds nothing of a talk once it is deleted', async () => {
    const engine = await startEngine();
    const { tables, talk, note, topics, actions, memos, reflections } = await plantTalk('oneOnOne');
    await engine.flush();
    const raw = new Dexie(indexDatabaseNames.sample);
    await raw.open();
    for (const row of await raw.table('pieces').toArray()) {
      expect(Object.keys(row).toSorted()).toEqual(['c', 'id', 'n', 'v']);
    }
    raw.close();
    expect(await storedIndex()).toContain('植えた共有');

    await writeStore(store, tables, async (writer) => {
      const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
      await writer.remove('talks', [talk.id]);
      await writer.remove('talkNotes', [note.id]);
      await writer.remove('talkTopics', ids(topics));
      await writer.remove('talkActions', ids(actions));
      await writer.remove('talkMemos', ids(memos));
      await writer.remove('talkReflections', ids(reflections));
    });
    expect(await textsFound(engine, '植えた')).toEqual([]);
    expect(await storedIndex()).not.toContain('植えた');

    await writeStore(store, tables, async (writer) => {
      await writer.insert('talks', [talk]);
      await writer.insert('talkNotes', [note]);
    });
    expect(await textsFound(engine, '植えた')).toEqual(['植えた共有の記録']);
  });

  /** All of it, opened with the key. */
  async function storedIndex(): Promise<string> {
    const file = openIndexFile('sample', store.key);
    const kept = await file.load();
    file.close();
    return JSON.stringify(kept);
  }
});
