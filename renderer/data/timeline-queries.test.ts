import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { blankGoal } from '../../shared/domain/sheet/new-goal';
import { testId } from '../../test/support/sheet-builders';
import { testTalkContents } from '../../test/support/talk-builders';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, addGoals } from './commands';
import { saveNote } from './conduct-note-commands';
import { databaseNames } from './schema';
import type { Store } from './store';
import { loadTimeline } from './timeline-queries';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const named = (name: string) => found(office.staff.find((one) => one.name === name)).id;
const chief = named('相川 直美');
const person = named('髙橋 翔');
const colleague = named('𠮷田 美咲');
const known = [chief, person, colleague];
const sheets = office.sheets.filter(({ staffId }) => known.includes(staffId));
const ids = sheets.map(({ id }) => id);
const sheetEntries = office.sheetEntries.filter(({ sheetId }) => ids.includes(sheetId));
const ordinary = { confidential: false };
let store: Store;

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks it');
  return value;
}

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  const { orgUnits, staff, periods, frameworkSets, forms } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries },
    identity: { staffId: chief, rights: ['employee'] },
  });
  const note = { staffId: person, text: '植えた事実', happenedOn: '2026-06-03' };
  await saveNote(store, { id: testId(70), writerId: chief, patch: note, today: '2026-11-25' });
});
afterEach(() => store.db.close());

async function plantTalk(kind: 'oneOnOne' | 'consultation') {
  const made = testTalkContents({ kind, shared: false, handedTo: colleague });
  await writeStore(store, ['talks', 'talkCircles', 'talkNotes', 'talkMemos'], async (writer) => {
    await writer.insert('talkCircles', [
      { ...found(made.circle ?? undefined), leaderId: chief, staffIds: [chief, person] },
    ]);
    await writer.insert('talks', [{ ...made.talk, hostId: chief, participantIds: [person] }]);
    await writer.insert('talkNotes', [{ ...made.note, text: '植えた共有の記録' }]);
    await writer.insert('talkMemos', [
      { ...found(made.memos[1]), writerId: chief, text: '植えたメモ' },
    ]);
  });
}

async function timelineOf(reader: string, staffId: string, options = ordinary) {
  await actAs(store, reader);
  return loadTimeline(store, staffId, options);
}

describe('loadTimeline', () => {
  it('lines up goals, talks and my own notes of a person, the latest first', async () => {
    await plantTalk('oneOnOne');
    const { person: whose, items } = await timelineOf(chief, person);
    expect(whose).toEqual({ id: person, name: '髙橋 翔', isMe: false });
    const kinds = new Set(items.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['talk', 'conductNote', 'goal']));
    const days = items.map(({ day }) => day);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(items.find(({ kind }) => kind === 'talk')).toMatchObject({
      title: '1on1',
      day: '2026-11-10',
      pieces: [{ label: '共有の記録', text: '植えた共有の記録' }],
    });
  });

  it('shows the person her own, without what others keep to themselves', async () => {
    await plantTalk('oneOnOne');
    const timeline = await timelineOf(person, person);
    expect(timeline.person?.isMe).toBe(true);
    expect(JSON.stringify(timeline)).toContain('植えた共有の記録');
    expect(JSON.stringify(timeline)).not.toContain('植えた事実');
    expect(JSON.stringify(timeline)).not.toContain('植えたメモ');
  });

  it('leaves a talk out that stays between two, unless they ask for it', async () => {
    await plantTalk('consultation');
    expect(JSON.stringify(await timelineOf(chief, person))).not.toContain('植えた共有');
    const asked = await timelineOf(person, person, { confidential: true });
    expect(JSON.stringify(asked)).toContain('植えた共有');
    const other = await timelineOf(colleague, person, { confidential: true });
    expect(other).toEqual({ person: null, items: [] });
  });

  it('tells others nothing, not even whom they have asked about', async () => {
    await plantTalk('oneOnOne');
    expect(await timelineOf(colleague, person)).toEqual({ person: null, items: [] });
  });

  it('shows no goal that is not handed in yet', async () => {
    const sheet = found(
      sheets.find((one) => one.staffId === colleague && one.stage === 'goalSetting'),
    );
    await actAs(store, colleague);
    await addGoals(store, sheet.id, [{ ...blankGoal, content: '植えた下書きの目標' }]);
    expect(JSON.stringify(await timelineOf(colleague, colleague))).toContain('植えた下書き');
    expect(JSON.stringify(await timelineOf(chief, colleague))).not.toContain('植えた下書き');
  });
});
