import { formatWareki } from '../period/wareki';
import type { HandDownState } from './hand-down';
import type { OjtState } from './ojt-plan';
import type { ApplicationState } from './training-application';
import type { CallKind, CallState, TrainingCall, TrainingKind } from './training-call';
import type { ApplicationMove, AskedMove } from './training-rules';

export const trainingKindLabels: Readonly<Record<TrainingKind, string>> = {
  basic: '庁内研修（基本研修）',
  special: '庁内研修（特別研修）',
  dispatch: '派遣研修',
  ojt: '職場研修(OJT)',
  self: '自己啓発',
  studyGroup: '自主研究グループ',
};

type CallWords = {
  name: string;
  /** What a person asks for with it, and the paper of it. */
  apply: string;
  applicationTitle: string;
  reportTitle: string;
  reason: string;
  /** What the call gets from a person: 申込み, 応募, 申請. */
  asked: string;
  /** What a report tells of. */
  report: string;
  /** Where a state or a move is not called as that of a course. */
  states: Partial<Record<ApplicationState, string>>;
  moves: Partial<Record<ApplicationMove, string>>;
};

/** What is carried out, and not attended. */
const carriedOut = {
  states: { attended: '実施済み（報告待ち）', absent: '実施せず' },
  moves: {
    attend: '実施済みにする',
    missed: '「実施せず」にする',
    unmiss: '「実施せず」を取り消す',
  },
} as const;

/** The words in which the kinds of call differ. */
export const callWords: Readonly<Record<CallKind, CallWords>> = {
  course: {
    name: '研修',
    apply: '申し込む',
    applicationTitle: '研修受講申込書',
    reportTitle: '研修受講報告書',
    reason: '受講したい理由',
    asked: '申込み',
    report: '学んだこと・行ったこと',
    states: {},
    moves: {},
  },
  posting: {
    name: '庁内公募',
    apply: '応募する',
    applicationTitle: '庁内公募応募書',
    reportTitle: '庁内公募報告書',
    reason: '応募の理由とやってみたいこと',
    asked: '応募',
    report: '取り組んだこと',
    states: { applied: '応募済み', attended: '従事済み（報告待ち）', absent: '辞退' },
    moves: {
      apply: '応募する',
      attend: '従事済みにする',
      missed: '辞退にする',
      unmiss: '辞退を取り消す',
    },
  },
  ojtCost: {
    name: '職場研修の経費',
    apply: '申請する',
    applicationTitle: '職場研修経費負担申請書',
    reportTitle: '職場研修実施報告書',
    reason: '職場研修の目的と内容',
    asked: '申請',
    report: '行ったこと',
    states: { applied: '申請済み', ...carriedOut.states },
    moves: { apply: '申請する', ...carriedOut.moves },
  },
  studyGroup: {
    name: '自主研究グループ補助',
    apply: '申請する',
    applicationTitle: '自主研究グループ補助申請書',
    reportTitle: '自主研究グループ活動報告書',
    reason: '研究の題目と内容',
    asked: '申請',
    report: '研究したこと・行ったこと',
    states: { applied: '申請済み', ...carriedOut.states },
    moves: { apply: '申請する', ...carriedOut.moves },
  },
};

export const callStateLabels: Readonly<Record<CallState, string>> = {
  planned: '計画',
  open: '募集中',
  closed: '募集終了',
};

const courseStates: Readonly<Record<ApplicationState, string>> = {
  draft: '下書き',
  applied: '申込済み',
  recommended: '所属長が推薦',
  accepted: '決定',
  declined: '見送り',
  attended: '受講済み（報告待ち）',
  absent: '欠席',
  reported: '報告済み',
  withdrawn: '取下げ',
};

const courseMoves: Readonly<Record<ApplicationMove, string>> = {
  apply: '申し込む',
  withdraw: '取り下げる',
  recommend: '推薦する',
  accept: '決定する',
  decline: '見送る',
  attend: '受講済みにする',
  missed: '欠席にする',
  reopen: '決定前に戻す',
  unmiss: '欠席を取り消す',
  handInReport: '報告を提出する',
};

export function stateLabel(kind: CallKind, state: ApplicationState): string {
  return callWords[kind].states[state] ?? courseStates[state];
}

export function moveLabel(kind: CallKind, move: ApplicationMove): string {
  return callWords[kind].moves[move] ?? courseMoves[move];
}

/** The question before a move, and what the move does. */
export function moveQuestion(kind: CallKind, move: AskedMove): { title: string; effect: string } {
  const { asked } = callWords[kind];
  const question = moveLabel(kind, move).replace(/する$/u, 'しますか');
  const back = `あとで「${moveLabel(kind, move === 'missed' ? 'unmiss' : 'reopen')}」で戻せます。`;
  switch (move) {
    case 'withdraw':
      return {
        title: `${asked}を取り下げますか`,
        effect: `取り下げると、職員課はこの${asked}を決めません。元には戻せませんが、募集の間は、もう一度初めから出せます。`,
      };
    case 'accept':
      return {
        title: `${asked}を${question}`,
        effect: `決定と、決定の理由や連絡は、本人にも見えます。${back}`,
      };
    case 'decline':
      return {
        title: `${asked}を見送りますか`,
        effect: `見送ることと、決定の理由や連絡は、本人にも見えます。${back}`,
      };
    case 'attend':
      return {
        title: question,
        effect:
          kind === 'course'
            ? '本人が報告を書けるようになり、研修の記録にも入ります。元に戻せません。'
            : '本人が報告を書けるようになります。元に戻せません。',
      };
    case 'missed':
      return {
        title: question,
        effect: `「${stateLabel(kind, 'absent')}」は、本人にも見えます。${back}`,
      };
  }
}

export const ojtStateLabels: Readonly<Record<OjtState, string>> = {
  draft: '準備中',
  open: '実施中',
  closed: '終了',
};

export const handDownStateLabels: Readonly<Record<HandDownState, string>> = {
  planned: 'これから',
  doing: '継承中',
  done: '完了',
};

/** `令和8年6月3日から令和8年6月4日まで`, as far as it is said. */
export function daysWords({ startsOn, endsOn }: Pick<TrainingCall, 'startsOn' | 'endsOn'>): string {
  if (startsOn === null) return endsOn === null ? '' : `${formatWareki(endsOn)}まで`;
  if (endsOn === null || endsOn === startsOn) return formatWareki(startsOn);
  return `${formatWareki(startsOn)}から${formatWareki(endsOn)}まで`;
}

export function hoursWords(hours: number | null): string {
  return hours === null ? '' : `${hours}時間`;
}
