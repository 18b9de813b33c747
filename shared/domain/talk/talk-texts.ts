import type { Id } from '../record/record';
import type {
  Talk,
  TalkAction,
  TalkCircle,
  TalkMemo,
  TalkNote,
  TalkReflection,
  TalkTopic,
} from './talk';
import {
  isConfidential,
  mayReadReflection,
  maySeeTalk,
  type TalkPlace,
  type TalkReader,
  talkAccess,
  talkRoleOf,
} from './talk-rules';

/** One talk with everything that is stored of it, whoever may read it. */
export type TalkContents = {
  talk: Talk;
  circle: TalkCircle | null;
  note: TalkNote | null;
  topics: readonly TalkTopic[];
  actions: readonly TalkAction[];
  memos: readonly TalkMemo[];
  reflections: readonly TalkReflection[];
};

/** One text of a talk that its reader may read, with the row it stands in. */
export type TalkText = {
  talkId: Id;
  rowId: Id;
  place: Exclude<TalkPlace, 'existence'>;
  /** Whose text it is; null where all write it together. */
  authorId: Id | null;
  text: string;
};

/** Of the rows of a talk only those that somebody may read: THE filter of the data layer. */
export function readableContents(contents: TalkContents, reader: TalkReader): TalkContents | null {
  const { talk, circle } = contents;
  const role = talkRoleOf(talk, circle, reader);
  if (!maySeeTalk(talk.kind, role)) return null;
  const access = (place: TalkPlace) => talkAccess(talk.kind, role, place);
  const reads = (place: TalkPlace) => access(place) === 'write' || access(place) === 'read';
  return {
    talk,
    circle,
    note: reads('sharedNote') ? contents.note : null,
    topics: reads('topics') ? contents.topics : [],
    actions: contents.actions.filter(
      ({ doneOn }) => reads('actions') || (access('actions') === 'open' && doneOn === null),
    ),
    memos: contents.memos.filter(
      ({ writerId }) => access('ownMemo') === 'own' && writerId === reader.staffId,
    ),
    reflections: contents.reflections.filter((reflection) =>
      mayReadReflection(talk.kind, role, reflection, reader.staffId),
    ),
  };
}

/**
 * Every text of a talk that somebody may find by searching. A talk that stays between two
 * is left out unless she asks for it; blank texts are none.
 */
export function readableTalkTexts(
  contents: TalkContents,
  reader: TalkReader,
  { confidential }: { confidential: boolean },
): TalkText[] {
  const { id: talkId, kind } = contents.talk;
  if (isConfidential(kind) && !confidential) return [];
  const readable = readableContents(contents, reader);
  if (readable === null) return [];
  const { note, topics, actions, memos, reflections } = readable;
  const texts: TalkText[] = [
    ...(note === null
      ? []
      : [
          { talkId, rowId: note.id, place: 'sharedNote' as const, authorId: null, text: note.text },
        ]),
    ...topics.map(({ id, authorId, text }) => {
      return { talkId, rowId: id, place: 'topics' as const, authorId, text };
    }),
    ...actions.map(({ id, ownerId, text }) => {
      return { talkId, rowId: id, place: 'actions' as const, authorId: ownerId, text };
    }),
    ...memos.map(({ id, writerId, text }) => {
      return { talkId, rowId: id, place: 'ownMemo' as const, authorId: writerId, text };
    }),
    ...reflections.map(({ id, staffId, word }) => {
      return { talkId, rowId: id, place: 'reflection' as const, authorId: staffId, text: word };
    }),
  ];
  return texts.filter(({ text }) => text.trim() !== '');
}
