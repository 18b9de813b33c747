import * as z from 'zod';
import type { ConductNote } from '../conduct-note/conduct-note';
import { authorSchema } from '../form/form';
import { type GoalLog, logPhaseLabels } from '../goal/goal-log';
import type { Interview } from '../interview/interview';
import { interviewLabels } from '../interview/interview-words';
import { type PlainDate, plainDateSchema } from '../period/period';
import { idSchema } from '../record/record';
import { partIdSchema, type SheetEntry } from '../sheet/sheet';
import { authorLabels, goalFieldLabels } from '../sheet/sheet-words';
import type { TalkAction, TalkMemo, TalkNote, TalkReflection, TalkTopic } from '../talk/talk';

/** What a text is, as a person chooses among what was found. */
export const textKinds = ['goal', 'goalLog', 'entry', 'interview', 'talk', 'conductNote'] as const;
export const textKindSchema = z.enum(textKinds);
export type TextKind = z.infer<typeof textKindSchema>;

export const textKindLabels: Readonly<Record<TextKind, string>> = {
  goal: '個人目標',
  goalLog: '取組の記録',
  entry: 'シートの記入',
  interview: '評価者面談',
  talk: '1on1・面談',
  conductNote: '職務行動記録',
};

/**
 * Whose text it is and what it belongs to: all that a first, rough choice of what somebody
 * may read needs. The rules themselves decide on the row.
 */
export const textOwnerSchema = z.object({
  kind: textKindSchema,
  /** The sheet, or the talk, that says who reads it and whom it is about. */
  sheetId: idSchema.nullable(),
  talkId: idSchema.nullable(),
  /** Who alone may read it, whatever else is said; null: nobody is named. */
  readerId: idSchema.nullable(),
  /** Whom it is about where neither sheet nor talk says so. */
  aboutId: idSchema.nullable(),
  /** Where on the sheet, and in whose column. */
  place: z.object({ partId: partIdSchema, author: authorSchema }).nullable(),
  day: plainDateSchema,
});
export type TextOwner = z.infer<typeof textOwnerSchema>;

/** A piece of a text, with what stands before it where it is shown. */
export type TextPiece = { label: string; text: string };

/** A text as it is found and shown: one row of the store may hold several. */
export type TextDocument = TextOwner & { pieces: readonly TextPiece[] };

/** The name of one document among those of all rows. */
export function documentKey(source: { table: string; id: string }, kind: TextKind): string {
  return `${source.table}/${source.id}/${kind}`;
}

/** @param day on which the entry was written last, on this PC's calendar */
export function documentsOfEntry(entry: SheetEntry, day: PlainDate): TextDocument[] {
  if (entry.removed) return [];
  const { sheetId, partId, author, goal } = entry;
  const owner = { ...nobody, sheetId, place: { partId, author }, day };
  const documents: TextDocument[] = [];
  if (goal !== null) {
    const fields = ['content', 'deadline', 'level', 'method', 'difficultyReason'] as const;
    const pieces = fields.map((field) => ({ label: goalFieldLabels[field], text: goal[field] }));
    documents.push({ ...owner, kind: 'goal', pieces });
  }
  const pieces = [{ label: authorLabels[author], text: entry.text }];
  documents.push({ ...owner, kind: 'entry', pieces });
  return documents.flatMap(withText);
}

export function documentsOfGoalLog(log: GoalLog): TextDocument[] {
  if (log.removed) return [];
  return withText({
    ...nobody,
    kind: 'goalLog',
    sheetId: log.sheetId,
    place: { partId: log.partId, author: 'employee' },
    day: log.happenedOn,
    pieces: [{ label: logPhaseLabels[log.phase], text: log.text }],
  });
}

/** @param writtenOn stands in for the day of a talk that has none yet */
export function documentsOfInterview(interview: Interview, writtenOn: PlainDate): TextDocument[] {
  return withText({
    ...nobody,
    kind: 'interview',
    sheetId: interview.sheetId,
    day: interview.heldOn ?? writtenOn,
    pieces: [{ label: interviewLabels[interview.kind], text: interview.text }],
  });
}

/** A conduct note is its writer's alone. */
export function documentsOfNote(note: ConductNote): TextDocument[] {
  if (note.removed) return [];
  return withText({
    ...nobody,
    kind: 'conductNote',
    readerId: note.writerId,
    aboutId: note.staffId,
    day: note.happenedOn,
    pieces: [{ label: '', text: note.text }],
  });
}

export function documentsOfTalkNote({ talkId, text }: TalkNote, day: PlainDate): TextDocument[] {
  return talkDocument({ talkId, day, pieces: [{ label: '共有の記録', text }] });
}

export function documentsOfTalkTopic({ talkId, text }: TalkTopic, day: PlainDate): TextDocument[] {
  return talkDocument({ talkId, day, pieces: [{ label: '話したいこと', text }] });
}

export function documentsOfTalkAction(
  { talkId, text }: TalkAction,
  day: PlainDate,
): TextDocument[] {
  return talkDocument({ talkId, day, pieces: [{ label: '約束', text }] });
}

/** A memo is its writer's alone. */
export function documentsOfTalkMemo(
  { talkId, writerId, text }: TalkMemo,
  day: PlainDate,
): TextDocument[] {
  return talkDocument({
    talkId,
    day,
    readerId: writerId,
    pieces: [{ label: '私だけのメモ', text }],
  });
}

export function documentsOfTalkReflection(
  { talkId, staffId, shared, word }: TalkReflection,
  day: PlainDate,
): TextDocument[] {
  return talkDocument({
    talkId,
    day,
    readerId: shared ? null : staffId,
    pieces: [{ label: '話してみてどうでしたか', text: word }],
  });
}

/** @param day on which it was written last; the talk's own day goes before it */
function talkDocument(
  said: Pick<TextDocument, 'talkId' | 'day' | 'pieces'> & Partial<TextDocument>,
): TextDocument[] {
  return withText({ ...nobody, kind: 'talk', ...said });
}

const nobody = { sheetId: null, talkId: null, readerId: null, aboutId: null, place: null };

function withText(document: TextDocument): TextDocument[] {
  const pieces = document.pieces.filter(({ text }) => text.trim() !== '');
  return pieces.length === 0 ? [] : [{ ...document, pieces }];
}
