import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import {
  changeHandDown,
  type HandDownPatch,
  newHandDown,
} from '../../shared/domain/training/change-training';
import type { HandDown } from '../../shared/domain/training/hand-down';
import { mayReadHandDown, mayWriteHandDown } from '../../shared/domain/training/training-rules';
import { tableOf } from './database';
import { type NamedPerson, peopleTables, readPeopleNow } from './people-now';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

export type ListedHandDown = {
  handDown: HandDown;
  giver: NamedPerson;
  receiver: NamedPerson | null;
  mayWrite: boolean;
};

export type HandDownDesk = {
  handDowns: ListedHandDown[];
  removed: ListedHandDown[];
  /** Whose knowledge I may write down: my own, and that of my people. */
  givers: NamedPerson[];
  /** Who may take it over. */
  everyone: NamedPerson[];
};

/** What is handed down, as far as I have a part in it; what is due first comes first. */
export function loadHandDowns(store: Store): PromiseLike<HandDownDesk> {
  return store.db.transaction('r', [...peopleTables, 'handDowns'], async () => {
    const people = await readPeopleNow(store);
    const [rows = []] = await Dexie.Promise.all([tableOf(store.db, 'handDowns').toArray()]);
    const listed = parseRows(store, 'handDowns', rows)
      .toSorted((one, other) => (one.until ?? '9999').localeCompare(other.until ?? '9999'))
      .flatMap((handDown): ListedHandDown[] => {
        const viewer = people.viewerOf(handDown.giverId, handDown.receiverId);
        if (!mayReadHandDown(handDown, viewer)) return [];
        const { giverId, receiverId } = handDown;
        return [
          {
            handDown,
            giver: people.named(giverId),
            receiver: receiverId === null ? null : people.named(receiverId),
            mayWrite: mayWriteHandDown(handDown, viewer),
          },
        ];
      });
    return {
      handDowns: listed.filter(({ handDown }) => !handDown.removed),
      removed: listed.filter(({ handDown }) => handDown.removed),
      givers: [people.identity.staffId, ...people.mine.map(({ id }) => id)].map(people.named),
      everyone: people.staff
        .filter(({ roster }) => roster?.status !== 'left')
        .map(({ id }) => people.named(id)),
    };
  });
}

const tables = ['staff', 'orgUnits', 'evaluatorAssignments', 'handDowns'] as const;

/** @throws IkuseiError `notYours` for knowledge that is neither mine nor of my people */
export function addHandDown(store: Store, giverId: Id): Promise<HandDown> {
  return writeStore(store, tables, async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    if (!mayWriteHandDown({ state: 'planned' }, viewerOf(giverId))) {
      throw new IkuseiError('notYours');
    }
    const made = { id: store.newId(), now: store.now(), by: identity.staffId };
    const handDown = newHandDown(giverId, made);
    await writer.insert('handDowns', [handDown]);
    return handDown;
  });
}

/** @throws IkuseiError notYours, saveFailed, contentRefused */
export async function saveHandDown(
  store: Store,
  { id, patch }: { id: Id; patch: HandDownPatch },
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const before = await readOne(store, 'handDowns', id);
    const viewer = viewerOf(before.giverId, before.receiverId);
    if (!mayWriteHandDown(before, viewer)) throw new IkuseiError('notYours');
    const made = { now: store.now(), by: identity.staffId };
    const after = changeHandDown(before, patch, made);
    if (after !== before) await writer.replace('handDowns', [after]);
  });
}
