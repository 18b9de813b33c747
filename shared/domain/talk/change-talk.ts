import { IkuseiError } from '../errors';
import type { PlainDate } from '../period/period';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeText } from '../text/sanitize';
import type {
  Rhythm,
  Talk,
  TalkAction,
  TalkCircle,
  TalkHandover,
  TalkMemo,
  TalkNote,
  TalkReflection,
  TalkTopic,
} from './talk';

/** The usual length of a talk; what a new one says until somebody types another. */
export const USUAL_TALK_MINUTES = 30;

/** No talk is planned further ahead, in years. */
const MOST_YEARS_AHEAD = 2;

export type Made = { now: Instant; by: Id };
type Stored = { id: Id; schemaVersion: number; updatedAt: Instant; updatedBy: Id };

function stamped(id: Id, { now, by }: Made): Stored {
  return { id, schemaVersion: SCHEMA_VERSION, updatedAt: now, updatedBy: by };
}

/** The row with its change, texts cleaned; the same one when nothing changes. */
function changed<Row extends Stored>(
  before: Row,
  patch: NoInfer<Partial<Row>>,
  { now, by }: Made,
): Row {
  const clean = Object.fromEntries(
    Object.entries(patch).map(([field, value]) => [
      field,
      typeof value === 'string' ? sanitizeText(value) : value,
    ]),
  );
  const after = { ...before, ...clean };
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  return { ...after, updatedAt: now, updatedBy: by };
}

/** What is wrong with the day of a talk, in words; null when nothing is. Any past day will do. */
export function talkDayFault(day: PlainDate | null, today: PlainDate): string | null {
  if (day === null) return null;
  const last = `${Number(today.slice(0, 4)) + MOST_YEARS_AHEAD}${today.slice(4)}`;
  return day > last ? `${MOST_YEARS_AHEAD}年より先の日は入れられません。` : null;
}

export function newCircle(
  made: Made & {
    id: Id;
    kind: TalkCircle['kind'];
    leaderId: Id;
    staffIds: readonly Id[];
    byHand: boolean;
  },
): TalkCircle {
  const { id, kind, leaderId, byHand } = made;
  return {
    ...stamped(id, made),
    kind,
    leaderId,
    staffIds: [...new Set([leaderId, ...made.staffIds])],
    rhythm: 'asNeeded',
    proposal: null,
    byHand,
    handovers: [],
  };
}

export function withMembers(circle: TalkCircle, staffIds: readonly Id[], made: Made): TalkCircle {
  return changed(circle, { staffIds: [...new Set([...circle.staffIds, ...staffIds])] }, made);
}

/** One of the two would like this rhythm. What both have agreed stays until the other says yes. */
export function proposeRhythm(circle: TalkCircle, rhythm: Rhythm, made: Made): TalkCircle {
  const isAgreed = rhythm === circle.rhythm;
  return changed(circle, { proposal: isAgreed ? null : { rhythm, by: made.by } }, made);
}

/**
 * The other says yes to what was proposed.
 *
 * @throws IkuseiError `recordChanged` when it is no longer what she saw
 */
export function agreeRhythm(circle: TalkCircle, seen: Rhythm, made: Made): TalkCircle {
  const { proposal } = circle;
  if (proposal?.rhythm !== seen || proposal.by === made.by) throw new IkuseiError('recordChanged');
  return changed(circle, { rhythm: seen, proposal: null }, made);
}

/** What the person lets go on to who follows; nothing chosen takes it back. */
export function handOnTalks(
  circle: TalkCircle,
  { toId, talkIds }: Pick<TalkHandover, 'toId' | 'talkIds'>,
  made: Made,
): TalkCircle {
  const others = circle.handovers.filter((one) => one.toId !== toId);
  const chosen = talkIds.length === 0 ? [] : [{ toId, talkIds, consentedAt: made.now }];
  return changed(circle, { handovers: [...others, ...chosen] }, made);
}

export type TalkPatch = Partial<
  Pick<Talk, 'on' | 'at' | 'minutes' | 'state' | 'participantIds' | 'interview'>
>;

