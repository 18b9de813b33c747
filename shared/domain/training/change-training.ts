import { IkuseiError } from '../errors';
import type { PlainDate } from '../period/period';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import type { HandDown } from './hand-down';
import { monthsOf, type OjtMonth, type OjtPlan } from './ojt-plan';
import type { ApplicationPatch, TrainingApplication } from './training-application';
import type { TrainingCall } from './training-call';
import type { RecordPatch, TrainingRecord } from './training-record';
import { type ApplicationMove, stateAfter } from './training-rules';

type Made = { now: Instant; by: Id };

function stamp({ now, by }: Made) {
  return { schemaVersion: SCHEMA_VERSION, updatedAt: now, updatedBy: by };
}

/** The row itself when a patch changes nothing, so that nothing is written. */
function changed<Row extends object>(before: Row, patch: Partial<NoInfer<Row>>, made: Made): Row {
  const keys = Object.keys(patch) as (keyof Row)[];
  const isSame = keys.every((key) => JSON.stringify(before[key]) === JSON.stringify(patch[key]));
  return isSame ? before : { ...before, ...patch, updatedAt: made.now, updatedBy: made.by };
}

/** The last of two days, of which an end before its start is none. */
export function isBackwards({
  startsOn,
  endsOn,
}: {
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
}): boolean {
  return startsOn !== null && endsOn !== null && endsOn < startsOn;
}

export type CallPatch = Partial<
  Pick<
    TrainingCall,
    | 'kind'
    | 'trainingKind'
    | 'title'
    | 'audience'
    | 'startsOn'
    | 'endsOn'
    | 'hours'
    | 'seats'
    | 'itemIds'
    | 'guidance'
    | 'applyBy'
    | 'state'
  >
>;

export function newCall(
  patch: CallPatch & Pick<TrainingCall, 'kind' | 'fiscalYear' | 'title'>,
  made: Made & { id: Id },
): TrainingCall {
  const base: TrainingCall = {
    id: made.id,
    ...stamp(made),
    fiscalYear: patch.fiscalYear,
    kind: patch.kind,
    trainingKind: null,
    title: '',
    audience: '',
    startsOn: null,
    endsOn: null,
    hours: null,
    seats: null,
    itemIds: [],
    guidance: '',
    applyBy: null,
    state: 'planned',
  };
  return changeCall(base, patch, made);
}

export function changeCall(before: TrainingCall, patch: CallPatch, made: Made): TrainingCall {
  const { title, audience, guidance } = patch;
  return changed(
    before,
    {
      ...patch,
      ...(title === undefined ? {} : { title: sanitizeLine(title) }),
      ...(audience === undefined ? {} : { audience: sanitizeLine(audience) }),
      ...(guidance === undefined ? {} : { guidance: sanitizeText(guidance) }),
    },
    made,
  );
}

export function newApplication(
  about: Pick<TrainingApplication, 'callId' | 'staffId'>,
  made: Made & { id: Id },
): TrainingApplication {
  return {
    id: made.id,
    ...stamp(made),
    ...about,
    route: 'self',
    state: 'draft',
    reason: '',
    amount: null,
    members: '',
    opinion: '',
    decisionNote: '',
    report: '',
    use: '',
    appliedOn: null,
    recommendedOn: null,
    recommendedBy: null,
    decidedOn: null,
    reportedOn: null,
  };
}

/** A head names somebody who has not applied: recommended from its first day. */
export function nominate(
  about: Pick<TrainingApplication, 'callId' | 'staffId' | 'opinion'>,
  made: Made & { id: Id; today: PlainDate },
): TrainingApplication {
  return {
    ...newApplication(about, made),
    route: 'head',
    state: 'recommended',
    opinion: sanitizeText(about.opinion),
    appliedOn: made.today,
    recommendedOn: made.today,
    recommendedBy: made.by,
  };
}

/** 職員課 names somebody for whom a course is meant: decided from its first day. */
export function enrol(
  about: Pick<TrainingApplication, 'callId' | 'staffId'>,
  made: Made & { id: Id; today: PlainDate },
): TrainingApplication {
  return {
    ...newApplication(about, made),
    route: 'hr',
    state: 'accepted',
    appliedOn: made.today,
    decidedOn: made.today,
  };
}

export function changeApplication(
  before: TrainingApplication,
  patch: ApplicationPatch,
  made: Made,
): TrainingApplication {
  const texts = Object.entries(patch).map(([name, value]) => [
    name,
    typeof value === 'string' ? sanitizeText(value) : value,
  ]);
  return changed(before, Object.fromEntries(texts) as ApplicationPatch, made);
}

/** The day that a move writes down. */
const dayOf: Partial<Record<ApplicationMove, keyof TrainingApplication>> = {
  apply: 'appliedOn',
  recommend: 'recommendedOn',
  accept: 'decidedOn',
  decline: 'decidedOn',
  handInReport: 'reportedOn',
};

