import type { Author, Form } from '../../../shared/domain/form/form';
import {
  expectationGroups,
  expectationOf,
  lowerPositions,
  nextHigherPosition,
} from '../../../shared/domain/framework/expectations';
import { isUnsettled } from '../../../shared/domain/framework/open-questions';
import { type GoalChange, goalChanges } from '../../../shared/domain/goal/goal-changes';
import type { GoalFacts } from '../../../shared/domain/goal/goal-facts';
import {
  asksForGoals,
  entryLookup,
  parsePartId,
  remarkPartId,
  type SheetPart,
  sharedRemarkPartId,
  sheetParts,
} from '../../../shared/domain/sheet/part';
import type { GoalPlan, PartId, SheetEntry } from '../../../shared/domain/sheet/sheet';
import type { SheetView } from '../../data/queries';
import { unitGoalWords } from './goal-words';

/** What of a sheet's view says how its page is built. */
export type PlannedView = Pick<
  SheetView,
  'form' | 'settlements' | 'entries' | 'viewer' | 'access' | 'goalFacts' | 'damaged'
>;

/** A column of a part as this reader meets it. */
export type ColumnPlan =
  | { author: Author; mode: 'write' }
  | { author: Author; mode: 'read'; rating: string | null; text: string }
  /** Not mine to read before that. */
  | { author: Author; mode: 'hidden'; until: 'handIn' | 'disclosure' }
  | { author: Author; mode: 'damaged' };

export type ExpectationPlan = {
  text: string;
  unsettled: boolean;
  /** The item that shows the merged cell's text; null on that item itself. */
  shownAt: string | null;
  /** The other items of the merged cell, on the item that shows it. */
  sharedWith: string[];
};

export type PartPlan = {
  partId: PartId;
  section: SectionId;
  name: string;
  rated: boolean;
  expectation: ExpectationPlan | null;
  columns: ColumnPlan[];
  /** Whether I write what the goal says. */
  writesGoal: boolean;
  /** The goal of a goal part, for those who do not write it themselves. */
  goal: GoalPlan | null;
  /** The goal of the unit that it serves, in words. */
  unitGoal: string | null;
};

export type SectionId = 'goals' | 'ability' | 'conduct' | 'development' | 'overall';

export type SectionPlan = {
  id: SectionId;
  title: string;
  parts: PartPlan[];
  /** Goals may be added here. */
  growing: boolean;
};

const sectionIds: readonly SectionId[] = ['goals', 'ability', 'conduct', 'development', 'overall'];

/**
 * The page's structure and everything the reader cannot change on it. What she writes
 * herself is not in it, so her own typing leaves it as it is.
 */
export function sheetPlan(view: PlannedView): SectionPlan[] {
  const find = entryLookup(view.entries);
  const expectations = expectationsOf(view);
  const sound = sheetParts(view.form, view.entries);
  const parts = [...sound, ...damagedGoals(view, sound)].map((part): PartPlan => {
    // Nobody judges a goal that nobody can read; what was written about it stays in sight.
    const isOpen = sound.includes(part);
    const columns = part.authors.map((author) => columnPlan(view, part, author, isOpen, find));
    const writesGoal =
      part.section === 'goals' && isOpen && view.access.goalPlan.writes.includes('employee');
    const goal = writesGoal ? null : (find(part.partId, 'employee')?.goal ?? null);
    const linked = goal?.unitGoalId ?? null;
    return {
      partId: part.partId,
      section: part.section,
      name: part.name,
      rated: part.rated,
      expectation: expectations.get(part.partId) ?? null,
      columns,
      writesGoal,
      goal,
      unitGoal: linked === null ? null : unitGoalWords(view.goalFacts.unitGoals, linked),
    };
  });
  return sectionIds
    .map((id) => ({
      id,
      title: view.form.sectionTitles[id],
      parts: parts.filter((part) => part.section === id),
      growing: id === 'goals' && view.access.goalPlan.writes.includes('employee'),
    }))
    .filter(({ id, parts: own }) => own.length > 0 || (id === 'goals' && asksForGoals(view.form)));
}

/** Goals whose own entry cannot be read: the evaluators' ratings of them must not vanish. */
export function damagedGoals(
  view: Pick<PlannedView, 'damaged'>,
  sound: readonly SheetPart[],
): SheetPart[] {
  return view.damaged
    .filter(({ partId, author }) => author === 'employee' && isGoal(partId))
    .filter(({ partId }) => sound.every((part) => part.partId !== partId))
    .map(({ partId }, index) => ({
      partId,
      section: 'goals',
      name: `読めなくなった個人目標${index + 1}`,
      authors: ['employee', 'first', 'second'],
      rated: true,
      texted: true,
    }));
}

function isGoal(partId: string): boolean {
  return parsePartId(partId)?.kind === 'goal';
}

/** How the goals differ from what was agreed. */
export function changesSinceAgreed(view: SheetView): GoalChange[] {
  const { agreed } = soundGoalFacts(view);
  return agreed === null ? [] : goalChanges(agreed, view.entries);
}

/** Without the goals that cannot be read now: nobody has taken those off. */
export function soundGoalFacts({ goalFacts, damaged }: SheetView): GoalFacts {
  const unread = damaged.map(({ partId }) => partId);
  const agreed = goalFacts.agreed?.filter(({ partId }) => !unread.includes(partId)) ?? null;
  return { ...goalFacts, agreed };
}

