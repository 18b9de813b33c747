import { Dexie } from 'dexie';
import {
  type CareerViewer,
  mayReadCareer,
  mayWriteCareer,
} from '../../shared/domain/career/career-rules';
import type { Post } from '../../shared/domain/career/post';
import {
  experienceByField,
  inOrder,
  postsByPerson,
  postsOfRoster,
  type RotationState,
  rotationState,
} from '../../shared/domain/career/post-history';
import { IkuseiError } from '../../shared/domain/errors';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import {
  type CareerPerson,
  careerOfficeTables,
  careerPersonOf,
  memberOf,
  readCareerOffice,
  viewerOfMember,
} from './career-setting';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { parseRows } from './read-rows';
import type { Store } from './store';

type Experience = ReturnType<typeof experienceByField>;

/** A person's history of posts, as one reader has it. */
export type PostsView = {
  person: CareerPerson;
  viewer: CareerViewer;
  /** Oldest first; proposed ones only for those who may know of them. */
  posts: Post[];
  removed: Post[];
  /** 職員課 writes what stands, the person proposes. */
  writes: 'confirmed' | 'proposed' | null;
  rotation: RotationState;
  experience: Experience;
  units: OrgUnit[];
};

const postTables = [...careerOfficeTables, 'posts'] as const;

/**
 * @param staffId null for my own
 * @throws IkuseiError `notYours` for whoever is nothing to the person
 */
export function loadPosts(
  store: Store,
  { staffId, today }: { staffId: Id | null; today: PlainDate },
): PromiseLike<PostsView> {
  return store.db.transaction('r', [...postTables], async () => {
    const office = await readCareerOffice(store, today);
    const member = memberOf(office, staffId ?? office.identity.staffId);
    const viewer = viewerOfMember(office, member);
    if (!mayReadCareer(viewer, 'posts', 'open')) throw new IkuseiError('notYours');
    const rows = await tableOf(store.db, 'posts').where('staffId').equals(member.id).toArray();
    const readable = readablePosts(parseRows(store, 'posts', rows), viewer);
    const posts = inOrder(readable.filter(({ removed }) => !removed));
    const confirmed = posts.filter(({ state }) => state === 'confirmed');
    const hiredOn = member.roster?.hiredOn ?? null;
    return {
      person: careerPersonOf(office, member),
      viewer,
      posts,
      removed: readable.filter(({ removed, state }) => removed && mayWrite(viewer, state)),
      writes: mayWrite(viewer, 'confirmed')
        ? 'confirmed'
        : mayWrite(viewer, 'proposed')
          ? 'proposed'
          : null,
      rotation: rotationState(confirmed, { hiredOn, today }),
      experience: experienceByField(confirmed, today),
      units: [...office.setting.orgUnits],
    };
  });
}

/** One line of 職員課's list of rotations. */
export type RotationRow = {
  person: CareerPerson;
  rotation: RotationState;
  experience: Experience;
  /** Posts that the person proposes and nobody has confirmed. */
  proposed: number;
  /** The roster says a present post that her history does not. */
  unfilled: boolean;
};

/** @throws IkuseiError `notYours` for everybody but 職員課 */
export function listRotation(store: Store, today: PlainDate): PromiseLike<RotationRow[]> {
  return store.db.transaction('r', [...postTables], async () => {
    const office = await readCareerOffice(store, today);
    refuseUnlessHr(office.identity);
    const rows = await Dexie.Promise.resolve(tableOf(store.db, 'posts').toArray());
    const posts = postsByPerson(parseRows(store, 'posts', rows));
    const made = { now: store.now(), by: office.identity.staffId, id: office.identity.staffId };
    return office.staff
      .filter(({ roster }) => roster?.status !== 'left')
      .flatMap((member) => {
        const viewer = viewerOfMember(office, member);
        if (!viewer.includes('hr')) return [];
        const own = readablePosts(posts.get(member.id) ?? [], viewer).filter(
          ({ removed }) => !removed,
        );
        const confirmed = own.filter(({ state }) => state === 'confirmed');
        const hiredOn = member.roster?.hiredOn ?? null;
        return [
          {
            person: careerPersonOf(office, member),
            rotation: rotationState(confirmed, { hiredOn, today }),
            experience: experienceByField(confirmed, today),
            proposed: own.length - confirmed.length,
            unfilled: postsOfRoster(member, confirmed, office.setting.orgUnits, made) !== null,
          },
        ];
      });
  });
}

function readablePosts(posts: readonly Post[], viewer: CareerViewer): Post[] {
  return posts.filter(({ state }) =>
    mayReadCareer(viewer, state === 'proposed' ? 'proposedPosts' : 'posts', 'open'),
  );
}

function mayWrite(viewer: CareerViewer, state: Post['state']): boolean {
  return mayWriteCareer(viewer, state === 'proposed' ? 'proposedPosts' : 'posts', 'open');
}
