import type { PlainDate } from '../period/period';
import type { Identity } from '../store/meta';
import type { HandDown, HandDownState } from './hand-down';
import type { OjtPlan, OjtState } from './ojt-plan';
import type { ApplicationState, TrainingApplication } from './training-application';
import type { CallKind, TrainingCall } from './training-call';
import type { TrainingRecord } from './training-record';

/**
 * What somebody is to a record of training. `head` is who evaluates the person today: the
 * 所属長 as this application knows her. `partner` is the 教育担当者 of an OJT plan and who
 * takes knowledge over.
 */
export type TrainingRole = 'self' | 'head' | 'hr' | 'partner';
export type TrainingViewer = readonly TrainingRole[];

type Person = Pick<Identity, 'staffId' | 'rights'>;

/**
 * @param heads who evaluates the person today
 * @returns nothing for somebody who has no part in it. About herself a person is `self` and
 *   nothing else; a head who also works in 職員課 is her head and nothing else, or 庁内公募
 *   of 職員課's own people would not go past her
 */
export function trainingViewer(
  { staffId, partnerId = null }: { staffId: string; partnerId?: string | null },
  heads: readonly (string | null)[],
  me: Person,
): TrainingViewer {
  if (staffId === me.staffId) return ['self'];
  const viewer: TrainingRole[] = [];
  if (partnerId === me.staffId) viewer.push('partner');
  if (heads.includes(me.staffId)) viewer.push('head');
  else if (me.rights.includes('hr')) viewer.push('hr');
  return viewer;
}

type Access = { reads: string; writes: string };
type Cells<State extends string> = Readonly<Record<State, Access>>;
const letters: Readonly<Record<TrainingRole, string>> = {
  self: 's',
  head: 'h',
  hr: 'k',
  partner: 'p',
};
const cell = (reads: string, writes = ''): Access => ({ reads, writes });

/**
 * THE table of an application: for each place and state, who reads and who writes.
 * s 本人, h 所属長, k 職員課. A draft is its writer's alone.
 */
const applicationTable = {
  reason: {
    draft: cell('s', 's'),
    applied: cell('shk'),
    recommended: cell('shk'),
    accepted: cell('shk'),
    declined: cell('shk'),
    attended: cell('shk'),
    absent: cell('shk'),
    reported: cell('shk'),
    withdrawn: cell('shk'),
  },
  opinion: {
    draft: cell(''),
    applied: cell('h', 'h'),
    recommended: cell('hk'),
    accepted: cell('hk'),
    declined: cell('hk'),
    attended: cell('hk'),
    absent: cell('hk'),
    reported: cell('hk'),
    withdrawn: cell('hk'),
  },
  decision: {
    draft: cell(''),
    applied: cell('k', 'k'),
    recommended: cell('k', 'k'),
    accepted: cell('shk'),
    declined: cell('shk'),
    attended: cell('shk'),
    absent: cell('shk'),
    reported: cell('shk'),
    withdrawn: cell('k'),
  },
  report: {
    draft: cell(''),
    applied: cell(''),
    recommended: cell(''),
    accepted: cell(''),
    declined: cell(''),
    attended: cell('s', 's'),
    absent: cell(''),
    reported: cell('shk'),
    withdrawn: cell(''),
  },
} as const satisfies Record<string, Cells<ApplicationState>>;

export type ApplicationPlace = keyof typeof applicationTable;
export const applicationPlaces = Object.keys(applicationTable) as ApplicationPlace[];

type AskedApplication = Pick<TrainingApplication, 'state' | 'recommendedOn'>;

/**
 * Who has a part in a call at all. 庁内公募 goes past the head, so that nobody is kept
 * from applying by who would have to let her go.
 */
function partOf(viewer: TrainingViewer, kind: CallKind): TrainingViewer {
  return callRules[kind].throughHead ? viewer : viewer.filter((role) => role !== 'head');
}

export type CallRule = {
  /** Whether the head reads and recommends. */
  throughHead: boolean;
  /** Whether a head may name somebody who has not applied. */
  nomination: boolean;
  asksAmount: boolean;
  asksMembers: boolean;
};

/** How the four kinds of call differ; in all else they go the same way. */
export const callRules: Readonly<Record<CallKind, CallRule>> = {
  course: { throughHead: true, nomination: true, asksAmount: false, asksMembers: false },
  posting: { throughHead: false, nomination: false, asksAmount: false, asksMembers: false },
  ojtCost: { throughHead: true, nomination: false, asksAmount: true, asksMembers: false },
  studyGroup: { throughHead: true, nomination: false, asksAmount: true, asksMembers: true },
};