export type RemovedGoal = { partId: PartId; content: string };

/** The goals that the employee has taken off, in her order. */
export function removedGoals(view: SheetView): RemovedGoal[] {
  return view.entries
    .flatMap(({ partId, author, removed, goal }) =>
      removed && author === 'employee' && goal !== null && isGoal(partId) ? [{ partId, goal }] : [],
    )
    .toSorted((left, right) => left.goal.order - right.goal.order)
    .map(({ partId, goal }) => ({ partId, content: goal.content.trim() }));
}

function columnPlan(
  view: PlannedView,
  { partId, section }: SheetPart,
  author: Author,
  isOpen: boolean,
  find: (partId: PartId, author: Author) => SheetEntry | null,
): ColumnPlan {
  const { reads, writes } = view.access[partId === sharedRemarkPartId ? 'sharedRemark' : section];
  if (!reads.includes(author)) {
    // An evaluator waits for the person to hand in, everybody else for 開示.
    const until = author === 'employee' || view.viewer.includes('hr') ? 'handIn' : 'disclosure';
    return { author, mode: 'hidden', until };
  }
  if (view.damaged.some((place) => place.partId === partId && place.author === author)) {
    return { author, mode: 'damaged' };
  }
  if (isOpen && writes.includes(author)) return { author, mode: 'write' };
  const entry = find(partId, author);
  return { author, mode: 'read', rating: entry?.rating ?? null, text: entry?.text ?? '' };
}

function expectationsOf({ form, settlements }: PlannedView): Map<string, ExpectationPlan> {
  const plans = new Map<string, ExpectationPlan>();
  for (const kind of ['ability', 'conduct'] as const) {
    for (const group of expectationGroups(form.framework, form.positionId, kind)) {
      const [first, ...others] = group.items;
      for (const item of group.items) {
        plans.set(`item/${item.id}`, {
          text: group.text,
          unsettled: group.questionId !== null && isUnsettled(settlements, group.questionId),
          shownAt: item === first || first === undefined ? null : first.name,
          sharedWith: item === first ? others.map(({ name }) => name) : [],
        });
      }
    }
  }
  return plans;
}

export type PositionHint = { position: string; text: string };

/** What the table asks of the same item one step up, and of the steps below. */
export function positionHints(
  form: Form,
  partId: string,
): { higher: PositionHint | null; lower: PositionHint[] } {
  const part = parsePartId(partId);
  if (part === null || part.kind !== 'item') return { higher: null, lower: [] };
  const hintOf = (position: { id: string; name: string }): PositionHint[] => {
    const text = expectationOf(form.framework, position.id, part.id);
    return text === null ? [] : [{ position: position.name, text }];
  };
  const higher = nextHigherPosition(form.framework, form.positionId);
  return {
    higher: higher === null ? null : (hintOf(higher)[0] ?? null),
    lower: lowerPositions(form.framework, form.positionId).flatMap(hintOf),
  };
}

/**
 * What the first evaluator wrote under 育成 in the period before, by the names that this
 * year's form has: the policy uses an evaluation first of all to develop people, so that it
 * stands beside the next goals. Only what the reader may read is in `previous`.
 */
export function previousDevelopment({
  form,
  previous,
}: Pick<SheetView, 'form' | 'previous'>): { name: string; text: string }[] {
  if (previous === null) return [];
  const find = entryLookup(previous.entries);
  return form.development.flatMap(({ id, name }) => {
    const text = find(remarkPartId('development', id), 'first')?.text.trim() ?? '';
    return text === '' ? [] : [{ name, text }];
  });
}

export type NotePlan = { text: string; unsettled: boolean };

/** The policy's footnotes to the table (※), with the mark of those that wait for 職員課. */
export function policyNotes({
  form,
  settlements,
}: Pick<SheetView, 'form' | 'settlements'>): NotePlan[] {
  return form.notes.map(({ text, questionId }) => ({
    text,
    unsettled: questionId !== null && isUnsettled(settlements, questionId),
  }));
}

/**
 * The policy's first footnote, word for word: what it says of the positions below, and
 * of those above. Empty for a form without a table.
 */
export function positionRules(form: Form): { below: string; above: string } {
  const [below = '', above = ''] = form.notes[0]?.text.match(/[^。]+。/gu) ?? [];
  return { below, above: above.replace(/^また、/u, '') };
}

/** The first of `missing` after `current` in the sheet's order, else the first of all. */
export function nextMissing(
  sections: readonly SectionPlan[],
  missing: readonly string[],
  current: string | null,
): string | null {
  const order = sections.flatMap((section) => section.parts.map((part) => part.partId as string));
  const open = order.filter((partId) => missing.includes(partId));
  const from = current === null ? -1 : order.indexOf(current);
  return open.find((partId) => order.indexOf(partId) > from) ?? open[0] ?? null;
}

export function firstPart(sections: readonly SectionPlan[]): PartPlan | null {
  return sections.find((section) => section.parts.length > 0)?.parts[0] ?? null;
}

export function findPart(sections: readonly SectionPlan[], partId: string): PartPlan | null {
  for (const section of sections) {
    const part = section.parts.find((candidate) => candidate.partId === partId);
    if (part !== undefined) return part;
  }
  return null;
}
