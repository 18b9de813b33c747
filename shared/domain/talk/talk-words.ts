import type { Rhythm, TalkKind, TalkState, TalkTheme, WantedResponse } from './talk';
import type { TalkPlace } from './talk-rules';

export const talkKindLabels: Readonly<Record<TalkKind, string>> = {
  oneOnOne: '1on1',
  workplaceMeeting: '職場内ミーティング',
  consultation: '相談',
  returnSupport: '職場復帰支援の面談',
  career: 'キャリア面談',
  evaluation: '評価者面談',
};

export const talkStateLabels: Readonly<Record<TalkState, string>> = {
  planned: '予定',
  held: '実施',
  cancelled: '取りやめ',
};

export const wantedLabels: Readonly<Record<WantedResponse, string>> = {
  listen: '聞いてほしい',
  think: '一緒に考えたい',
  advice: '助言がほしい',
  decide: '決めてほしい',
};

export const themeLabels: Readonly<Record<TalkTheme, string>> = {
  work: '仕事',
  growth: '成長',
  relations: '人間関係',
  health: '健康',
  career: 'キャリア',
};

export const rhythmLabels: Readonly<Record<Rhythm, string>> = {
  asNeeded: '必要に応じて',
  weekly: '毎週',
  fortnightly: '2週に1度',
  monthly: '毎月',
};

/** How it was, from 1 to 5. */
export const scoreLabels = [
  'まだもやもやしている',
  '少しもやもやしている',
  'どちらでもない',
  '少しすっきりした',
  'すっきりした',
] as const;

/**
 * Who reads what stands in a box. It says whose screens and files it stays out of, and does
 * not claim that no lawful request could ever reach it.
 */
export function readerWords(kind: TalkKind, place: Exclude<TalkPlace, 'existence'>): string {
  const ordinary = kind === 'oneOnOne' || kind === 'career';
  switch (place) {
    case 'ownMemo':
      return '書いた本人だけが読みます。話した相手、後任の上司、職員課の画面・検索・印刷・ファイルには、メモがあることも出ません。';
    case 'reflection':
      return '本人だけが読みます。「上司に見せる」を選ぶと、この話をした上司も読めます。ほかの人の画面・ファイルには出ません。';
    case 'topics':
    case 'sharedNote':
    case 'actions':
      if (kind === 'workplaceMeeting') {
        return '参加した人が読みます。参加していない人と職員課の画面・検索・ファイルには出ません。';
      }
      if (!ordinary || place === 'topics') {
        return 'ふたりだけが読みます。後任の上司、職員課、ほかの人の画面・検索・ファイルには出ません。';
      }
      return 'ふたりが読みます。上司が替わったときは、本人が選んだ回だけを後任の上司も読みます。職員課とほかの人の画面・検索・ファイルには出ません。';
  }
}

/** Whether anybody else can learn that there is such a talk. */
export function existenceWords(kind: TalkKind): string {
  if (kind === 'oneOnOne') {
    return '話したことがあるという事実は、所属ごとの回数としてだけ職員課に伝わります。内容は伝わりません。';
  }
  if (kind === 'workplaceMeeting') {
    return '開いたことは、所属ごとの回数としてだけ職員課に伝わります。内容は伝わりません。';
  }
  if (kind === 'consultation' || kind === 'returnSupport') {
    return 'この話は、ふたりのほかには回数・予定表・一覧・検索・印刷のどこにも出ません。';
  }
  return 'この話は、職員課の回数に入りません。';
}
