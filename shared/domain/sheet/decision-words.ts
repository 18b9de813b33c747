import type { Decision } from './sheet-event';

/** What was decided about a sheet, in its history. */
export const decisionWords: Readonly<Record<Decision, string>> = {
  allowProxy: '代理入力を決めました',
  endProxy: '代理入力を終えました',
  renew: '様式と名簿を最新に更新しました',
};