/** Whether this viewer may read a place of an application. */
export function mayReadApplication(
  place: ApplicationPlace,
  application: AskedApplication,
  kind: CallKind,
  viewer: TrainingViewer,
): boolean {
  const { reads } = applicationTable[place][application.state];
  // An opinion that was not handed in is the head's draft, whatever was decided without it.
  const isDraft = place === 'opinion' && application.recommendedOn === null;
  return partOf(viewer, kind).some(
    (role) => reads.includes(letters[role]) && !(isDraft && role !== 'head'),
  );
}

/** Whether this viewer may write in a place of an application. */
export function mayWriteApplication(
  place: ApplicationPlace,
  { state }: Pick<TrainingApplication, 'state'>,
  kind: CallKind,
  viewer: TrainingViewer,
): boolean {
  const { writes } = applicationTable[place][state];
  return partOf(viewer, kind).some((role) => writes.includes(letters[role]));
}

/** The place that a field of an application belongs to. */
export const placeOfField = {
  reason: 'reason',
  amount: 'reason',
  members: 'reason',
  opinion: 'opinion',
  decisionNote: 'decision',
  report: 'report',
  use: 'report',
} as const satisfies Record<string, ApplicationPlace>;

/** The application as this viewer may have it; null where she may not know of it. */
export function readableApplication(
  application: TrainingApplication,
  kind: CallKind,
  viewer: TrainingViewer,
): TrainingApplication | null {
  if (!mayReadApplication('reason', application, kind, viewer)) return null;
  const reads = (place: ApplicationPlace) => mayReadApplication(place, application, kind, viewer);
  return {
    ...application,
    ...(reads('opinion') ? {} : { opinion: '' }),
    ...(reads('decision') ? {} : { decisionNote: '' }),
    ...(reads('report') ? {} : { report: '', use: '' }),
  };
}

export const applicationMoves = {
  apply: { from: ['draft'], to: 'applied', by: 'self' },
  withdraw: { from: ['applied', 'recommended'], to: 'withdrawn', by: 'self' },
  recommend: { from: ['applied'], to: 'recommended', by: 'head' },
  accept: { from: ['applied', 'recommended'], to: 'accepted', by: 'hr' },
  decline: { from: ['applied', 'recommended'], to: 'declined', by: 'hr' },
  attend: { from: ['accepted'], to: 'attended', by: 'hr' },
  missed: { from: ['accepted'], to: 'absent', by: 'hr' },
  // Each takes one decision back. `to` of the first is where a decision without the head goes.
  reopen: { from: ['accepted', 'declined'], to: 'applied', by: 'hr' },
  unmiss: { from: ['absent'], to: 'accepted', by: 'hr' },
  handInReport: { from: ['attended'], to: 'reported', by: 'self' },
} as const satisfies Record<
  string,
  { from: readonly ApplicationState[]; to: ApplicationState; by: TrainingRole }
>;
export type ApplicationMove = keyof typeof applicationMoves;

/** Where a move leads: a decision that is taken back leaves what the head had recommended. */
export function stateAfter(
  move: ApplicationMove,
  { recommendedOn }: Pick<TrainingApplication, 'recommendedOn'>,
): ApplicationState {
  return move === 'reopen' && recommendedOn !== null ? 'recommended' : applicationMoves[move].to;
}

/** Moves that are asked about first: others read them at once, or they cannot be taken back. */
export const askedMoves = [
  'withdraw',
  'accept',
  'decline',
  'attend',
  'missed',
] as const satisfies readonly ApplicationMove[];
export type AskedMove = (typeof askedMoves)[number];

export function isAsked(move: ApplicationMove): move is AskedMove {
  return (askedMoves as readonly ApplicationMove[]).includes(move);
}

/** THE table of moves: 申込 → 推薦 → 決定 → 受講 → 活用. */
export function mayMoveApplication(
  move: ApplicationMove,
  { state }: Pick<TrainingApplication, 'state'>,
  kind: CallKind,
  viewer: TrainingViewer,
): boolean {
  const { from, by } = applicationMoves[move];
  return (from as readonly ApplicationState[]).includes(state) && partOf(viewer, kind).includes(by);
}

/** Whether a call takes applications on this day. */
export function takesApplications(
  { state, applyBy }: Pick<TrainingCall, 'state' | 'applyBy'>,
  today: PlainDate,
): boolean {
  return state === 'open' && (applyBy === null || today <= applyBy);
}

