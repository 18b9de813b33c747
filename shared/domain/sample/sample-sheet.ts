import type { Author, Form } from '../form/form';
import type { Id } from '../record/record';
import { changeEntry, type EntryPatch } from '../sheet/change-entry';
import { goalPartId, itemPartId, remarkPartId } from '../sheet/part';
import { sheetProgress } from '../sheet/progress';
import type { PartId, Sheet, SheetEntry } from '../sheet/sheet';
import {
  developmentPhrases,
  evaluatorPhrases,
  fixedTermGoals,
  goalEvaluatorPhrases,
  goalResultPhrases,
  itemPhrases,
  managerItemPhrases,
  overallPhrases,
} from './sample-phrases';
import { type SampleGoal, type WorkTheme, works } from './sample-work';
import type { SeededRandom } from './seeded-random';

/** How far a sample sheet has come; each step includes those before it. */
export const fillSteps = [
  'empty',
  'goals',
  'selfHalf',
  'self',
  'firstHalf',
  'first',
  'second',
] as const;
export type FillStep = (typeof fillSteps)[number];

type Ratings = Record<Author, string>;

const threeWeights = [
  ['40', '30', '30'],
  ['50', '30', '20'],
];

/** Evaluators differ from the person now and then, and from each other more rarely. */
function drawRatings(random: SeededRandom): Ratings {
  const scale = ['S', 'A', 'B', 'C', 'D'];
  const own = random.pick([0, 1, 1, 1, 2, 2, 2, 2, 2, 3]);
  const first = Math.min(4, Math.max(0, own + random.pick([-1, 0, 0, 0, 0, 1, 1])));
  const second = Math.min(4, Math.max(0, first + random.pick([-1, 0, 0, 0, 0, 0, 1])));
  const letter = (index: number) => scale[index] ?? 'B';
  return { employee: letter(own), first: letter(first), second: letter(second) };
}

function evaluatorTone(rating: string): readonly string[] {
  if (rating === 'S' || rating === 'A') return evaluatorPhrases.high;
  return rating === 'B' ? evaluatorPhrases.middle : evaluatorPhrases.low;
}

/** Fills a sheet up to `step` with believable texts and brings its header up to date. */
export function fillSampleSheet(made: {
  sheet: Sheet;
  form: Form;
  theme: WorkTheme;
  manager: boolean;
  step: FillStep;
  /** When each author wrote, in Unix milliseconds. */
  writtenAt: Record<Author, number>;
  random: SeededRandom;
}): { sheet: Sheet; entries: SheetEntry[] } {
  const { sheet, form, random } = made;
  const work = works[made.theme];
  const entries: SheetEntry[] = [];
  const reached = (step: FillStep) => fillSteps.indexOf(made.step) >= fillSteps.indexOf(step);
  const writers: Record<Author, Id | undefined> = {
    employee: sheet.staffId,
    first: sheet.firstEvaluator?.staffId,
    second: sheet.secondEvaluator?.staffId,
  };

  const phrase = (template: string, more: { item?: string; level?: string } = {}): string =>
    template.replace(/\{(\w+)\}/gu, (_slot, name: string) => {
      if (name === 'work') return random.pick(work.tasks);
      if (name === 'partner') return random.pick(work.partners);
      if (name === 'month') return `${random.integer(12) + 1}月`;
      if (name === 'count') return String(2 + random.integer(14));
      return (name === 'item' ? more.item : more.level) ?? '';
    });

  const write = (partId: PartId, author: Author, patch: EntryPatch): void => {
    const by = writers[author];
    if (by === undefined) return;
    const at = made.writtenAt[author];
    const now = new Date(at).toISOString();
    const id = random.id(at);
    entries.push(changeEntry(null, { sheetId: sheet.id, partId, author, patch, id, now, by }));
  };

  const drawGoals = (): SampleGoal[] => {
    if (form.framework.items.length === 0) {
      return fixedTermGoals.map((goal) => ({
        content: phrase(goal.content),
        deadline: goal.deadline,
        level: phrase(goal.level),
        method: phrase(goal.method),
      }));
    }
    const goals = made.manager ? [...work.goals, ...works.management.goals] : work.goals;
    return random.shuffle([...new Set(goals)]).slice(0, 3);
  };

  const fillGoals = (): void => {
    const goals = drawGoals();
    const weights = goals.length === 2 ? ['60', '40'] : random.pick(threeWeights);
    for (const [index, plan] of goals.entries()) {
      const partId = goalPartId(random.id(made.writtenAt.employee));
      const ratings = drawRatings(random);
      write(partId, 'employee', {
        goal: {
          ...plan,
          order: index + 1,
          weight: weights[index] ?? '',
          difficulty: random.pick(['high', 'normal', 'normal', 'normal', 'low']),
        },
        ...(reached('selfHalf') && {
          rating: ratings.employee,
          text: phrase(random.pick(goalResultPhrases), { level: plan.level }),
        }),
      });
      if (reached('firstHalf')) {
        write(partId, 'first', {
          rating: ratings.first,
          text: phrase(random.pick(goalEvaluatorPhrases)),
        });
      }
      if (reached('second')) write(partId, 'second', { rating: ratings.second });
    }
  };

  const fillItems = (): void => {
    for (const [index, item] of form.framework.items.entries()) {
      const partId = itemPartId(item.id);
      const ratings = drawRatings(random);
      const inFirstHalf = index < form.framework.items.length / 2;
      const own = [...(itemPhrases[item.id] ?? []), ...(made.manager ? managerItemPhrases : [])];
      if (reached('self') || (reached('selfHalf') && inFirstHalf)) {
        write(partId, 'employee', {
          rating: ratings.employee,
          text: phrase(random.pick(own), { item: item.name }),
        });
      }
      if (reached('first') || (reached('firstHalf') && inFirstHalf)) {
        write(partId, 'first', {
          rating: ratings.first,
          text: phrase(random.pick(evaluatorTone(ratings.first)), { item: item.name }),
        });
      }
      if (reached('second')) {
        const differs = ratings.second !== ratings.first;
        write(partId, 'second', {
          rating: ratings.second,
          ...(differs && {
            text: phrase(random.pick(evaluatorTone(ratings.second)), { item: item.name }),
          }),
        });
      }
    }
  };

  const fillRemarks = (): void => {
    for (const remark of ['strengths', 'growth', 'improvement', 'advice'] as const) {
      const partId = remarkPartId('development', remark);
      const phrases = developmentPhrases[remark];
      if (reached('self') && phrases.employee.length > 0) {
        write(partId, 'employee', { text: phrase(random.pick<string>(phrases.employee)) });
      }
      if (reached('first')) {
        write(partId, 'first', { text: phrase(random.pick<string>(phrases.first)) });
      }
    }
    for (const author of ['first', 'second'] as const) {
      if (!reached(author)) continue;
      write(remarkPartId('overall', author), author, {
        rating: random.pick(['A', 'B', 'B', 'B', 'C']),
        text: phrase(random.pick(overallPhrases[author])),
      });
    }
  };

  if (reached('goals')) fillGoals();
  fillItems();
  fillRemarks();
  return { sheet: { ...sheet, progress: sheetProgress(form, entries) }, entries };
}
