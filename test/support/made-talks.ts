import type { StoreWriter } from '../../renderer/data/write-store';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { makeSeededRandom } from '../../shared/domain/sample/seeded-random';
import type {
  Talk,
  TalkCircle,
  TalkMemo,
  TalkNote,
  TalkTopic,
} from '../../shared/domain/talk/talk';
import { testId, testNow } from './sheet-builders';

export const MADE_TALKS = 20_000;
const TALKS_OF_A_PAIR = 20;
/** About what is written of a talk of half an hour: 600 letters in all. */
const LETTERS = { note: 420, topic: 70, memo: 110 };

export const talkHost = testId(11);

const beginnings = `窓口の混雑を 申請書の様式を 係の引継ぎを 新しい仕組みの練習を 研修で学んだことを
  来庁者への説明を 電話の取次ぎを 後輩への教え方を 休みの調整を 繁忙期の分担を
  ｶｳﾝﾀｰの配置を 髙齢の方への案内を データの確認を 会議の進め方を 目標の進み具合を`.split(/\s+/u);
const middles = `一緒に見直して 少しずつ変えて 図にまとめて 係のみんなに話して 先に決めて
  次の月までに試して 関係する課と相談して 紙に書き出して 毎朝確かめて ゆっくり考えて`.split(/\s+/u);
const endings = `みることにした。 うまくいった。 困っていると聞いた。 もう一度話すことにした。
  助言を伝えた。 ほかの係にも広げたい。 本人が続けたいと言った。 迷っているようだった。
  来週までに案を作る。 よい手応えがあった。`.split(/\s+/u);

export type MadeTalks = {
  talkCircles: TalkCircle[];
  talks: Talk[];
  talkNotes: TalkNote[];
  talkTopics: TalkTopic[];
  talkMemos: TalkMemo[];
};

/**
 * The same talks in every run.
 *
 * @param host whose talks they are: the worst case, one person who has held them all
 */
export function makeTalks(count = MADE_TALKS, host = talkHost): MadeTalks {
  const random = makeSeededRandom(count);
  const made: MadeTalks = {
    talkCircles: [],
    talks: [],
    talkNotes: [],
    talkTopics: [],
    talkMemos: [],
  };
  let lastId = 1_000_000;
  const base = () => {
    lastId += 1;
    return {
      id: testId(lastId),
      schemaVersion: SCHEMA_VERSION,
      updatedAt: testNow,
      updatedBy: host,
    };
  };
  const text = (letters: number) => {
    let written = '';
    while (written.length < letters) {
      written += `${random.pick(beginnings)}${random.pick(middles)}${random.pick(endings)}`;
    }
    return written;
  };
  for (let number = 0; number < count; number += 1) {
    const person = testId(10_000 + Math.floor(number / TALKS_OF_A_PAIR));
    if (number % TALKS_OF_A_PAIR === 0) made.talkCircles.push(circleOf(base(), host, person));
    const circleId = made.talkCircles.at(-1)?.id ?? '';
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor((number * 2_400) / count)));
    const talk: Talk = {
      ...base(),
      circleId,
      kind: 'oneOnOne',
      hostId: host,
      participantIds: [person],
      on: day.toISOString().slice(0, 10),
      at: '10:00',
      minutes: 30,
      state: 'held',
      byHand: true,
      interview: null,
    };
    made.talks.push(talk);
    made.talkNotes.push({ ...base(), talkId: talk.id, text: text(LETTERS.note), marks: [] });
    made.talkTopics.push({
      ...base(),
      talkId: talk.id,
      authorId: person,
      order: 0,
      text: text(LETTERS.topic),
      wanted: 'think',
      theme: 'work',
      done: true,
    });
    made.talkMemos.push({
      ...base(),
      talkId: talk.id,
      writerId: host,
      text: text(LETTERS.memo),
    });
  }
  return made;
}

export const madeTables = [
  'talkCircles',
  'talks',
  'talkNotes',
  'talkTopics',
  'talkMemos',
] as const satisfies readonly (keyof MadeTalks)[];

export async function insertTalks(writer: StoreWriter, made: MadeTalks): Promise<void> {
  await writer.insert('talkCircles', made.talkCircles);
  await writer.insert('talks', made.talks);
  await writer.insert('talkNotes', made.talkNotes);
  await writer.insert('talkTopics', made.talkTopics);
  await writer.insert('talkMemos', made.talkMemos);
}

function circleOf(
  base: Pick<TalkCircle, 'id' | 'schemaVersion' | 'updatedAt' | 'updatedBy'>,
  host: string,
  person: string,
): TalkCircle {
  return {
    ...base,
    kind: 'pair',
    leaderId: host,
    staffIds: [host, person],
    rhythm: 'monthly',
    proposal: null,
    byHand: true,
    handovers: [],
  };
}
