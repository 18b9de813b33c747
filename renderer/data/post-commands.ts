import { mayWriteCareer } from '../../shared/domain/career/career-rules';
import type { Post } from '../../shared/domain/career/post';
import {
  changePost,
  type PostContent,
  postFaults,
  postsByPerson,
  postsOfRoster,
} from '../../shared/domain/career/post-history';
import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import { localToday } from '../platform/local-time';
import {
  type CareerOffice,
  careerOfficeTables,
  memberOf,
  readCareerOffice,
  viewerOfMember,
} from './career-setting';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

const tables = [...careerOfficeTables.filter((table) => table !== 'meta'), 'posts'] as const;

/**
 * Writes a post: as it stands by 職員課, as a proposal by the person herself.
 *
 * @param change.postId null for a new one
 * @throws IkuseiError notYours, postWrong with what is wrong, contentRefused, saveFailed
 */
export async function savePost(
  store: Store,
  change: { staffId: Id; postId: Id | null; content: PostContent },
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, localToday());
    const before = change.postId === null ? null : await readOne(store, 'posts', change.postId);
    if (before !== null && before.staffId !== change.staffId) throw new IkuseiError('notYours');
    const state = writtenState(office, change.staffId, before);
    const { staffId } = change;
    const made = { id: store.newId(), staffId, state, now: store.now() };
    const post = changePost(before, change.content, { ...made, by: office.identity.staffId });
    const faults = postFaults(post, await postsOf(store, staffId));
    if (faults.length > 0) throw new IkuseiError('postWrong', faults.join('\n'));
    if (before === null) await writer.insert('posts', [post]);
    else await writer.replace('posts', [post]);
  });
}

/**
 * 職員課 takes a proposal into the history as it is.
 *
 * @throws IkuseiError notYours, recordMissing, postWrong, saveFailed
 */
export async function confirmPost(store: Store, postId: Id): Promise<void> {
  const { staffId, ...content } = await readOne(store, 'posts', postId);
  await savePost(store, { staffId, postId, content });
}

/**
 * Takes a post out of the history or brings it back; the row stays either way.
 *
 * @throws IkuseiError notYours, recordMissing, postWrong, saveFailed
 */
export async function setPostRemoved(store: Store, postId: Id, removed: boolean): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, localToday());
    const before = await readOne(store, 'posts', postId);
    writtenState(office, before.staffId, before);
    const others = await postsOf(store, before.staffId);
    const faults = removed ? [] : postFaults(before, others);
    if (faults.length > 0) throw new IkuseiError('postWrong', faults.join('\n'));
    const stamp = { updatedAt: store.now(), updatedBy: office.identity.staffId };
    await writer.replace('posts', [{ ...before, ...stamp, removed }]);
  });
}

/**
 * Adds what the roster says of everybody's present post to the histories that lack it, and
 * closes the posts before; all or none. Gives back how many people that was.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export async function fillPostsFromRoster(store: Store): Promise<number> {
  return writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, localToday());
    refuseUnlessHr(office.identity);
    const rows = await tableOf(store.db, 'posts').toArray();
    const posts = postsByPerson(parseRows(store, 'posts', rows));
    let people = 0;
    for (const member of office.staff) {
      if (!mayWriteCareer(viewerOfMember(office, member), 'posts', 'open')) continue;
      const made = { id: store.newId(), now: store.now(), by: office.identity.staffId };
      const own = posts.get(member.id) ?? [];
      const filled = postsOfRoster(member, own, office.setting.orgUnits, made);
      if (filled === null) continue;
      await writer.replace('posts', filled.closed);
      await writer.insert('posts', [filled.added]);
      people += 1;
    }
    return people;
  });
}

/**
 * As what this person may write a post; what stands the person herself cannot change.
 *
 * @throws IkuseiError `notYours`
 */
function writtenState(office: CareerOffice, staffId: Id, before: Post | null): Post['state'] {
  const viewer = viewerOfMember(office, memberOf(office, staffId));
  if (mayWriteCareer(viewer, 'posts', 'open')) return 'confirmed';
  if (!mayWriteCareer(viewer, 'proposedPosts', 'open')) throw new IkuseiError('notYours');
  if (before?.state === 'confirmed') throw new IkuseiError('notYours');
  return 'proposed';
}

async function postsOf(store: Store, staffId: Id): Promise<Post[]> {
  const rows = await tableOf(store.db, 'posts').where('staffId').equals(staffId).toArray();
  return parseRows(store, 'posts', rows);
}
