import { readableGoalLogs } from '../../shared/domain/goal/goal-log';
import { mayReadInterview } from '../../shared/domain/interview/interview-rules';
import type { PlainDate } from '../../shared/domain/period/period';
import {
  documentsOfEntry,
  documentsOfGoalLog,
  documentsOfInterview,
  documentsOfNote,
  documentsOfTalkAction,
  documentsOfTalkMemo,
  documentsOfTalkNote,
  documentsOfTalkReflection,
  documentsOfTalkTopic,
  type TextDocument,
} from '../../shared/domain/search/text-document';
import type { IndexedText } from '../../shared/domain/search/text-index';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import {
  accessTo,
  mayListSheet,
  placeOfPart,
  readableEntries,
  type SheetAccess,
  viewerOf,
} from '../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../shared/domain/store/meta';
import type { Talk, TalkCircle } from '../../shared/domain/talk/talk';
import { isConfidential, maySeeTalk, talkRoleOf } from '../../shared/domain/talk/talk-rules';
import { readableContents, type TalkContents } from '../../shared/domain/talk/talk-texts';
import { toLocalIso } from '../platform/local-time';
import { parseRow } from './read-rows';
import type { Row } from './schema';
import { DamagedRow } from './seal';
import type { Store } from './store';

/** Whose rows are found by their words. */
export const textTables = [
  'sheetEntries',
  'goalLogs',
  'interviews',
  'conductNotes',
  'talkNotes',
  'talkTopics',
  'talkActions',
  'talkMemos',
  'talkReflections',
] as const;
export type TextTable = (typeof textTables)[number];

/** What these rows belong to, which says who reads them. */
export const headerTables = ['sheets', 'talks', 'talkCircles'] as const;

export function isTextTable(table: string): table is TextTable {
  return textTables.some((known) => known === table);
}

/** Sheets, talks and who talks with whom, by their ids. */
export type Headers = {
  sheets: ReadonlyMap<string, Sheet>;
  talks: ReadonlyMap<string, Talk>;
  talkCircles: ReadonlyMap<string, TalkCircle>;
};

type KnownSheet = { sheet: Sheet; access: SheetAccess };
type KnownTalk = { talk: Talk; circle: TalkCircle | null };

/** Who looks for something, with what she may know of. */
export type TextReader = {
  identity: Identity;
  superviseeIds: ReadonlySet<string>;
  sheetOf: (sheetId: string | null) => KnownSheet | null;
  talkOf: (talkId: string | null) => KnownTalk | null;
};

type Source<Name extends TextTable> = {
  /** All that a row says, whoever may read it. */
  documents: (row: Row<Name>) => TextDocument[];
  /** The row as this reader may have it, by the rules of its own topic. */
  readable: (row: Row<Name>, reader: TextReader) => Row<Name> | null;
};

const sources: { readonly [Name in TextTable]: Source<Name> } = {
  sheetEntries: {
    documents: (entry) => documentsOfEntry(entry, writtenOn(entry)),
    readable(entry, { sheetOf }) {
      const known = sheetOf(entry.sheetId);
      return known === null ? null : (readableEntries([entry], known.access)[0] ?? null);
    },
  },
  goalLogs: {
    documents: documentsOfGoalLog,
    readable(log, { sheetOf }) {
      const known = sheetOf(log.sheetId);
      return known === null ? null : (readableGoalLogs([log], known.access)[0] ?? null);
    },
  },
  interviews: {
    documents: (interview) => documentsOfInterview(interview, writtenOn(interview)),
    readable(interview, { sheetOf, identity }) {
      const sheet = sheetOf(interview.sheetId)?.sheet;
      if (sheet === undefined) return null;
      const viewer = viewerOf(sheet, identity);
      const reader = { viewer, staffId: identity.staffId, stage: sheet.stage };
      return mayReadInterview(interview, reader) ? interview : null;
    },
  },
  conductNotes: {
    documents: documentsOfNote,
    readable: (note, { identity }) => (note.writerId === identity.staffId ? note : null),
  },
  talkNotes: {
    documents: (note) => documentsOfTalkNote(note, writtenOn(note)),
    readable: (note, reader) => readableOfTalk(reader, note.talkId, { note })?.note ?? null,
  },
  talkTopics: {
    documents: (topic) => documentsOfTalkTopic(topic, writtenOn(topic)),
    readable: (topic, reader) =>
      readableOfTalk(reader, topic.talkId, { topics: [topic] })?.topics[0] ?? null,
  },
  talkActions: {
    documents: (action) => documentsOfTalkAction(action, writtenOn(action)),
    readable: (action, reader) =>
      readableOfTalk(reader, action.talkId, { actions: [action] })?.actions[0] ?? null,
  },
  talkMemos: {
    documents: (memo) => documentsOfTalkMemo(memo, writtenOn(memo)),
    readable: (memo, reader) =>
      readableOfTalk(reader, memo.talkId, { memos: [memo] })?.memos[0] ?? null,
  },
  talkReflections: {
    documents: (reflection) => documentsOfTalkReflection(reflection, writtenOn(reflection)),
    readable: (reflection, reader) =>
      readableOfTalk(reader, reflection.talkId, { reflections: [reflection] })?.reflections[0] ??
      null,
  },
};

