import type { Author, Form } from '../domain/form/form';
import { expectationGroups, positionOf } from '../domain/framework/expectations';
import type { FrameworkItem, Settlement } from '../domain/framework/framework';
import { isUnsettled } from '../domain/framework/open-questions';
import { type GoalChange, goalChanges } from '../domain/goal/goal-changes';
import type { GoalFacts, NamedUnitGoal } from '../domain/goal/goal-facts';
import type { Period } from '../domain/period/period';
import { formatWareki } from '../domain/period/wareki';
import { headNotes } from '../domain/sheet/head-notes';
import {
  asksForGoals,
  type EntryLookup,
  entryLookup,
  goalEntries,
  itemPartId,
  remarkPartId,
  sharedRemarkPartId,
} from '../domain/sheet/part';
import type {
  Difficulty,
  EvaluatorSnapshot,
  GoalPlan,
  PartId,
  Sheet,
  SheetEntry,
} from '../domain/sheet/sheet';
import { goalFieldLabels, shortAuthorLabels } from '../domain/sheet/sheet-words';
import { isUndisclosed } from '../domain/sheet/stage-rules';
import { changeTitle } from '../domain/staff/evaluator-change-words';
import type { EvaluatorChange } from '../domain/staff/evaluator-changes';
import type { EvaluationSheetModel } from './evaluation-sheet-model';
import type { SheetLayout } from './paper-style';
import { printedAtOf } from './printed-at';

const authors: readonly Author[] = ['employee', 'first', 'second'];
/** The marks of 困難度 and 重要度. */
const stepMarks: Record<Difficulty, string> = { high: '◎', normal: '', low: '△' };

/** What the paper is made from; `blank` asks for every place, filled in or not. */
type Source = {
  form: Form;
  find: EntryLookup;
  readable: readonly Author[];
  shared: readonly Author[];
  blank: boolean;
};
type Goals = { changes: readonly GoalChange[]; unitGoals: readonly NamedUnitGoal[] };

/** Rows for goals on a form to be filled in by hand. */
const BLANK_GOALS = 5;

function ratingsOf(source: Source, partId: PartId): Record<Author, string> {
  const rating = (author: Author) => source.find(partId, author)?.rating ?? '';
  return { employee: rating('employee'), first: rating('first'), second: rating('second') };
}

