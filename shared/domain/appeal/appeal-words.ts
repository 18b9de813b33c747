import type { AppealState } from './appeal';

export const appealStateLabels: Readonly<Record<AppealState, string>> = {
  draft: '記入中',
  filed: '申出済み',
  examined: '審査中',
  decided: '結果通知済み',
  withdrawn: '取り下げ',
};