export function newTalk(
  made: Made & { id: Id } & Pick<Talk, 'circleId' | 'kind' | 'hostId' | 'participantIds'> &
    Partial<Pick<Talk, 'on' | 'at' | 'minutes' | 'byHand' | 'interview'>>,
): Talk {
  const { id, circleId, kind, hostId, participantIds } = made;
  return {
    ...stamped(id, made),
    circleId,
    kind,
    hostId,
    participantIds: [...new Set(participantIds)],
    on: made.on ?? null,
    at: made.at ?? null,
    minutes: made.minutes ?? USUAL_TALK_MINUTES,
    state: 'planned',
    byHand: made.byHand ?? false,
    interview: made.interview ?? null,
  };
}

export function changeTalk(before: Talk, patch: TalkPatch, made: Made): Talk {
  return changed(before, patch, made);
}

export function newNote(made: Made & { id: Id; talkId: Id }): TalkNote {
  return { ...stamped(made.id, made), talkId: made.talkId, text: '', marks: [] };
}

/** The lines that can be marked: whole lines, without the space around them. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** A mark goes with the line it was set on: a line that is worded anew has none. */
export function changeNoteText(before: TalkNote, text: string, made: Made): TalkNote {
  const lines = linesOf(sanitizeText(text));
  const marks = before.marks.filter(({ line }) => lines.includes(line));
  return changed(before, { text, marks }, made);
}

/**
 * The person marks a line 「評価の参考にしてよい」, or takes the mark back.
 *
 * @throws IkuseiError `recordChanged` when the line is no longer there
 */
export function markLine(
  before: TalkNote,
  { line, marked }: { line: string; marked: boolean },
  made: Made,
): TalkNote {
  if (!linesOf(before.text).includes(line)) throw new IkuseiError('recordChanged');
  const others = before.marks.filter((mark) => mark.line !== line || mark.staffId !== made.by);
  const own = marked ? [{ staffId: made.by, line, markedAt: made.now }] : [];
  return changed(before, { marks: [...others, ...own] }, made);
}

export type TopicPatch = Partial<Pick<TalkTopic, 'text' | 'wanted' | 'theme' | 'done'>>;

export function newTopic(
  made: Made & { id: Id; talkId: Id; order: number; patch: TopicPatch },
): TalkTopic {
  const blank: TalkTopic = {
    ...stamped(made.id, made),
    talkId: made.talkId,
    authorId: made.by,
    order: made.order,
    text: '',
    wanted: 'listen',
    theme: null,
    done: false,
  };
  return changed(blank, made.patch, made);
}

/**
 * Whoever takes part says that it has been spoken about; its words are its author's.
 *
 * @throws IkuseiError `notYours`
 */
export function changeTopic(before: TalkTopic, patch: TopicPatch, made: Made): TalkTopic {
  const { done: _done, ...words } = patch;
  if (Object.keys(words).length > 0 && before.authorId !== made.by) {
    throw new IkuseiError('notYours');
  }
  return changed(before, patch, made);
}

export type ActionPatch = Partial<Pick<TalkAction, 'text' | 'ownerId' | 'dueOn' | 'doneOn'>>;

export function newAction(
  made: Made & { id: Id; talkId: Id; circleId: Id; order: number; patch: ActionPatch },
): TalkAction {
  const blank: TalkAction = {
    ...stamped(made.id, made),
    circleId: made.circleId,
    talkId: made.talkId,
    order: made.order,
    text: '',
    ownerId: null,
    dueOn: null,
    doneOn: null,
  };
  return changed(blank, made.patch, made);
}

export function changeAction(before: TalkAction, patch: ActionPatch, made: Made): TalkAction {
  return changed(before, patch, made);
}

export function newMemo(made: Made & { id: Id; talkId: Id }): TalkMemo {
  return { ...stamped(made.id, made), writerId: made.by, talkId: made.talkId, text: '' };
}

export function changeMemo(before: TalkMemo, text: string, made: Made): TalkMemo {
  return changed(before, { text }, made);
}

export type ReflectionPatch = Partial<Pick<TalkReflection, 'score' | 'word' | 'shared'>>;

export function newReflection(made: Made & { id: Id; talkId: Id }): TalkReflection {
  const { id, talkId, by } = made;
  return { ...stamped(id, made), staffId: by, talkId, score: null, word: '', shared: false };
}

export function changeReflection(
  before: TalkReflection,
  patch: ReflectionPatch,
  made: Made,
): TalkReflection {
  return changed(before, patch, made);
}
