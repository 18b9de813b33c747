import type { Scale } from '../form/form';
import { expectationOf } from '../framework/expectations';
import type { Framework, FrameworkItem } from '../framework/framework';
import type { SelfCheck } from './career-plan';

/** What the position asks, on the levels of 自己チェック. */
export const EXPECTED_LEVEL = 3;
const MOST_LEVEL = 5;

/** A rating that was disclosed to the person, as it is drawn beside her own level. */
export type DisclosedRating = { rating: string; level: number };

/** One item of the framework as a plan looks at it. */
export type AbilityRow = {
  itemId: string;
  name: string;
  kind: FrameworkItem['kind'];
  /** Her own level against her present position and against the one she wishes for. */
  present: number | null;
  wished: number | null;
  disclosed: DisclosedRating | null;
  /** The policy's words for both; null where its table has no such cell. */
  expectedPresent: string | null;
  expectedWished: string | null;
};

/**
 * A rating on the levels of 自己チェック: the best is 5, the last 1, those between at equal
 * steps, so that the middle one stands at what is asked. Null when the scale has no such one.
 */
export function levelOfRating({ steps }: Pick<Scale, 'steps'>, rating: string): number | null {
  const index = steps.findIndex((step) => step.rating === rating);
  if (index < 0) return null;
  return MOST_LEVEL - (index * (MOST_LEVEL - 1)) / (steps.length - 1);
}

/** Every item of a framework with what is said and what is asked there. */
export function abilityRows(made: {
  framework: Framework;
  positionId: string;
  wishedPositionId: string | null;
  selfChecks: readonly SelfCheck[];
  disclosed: ReadonlyMap<string, DisclosedRating>;
}): AbilityRow[] {
  const { framework, positionId, wishedPositionId, disclosed } = made;
  const checks = new Map(made.selfChecks.map((check) => [check.itemId, check]));
  return framework.items.map(({ id: itemId, name, kind }) => ({
    itemId,
    name,
    kind,
    present: checks.get(itemId)?.present ?? null,
    wished: checks.get(itemId)?.wished ?? null,
    disclosed: disclosed.get(itemId) ?? null,
    expectedPresent: expectationOf(framework, positionId, itemId),
    expectedWished:
      wishedPositionId === null ? null : expectationOf(framework, wishedPositionId, itemId),
  }));
}
