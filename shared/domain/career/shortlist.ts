import type { OrgUnit } from '../organisation/org-unit';
import { orgUnitLine } from '../organisation/org-unit-path';
import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import type { CareerPlan } from './career-plan';
import type { PlacementRequest } from './placement-request';
import type { Post } from './post';
import { experienceByField, monthsWords } from './post-history';
import type { StaffingNeed } from './staffing-need';
import { workFieldLabels } from './work-field';

export const reasonKinds = ['wish', 'experience', 'ability', 'growth'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Why somebody appears beside a need, in words. */
export type Reason = { kind: ReasonKind; text: string };

/** What 職員課 may know of somebody; each part null or empty where it may not, or there is none. */
export type Candidate = {
  staffId: Id;
  orgUnitId: Id;
  posts: readonly Post[];
  /** Her plan as she shares it. */
  plan: CareerPlan | null;
  /** Her request as it was handed in. */
  request: PlacementRequest | null;
};

/** Less experience of a field than a year is none yet. */
const LEAST_MONTHS = 12;
/** The level of 自己チェック from which an ability is more than what is asked. */
const STRONG_LEVEL = 4;

/**
 * Why this person appears beside a need; the empty list where nothing does. Reasons are not
 * weighed against each other and nobody is put before anybody: 職員課 reads and decides.
 */
export function reasonsFor(
  need: Pick<StaffingNeed, 'orgUnitId' | 'itemIds' | 'fields'>,
  candidate: Candidate,
  context: {
    orgUnits: readonly OrgUnit[];
    itemNames: ReadonlyMap<string, string>;
    today: PlainDate;
  },
): Reason[] {
  const { orgUnits, itemNames, today } = context;
  // Whoever works there already is not looked for.
  if (isWithin(orgUnits, candidate.orgUnitId, need.orgUnitId)) return [];
  const named = (itemId: string) => `「${itemNames.get(itemId) ?? itemId}」`;
  const wishes = (candidate.request?.wishes ?? []).flatMap((wish, index): Reason[] => {
    const rank = `第${index + 1}希望`;
    const unit =
      wish.unitId !== null &&
      (isWithin(orgUnits, need.orgUnitId, wish.unitId) ||
        isWithin(orgUnits, wish.unitId, need.orgUnitId));
    if (unit) return [{ kind: 'wish', text: `${rank}がこの所属` }];
    if (wish.field === null || !need.fields.includes(wish.field)) return [];
    return [{ kind: 'wish', text: `${rank}の分野が「${workFieldLabels[wish.field]}」` }];
  });
  const experience = experienceByField(candidate.posts, today)
    .filter(({ field, months }) => need.fields.includes(field) && months >= LEAST_MONTHS)
    .map(
      ({ field, months }): Reason => ({
        kind: 'experience',
        text: `${workFieldLabels[field]}の経験 ${monthsWords(months)}`,
      }),
    );
  const abilities = (candidate.plan?.selfChecks ?? [])
    .filter(
      ({ itemId, present }) => need.itemIds.includes(itemId) && (present ?? 0) >= STRONG_LEVEL,
    )
    .map(
      ({ itemId, present }): Reason => ({
        kind: 'ability',
        text: `自己チェックで${named(itemId)}が${present}`,
      }),
    );
  const growth = (candidate.plan?.neededItemIds ?? [])
    .filter((itemId) => need.itemIds.includes(itemId))
    .map((itemId): Reason => ({ kind: 'growth', text: `身に付けたい能力に${named(itemId)}` }));
  return [...wishes, ...experience, ...abilities, ...growth];
}

function isWithin(orgUnits: readonly OrgUnit[], unitId: Id, top: Id): boolean {
  return orgUnitLine(orgUnits, unitId).some(({ id }) => id === top);
}
