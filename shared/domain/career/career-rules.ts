import type { OfficeSettings } from '../office/office-settings';
import { isInUnit, ownHandlerOf, ownUnitOf } from '../office/own-people';
import type { OrgUnit } from '../organisation/org-unit';
import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import type { EvaluatorAssignment } from '../staff/evaluator-assignment';
import { evaluatorsOn } from '../staff/evaluators-on-a-day';
import type { StaffMember } from '../staff/staff-member';
import type { Identity } from '../store/meta';
import type { PlacementRequest, PlacementRoute } from './placement-request';
import { isDue } from './retention';

/**
 * What somebody is to a person's career records. 上司 is who evaluates her today; the handler
 * is 職員課 as far as it may open this person's requests.
 */
export const careerRoles = ['self', 'supervisor', 'hr', 'handler'] as const;
export type CareerRole = (typeof careerRoles)[number];

/** The records of a person's career, each with one kind of writer. */
export const careerPlaces = [
  'plan',
  'advice',
  'request',
  'consideration',
  'sharedConsideration',
  'opinion',
  'hrTalk',
  'posts',
  'proposedPosts',
  'destruction',
] as const;
export type CareerPlace = (typeof careerPlaces)[number];

/**
 * How far a record has gone: a draft is its writer's alone; a request is handed in through the
 * 所属長 or sealed to 職員課. A plan that is shared is open; so is what has no draft.
 */
export const careerWays = ['draft', 'open', 'sealed'] as const;
export type CareerWay = (typeof careerWays)[number];

type Rule = Partial<Record<CareerRole, 'reads' | 'writes'>>;

const ownDraft: Rule = { self: 'writes' };
const nobody: Rule = {};

/**
 * THE rules of career records: who reads and who writes what, on which way. Whoever writes a
 * place reads it. What a way does not name, nobody learns of: not even that it exists.
 */
export const careerRules: Readonly<Record<CareerPlace, Readonly<Record<CareerWay, Rule>>>> = {
  plan: {
    draft: ownDraft,
    open: { self: 'writes', supervisor: 'reads', hr: 'reads', handler: 'reads' },
    sealed: nobody,
  },
  advice: {
    // Taken back from her 上司, a plan takes the advice on it along.
    draft: { self: 'reads' },
    open: { self: 'reads', supervisor: 'writes', hr: 'reads', handler: 'reads' },
    sealed: nobody,
  },
  request: {
    draft: ownDraft,
    open: { self: 'reads', supervisor: 'reads', handler: 'reads' },
    sealed: { self: 'reads', handler: 'reads' },
  },
  consideration: {
    draft: ownDraft,
    open: { self: 'reads', handler: 'reads' },
    sealed: { self: 'reads', handler: 'reads' },
  },
  sharedConsideration: {
    draft: ownDraft,
    open: { self: 'reads', supervisor: 'reads', handler: 'reads' },
    sealed: { self: 'reads', handler: 'reads' },
  },
  // 所属長意見 goes to 職員課 and nobody else, as an opinion that is sealed does elsewhere.
  opinion: {
    draft: nobody,
    open: { supervisor: 'writes', handler: 'reads' },
    sealed: nobody,
  },
  hrTalk: { draft: nobody, open: { handler: 'writes' }, sealed: { handler: 'writes' } },
  posts: {
    draft: nobody,
    open: { self: 'reads', supervisor: 'reads', hr: 'writes', handler: 'writes' },
    sealed: nobody,
  },
  proposedPosts: {
    draft: nobody,
    open: { self: 'writes', hr: 'writes', handler: 'writes' },
    sealed: nobody,
  },
  // It names no route, and is for those alone who could have read any request of the person.
  destruction: { draft: nobody, open: { handler: 'writes' }, sealed: nobody },
};

export type CareerViewer = readonly CareerRole[];

export function mayReadCareer(viewer: CareerViewer, place: CareerPlace, way: CareerWay): boolean {
  return viewer.some((role) => careerRules[place][way][role] !== undefined);
}

export function mayWriteCareer(viewer: CareerViewer, place: CareerPlace, way: CareerWay): boolean {
  return viewer.some((role) => careerRules[place][way][role] === 'writes');
}

/** The way of a plan. */
export function planWay({ state }: { state: 'draft' | 'shared' }): CareerWay {
  return state === 'draft' ? 'draft' : 'open';
}

/** The way of a request, and of all that belongs to it. */
export function requestWay({
  state,
  route,
}: {
  state: 'draft' | 'handedIn';
  route: PlacementRoute;
}): CareerWay {
  if (state === 'draft') return 'draft';
  return route === 'sealed' ? 'sealed' : 'open';
}

/** What decides who somebody is to a person: all of it as it stands on one day. */
export type CareerSetting = {
  day: PlainDate;
  orgUnits: readonly OrgUnit[];
  assignments: readonly EvaluatorAssignment[];
  settings: Pick<OfficeSettings, 'ownUnitId' | 'ownHandlerId' | 'ownDeputyId'>;
  /** Whoever asks, as she is on the roster; null where it does not name her. */
  me: StaffMember | null;
};

/**
 * What somebody is to a person. On her own records she is the person and nothing else; a 上司
 * who also works in 職員課 is her 上司 and nothing else, or a sealed request of 職員課's own
 * people would go to the very person it goes past.
 */
export function careerViewerOf(
  member: StaffMember,
  identity: Pick<Identity, 'staffId' | 'rights'>,
  { day, orgUnits, assignments, settings, me }: CareerSetting,
): CareerViewer {
  if (member.id === identity.staffId) return ['self'];
  const { first, second } = evaluatorsOn(member, assignments, day);
  if (first === identity.staffId || second === identity.staffId) return ['supervisor'];
  if (!identity.rights.includes('hr')) return [];
  const ownUnit = ownUnitOf(settings, orgUnits, me);
  const handler = isInUnit(orgUnits, member.orgUnitId, ownUnit)
    ? ownHandlerOf(
        { staffId: member.id, firstEvaluatorId: first, secondEvaluatorId: second },
        settings,
      )
    : null;
  return handler === null || handler === identity.staffId ? ['hr', 'handler'] : ['hr'];
}

/**
 * Who somebody is to one request: a 上司 only of what was handed in through herself, and only
 * as long as it is kept. Who takes over a person next year learns nothing of this year's.
 */
export function requestViewerOf(
  viewer: CareerViewer,
  { me, day }: { me: Id; day: PlainDate },
  request: Pick<PlacementRequest, 'headIds' | 'fiscalYear'>,
): CareerViewer {
  if (!viewer.includes('supervisor')) return viewer;
  return request.headIds.includes(me) && !isDue(request, day) ? viewer : [];
}

/** Whether there is anybody to go through: without a 所属長 there is only the sealed route. */
export function hasHead(
  member: StaffMember,
  { assignments, day }: Pick<CareerSetting, 'assignments' | 'day'>,
): boolean {
  const { first, second } = evaluatorsOn(member, assignments, day);
  return first !== null || second !== null;
}