/** Whose text of a part the reader has: 担当業務の改善点 while the columns are still closed. */
function readersOf({ readable, shared }: Pick<Source, 'readable' | 'shared'>, partId: PartId) {
  return partId === sharedRemarkPartId ? [...readable, ...shared] : readable;
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
    (author) => partAuthors.includes(author) && readersOf(source, partId).includes(author),
  );
  return columns.flatMap((author) => {
    const text = source.find(partId, author)?.text.trim() ?? '';
    return text === '' && !source.blank
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

/** A reason that is left over from a difficulty of before is not said. */
function detailsOf(
  goal: GoalPlan,
  partId: PartId,
  { changes, unitGoals }: Goals,
): { label: string; text: string }[] {
  const reason = goal.difficulty === 'normal' ? '' : goal.difficultyReason.trim();
  const details = [
    { label: '重要度', text: stepMarks[goal.importance] },
    { label: '困難度の理由', text: reason },
    { label: '挑戦', text: goal.challenge ? '上位職相当への挑戦' : '' },
    { label: '組織目標', text: unitGoals.find(({ id }) => id === goal.unitGoalId)?.content ?? '' },
    { label: '合意時から変更', text: changeLine(changes.find((one) => one.partId === partId)) },
  ];
  return details.filter(({ text }) => text !== '');
}

function changeLine(change: GoalChange | undefined): string {
  if (change?.kind === 'added') return '加えた目標';
  return change?.kind === 'changed'
    ? change.fields.map((field) => goalFieldLabels[field]).join('・')
    : '';
}

function removedLine(changes: readonly GoalChange[]): string {
  const gone = changes.flatMap((change) =>
    change.kind === 'removed' ? [change.agreed.content.trim()] : [],
  );
  return gone.length === 0 ? '' : `合意の後に取り除いた目標：${gone.join('、')}`;
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

function goalsOf(
  source: Source,
  entries: readonly SheetEntry[],
  around: Goals,
): EvaluationSheetModel['goals'] {
  return goalEntries(entries).flatMap(({ goal, partId }) =>
    goal === null
      ? []
      : [
          {
            content: goal.content,
            plan: planLine(goal),
            weight: goal.weight,
            difficulty: stepMarks[goal.difficulty],
            details: detailsOf(goal, partId, around),
            ratings: ratingsOf(source, partId),
            evidence: textsOf(source, partId, authors),
          },
        ],
  );
}

function emptyGoals(): EvaluationSheetModel['goals'] {
  return Array.from({ length: BLANK_GOALS }, () => ({
    content: '',
    plan: '',
    weight: '',
    difficulty: '',
    details: [],
    ratings: { employee: '', first: '', second: '' },
    evidence: authors.map((author) => ({ label: shortAuthorLabels[author], text: '' })),
  }));
}

function headerOf(sheet: Sheet): EvaluationSheetModel['header'] {
  const { number, name, orgUnitPath, positionName, grade } = sheet.staff;
  return {
    number,
    name,
    positionAndGrade: grade === '' ? positionName : `${positionName}（${grade}）`,
    orgUnit: orgUnitPath.join(' '),
    firstEvaluator: evaluatorLine(sheet.firstEvaluator),
    secondEvaluator: evaluatorLine(sheet.secondEvaluator),
  };
}

/** Everything under the goals, and what the form itself says. */
function formParts(source: Source, settlements: readonly Settlement[]) {
  const { form } = source;
  const { ability, conduct, goals, development, overall } = form.sectionTitles;
  return {
    title: form.title,
    formNumber: form.formNumber,
    role: positionOf(form.framework, form.positionId).role,
    sectionTitles: { goals, items: `${ability}、${conduct}`, development, overall },
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

function periodLineOf(period: Period): string {
  const days = `${formatWareki(period.startsOn)}～${formatWareki(period.endsOn)}`;
  return `${period.name}（評価対象期間 ${days}）`;
}

type Printing = {
  form: Form;
  period: Period;
  settlements: readonly Settlement[];
  /** Local time as `2026-11-22T14:05`. */
  printedAt: string;
  sample: boolean;
  /** Upright when none is given. */
  layout?: SheetLayout;
};

/**
 * The paper of a sheet for one reader. Entries of authors outside `readable`, and `shared`,
 * never enter it, so main, Typst and the file cannot show them.
 */
export function buildEvaluationSheetModel(
  made: Printing & {
    sheet: Sheet;
    entries: readonly SheetEntry[];
    readable: readonly Author[];
    /** Whose 担当業務の改善点 she reads beyond those; nobody's when left out. */
    shared?: readonly Author[];
    goalFacts: GoalFacts;
    /** Those that the reader may know. */
    changes?: readonly EvaluatorChange[];
  },
): EvaluationSheetModel {
  const { form, readable } = made;
  const shared = made.shared ?? [];
  const entries = made.entries.filter(({ partId, author }) =>
    readersOf({ readable, shared }, partId).includes(author),
  );
  const source: Source = { form, find: entryLookup(entries), readable, shared, blank: false };
  const { agreed, unitGoals } = made.goalFacts;
  const changes = agreed === null ? [] : goalChanges(agreed, entries);
  return {
    kind: 'evaluation-sheet',
    layout: made.layout ?? 'portrait',
    blank: false,
    periodLine: periodLineOf(made.period),
    sample: made.sample,
    undisclosed: isUndisclosed(made.sheet),
    printedAt: printedAtOf(made.printedAt),
    header: headerOf(made.sheet),
    headNote: headNotes(made.sheet).join('　'),
    goals: goalsOf(source, entries, { changes, unitGoals }),
    goalsNote: removedLine(changes),
    besides: (made.changes ?? []).map((change) => ({
      label: changeTitle(change),
      text: change.text,
    })),
    ...formParts(source, made.settlements),
  };
}

/**
 * The same form to be filled in by hand: nothing that anybody wrote is in it.
 *
 * @param made.sheet whose head is filled in; null leaves the head blank too
 */
export function buildBlankEvaluationSheetModel(
  made: Printing & { sheet: Sheet | null },
): EvaluationSheetModel {
  const { form, sheet } = made;
  const source: Source = {
    form,
    find: entryLookup([]),
    readable: authors,
    shared: [],
    blank: true,
  };
  return {
    kind: 'evaluation-sheet',
    layout: made.layout ?? 'portrait',
    blank: true,
    periodLine: periodLineOf(made.period),
    sample: made.sample,
    undisclosed: false,
    printedAt: printedAtOf(made.printedAt),
    header: sheet === null ? blankHeader(form) : headerOf(sheet),
    // Nobody has typed on a paper that is still to be filled in.
    headNote: sheet === null ? '' : headNotes({ staff: sheet.staff }).join('　'),
    goals: asksForGoals(form) ? emptyGoals() : [],
    goalsNote: '',
    besides: [],
    ...formParts(source, made.settlements),
  };
}

/** The form is one position's, so that the position is known even without a person. */
function blankHeader(form: Form): EvaluationSheetModel['header'] {
  return {
    number: '',
    name: '',
    positionAndGrade: positionOf(form.framework, form.positionId).name,
    orgUnit: '',
    firstEvaluator: '',
    secondEvaluator: '',
  };
}
