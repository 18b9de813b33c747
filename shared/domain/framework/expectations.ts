import { IkuseiError } from '../errors';
import type { ExpectationCell, Framework, FrameworkItem, Position } from './framework';

/** Items that share one merged cell at one position; the text is shown once for all. */
export type ExpectationGroup = {
  text: string;
  items: FrameworkItem[];
  /** The open question of the cell; whether it still waits, `isUnsettled` says. */
  questionId: string | null;
};

/**
 * The id of the question a cell asks. It is named by the cell's first item and position,
 * which no other cell of the table covers, so that it survives a new order of cells.
 */
export function cellQuestionId(framework: Framework, cell: ExpectationCell): string {
  return `${framework.id}/${cell.items[0]}/${cell.positions[0]}`;
}

function cellOf(
  framework: Framework,
  positionId: string,
  itemId: string,
): ExpectationCell | undefined {
  return framework.cells.find(
    (cell) => cell.items.includes(itemId) && cell.positions.includes(positionId),
  );
}

/** The items of one kind in table order, one group per merged cell. */
export function expectationGroups(
  framework: Framework,
  positionId: string,
  kind: FrameworkItem['kind'],
): ExpectationGroup[] {
  const groups: ExpectationGroup[] = [];
  let previous: ExpectationCell | undefined;
  for (const item of framework.items) {
    if (item.kind !== kind) continue;
    const cell = cellOf(framework, positionId, item.id);
    const last = groups.at(-1);
    if (last !== undefined && cell !== undefined && cell === previous) {
      last.items.push(item);
    } else {
      groups.push({
        text: cell?.text ?? '',
        items: [item],
        questionId: cell?.confirm === undefined ? null : cellQuestionId(framework, cell),
      });
    }
    previous = cell;
  }
  return groups;
}

/** What the policy expects there; null when the table has no such cell. */
export function expectationOf(
  framework: Framework,
  positionId: string,
  itemId: string,
): string | null {
  return cellOf(framework, positionId, itemId)?.text ?? null;
}

/** @throws IkuseiError `unexpected` when the framework has no such position */
export function positionOf(framework: Framework, positionId: string): Position {
  const position = framework.positions.find((candidate) => candidate.id === positionId);
  if (position === undefined) {
    throw new IkuseiError('unexpected', `${framework.name}に職位「${positionId}」がありません`);
  }
  return position;
}

function rungs(framework: Framework): Position[] {
  return framework.positions.filter((position) => position.variantOf === null);
}

/**
 * The positions whose abilities this one is taken to have already (the policy's first
 * footnote), nearest first. A variant (役職定年者) is nobody's rung.
 */
export function lowerPositions(framework: Framework, positionId: string): Position[] {
  const { rank } = positionOf(framework, positionId);
  return rungs(framework)
    .filter((position) => position.rank < rank)
    .toSorted((left, right) => right.rank - left.rank);
}

export function nextHigherPosition(framework: Framework, positionId: string): Position | null {
  const { rank } = positionOf(framework, positionId);
  const higher = rungs(framework)
    .filter((position) => position.rank > rank)
    .toSorted((left, right) => left.rank - right.rank);
  return higher[0] ?? null;
}
