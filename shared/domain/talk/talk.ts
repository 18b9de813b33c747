import * as z from 'zod';
import { interviewKindSchema } from '../interview/interview';
import { plainDateSchema } from '../period/period';
import { idSchema, instantSchema, lineSchema, longTextSchema, recordBase } from '../record/record';

/** 1on1, 職場内ミーティング, 相談, 職場復帰支援の面談, キャリア面談, 評価者面談. */
export const talkKinds = [
  'oneOnOne',
  'workplaceMeeting',
  'consultation',
  'returnSupport',
  'career',
  'evaluation',
] as const;
export const talkKindSchema = z.enum(talkKinds);
export type TalkKind = z.infer<typeof talkKindSchema>;

export const talkStateSchema = z.enum(['planned', 'held', 'cancelled']);
export type TalkState = z.infer<typeof talkStateSchema>;

/** A time of day as `09:30`. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/**
 * A talk without what was said: who, when, of which kind. `circleId` is a random id in
 * clear; who is behind it stands in a sealed row, so that nothing in clear says who talks
 * with whom, or that somebody has asked for advice.
 */
export const talkSchema = z.looseObject({
  ...recordBase,
  circleId: idSchema,
  kind: talkKindSchema,
  /** Who holds it. */
  hostId: idSchema,
  /** Who takes part beside her: one person, or several in a 職場内ミーティング. */
  participantIds: z.array(idSchema).min(1),
  on: plainDateSchema.nullable(),
  at: clockTimeSchema.nullable(),
  minutes: z.int().min(5).max(1_440),
  state: talkStateSchema,
  /** It was planned with somebody whom its host did not look after that day. */
  byHand: z.boolean(),
  /** The sheet and the 評価者面談 that it belongs to; null for every other kind. */
  interview: z.looseObject({ sheetId: idSchema, kind: interviewKindSchema }).nullable(),
});
export type Talk = z.infer<typeof talkSchema>;

/** The person says of one line of the shared note that her evaluator may refer to it. */
export const quoteMarkSchema = z.looseObject({
  staffId: idSchema,
  /** The line as she saw it. Another wording is not what she agreed to. */
  line: longTextSchema,
  markedAt: instantSchema,
});
export type QuoteMark = z.infer<typeof quoteMarkSchema>;

/** What all who take part write and read together; one row per talk. */
export const talkNoteSchema = z.looseObject({
  ...recordBase,
  talkId: idSchema,
  text: longTextSchema,
  marks: z.array(quoteMarkSchema),
});
export type TalkNote = z.infer<typeof talkNoteSchema>;

/** 聞いてほしい, 一緒に考えたい, 助言がほしい, 決めてほしい. */
export const wantedResponses = ['listen', 'think', 'advice', 'decide'] as const;
export const wantedResponseSchema = z.enum(wantedResponses);
export type WantedResponse = z.infer<typeof wantedResponseSchema>;

/** 仕事, 成長, 人間関係, 健康, キャリア. */
export const talkThemes = ['work', 'growth', 'relations', 'health', 'career'] as const;
export const talkThemeSchema = z.enum(talkThemes);
export type TalkTheme = z.infer<typeof talkThemeSchema>;

/** One thing that somebody wants to speak about. */
export const talkTopicSchema = z.looseObject({
  ...recordBase,
  talkId: idSchema,
  authorId: idSchema,
  order: z.int().min(0),
  text: longTextSchema,
  wanted: wantedResponseSchema,
  theme: talkThemeSchema.nullable(),
  /** It has been spoken about. */
  done: z.boolean(),
});
export type TalkTopic = z.infer<typeof talkTopicSchema>;

/** What somebody does until when. Open ones come along to the next talk of the circle. */
export const talkActionSchema = z.looseObject({
  ...recordBase,
  circleId: idSchema,
  /** The talk in which it was agreed. */
  talkId: idSchema,
  order: z.int().min(0),
  text: longTextSchema,
  ownerId: idSchema.nullable(),
  dueOn: plainDateSchema.nullable(),
  doneOn: plainDateSchema.nullable(),
});
export type TalkAction = z.infer<typeof talkActionSchema>;

/**
 * What one of them writes for herself alone. A table of its own. Who
 * wrote it stands in the sealed row: in clear, two writers of one talk would say who talks
 * with whom.
 */
export const talkMemoSchema = z.looseObject({
  ...recordBase,
  writerId: idSchema,
  talkId: idSchema,
  text: longTextSchema,
});
export type TalkMemo = z.infer<typeof talkMemoSchema>;

/** 「話してみてどうでしたか」: hers, until she shares it with who held the talk. */
export const talkReflectionSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  talkId: idSchema,
  /** 1 まだもやもやしている … 5 すっきりした. */
  score: z.int().min(1).max(5).nullable(),
  word: longTextSchema,
  shared: z.boolean(),
});
export type TalkReflection = z.infer<typeof talkReflectionSchema>;

/** 必要に応じて, 毎週, 2週に1度, 毎月. */
export const rhythms = ['asNeeded', 'weekly', 'fortnightly', 'monthly'] as const;
export const rhythmSchema = z.enum(rhythms);
export type Rhythm = z.infer<typeof rhythmSchema>;

/** The person lets what is written of these talks go on to who follows as her supervisor. */
export const talkHandoverSchema = z.looseObject({
  toId: idSchema,
  /** Only the talks that she has seen and chosen. */
  talkIds: z.array(idSchema),
  consentedAt: instantSchema,
});
export type TalkHandover = z.infer<typeof talkHandoverSchema>;

/** Those who talk with one another: two people, or the 職場内ミーティング of one leader. */
export const talkCircleSchema = z.looseObject({
  ...recordBase,
  kind: z.enum(['pair', 'meeting']),
  /** The supervisor, or who leads the meeting. */
  leaderId: idSchema,
  /** Everybody who has or had a part; each talk says for itself who took part. */
  staffIds: z.array(idSchema),
  /** What both have agreed. */
  rhythm: rhythmSchema,
  /** What one of them would like; the other has not said yes to it. */
  proposal: z.looseObject({ rhythm: rhythmSchema, by: idSchema }).nullable(),
  /** Beside the evaluator assignment; for the talks that were planned so, and for no others. */
  byHand: z.boolean(),
  handovers: z.array(talkHandoverSchema),
});
export type TalkCircle = z.infer<typeof talkCircleSchema>;

/** An open question to begin with. */
export const topicCardSchema = z.looseObject({
  id: lineSchema,
  theme: talkThemeSchema,
  text: lineSchema,
});
export type TopicCard = z.infer<typeof topicCardSchema>;

/** What 職員課 keeps for the talks of the whole office; one row, the same id on every PC. */
export const talkSettingsSchema = z.looseObject({
  ...recordBase,
  /** Years after which a record of a talk is due to be deleted. */
  retentionYears: z.int().min(1).max(30),
  /** ハラスメント・健康相談窓口, as it is shown beside every talk. */
  contactText: longTextSchema,
  cards: z.array(topicCardSchema),
});
export type TalkSettings = z.infer<typeof talkSettingsSchema>;
