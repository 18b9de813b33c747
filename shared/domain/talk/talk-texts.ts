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
