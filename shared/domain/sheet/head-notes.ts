import { typingsOf } from './proxy-rules';
import { typingWords } from './proxy-words';
import type { Sheet } from './sheet';

/** What is said of the person's hours, and who typed for her; the same on screen and paper. */
export function headNotes(sheet: Pick<Sheet, 'staff' | 'proxy'>): string[] {
  const { shortHours } = sheet.staff;
  const hours = shortHours === undefined ? [] : [`勤務：${shortHours}`];
  return [...hours, ...typingsOf(sheet).map(typingWords)];
}
