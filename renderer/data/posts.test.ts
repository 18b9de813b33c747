import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostContent } from '../../shared/domain/career/post-history';
import { unsaidRosterFacts } from '../../shared/domain/staff/roster-facts';
import { testId, testOrgUnits, testStaff } from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { confirmPost, fillPostsFromRoster, savePost, setPostRemoved } from './post-commands';
import { listRotation, loadPosts } from './post-queries';
import { databaseNames } from './schema';
import type { Store } from './store';

const today = '2026-11-25';
const staffId = testId(10);
const content: PostContent = {
  unitId: null,
  unitName: '福祉総務課',
  positionName: '主事',
  jobTitle: '主事',
  duties: '生活支援の相談',
  field: 'welfare',
  from: '2018-04-01',
  to: '2022-03-31',
  concurrent: false,
};
let store: Store;

beforeEach(async () => {
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [
        testStaff(10, { roster: { ...unsaidRosterFacts, assignedOn: '2022-04-01' } }),
        testStaff(11, { firstEvaluatorId: null, secondEvaluatorId: null }),
        testStaff(13, { firstEvaluatorId: null, secondEvaluatorId: null }),
        testStaff(40, { firstEvaluatorId: null, secondEvaluatorId: null }),
      ],
    },
    identity: { staffId, rights: ['employee'] },
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

const view = () => loadPosts(store, { staffId, today });

describe('the history of posts', () => {
  it('takes proposals of the person, which nobody but she and 職員課 sees until it stands', async () => {
    await savePost(store, { staffId, postId: null, content });
    expect((await view()).posts).toMatchObject([{ state: 'proposed', unitName: '福祉総務課' }]);
    expect((await view()).writes).toBe('proposed');
    await as(11);
    expect(await view()).toMatchObject({ posts: [], writes: null });
    await as(13);
    await expect(view()).rejects.toMatchObject({ errorName: 'notYours' });
    await as(40, 'hr');
    const [proposed] = (await view()).posts;
    const id = proposed?.id ?? '';
    await confirmPost(store, id);
    await as(11);
    expect((await view()).posts).toMatchObject([{ state: 'confirmed' }]);
    await expect(savePost(store, { staffId, postId: id, content })).rejects.toMatchObject({
      errorName: 'notYours',
    });
    await as(10);
    await expect(savePost(store, { staffId, postId: id, content })).rejects.toMatchObject({
      errorName: 'notYours',
    });
    await expect(setPostRemoved(store, id, true)).rejects.toMatchObject({ errorName: 'notYours' });
  });

  it('refuses posts that lie over each other or end before they begin, and says which', async () => {
    await savePost(store, { staffId, postId: null, content });
    const over = { ...content, unitName: '市民課', from: '2022-03-31', to: null };
    await expect(savePost(store, { staffId, postId: null, content: over })).rejects.toMatchObject({
      errorName: 'postWrong',
      detail: /福祉総務課/u,
    });
    await savePost(store, { staffId, postId: null, content: { ...over, from: '2022-04-01' } });
    const [first] = (await view()).posts;
    await setPostRemoved(store, first?.id ?? '', true);
    expect((await view()).removed).toHaveLength(1);
    await savePost(store, { staffId, postId: null, content: { ...content, unitName: '税務課' } });
    await expect(setPostRemoved(store, first?.id ?? '', false)).rejects.toMatchObject({
      errorName: 'postWrong',
    });
  });

  it('is filled from the roster once, and tells 職員課 who is due', async () => {
    await as(40, 'hr');
    await savePost(store, { staffId, postId: null, content });
    expect((await listRotation(store, today)).filter(({ unfilled }) => unfilled)).toHaveLength(1);
    expect(await fillPostsFromRoster(store)).toBe(1);
    expect(await fillPostsFromRoster(store)).toBe(0);
    const row = (await listRotation(store, today)).find(({ person }) => person.id === staffId);
    expect(row).toMatchObject({
      unfilled: false,
      rotation: { due: true, monthsAtPost: 55, serviceMonths: 103 },
      experience: [
        { field: 'resident', months: 55 },
        { field: 'welfare', months: 48 },
      ],
    });
    await as(11);
    await expect(listRotation(store, today)).rejects.toMatchObject({ errorName: 'notYours' });
    await expect(fillPostsFromRoster(store)).rejects.toMatchObject({ errorName: 'notYours' });
  });
});
