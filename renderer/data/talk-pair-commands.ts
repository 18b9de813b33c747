import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import {
  agreeRhythm,
  handOnTalks,
  type Made,
  newCircle,
  proposeRhythm,
} from '../../shared/domain/talk/change-talk';
import type { Rhythm, TalkCircle } from '../../shared/domain/talk/talk';
import { isConfidential } from '../../shared/domain/talk/talk-rules';
import { tableOf } from './database';
import { put } from './my-talk';
import { loadIdentity } from './queries';
import { parseRows, readAll, readOne } from './read-rows';
import type { Store } from './store';
import { type StoreWriter, writeStore } from './write-store';

export type Founded = { leaderId: Id; made: Made };

export async function pairCircle(
  store: Store,
  writer: StoreWriter,
  { leaderId, otherId, made }: Founded & { otherId: Id },
): Promise<TalkCircle> {
  const known = (await readAll(store, 'talkCircles')).find(
    (circle) =>
      circle.kind === 'pair' && circle.leaderId === leaderId && circle.staffIds.includes(otherId),
  );
  if (known !== undefined) return known;
  const ids = { id: store.newId(), kind: 'pair' as const, leaderId, staffIds: [otherId] };
  const circle = newCircle({ ...made, ...ids, byHand: false });
  await writer.insert('talkCircles', [circle]);
  return circle;
}

/**
 * The pair of two people, for what is said of it and not of one talk.
 *
 * @throws IkuseiError `notYours` for a pair that I am not one of
 */
async function pairOf(
  store: Store,
  writer: StoreWriter,
  { leaderId, staffId }: { leaderId: Id; staffId: Id },
): Promise<{ circle: TalkCircle; made: Made }> {
  const { staffId: me } = await loadIdentity(store);
  if (me !== leaderId && me !== staffId) throw new IkuseiError('notYours');
  const made = { now: store.now(), by: me };
  return { circle: await pairCircle(store, writer, { leaderId, otherId: staffId, made }), made };
}

type Pair = { leaderId: Id; staffId: Id };

/** 「この間隔で話したい」: it holds once the other says yes. */
export async function suggestRhythm(
  store: Store,
  { rhythm, ...pair }: Pair & { rhythm: Rhythm },
): Promise<void> {
  await writeStore(store, ['talkCircles'], async (writer) => {
    const { circle, made } = await pairOf(store, writer, pair);
    await put(writer, 'talkCircles', {
      before: circle,
      after: proposeRhythm(circle, rhythm, made),
    });
  });
}

/** @throws IkuseiError recordChanged, notYours, saveFailed */
export async function acceptRhythm(
  store: Store,
  { rhythm, ...pair }: Pair & { rhythm: Rhythm },
): Promise<void> {
  await writeStore(store, ['talkCircles'], async (writer) => {
    const { circle, made } = await pairOf(store, writer, pair);
    await put(writer, 'talkCircles', { before: circle, after: agreeRhythm(circle, rhythm, made) });
  });
}

/** A pair beside the evaluator assignment; I hold its talks. Ending it keeps what was written. */
export async function setPairByHand(
  store: Store,
  { staffId, byHand }: { staffId: Id; byHand: boolean },
): Promise<void> {
  await writeStore(store, ['talkCircles', 'staff'], async (writer) => {
    const { staffId: me } = await loadIdentity(store);
    if (staffId === me) throw new IkuseiError('talkWithoutPeople');
    await readOne(store, 'staff', staffId);
    const { circle, made } = await pairOf(store, writer, { leaderId: me, staffId });
    const after = { ...circle, byHand, updatedAt: made.now, updatedBy: me };
    await put(writer, 'talkCircles', { before: circle, after });
  });
}

/**
 * The person lets chosen talks go on to who follows as her supervisor; none takes it back.
 * What stays between two is never among them.
 *
 * @throws IkuseiError `notYours` for everybody but the person
 */
export async function consentHandover(
  store: Store,
  { circleId, toId, talkIds }: { circleId: Id; toId: Id; talkIds: readonly Id[] },
): Promise<void> {
  await writeStore(store, ['talkCircles', 'talks'], async (writer) => {
    const { staffId: me } = await loadIdentity(store);
    const circle = await readOne(store, 'talkCircles', circleId);
    const isPerson =
      circle.kind === 'pair' && circle.leaderId !== me && circle.staffIds.includes(me);
    if (!isPerson) throw new IkuseiError('notYours');
    const rows = await tableOf(store.db, 'talks').where('circleId').equals(circleId).toArray();
    const known = parseRows(store, 'talks', rows).filter(({ kind }) => !isConfidential(kind));
    const chosen = known.filter(({ id }) => talkIds.includes(id)).map(({ id }) => id);
    const made = { now: store.now(), by: me };
    const after = handOnTalks(circle, { toId, talkIds: chosen }, made);
    await put(writer, 'talkCircles', { before: circle, after });
  });
}
