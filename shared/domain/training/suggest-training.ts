import type { CareerPlan } from '../career/career-plan';
import type { Scale } from '../form/form';
import type { TrainingCall } from './training-call';

/** Where a person stands below what is asked, or wants to grow, and how we know. */
export type AbilityGap = { itemId: string; gap: number; reason: string };

/** A call that may help, and why. */
export type TrainingSuggestion = { call: TrainingCall; reasons: string[]; gap: number };

/** The rating that says 「求められた役割をおおむね果たした」: the middle of the scale. */
export function expectedRating({ steps }: Pick<Scale, 'steps'>): string {
  return steps[Math.floor((steps.length - 1) / 2)]?.rating ?? '';
}

/** The gap of a rating that was disclosed, or that she gave herself; null where there is none. */
export function gapOfRating(
  rated: { itemId: string; itemName: string; rating: string; source: 'disclosed' | 'self' },
  scale: Pick<Scale, 'steps'>,
): AbilityGap | null {
  const expected = expectedRating(scale);
  const rankOf = (rating: string) => scale.steps.findIndex((step) => step.rating === rating);
  const rank = rankOf(rated.rating);
  const gap = rank - rankOf(expected);
  if (rank < 0 || gap <= 0) return null;
  const source = rated.source === 'disclosed' ? '開示された評語' : '自己評価';
  return {
    itemId: rated.itemId,
    gap,
    reason: `「${rated.itemName}」の${source}が${rated.rating}で、求められる水準（${expected}）に届いていないため`,
  };
}

/** What the position asks, as 自己チェック counts it. */
const ASKED_LEVEL = 3;

/** The gaps that a career plan says of itself: levels below what is asked, and wishes to grow. */
export function gapsOfPlan(
  { selfChecks, neededItemIds }: Pick<CareerPlan, 'selfChecks' | 'neededItemIds'>,
  nameOf: (itemId: string) => string,
): AbilityGap[] {
  const checked = selfChecks.flatMap(({ itemId, present, wished }): AbilityGap[] =>
    (
      [
        [present, '今の職位'],
        [wished, '目指す職位'],
      ] as const
    ).flatMap(([level, position]) =>
      level === null || level >= ASKED_LEVEL
        ? []
        : [
            {
              itemId,
              gap: ASKED_LEVEL - level,
              reason: `「${nameOf(itemId)}」の自己チェックが、${position}に求められる水準に届いていないため`,
            },
          ],
    ),
  );
  const wanted = neededItemIds.map((itemId) => ({
    itemId,
    gap: 1,
    reason: `キャリアプランで「${nameOf(itemId)}」を身に付けたい能力に選んでいるため`,
  }));
  return [...checked, ...wanted];
}

/**
 * The calls that serve an ability with a gap, the widest first, each with its reasons. What
 * is taken already, or over, is not suggested.
 *
 * @param taken the calls in which the person has a part, and the titles of what she has done
 */
export function suggestTraining({
  gaps,
  calls,
  taken,
}: {
  gaps: readonly AbilityGap[];
  calls: readonly TrainingCall[];
  taken: { callIds: ReadonlySet<string>; titles: ReadonlySet<string> };
}): TrainingSuggestion[] {
  return calls
    .filter(
      ({ id, title, kind, state }) =>
        kind === 'course' &&
        state !== 'closed' &&
        !taken.callIds.has(id) &&
        !taken.titles.has(title),
    )
    .flatMap((call) => {
      const own = gaps.filter(({ itemId }) => call.itemIds.includes(itemId));
      if (own.length === 0) return [];
      const gap = own.reduce((sum, one) => sum + one.gap, 0);
      return [{ call, reasons: [...new Set(own.map(({ reason }) => reason))], gap }];
    })
    .toSorted(
      (one, other) =>
        other.gap - one.gap ||
        (one.call.startsOn ?? '9').localeCompare(other.call.startsOn ?? '9') ||
        one.call.title.localeCompare(other.call.title),
    );
}
