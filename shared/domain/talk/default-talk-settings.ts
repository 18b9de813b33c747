import { fixedId } from '../record/id';
import { type Instant, SCHEMA_VERSION } from '../record/record';
import type { TalkSettings, TalkTheme, TopicCard } from './talk';

const TALK_SETTINGS_KIND = 3;

/** There is one row of it, with the same id on every PC. */
export const talkSettingsId = fixedId(TALK_SETTINGS_KIND, 0);

/** Open questions: none can be answered with yes or no, and none asks why not. */
const questions: Readonly<Record<TalkTheme, readonly string[]>> = {
  work: [
    'この2〜3週間で、手ごたえがあった仕事は何ですか。',
    '今いちばん時間がかかっているのは、どの仕事ですか。何があると軽くなりますか。',
    '次に会うまでに、どこまで進んでいるとよいと思いますか。',
    '仕事の進め方で、変えてみたいことはありますか。どんなことですか。',
  ],
  growth: [
    '最近、できるようになったと感じることは何ですか。',
    '半年後、どんな場面を一人で任せてもらえるようになりたいですか。',
    'もう一度やるとしたら、どこを変えてみたいですか。',
    'だれの、どんな仕事ぶりを見てみたいですか。',
  ],
  relations: [
    '最近、助けられたと感じたのはどんなときですか。',
    '話しかけやすい雰囲気について、職場で気づいていることを聞かせてください。',
    '私にしてほしいこと、しないでほしいことを聞かせてください。',
    '仕事の分け合い方は、どのように見えていますか。',
  ],
  health: [
    'この頃、休みはどのように過ごせていますか。話せる範囲で聞かせてください。',
    '忙しさは、今どのくらいに感じていますか。',
    '働く時間や場所について、配慮があると助かることはありますか。',
  ],
  career: [
    'これまでの仕事で、自分らしさが出せたと思うのはどんな場面ですか。',
    '3年後、どんな仕事をしている自分を想像しますか。',
    '経験してみたい仕事や部署と、そう思うきっかけを聞かせてください。',
    '身に付けたいことのために、この職場でできることは何でしょうか。',
  ],
};

function defaultCards(): TopicCard[] {
  return Object.entries(questions).flatMap(([theme, texts]) =>
    texts.map((text, index) => ({ id: `${theme}-${index + 1}`, theme: theme as TalkTheme, text })),
  );
}

/** What holds until 職員課 has said otherwise. */
export function defaultTalkSettings(made: { now: Instant; by: string }): TalkSettings {
  return {
    id: talkSettingsId,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: made.now,
    updatedBy: made.by,
    retentionYears: 3,
    contactText:
      'ハラスメントや心身の健康について、上司のほかに相談できる窓口があります。連絡先は職員課へ尋ねてください。',
    cards: defaultCards(),
  };
}
