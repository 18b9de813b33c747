import { IkuseiError } from '../errors';
import type { Id, Instant } from '../record/record';
import { sanitizeText } from '../text/sanitize';
import { cellQuestionId } from './expectations';
import type {
  ExpectationCell,
  Framework,
  FrameworkSet,
  PolicyTables,
  Settlement,
} from './framework';

/** A wording 職員課 has to settle before the first hand-out, with its answer if given. */
export type OpenQuestion = {
  id: string;
  frameworkName: string;
  /** Where in the table, e.g. `職務知識／主事・技師(補)、主任`. */
  where: string;
  question: string;
  /** The wording as published. */
  currentText: string;
  settlement: Settlement | null;
};

/** @param index of the rule in the tables, from 0 */
export function ruleQuestionId(index: number): string {
  return `rule/${index + 1}`;
}

function settlementOf(settlements: readonly Settlement[], questionId: string): Settlement | null {
  return settlements.find((settlement) => settlement.questionId === questionId) ?? null;
}

function cellPlace(framework: Framework, cell: ExpectationCell): string {
  const items = framework.items.filter((item) => cell.items.includes(item.id));
  const positions = framework.positions.filter((position) => cell.positions.includes(position.id));
  const names = (named: { name: string }[]) => named.map(({ name }) => name).join('、');
  return `${names(items)}／${names(positions)}`;
}

/** Every question of the tables, settled or not, in table order; rules last. */
export function openQuestions(set: FrameworkSet): OpenQuestion[] {
  const questions: OpenQuestion[] = [];
  for (const framework of set.tables.frameworks) {
    for (const cell of framework.cells) {
      if (cell.confirm === undefined) continue;
      const id = cellQuestionId(framework, cell);
      questions.push({
        id,
        frameworkName: framework.name,
        where: cellPlace(framework, cell),
        question: cell.confirm,
        currentText: cell.text,
        settlement: settlementOf(set.settlements, id),
      });
    }
  }
  for (const [index, rule] of set.tables.rules.entries()) {
    if (rule.confirm === undefined) continue;
    const id = ruleQuestionId(index);
    questions.push({
      id,
      frameworkName: '体系図の注記',
      where: `※の${index + 1}つ目`,
      question: rule.confirm,
      currentText: rule.text,
      settlement: settlementOf(set.settlements, id),
    });
  }
  return questions;
}

export function isUnsettled(settlements: readonly Settlement[], questionId: string): boolean {
  return settlementOf(settlements, questionId) === null;
}

/**
 * Settles a question, or settles it anew.
 *
 * @throws IkuseiError `badRequest` for an unknown question or an empty wording
 */
export function settleQuestion(
  set: FrameworkSet,
  answer: { questionId: string; text: string; by: Id; now: Instant },
): FrameworkSet {
  const { questionId, by, now } = answer;
  const text = sanitizeText(answer.text).trim();
  if (!openQuestions(set).some((question) => question.id === questionId)) {
    throw new IkuseiError('badRequest', `確認待ちの文言「${questionId}」がありません`);
  }
  if (text === '') throw new IkuseiError('badRequest', '確定する文言が空です');
  const others = set.settlements.filter((settlement) => settlement.questionId !== questionId);
  return {
    ...set,
    settlements: [...others, { questionId, text, settledAt: now, settledBy: by }],
    updatedAt: now,
    updatedBy: by,
  };
}

/** Takes an answer back; the same set when there was none. */
export function withdrawSettlement(
  set: FrameworkSet,
  taken: { questionId: string; by: Id; now: Instant },
): FrameworkSet {
  if (isUnsettled(set.settlements, taken.questionId)) return set;
  return {
    ...set,
    settlements: set.settlements.filter(({ questionId }) => questionId !== taken.questionId),
    updatedAt: taken.now,
    updatedBy: taken.by,
  };
}

function settled<Wording extends { text: string; confirm?: string | undefined }>(
  wording: Wording,
  settlement: Settlement | null,
): Wording {
  if (wording.confirm === undefined || settlement === null) return wording;
  const { confirm: _answered, ...rest } = wording;
  return { ...rest, text: settlement.text } as Wording;
}

/** The tables a new form is made from: settled wordings stand and carry no question. */
export function settledTables(set: FrameworkSet): PolicyTables {
  return {
    ...set.tables,
    frameworks: set.tables.frameworks.map((framework) => ({
      ...framework,
      cells: framework.cells.map((cell) =>
        settled(cell, settlementOf(set.settlements, cellQuestionId(framework, cell))),
      ),
    })),
    rules: set.tables.rules.map((rule, index) =>
      settled(rule, settlementOf(set.settlements, ruleQuestionId(index))),
    ),
  };
}
