import type { Framework, Position } from '../../../shared/domain/framework/framework';

/**
 * The grades a position is given in the policy's table, lowest first: `7・6級` →
 * `['6級', '7級']`, `1～3級` → `['1級', '2級', '3級']`. Empty when the table names none.
 */
export function gradesOf(position: Position): string[] {
  const written = (position.grades ?? '').normalize('NFKC');
  const range = /^(\d+)[~〜-](\d+)級/u.exec(written);
  const numbers =
    range === null
      ? (written.match(/\d+/gu) ?? []).map(Number)
      : numbersBetween(Number(range[1]), Number(range[2]));
  return numbers.toSorted((left, right) => left - right).map((grade) => `${grade}級`);
}

function numbersBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The positions of a framework by id; an unknown framework has none. */
export function positionsOf(frameworks: readonly Framework[], frameworkId: string): Position[] {
  return frameworks.find(({ id }) => id === frameworkId)?.positions ?? [];
}
