import type { PlainDate } from '../period/period';
import { readDay } from '../period/read-day';
import { formatWareki } from '../period/wareki';

/** The day a goal's いつまでに names, or null for words such as 年度内 or 通年. */
export function deadlineDate(deadline: string): PlainDate | null {
  const reading = readDay(deadline);
  return reading.kind === 'day' ? reading.day : null;
}

/** A day in its one way of writing (令和8年10月1日); everything else stays exactly as typed. */
export function deadlineWords(typed: string): string {
  const day = deadlineDate(typed);
  return day === null ? typed : formatWareki(day);
}

/** The share in per cent of `６０％`, `60 %` or `60` as plain digits; null when it is none. */
export function weightNumber(weight: string): string | null {
  const plain = weight.normalize('NFKC').replace(/[\s%]/gu, '');
  return /^\d+(\.\d+)?$/u.test(plain) ? plain : null;
}

/** A share in its one way of writing (60); everything else stays exactly as typed. */
export function weightWords(typed: string): string {
  return weightNumber(typed) ?? typed;
}
