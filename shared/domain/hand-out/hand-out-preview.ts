import { type FormPlan, planFor } from '../form/form-plan';
import { type FormPlanFault, formPlanFaults } from '../form/form-plan-faults';
import type { Framework } from '../framework/framework';
import type { OfficeSettings } from '../office/office-settings';
import { isInUnit, ownHandlerOf } from '../office/own-people';
import type { OrgUnit } from '../organisation/org-unit';
import { type PeriodFault, periodFaults } from '../period/deadlines';
import type { Period } from '../period/period';
import { formatWareki } from '../period/wareki';
import type { Id } from '../record/record';
import type { Sheet } from '../sheet/sheet';
import { isShortHours, type StaffMember } from '../staff/staff-member';
import { monthsServed } from './months-served';

/** Why somebody gets no sheet. */
export const noSheetReasons = ['left', 'special', 'noPosition', 'noPlan', 'notAsked'] as const;
export type NoSheetReason = (typeof noSheetReasons)[number];

/** Why 評価の対象外 is proposed. */
export const exemptReasons = ['shortService', 'leave', 'seconded'] as const;
export type ExemptReason = (typeof exemptReasons)[number];

export type Recipient = {
  staff: StaffMember;
  plan: FormPlan;
  /** Who of 職員課 alone handles the sheet; null: all of 職員課. */
  handlerId: Id | null;
};
export type ProposedExempt = Recipient & { reason: ExemptReason; months: number };

/** What handing out would do; everybody of the roster is in exactly one of four lists. */
export type HandOutPreview = {
  ready: Recipient[];
  exempt: ProposedExempt[];
  already: StaffMember[];
  none: { staff: StaffMember; reason: NoSheetReason }[];
  /** What blocks it. */
  faults: { plans: FormPlanFault[]; period: PeriodFault[] };
  /** To be known, and no reason to wait. */
  noFirstEvaluator: StaffMember[];
  probationEnds: StaffMember[];
  shortHours: StaffMember[];
  /** People of 職員課 whose sheet all of 職員課 would see, because nobody may handle it alone. */
  ownWithoutHandler: StaffMember[];
};

export type HandOutOffice = {
  staff: readonly StaffMember[];
  orgUnits: readonly OrgUnit[];
  frameworks: readonly Framework[];
  plans: readonly FormPlan[];
  period: Period;
  /** Those of the period. */
  sheets: readonly Pick<Sheet, 'staffId'>[];
  settings: Pick<OfficeSettings, 'leastMonths' | 'ownHandlerId' | 'ownDeputyId'>;
  /** The unit of 職員課 itself: whoever is in it or below is one of its own people. */
  ownUnitId: Id | null;
};

/** Says of everybody whether handing out gives her a sheet, which one, and why not. */
export function handOutPreview(office: HandOutOffice): HandOutPreview {
  const { period, plans, settings } = office;
  const preview: HandOutPreview = {
    ready: [],
    exempt: [],
    already: [],
    none: [],
    faults: { plans: formPlanFaults(plans, office.frameworks), period: periodFaults(period) },
    noFirstEvaluator: [],
    probationEnds: [],
    shortHours: [],
    ownWithoutHandler: [],
  };
  const holders = new Set(office.sheets.map(({ staffId }) => staffId));
  const known = new Set(office.staff.map(({ id }) => id));
  for (const staff of office.staff) {
    if (holders.has(staff.id)) {
      preview.already.push(staff);
      continue;
    }
    const plan = planFor(plans, staff);
    const reason = noSheetReason(staff, plan, period);
    if (plan === null || reason !== null) {
      preview.none.push({ staff, reason: reason ?? 'noPlan' });
      continue;
    }
    const isOwn = isInUnit(office.orgUnits, staff.orgUnitId, office.ownUnitId);
    const handlerId = isOwn ? ownHandlerOf({ ...staff, staffId: staff.id }, settings) : null;
    const recipient = { staff, plan, handlerId };
    const months = monthsServed(period, staff.roster?.hiredOn ?? null);
    const exempt = exemptReason(staff, months, settings.leastMonths, period);
    if (exempt === null) preview.ready.push(recipient);
    else preview.exempt.push({ ...recipient, reason: exempt, months });
    if (isOwn && handlerId === null) preview.ownWithoutHandler.push(staff);
    if (lacksFirstEvaluator(staff, known)) preview.noFirstEvaluator.push(staff);
    if (isShortHours(staff)) preview.shortHours.push(staff);
    if (period.kind !== 'special' && probationEndsIn(staff, period)) {
      preview.probationEnds.push(staff);
    }
  }
  return preview;
}

/** Whether anything keeps it from being done at all. */
export function isBlocked({ faults }: Pick<HandOutPreview, 'faults'>): boolean {
  return faults.plans.length + faults.period.length > 0;
}

function noSheetReason(
  staff: StaffMember,
  plan: FormPlan | null,
  period: Period,
): NoSheetReason | null {
  const { roster } = staff;
  if (roster?.status === 'left') return 'left';
  if ([roster?.payTable, roster?.appointment].includes('特別職')) return 'special';
  // 副市長 and the like evaluate others and stand in no table of the policy.
  if (staff.frameworkId === null || staff.positionId === null) {
    return roster === null && staff.firstEvaluatorId === null ? 'special' : 'noPosition';
  }
  if (period.audience === 'probation' && !probationEndsIn(staff, period)) return 'notAsked';
  return plan === null ? 'noPlan' : null;
}

function exemptReason(
  { roster }: StaffMember,
  months: number,
  leastMonths: number,
  period: Period,
): ExemptReason | null {
  if (roster?.status === 'leave' || roster?.status === 'seconded') return roster.status;
  // A period of its own length is not measured by the months of a year.
  const least = Math.min(leastMonths, monthsServed(period, null));
  return months < least ? 'shortService' : null;
}

/** 条件付採用 whose end lies in the period. */
export function probationEndsIn(
  { roster }: Pick<StaffMember, 'roster'>,
  { startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>,
): boolean {
  const end = roster?.status === 'left' ? null : (roster?.probationEndsOn ?? null);
  return end !== null && end >= startsOn && end <= endsOn;
}

function lacksFirstEvaluator(
  { id, firstEvaluatorId }: StaffMember,
  known: ReadonlySet<Id>,
): boolean {
  return firstEvaluatorId === null || firstEvaluatorId === id || !known.has(firstEvaluatorId);
}

export const noSheetWords: Readonly<Record<NoSheetReason, string>> = {
  left: '退職している',
  special: '特別職など、評価だけをする',
  noPosition: '職位が決まっていない',
  noPlan: '職位に合う様式がない',
  notAsked: 'この特別評価の対象でない',
};

/** Why 評価の対象外 is proposed, as it goes into the sheet's history. */
export function exemptWords({ reason, months, staff }: ProposedExempt): string {
  if (reason === 'leave') return '休職・休業中';
  if (reason === 'seconded') return '派遣中';
  const hiredOn = staff.roster?.hiredOn ?? null;
  const since = hiredOn === null ? '' : `${formatWareki(hiredOn)}採用、`;
  return `${since}この期間に勤めるのは${months}か月`;
}
