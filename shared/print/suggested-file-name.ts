import { fiscalYearName } from '../domain/period/fiscal-year';
import type { Period } from '../domain/period/period';
import type { Sheet } from '../domain/sheet/sheet';
import { safeFileName } from '../domain/text/safe-file-name';

/** `人事評価シート_令和8年度_100234_𠮷田美咲`, without extension. */
export function evaluationSheetFileName(sheet: Sheet, period: Period): string {
  const { number, name } = sheet.staff;
  const parts = ['人事評価シート', fiscalYearName(period.fiscalYear), number, name];
  return safeFileName(parts.map((part) => part.replace(/\s/gu, '')).join('_'));
}
