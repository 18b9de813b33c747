import { formatWarekiDateTime } from '../../../shared/domain/period/wareki';
import type { ColdCopy } from '../../../shared/ipc/contract';
import { toLocalIso } from '../../platform/local-time';

/** When a copy was taken, as `令和8年11月22日 14:05`. */
export function coldCopyTime(copy: ColdCopy): string {
  return formatWarekiDateTime(toLocalIso(new Date(copy.takenAt)));
}

/** What a copy holds, in words: counts of the tables a person knows of. */
export function coldCopyContents(copy: ColdCopy): string {
  if (copy.sentinel === null) return '記録なし';
  const { counts } = copy.sentinel;
  return `シート ${counts['sheets'] ?? 0}件、記入 ${counts['sheetEntries'] ?? 0}件、職員 ${counts['staff'] ?? 0}人`;
}