/**
 * THE table of a training record: what 職員課 has brought to its end is a fact of the
 * office; what a person enters herself is hers. Both are read by her head and 職員課.
 */
const recordTable = {
  facts: { own: cell('shk', 's'), call: cell('shk', 'k') },
  use: { own: cell('shk', 's'), call: cell('shk', 's') },
  certificate: { own: cell('shk', 's'), call: cell('shk', 'sk') },
} as const satisfies Record<string, Cells<TrainingRecord['source']>>;

export type RecordPlace = keyof typeof recordTable;
export const recordPlaces = Object.keys(recordTable) as RecordPlace[];

/** Whether this viewer may read a record: all of it, or nothing. */
export function mayReadRecord(
  { source, removed }: Pick<TrainingRecord, 'source' | 'removed'>,
  viewer: TrainingViewer,
): boolean {
  const { reads, writes } = recordTable.facts[source];
  // What was taken out of the list is there only for who can bring it back.
  return viewer.some((role) => (removed ? writes : reads).includes(letters[role]));
}

export function mayWriteRecord(
  place: RecordPlace,
  { source }: Pick<TrainingRecord, 'source'>,
  viewer: TrainingViewer,
): boolean {
  const { writes } = recordTable[place][source];
  return viewer.some((role) => writes.includes(letters[role]));
}

/** THE table of an OJT plan; p is the 教育担当者. While it is a draft, the person has none. */
const ojtTable = {
  aim: { draft: cell('ph', 'ph'), open: cell('sphk', 'ph'), closed: cell('sphk') },
  personReflection: { draft: cell(''), open: cell('sphk', 's'), closed: cell('sphk') },
  trainerReflection: { draft: cell(''), open: cell('sphk', 'p'), closed: cell('sphk') },
} as const satisfies Record<string, Cells<OjtState>>;

export type OjtPlace = keyof typeof ojtTable;
export const ojtPlaces = Object.keys(ojtTable) as OjtPlace[];

type AskedOjt = Pick<OjtPlan, 'state' | 'removed'>;

/** Who changes the 教育担当者, takes a plan out and brings it back: the head, who makes it. */
const ojtArrangers: Readonly<Record<OjtState, string>> = { draft: 'h', open: 'h', closed: '' };

export function mayArrangeOjt({ state }: Pick<OjtPlan, 'state'>, viewer: TrainingViewer): boolean {
  return viewer.some((role) => ojtArrangers[state].includes(letters[role]));
}

export function mayReadOjt(
  place: OjtPlace,
  { state, removed }: AskedOjt,
  viewer: TrainingViewer,
): boolean {
  // What was taken out is there only for who can bring it back.
  if (removed && !mayArrangeOjt({ state }, viewer)) return false;
  return viewer.some((role) => ojtTable[place][state].reads.includes(letters[role]));
}

export function mayWriteOjt(
  place: OjtPlace,
  { state, removed }: AskedOjt,
  viewer: TrainingViewer,
): boolean {
  if (removed) return false;
  return viewer.some((role) => ojtTable[place][state].writes.includes(letters[role]));
}

/** A plan is opened to the person, closed at the end of her year, and opened again if need be. */
export const ojtMoves: Readonly<Record<OjtState, Partial<Record<OjtState, string>>>> = {
  draft: { open: 'ph' },
  open: { closed: 'h' },
  closed: { open: 'h' },
};

export function mayMoveOjt(
  to: OjtState,
  { state, removed }: AskedOjt,
  viewer: TrainingViewer,
): boolean {
  if (removed) return false;
  const by = ojtMoves[state][to] ?? '';
  return viewer.some((role) => by.includes(letters[role]));
}

/** THE table of 知識・技術の継承; s gives, p takes over. A plan is not hers to read yet. */
const handDownTable: Cells<HandDownState> = {
  planned: cell('shk', 'sh'),
  doing: cell('shpk', 'sh'),
  done: cell('shpk', 'sh'),
};

export function mayReadHandDown(
  { state, removed }: Pick<HandDown, 'state' | 'removed'>,
  viewer: TrainingViewer,
): boolean {
  const { reads, writes } = handDownTable[state];
  return viewer.some((role) => (removed ? writes : reads).includes(letters[role]));
}

export function mayWriteHandDown(
  { state }: Pick<HandDown, 'state'>,
  viewer: TrainingViewer,
): boolean {
  return viewer.some((role) => handDownTable[state].writes.includes(letters[role]));
}
