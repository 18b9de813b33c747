import { type PeriodKind, periodKinds } from '../../../shared/domain/period/period';

export const kindLabels: Readonly<Record<PeriodKind, string>> = {
  annual: '年間評価',
  half: '半期',
  special: '特別評価',
};

export const kindOptions = periodKinds.map((value) => ({ value, label: kindLabels[value] }));
