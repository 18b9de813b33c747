import type { Author, Form } from '../domain/form/form';
import { expectationGroups, positionOf } from '../domain/framework/expectations';
import type { FrameworkItem, Settlement } from '../domain/framework/framework';
import { isUnsettled } from '../domain/framework/open-questions';
import type { Period } from '../domain/period/period';
import { formatWareki, formatWarekiDateTime } from '../domain/period/wareki';
import {
  type EntryLookup,
  entryLookup,
  goalEntries,
  itemPartId,
  remarkPartId,
} from '../domain/sheet/part';
import type {
  Difficulty,
  EvaluatorSnapshot,
  GoalPlan,
  PartId,
  Sheet,
  SheetEntry,
} from '../domain/sheet/sheet';
import { shortAuthorLabels } from '../domain/sheet/sheet-words';
import type { EvaluationSheetModel } from './evaluation-sheet-model';

const authors: readonly Author[] = ['employee', 'first', 'second'];
const difficultyMarks: Record<Difficulty, string> = { high: '◎', normal: '', low: '△' };

type Source = { form: Form; find: EntryLookup; readable: readonly Author[] };

function ratingsOf(source: Source, partId: PartId): Record<Author, string> {
  const rating = (author: Author) => source.find(partId, author)?.rating ?? '';
  return { employee: rating('employee'), first: rating('first'), second: rating('second') };
}

/**
 * The texts of a part in the order of its columns. A label is left out only where no
 * other column could appear, so that no text is taken for somebody else's.
 */
function textsOf(
  source: Source,
  partId: PartId,
  partAuthors: readonly Author[],
): { label: string; text: string }[] {
  const columns = authors.filter(
    (author) => partAuthors.includes(author) && source.readable.includes(author),
  );
  return columns.flatMap((author) => {
    const text = source.find(partId, author)?.text.trim() ?? '';
    return text === ''
      ? []
      : [{ label: columns.length > 1 ? shortAuthorLabels[author] : '', text }];
  });
}

function planLine(goal: GoalPlan): string {
  return [goal.deadline, goal.level, goal.method]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('／');
}

function evaluatorLine(evaluator: EvaluatorSnapshot | null): string {
  return evaluator === null ? '' : `${evaluator.jobTitle} ${evaluator.name}`.trim();
}

function itemSection(
  source: Source,
  kind: FrameworkItem['kind'],
  settlements: readonly Settlement[],
): EvaluationSheetModel['itemSections'] {
  const groups = expectationGroups(source.form.framework, source.form.positionId, kind);
  if (groups.length === 0) return [];
  return [
    {
      name: source.form.sectionTitles[kind],
      groups: groups.map((group) => ({
        expectation: group.text,
        unsettled: group.questionId !== null && isUnsettled(settlements, group.questionId),
        rows: group.items.map((item) => ({
          name: item.name,
          evidence: textsOf(source, itemPartId(item.id), authors),
          ratings: ratingsOf(source, itemPartId(item.id)),
        })),
      })),
    },
  ];
}

/**
 * The paper of a sheet for one reader. Entries of authors outside `readable` never enter
 * it, so main, Typst and the file cannot show them.
 *
 * @param printedAt local time as `2026-11-22T14:05`
 */
export function buildEvaluationSheetModel(made: {
  sheet: Sheet;
  form: Form;
  period: Period;
  entries: readonly SheetEntry[];
  settlements: readonly Settlement[];
  readable: readonly Author[];
  printedAt: string;
  sample: boolean;
}): EvaluationSheetModel {
  const { sheet, form, period, settlements, readable } = made;
  const entries = made.entries.filter((entry) => readable.includes(entry.author));
  const source: Source = { form, find: entryLookup(entries), readable };
  const { number, name, orgUnitPath, positionName, grade } = sheet.staff;
  const { ability, conduct, goals, development, overall } = form.sectionTitles;
  return {
    kind: 'evaluation-sheet',
    title: form.title,
    formNumber: form.formNumber,
    periodLine: `${period.name}（評価対象期間 ${formatWareki(period.startsOn)}～${formatWareki(period.endsOn)}）`,
    sample: made.sample,
    printedAt: formatWarekiDateTime(made.printedAt),
    header: {
      number,
      name,
      positionAndGrade: grade === '' ? positionName : `${positionName}（${grade}）`,
      orgUnit: orgUnitPath.join(' '),
      firstEvaluator: evaluatorLine(sheet.firstEvaluator),
      secondEvaluator: evaluatorLine(sheet.secondEvaluator),
    },
    role: positionOf(form.framework, form.positionId).role,
    sectionTitles: { goals, items: `${ability}、${conduct}`, development, overall },
    goals: goalEntries(entries).flatMap(({ goal, partId }) =>
      goal === null
        ? []
        : [
            {
              content: goal.content,
              plan: planLine(goal),
              weight: goal.weight,
              difficulty: difficultyMarks[goal.difficulty],
              ratings: ratingsOf(source, partId),
              evidence: textsOf(source, partId, authors),
            },
          ],
    ),
    itemSections: [
      ...itemSection(source, 'ability', settlements),
      ...itemSection(source, 'conduct', settlements),
    ],
    development: form.development.map((remark) => ({
      name: remark.name,
      texts: textsOf(source, remarkPartId('development', remark.id), remark.authors),
    })),
    overall: form.overall.flatMap((remark) =>
      remark.authors.map((author) => {
        const entry = source.find(remarkPartId('overall', remark.id), author);
        return { name: remark.name, text: entry?.text ?? '', rating: entry?.rating ?? '' };
      }),
    ),
    notes: form.notes.map(({ text, questionId }) => ({
      text,
      unsettled: questionId !== null && isUnsettled(settlements, questionId),
    })),
    scale: form.scale.steps,
  };
}
