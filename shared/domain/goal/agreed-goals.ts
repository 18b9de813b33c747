import type { ColumnVersion } from '../sheet/column-version';
import type { SheetEntry, Stage } from '../sheet/sheet';
import type { SheetAccess } from '../sheet/stage-rules';

/** Nothing is agreed yet, or the sheet left the year before anybody can say that it was. */
const notAgreed: readonly Stage[] = ['goalSetting', 'goalAgreement', 'exempt'];

/**
 * The goals as they were agreed: what the person last handed in to be agreed, for whoever
 * may read her plan. What she had prepared of the result by then was a draft and is nobody's
 * to read. Null where nothing was agreed, or nothing of it is this reader's.
 */
export function agreedGoals(
  versions: readonly ColumnVersion[],
  stage: Stage,
  access: SheetAccess,
): SheetEntry[] | null {
  if (notAgreed.includes(stage) || !access.goalPlan.reads.includes('employee')) return null;
  const agreed = versions
    .filter((version) => version.author === 'employee' && version.stage === 'goalSetting')
    .toSorted((left, right) => right.stageRevision - left.stageRevision)[0];
  if (agreed === undefined) return null;
  return agreed.entries
    .filter(({ author, goal }) => author === 'employee' && goal !== null)
    .map((entry) => ({ ...entry, rating: null, text: '' }));
}
