import type { Author, Form } from '../form/form';
import { weightNumber } from '../sheet/goal-plan-words';
import {
  type EntryLookup,
  entryLookup,
  parsePartId,
  type SheetPart,
  sheetParts,
} from '../sheet/part';
import type { SheetEntry } from '../sheet/sheet';
import {
  type ScoreBreakdown,
  type ScoredPart,
  type ScoredSection,
  scoreSheet,
} from './score-sheet';
import type { ScoringRules } from './scoring-rules';

/**
 * Every step from an author's ratings of a sheet to the suggestion of her overall rating.
 *
 * @param lost parts that are on the sheet and cannot be read: they are missing, not absent
 */
export function breakdownOf(
  form: Form,
  entries: readonly SheetEntry[],
  author: Author,
  rules: ScoringRules,
  lost: readonly SheetPart[] = [],
): ScoreBreakdown {
  const find = entryLookup(entries);
  const parts = [...sheetParts(form, entries), ...lost].flatMap((part) => {
    const { section } = part;
    return isScored(section) && part.authors.includes(author)
      ? [scoredPart({ ...part, section }, author, rules, find)]
      : [];
  });
  return scoreSheet({ rules, scale: form.scale, parts });
}

function isScored(section: SheetPart['section']): section is ScoredSection {
  return section === 'goals' || section === 'ability' || section === 'conduct';
}

/** What a goal is comes from the person who set it; how it is rated, from the author. */
function scoredPart(
  part: SheetPart & { section: ScoredSection },
  author: Author,
  rules: ScoringRules,
  find: EntryLookup,
): ScoredPart {
  const goal = part.section === 'goals' ? (find(part.partId, 'employee')?.goal ?? null) : null;
  const itemId = parsePartId(part.partId)?.id ?? '';
  return {
    partId: part.partId,
    name: part.name,
    section: part.section,
    rating: find(part.partId, author)?.rating ?? null,
    weight: goal === null ? null : shareOf(goal.weight),
    difficulty: goal?.difficulty ?? 'normal',
    challenge: goal?.challenge ?? false,
    excluded: part.section !== 'goals' && (rules.excludedItems ?? []).includes(itemId),
  };
}

/** The share in per cent as typed (`６０％`); null when it is none. */
function shareOf(typed: string): number | null {
  const plain = weightNumber(typed);
  const share = plain === null ? null : Number(plain);
  return share !== null && Number.isFinite(share) ? share : null;
}
