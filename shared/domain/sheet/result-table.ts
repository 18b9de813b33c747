import type { Author, Form } from '../form/form';
import type { Period, PlainDate } from '../period/period';
import type { Instant } from '../record/record';
import { type ScoredSection, type SectionScore, scoredSections } from '../scoring/score-sheet';
import { breakdownOf } from '../scoring/sheet-breakdown';
import { entryLookup, remarkPartId } from './part';
import type { EvaluatorSnapshot, Sheet, SheetEntry } from './sheet';
import type { SheetEvent } from './sheet-event';
import { shortAuthorLabels, stageLabels } from './sheet-words';
import { isUndisclosed } from './stage-rules';

/** A sheet with no more of it than its reader may have. */
export type ResultSource = {
  sheet: Sheet;
  period: Pick<Period, 'name'>;
  form: Form;
  entries: readonly SheetEntry[];
  readable: readonly Author[];
  events: readonly SheetEvent[];
  /** How many entries of it cannot be read: then nothing is added up. */
  damaged: number;
};

const authors: readonly Author[] = ['employee', 'first', 'second'];
const sectionNames: Readonly<Record<ScoredSection, string>> = {
  goals: '実績',
  ability: '能力',
  conduct: '意識・行動',
};

/** The headings of `resultRow`. */
export const resultHeadings: readonly string[] = [
  '職員番号',
  '氏名',
  'フリガナ',
  '所属',
  '職名',
  '職位',
  '級',
  '評価期間',
  '段階',
  '一次評価者',
  '二次評価者',
  ...authors.flatMap((author) => [
    ...scoredSections.map((section) => `${sectionNames[section]}の点数（${whose(author)}）`),
    `合計の点数（${whose(author)}）`,
    `総合評語（${whose(author)}）`,
  ]),
  '点数の設定',
  '確定日',
  '開示日',
  '備考',
];

function whose(author: Author): string {
  return shortAuthorLabels[author];
}

/**
 * A person's result as 職員課 takes it to other systems. A section in which something is
 * unrated has no number, and neither has a total of such sections: half of it would be taken
 * for the whole.
 *
 * @param dayOf the day of an instant on this PC's clock
 */
export function resultRow(
  source: ResultSource,
  dayOf: (instant: Instant) => PlainDate,
): (string | number)[] {
  const { sheet, form } = source;
  const { staff } = sheet;
  return [
    staff.number,
    staff.name,
    staff.kana,
    staff.orgUnitPath.join('　'),
    staff.jobTitle,
    staff.positionName,
    staff.grade,
    source.period.name,
    stageLabels[sheet.stage],
    evaluatorName(sheet.firstEvaluator),
    evaluatorName(sheet.secondEvaluator),
    ...authors.flatMap((author) => columnCells(source, author)),
    form.scoring.confirmed ? '確定' : '初期値（未確定）',
    confirmedOn(source, dayOf),
    sheet.disclosedOn ?? '',
    remarks(source).join('、'),
  ];
}

function evaluatorName(evaluator: EvaluatorSnapshot | null): string {
  return evaluator?.name ?? '';
}

function columnCells(source: ResultSource, author: Author): (string | number)[] {
  const { form, entries, readable, damaged } = source;
  if (!readable.includes(author)) return [...scoredSections, '', ''].map(() => '');
  const { sections, total } = breakdownOf(form, entries, author, form.scoring);
  const whole = damaged === 0 ? sections : [];
  const means = scoredSections.map((section) => {
    const found = whole.find((one) => one.section === section);
    return found !== undefined && isWhole(found) ? (found.mean ?? '') : '';
  });
  const isTotal = whole.length > 0 && whole.every(isWhole);
  return [...means, isTotal ? (total ?? '') : '', overallRating(source, author)];
}

/** Everything that counts in it is rated. */
function isWhole({ parts }: SectionScore): boolean {
  return parts.every((part) => part.counted || part.reason === 'excluded');
}

function overallRating({ form, entries }: ResultSource, author: Author): string {
  const find = entryLookup(entries);
  return form.overall
    .filter((remark) => remark.authors.includes(author))
    .map((remark) => find(remarkPartId('overall', remark.id), author)?.rating ?? '')
    .filter((rating) => rating !== '')
    .join('・');
}

const confirmedStages: readonly Sheet['stage'][] = ['confirmed', 'disclosed', 'completed'];

/** When it was confirmed last; empty when it has been opened again since. */
function confirmedOn(
  { sheet, events }: ResultSource,
  dayOf: (instant: Instant) => PlainDate,
): string {
  if (!confirmedStages.includes(sheet.stage)) return '';
  const last = events.findLast(({ action }) => action === 'confirm');
  return last === undefined ? '' : dayOf(last.updatedAt);
}

function remarks({ sheet, damaged }: ResultSource): string[] {
  const lost = damaged === 0 ? [] : [`読めなくなった記入 ${damaged}件（点数なし）`];
  return isUndisclosed(sheet) ? ['開示前・取扱注意', ...lost] : lost;
}
