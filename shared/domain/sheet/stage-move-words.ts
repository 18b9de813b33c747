import type { MoveAction } from './stage-moves';

export type MoveWords = {
  button: string;
  /** What happens, and who can read what from then on. */
  effect: string;
  /** Said once it is done. */
  done: string;
  /** What the reason is for, where one is asked for. */
  reason?: string;
};

/** What a move is called, and what it does, in the words of the screen. */
export const moveWords: Readonly<Record<MoveAction, MoveWords>> = {
  handInGoals: {
    button: '目標を提出する',
    effect:
      '一次評価者が目標を読めるようになります。合意するまで、目標は書き換えられません。自己評価の下書きは、まだだれにも見えません。',
    done: '目標を提出しました',
  },
  agreeGoals: {
    button: '目標に合意する',
    effect:
      '期首面談で合意した目標として、今の内容を残します。このあと本人は目標を書き換えられますが、合意した内容も並べて残ります。',
    done: '目標に合意しました',
  },
  returnGoals: {
    button: '目標を差し戻す',
    effect: '本人が目標を書き直せるようになります。理由は本人に伝わります。',
    done: '目標を差し戻しました',
    reason: '直してほしいところ',
  },
  beginSelfEvaluation: {
    button: '自己評価に進む',
    effect:
      '目標の内容は、ここから書き換えられません。自己評価は、提出するまでだれにも見えません。',
    done: '自己評価に進みました',
  },
  handInSelfEvaluation: {
    button: '自己評価を提出する',
    effect:
      '一次評価者・二次評価者・職員課が、目標の結果と自己評価を読めるようになります。提出したあとは書き換えられません。',
    done: '自己評価を提出しました',
  },
  returnSelfEvaluation: {
    button: '自己評価を差し戻す',
    effect:
      '書きもれがあるときに使います。本人が自己評価を書き足せるようになります。提出されたときの内容は残ります。理由は本人に伝わります。',
    done: '自己評価を差し戻しました',
    reason: '書きもれているところ',
  },
  handInFirstEvaluation: {
    button: '一次評価を提出する',
    effect:
      '二次評価者と職員課が、一次評価を読めるようになります。本人は、開示のあとまで読めません。',
    done: '一次評価を提出しました',
  },
  returnFirstEvaluation: {
    button: '一次評価者へ差し戻す',
    effect:
      '一次評価者が書き直せるようになります。理由は一次評価者と職員課に伝わり、本人には伝わりません。',
    done: '一次評価者へ差し戻しました',
    reason: '見直してほしいところ',
  },
  handInSecondEvaluation: {
    button: '二次評価を提出する',
    effect: '職員課が、二次評価を読めるようになります。本人は、開示のあとまで読めません。',
    done: '二次評価を提出しました',
  },
  askForReevaluation: {
    button: '再評価を求める',
    effect: '評価者が書き直せるようになります。理由は評価者に伝わり、本人には伝わりません。',
    done: '再評価を求めました',
    reason: '再評価を求める理由',
  },
  finishLeveling: {
    button: '調整を終える',
    effect: '確定を待つ段階へ進みます。',
    done: '調整を終えました',
  },
  confirm: {
    button: '確定する',
    effect: '評価の結果を確定します。本人には、開示するまで見えません。',
    done: '確定しました',
  },
  disclose: {
    button: '本人に開示する',
    effect:
      '本人が、評価者の評語と所見を読めるようになります。今日が開示日になり、不服申出の期間はその翌日から数えます。',
    done: '本人に開示しました',
  },
  complete: {
    button: '期末面談を終えて完了する',
    effect: '年間の評価が終わります。このあとは、だれも書き込めません。',
    done: '完了しました',
  },
  reopen: {
    button: '段階を戻す',
    effect:
      '選んだ段階から、もう一度始めます。書かれたものは残り、経過にも残ります。開示のあとに戻すときは、理由が本人にも伝わります。',
    done: '段階を戻しました',
    reason: '戻す理由',
  },
  skip: {
    button: 'この段階をとばす',
    effect:
      'この人だけ、今の段階をとばして次へ進めます。書きかけの記入は、書いた人だけのものとして残り、結果には入りません。理由は職員課だけが読みます。',
    done: '段階をとばしました',
    reason: 'とばす理由',
  },
  exempt: {
    button: '評価の対象外にする',
    effect: 'このシートの評価をやめます。理由は職員課と本人だけが読めます。あとで対象に戻せます。',
    done: '評価の対象外にしました',
    reason: '対象外とする理由（在籍した月数など）',
  },
  includeAgain: {
    button: '評価の対象に戻す',
    effect: '選んだ段階から、評価を続けます。理由は職員課と本人だけが読めます。',
    done: '評価の対象に戻しました',
    reason: '戻す理由',
  },
};
