import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newCareerPlan } from '../../shared/domain/career/change-plan';
import { newInterview } from '../../shared/domain/interview/change-interview';
import { remarkPartId } from '../../shared/domain/sheet/part';
import type { Right } from '../../shared/domain/store/meta';
import { changeRecord, newOwnRecord } from '../../shared/domain/training/change-training';
import {
  testEntry,
  testForm,
  testFrameworkSet,
  testId,
  testNow,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { testTalk } from '../../test/support/talk-builders';
import { makeTestStore } from '../../test/support/test-store';
import { tableOf } from './database';
import { loadPersonRecord } from './person-record-queries';
import { databaseNames } from './schema';
import type { Store } from './store';
import { writeStore } from './write-store';

const person = testId(10);
const head = testId(11);
const second = testId(12);
const clerk = testId(40);
const stranger = testId(50);
const sheet = { ...testSheet(testForm()), stage: 'disclosed' as const, disclosedOn: '2027-03-20' };
const made = { now: testNow, by: person };
const stamp = { schemaVersion: 5, updatedAt: testNow, updatedBy: person };
const planted = '誰にも見せない下書き';

const post = (number: number, state: 'confirmed' | 'proposed') => ({
  id: testId(number),
  ...stamp,
  staffId: person,
  unitId: null,
  unitName: state === 'confirmed' ? '市民課' : planted,
  positionName: '主任',
  jobTitle: '',
  duties: '',
  field: null,
  from: '2020-04-01',
  to: null,
  concurrent: false,
  state,
  removed: false,
});

let store: Store;

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  const plan = newCareerPlan({ ...made, id: testId(61), fiscalYear: 2026, before: null });
  const draft = newCareerPlan({ ...made, id: testId(62), fiscalYear: 2027, before: null });
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [person, head, second, clerk, stranger].map((id, index) =>
        testStaff(10, {
          id,
          number: `10000${index}`,
          firstEvaluatorId: id === person ? head : null,
          secondEvaluatorId: id === person ? second : null,
        }),
      ),
      periods: [testPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [testForm()],
      sheets: [sheet],
      sheetEntries: [testEntry(remarkPartId('overall', 'overall'), 'second', { rating: 'A' })],
      interviews: [
        {
          ...newInterview({
            now: testNow,
            by: head,
            id: testId(63),
            sheetId: sheet.id,
            kind: 'start',
          }),
          heldOn: '2026-05-20',
          text: planted,
        },
      ],
      talkCircles: [
        {
          id: testId(801),
          ...stamp,
          kind: 'pair',
          leaderId: head,
          staffIds: [head, person],
          rhythm: 'asNeeded',
          proposal: null,
          byHand: false,
          handovers: [],
        },
      ],
      talks: [
        testTalk({ on: '2026-05-10' }),
        testTalk({ id: testId(802), kind: 'consultation', on: '2026-05-11' }),
        testTalk({ id: testId(803), kind: 'returnSupport', on: '2026-05-12' }),
      ],
      posts: [post(64, 'confirmed'), post(65, 'proposed')],
      careerPlans: [
        { ...plan, state: 'shared' },
        { ...draft, vision: { ...draft.vision, in1: planted } },
      ],
      trainingRecords: [
        changeRecord(
          newOwnRecord(person, 'self', { ...made, id: testId(66) }),
          { title: '手話の講座', startsOn: '2026-10-01' },
          made,
        ),
        changeRecord(
          newOwnRecord(person, 'self', { ...made, id: testId(67) }),
          { title: planted, startsOn: '2026-10-01', removed: true },
          made,
        ),
      ],
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

const titlesFor = async (reader: string) => {
  await actAs(reader);
  const { events } = await loadPersonRecord(store, person);
  return events.map(({ part, title }) => `${part} ${title}`);
};

describe('人材育成記録', () => {
  it('shows each reader the parts that are hers, and nobody else’s draft', async () => {
    const shared = [
      'evaluations 令和8年度 年間評価　評語 A',
      'training 手話の講座',
      'talks 期首面談',
      'talks 1on1',
      'plans 令和8年度のキャリアプラン',
      'posts 市民課 主任',
    ];
    expect(await titlesFor(head)).toEqual(shared);
    // 職員課 counts 1on1s and knows of none; nobody's 相談 is here, not even one's own.
    expect(await titlesFor(clerk)).toEqual([
      ...shared.filter((one) => one !== 'talks 1on1'),
      `posts ${planted} 主任`,
    ]);
    const { events } = await loadPersonRecord(store, person);
    const unconfirmed = events.filter(({ detail }) => detail.includes('確認待ち'));
    expect(unconfirmed.map(({ id }) => id)).toEqual([testId(65)]);
    expect((await titlesFor(person)).filter((one) => one.startsWith('talks'))).toEqual([
      'talks 期首面談',
      'talks 1on1',
    ]);
    // Another evaluator's talk is not hers to know of.
    expect(await titlesFor(second)).toEqual(shared.filter((one) => !one.startsWith('talks')));
    expect(await titlesFor(person)).toContain('plans 令和9年度のキャリアプラン');
    await actAs(head);
    expect(JSON.stringify(await loadPersonRecord(store, person))).not.toContain(planted);
    await actAs(stranger);
    await expect(loadPersonRecord(store, person)).rejects.toMatchObject({ errorName: 'notYours' });
  });

  it('has no result before it is disclosed, whoever asks', async () => {
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [{ ...sheet, stage: 'confirmed', disclosedOn: null }]),
    );
    for (const reader of [person, head, second, clerk]) {
      expect((await titlesFor(reader)).filter((one) => one.startsWith('eval'))).toEqual([]);
    }
  });

  it('keeps a rating that the form does not disclose from everybody', async () => {
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [{ ...sheet, disclosedColumns: { first: false, second: false } }]),
    );
    for (const reader of [person, head, second, clerk]) {
      expect(await titlesFor(reader)).toContain('evaluations 令和8年度 年間評価');
    }
  });
});