export function moveApplication(
  before: TrainingApplication,
  move: ApplicationMove,
  made: Made & { today: PlainDate },
): TrainingApplication {
  const day = dayOf[move];
  return {
    ...before,
    state: stateAfter(move, before),
    ...(day === undefined ? {} : { [day]: made.today }),
    ...(move === 'reopen' ? { decidedOn: null } : {}),
    ...(move === 'recommend' ? { recommendedBy: made.by } : {}),
    updatedAt: made.now,
    updatedBy: made.by,
  };
}

/** What has to be written before a move, by field. */
export function missingFor(
  move: ApplicationMove,
  { reason, opinion, decisionNote, report, use }: TrainingApplication,
): ('reason' | 'opinion' | 'decisionNote' | 'report' | 'use')[] {
  const needed = {
    apply: { reason },
    recommend: { opinion },
    decline: { decisionNote },
    handInReport: { report, use },
  } as Partial<Record<ApplicationMove, Record<string, string>>>;
  return Object.entries(needed[move] ?? {})
    .filter(([, text]) => text.trim() === '')
    .map(([name]) => name as 'reason');
}

/** The record of somebody who has attended; null where nothing is learned by it. */
export function recordOfAttendance(
  call: TrainingCall,
  application: TrainingApplication,
  made: Made & { id: Id },
): TrainingRecord | null {
  if (call.trainingKind === null) return null;
  return {
    id: made.id,
    ...stamp(made),
    staffId: application.staffId,
    source: 'call',
    applicationId: application.id,
    kind: call.trainingKind,
    title: call.title,
    startsOn: call.startsOn,
    endsOn: call.endsOn,
    hours: call.hours,
    result: '受講',
    use: '',
    certificate: null,
    removed: false,
  };
}

export function newOwnRecord(
  staffId: Id,
  kind: TrainingRecord['kind'],
  made: Made & { id: Id },
): TrainingRecord {
  return {
    id: made.id,
    ...stamp(made),
    staffId,
    source: 'own',
    applicationId: null,
    kind,
    title: '',
    startsOn: null,
    endsOn: null,
    hours: null,
    result: '',
    use: '',
    certificate: null,
    removed: false,
  };
}

export function changeRecord(
  before: TrainingRecord,
  patch: RecordPatch & Partial<Pick<TrainingRecord, 'certificate' | 'removed'>>,
  made: Made,
): TrainingRecord {
  const { title, result, use } = patch;
  return changed(
    before,
    {
      ...patch,
      ...(title === undefined ? {} : { title: sanitizeLine(title) }),
      ...(result === undefined ? {} : { result: sanitizeLine(result) }),
      ...(use === undefined ? {} : { use: sanitizeText(use) }),
    },
    made,
  );
}

export function newOjtPlan(
  about: Pick<OjtPlan, 'staffId' | 'trainerId' | 'fiscalYear'>,
  made: Made & { id: Id },
): OjtPlan {
  return {
    id: made.id,
    ...stamp(made),
    ...about,
    state: 'draft',
    months: monthsOf(about.fiscalYear),
    removed: false,
  };
}

export type OjtPatch = Partial<Pick<OjtMonth, 'aim' | 'personReflection' | 'trainerReflection'>>;

export function changeOjtMonth(
  before: OjtPlan,
  month: string,
  patch: OjtPatch,
  made: Made,
): OjtPlan {
  const clean = Object.fromEntries(
    Object.entries(patch).map(([name, text]) => [name, sanitizeText(text)]),
  );
  const months = before.months.map((one) => (one.month === month ? { ...one, ...clean } : one));
  return changed(before, { months }, made);
}

/** @throws IkuseiError `notYours` where the person would be her own 教育担当者 */
export function arrangeOjtPlan(
  before: OjtPlan,
  patch: Partial<Pick<OjtPlan, 'trainerId' | 'removed'>>,
  made: Made,
): OjtPlan {
  if (patch.trainerId === before.staffId) throw new IkuseiError('notYours');
  return changed(before, patch, made);
}

export type HandDownPatch = Partial<
  Pick<
    HandDown,
    'receiverId' | 'receiverWords' | 'knowledge' | 'how' | 'until' | 'state' | 'removed'
  >
>;

export function newHandDown(giverId: Id, made: Made & { id: Id }): HandDown {
  return {
    id: made.id,
    ...stamp(made),
    giverId,
    receiverId: null,
    receiverWords: '',
    knowledge: '',
    how: '',
    until: null,
    state: 'planned',
    removed: false,
  };
}

export function changeHandDown(before: HandDown, patch: HandDownPatch, made: Made): HandDown {
  const { receiverWords, knowledge, how } = patch;
  return changed(
    before,
    {
      ...patch,
      ...(receiverWords === undefined ? {} : { receiverWords: sanitizeLine(receiverWords) }),
      ...(knowledge === undefined ? {} : { knowledge: sanitizeText(knowledge) }),
      ...(how === undefined ? {} : { how: sanitizeText(how) }),
    },
    made,
  );
}
