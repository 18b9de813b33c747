import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import type { Made } from '../../shared/domain/talk/change-talk';
import type { Talk, TalkCircle } from '../../shared/domain/talk/talk';
import {
  maySeeTalk,
  type TalkPlace,
  type TalkRole,
  talkAccess,
  talkRoleOf,
} from '../../shared/domain/talk/talk-rules';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRow } from './read-rows';
import type { DataTableName, Row } from './schema';
import type { Store } from './store';
import { readReaderOf, readTalk } from './talk-rows';
import type { StoreWriter } from './write-store';

export type Mine = { talk: Talk; circle: TalkCircle | null; role: TalkRole; made: Made };

/**
 * The talk as whoever is at this PC has it.
 *
 * @throws IkuseiError `recordMissing` also where she may not know of it: nobody learns that
 *   there is one
 */
export async function mine(store: Store, talkId: Id): Promise<Mine> {
  const identity = await loadIdentity(store);
  const { talk, circle } = await readTalk(store, talkId);
  const role = talkRoleOf(talk, circle, await readReaderOf(store, identity, talk));
  if (!maySeeTalk(talk.kind, role)) throw new IkuseiError('recordMissing');
  return { talk, circle, role, made: { now: store.now(), by: identity.staffId } };
}

export function refuseUnless({ talk, role }: Mine, place: TalkPlace, access: string): void {
  if (talkAccess(talk.kind, role, place) !== access) throw new IkuseiError('notYours');
}

export async function put<Name extends DataTableName>(
  writer: StoreWriter,
  table: Name,
  { before, after }: { before: Row<Name> | null; after: Row<Name> },
): Promise<void> {
  if (before === null) await writer.insert(table, [after]);
  else if (after !== before) await writer.replace(table, [after]);
}

export async function noteOf(store: Store, talkId: Id) {
  const stored = await tableOf(store.db, 'talkNotes').where('talkId').equals(talkId).first();
  return stored === undefined ? null : unlessDamaged(parseRow(store, 'talkNotes', stored));
}

export function unlessDamaged<Value>(row: Value | null): Value {
  if (row === null) throw new IkuseiError('rowDamaged', '記録：1on1');
  return row;
}