/** All that a stored row says; nothing where it cannot be read. For the index alone. */
export function documentsOf<Name extends TextTable>(
  store: Store,
  table: Name,
  stored: unknown,
): TextDocument[] {
  const row = parseRow(store, table, stored);
  return row === null ? [] : sources[table].documents(row);
}

/** What of a stored row this reader may have: THE decision before anything is shown. */
export function readableDocuments<Name extends TextTable>(
  store: Store,
  table: Name,
  stored: unknown,
  reader: TextReader,
): TextDocument[] {
  const row = parseRow(store, table, stored);
  const readable = row === null ? null : sources[table].readable(row, reader);
  return readable === null ? [] : sources[table].documents(readable);
}

/**
 * Whether it is worth reading a row for this reader. Never narrower than the rules, so
 * nothing is missed; what it lets through is still decided by the row.
 */
export function mayConcern(text: IndexedText, reader: TextReader): boolean {
  if (text.readerId !== null && text.readerId !== reader.identity.staffId) return false;
  if (text.talkId !== null) return reader.talkOf(text.talkId) !== null;
  if (text.sheetId === null) return text.readerId !== null;
  const known = reader.sheetOf(text.sheetId);
  if (known === null) return false;
  if (text.place === null) return true;
  const place = text.kind === 'entry' ? placeOfPart(text.place.partId) : 'goalPlan';
  return place !== null && known.access[place].reads.includes(text.place.author);
}

/** When it was: of a talk the day on which it is held. */
export function dayOf({ day, talkId }: TextDocument | IndexedText, reader: TextReader): PlainDate {
  return reader.talkOf(talkId)?.talk.on ?? day;
}

/** Whom it is about, as this reader has it: of a talk everybody but herself. */
export function aboutOf(text: TextDocument | IndexedText, reader: TextReader): string[] {
  const sheet = reader.sheetOf(text.sheetId)?.sheet;
  if (sheet !== undefined) return [sheet.staffId];
  const talk = reader.talkOf(text.talkId)?.talk;
  if (talk !== undefined) {
    const present = [talk.hostId, ...talk.participantIds];
    return present.filter((id) => id !== reader.identity.staffId);
  }
  return text.aboutId === null ? [] : [text.aboutId];
}

/**
 * @param headers also those that she may not know of
 * @param confidential whether she asks for 相談 and 職場復帰支援の面談
 */
export function makeReader(
  identity: Identity,
  headers: Headers,
  { superviseeIds, confidential }: { superviseeIds: ReadonlySet<string>; confidential: boolean },
): TextReader {
  const { staffId, rights } = identity;
  return {
    identity,
    superviseeIds,
    sheetOf: remembered((sheetId) => {
      const sheet = headers.sheets.get(sheetId);
      if (sheet === undefined || !mayListSheet(sheet, identity)) return null;
      return { sheet, access: accessTo(sheet, identity) };
    }),
    talkOf: remembered((talkId) => {
      const talk = headers.talks.get(talkId);
      if (talk === undefined || (isConfidential(talk.kind) && !confidential)) return null;
      const circle = headers.talkCircles.get(talk.circleId) ?? null;
      const role = talkRoleOf(talk, circle, { staffId, rights, superviseeIds });
      return maySeeTalk(talk.kind, role) ? { talk, circle } : null;
    }),
  };
}

/** Of a talk only this one row, as far as the talk's rules give it to the reader. */
function readableOfTalk(
  { identity, superviseeIds, talkOf }: TextReader,
  talkId: string,
  row: Partial<TalkContents>,
): TalkContents | null {
  const known = talkOf(talkId);
  if (known === null) return null;
  const nothing = { note: null, topics: [], actions: [], memos: [], reflections: [] };
  const { staffId, rights } = identity;
  return readableContents({ ...known, ...nothing, ...row }, { staffId, rights, superviseeIds });
}

function remembered<Value>(
  find: (id: string) => Value | null,
): (id: string | null) => Value | null {
  const known = new Map<string, Value | null>();
  return (id) => {
    if (id === null) return null;
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = find(id);
    known.set(id, found);
    return found;
  };
}

/** The id of a row as it is stored, whether or not it can be read. */
export function storedId(stored: unknown): string {
  const row = stored instanceof DamagedRow ? stored.clear : stored;
  return typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '';
}

function writtenOn({ updatedAt }: { updatedAt: string }): PlainDate {
  return localDay(updatedAt);
}

/** The day of an instant on this PC's calendar. */
export function localDay(instant: string): PlainDate {
  return toLocalIso(new Date(instant)).slice(0, 10);
}
