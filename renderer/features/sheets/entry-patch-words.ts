import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import { goalFieldLabels } from '../../../shared/domain/sheet/sheet-words';

/** What somebody wrote in one part, as a text to take elsewhere: a text alone stands alone. */
export function entryPatchWords({ rating, text, goal }: EntryPatch): string {
  const fields: Readonly<Record<string, string>> = goalFieldLabels;
  const goalLines = Object.entries(goal ?? {}).flatMap(([field, value]) => {
    const label = fields[field];
    const isText = typeof value === 'string' && value !== '' && field !== 'unitGoalId';
    return label !== undefined && isText ? [`${label}：${value}`] : [];
  });
  const ratingLine = rating === undefined || rating === null ? [] : [`評語：${rating}`];
  return [...ratingLine, ...goalLines, ...(text === undefined ? [] : [text])].join('\n');
}
