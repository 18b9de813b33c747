import { Dexie } from 'dexie';
import {
  type AbilityRow,
  abilityRows,
  type DisclosedRating,
} from '../../shared/domain/career/ability-check';
import type { CareerNote } from '../../shared/domain/career/career-note';
import type { CareerPlan } from '../../shared/domain/career/career-plan';
import {
  type CareerViewer,
  mayReadCareer,
  mayWriteCareer,
  planWay,
} from '../../shared/domain/career/career-rules';
import { IkuseiError } from '../../shared/domain/errors';
import type { Framework, Position } from '../../shared/domain/framework/framework';
import { settledTables } from '../../shared/domain/framework/open-questions';
import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import {
  type CareerOffice,
  type CareerPerson,
  careerOfficeTables,
  careerPersonOf,
  memberOf,
  readCareerOffice,
  viewerOfMember,
} from './career-setting';
import { tableOf } from './database';
import {
  type DisclosedResult,
  disclosedResultTables,
  newestSheetUpTo,
  readDisclosedResult,
} from './disclosed-result';
import { needUnits } from './need-queries';
import { newestSet } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';

/** 助言 as its reader has it. */
export type AdviceView = { note: CareerNote; writerName: string; mine: boolean };

/** A person's plan of one year, with all that stands beside it, as one reader has it. */
export type PlanView = {
  me: Id;
  person: CareerPerson;
  viewer: CareerViewer;
  fiscalYear: number;
  /** The years of which I may read a plan, newest first. */
  years: number[];
  plan: CareerPlan | null;
  /** What a plan of this year would start from: her last plan before it. */
  before: { fiscalYear: number } | null;
  mayAdvise: boolean;
  advice: AdviceView[];
  /** What was disclosed of the years before; null where nothing was, or I may not read it. */
  result: Omit<DisclosedResult, 'ratings'> | null;
  position: Position | null;
  /** The positions of her framework, for the one she aims at. */
  positions: Position[];
  abilities: AbilityRow[];
};

const planTables = [
  ...careerOfficeTables,
  ...disclosedResultTables,
  'frameworkSets',
  'careerPlans',
  'careerNotes',
] as const;

/**
 * @param staffId null for my own
 * @throws IkuseiError `notYours` for whoever is nothing to the person
 */
export function loadPlan(
  store: Store,
  { staffId, fiscalYear, today }: { staffId: Id | null; fiscalYear: number; today: PlainDate },
): PromiseLike<PlanView> {
  return store.db.transaction('r', [...planTables], async () => {
    const office = await readCareerOffice(store, today);
    const member = memberOf(office, staffId ?? office.identity.staffId);
    const viewer = viewerOfMember(office, member);
    if (viewer.length === 0) throw new IkuseiError('notYours');
    const plans = await readablePlans(store, member.id, viewer);
    const plan = plans.find((one) => one.fiscalYear === fiscalYear) ?? null;
    const [result, framework, advice] = await Dexie.Promise.all([
      readDisclosedResult(store, office.identity, { staffId: member.id, fiscalYear }),
      readFramework(store, member, fiscalYear),
      plan === null ? [] : readAdvice(store, office, plan, viewer),
    ]);
    const position = positionIn(framework, member.positionId);
    const ratings: ReadonlyMap<string, DisclosedRating> = result?.ratings ?? new Map();
    const [before] = plans.filter((one) => one.fiscalYear < fiscalYear);
    return {
      me: office.identity.staffId,
      person: careerPersonOf(office, member),
      viewer,
      fiscalYear,
      years: plans.map((one) => one.fiscalYear),
      plan,
      before: before === undefined ? null : { fiscalYear: before.fiscalYear },
      mayAdvise: plan !== null && mayWriteCareer(viewer, 'advice', planWay(plan)),
      advice: advice ?? [],
      result:
        result == null
          ? null
          : {
              periodName: result.periodName,
              disclosedOn: result.disclosedOn,
              development: result.development,
            },
      position,
      positions: framework?.positions ?? [],
      abilities:
        framework == null || position === null
          ? []
          : abilityRows({
              framework,
              positionId: position.id,
              wishedPositionId: positionIn(framework, plan?.wishedPositionId ?? null)?.id ?? null,
              selfChecks: plan?.selfChecks ?? [],
              disclosed: ratings,
            }),
    };
  });
}

/** A person whose plan I read as her 上司, and how far it is. */
export type ListedPlan = { person: CareerPerson; fiscalYear: number | null; advised: boolean };

/** My people with the last plan that each shares with me. */
export function listPlansOfMine(store: Store, today: PlainDate): PromiseLike<ListedPlan[]> {
  const tables = [...careerOfficeTables, 'careerPlans', 'careerNotes'] as const;
  return store.db.transaction('r', [...tables], async () => {
    const office = await readCareerOffice(store, today);
    const people = office.staff.filter((member) =>
      viewerOfMember(office, member).includes('supervisor'),
    );
    const rows = await tableOf(store.db, 'careerPlans')
      .where('staffId')
      .anyOf(people.map(({ id }) => id))
      .toArray();
    const plans = parseRows(store, 'careerPlans', rows).filter((plan) =>
      mayReadCareer(['supervisor'], 'plan', planWay(plan)),
    );
    const noteRows = await tableOf(store.db, 'careerNotes')
      .where('subjectId')
      .anyOf(plans.map(({ id }) => id))
      .toArray();
    const advised = new Set(
      parseRows(store, 'careerNotes', noteRows)
        .filter(({ writerId, text }) => writerId === office.identity.staffId && text.trim() !== '')
        .map(({ subjectId }) => subjectId),
    );
    return people.map((member) => {
      const [plan] = plans
        .filter(({ staffId }) => staffId === member.id)
        .sort((left, right) => right.fiscalYear - left.fiscalYear);
      return {
        person: careerPersonOf(office, member),
        fiscalYear: plan?.fiscalYear ?? null,
        advised: plan !== undefined && advised.has(plan.id),
      };
    });
  });
}

/** A person's plans that this viewer may read, newest first. */
async function readablePlans(
  store: Store,
  staffId: Id,
  viewer: CareerViewer,
): Promise<CareerPlan[]> {
  const rows = await tableOf(store.db, 'careerPlans').where('staffId').equals(staffId).toArray();
  return parseRows(store, 'careerPlans', rows)
    .filter((plan) => plan.staffId === staffId && mayReadCareer(viewer, 'plan', planWay(plan)))
    .sort((left, right) => right.fiscalYear - left.fiscalYear);
}

async function readAdvice(
  store: Store,
  { identity, staff }: CareerOffice,
  plan: CareerPlan,
  viewer: CareerViewer,
): Promise<AdviceView[]> {
  if (!mayReadCareer(viewer, 'advice', planWay(plan))) return [];
  const rows = await tableOf(store.db, 'careerNotes').where('subjectId').equals(plan.id).toArray();
  return parseRows(store, 'careerNotes', rows)
    .filter(({ kind, subjectId }) => kind === 'advice' && subjectId === plan.id)
    .map((note) => {
      const writer = staff.find(({ id }) => id === note.writerId);
      return {
        note,
        writerName: `${writer?.jobTitle ?? ''} ${writer?.name ?? ''}`.trim(),
        mine: note.writerId === identity.staffId,
      };
    });
}

/** The frozen framework of her last sheet up to the year, else the newest one. */
async function readFramework(
  store: Store,
  member: StaffMember,
  fiscalYear: number,
): Promise<Framework | null> {
  const [sheetRows = [], periodRows = [], setRows = []] = await Dexie.Promise.all([
    tableOf(store.db, 'sheets').where('staffId').equals(member.id).toArray(),
    tableOf(store.db, 'periods').toArray(),
    tableOf(store.db, 'frameworkSets').toArray(),
  ]);
  const years = new Map(
    parseRows(store, 'periods', periodRows).map((period) => [period.id, period.fiscalYear]),
  );
  const sheet = newestSheetUpTo(parseRows(store, 'sheets', sheetRows), years, fiscalYear);
  const form =
    sheet === null
      ? null
      : parseRow(store, 'forms', await tableOf(store.db, 'forms').get(sheet.formId));
  if (form !== null && form.framework.id === member.frameworkId) return form.framework;
  const { frameworks } = settledTables(newestSet(parseRows(store, 'frameworkSets', setRows)));
  return frameworks.find(({ id }) => id === member.frameworkId) ?? null;
}

function positionIn(framework: Framework | null | undefined, id: string | null): Position | null {
  return framework?.positions.find((position) => position.id === id) ?? null;
}

/** Which pages of a career there are for me beside my own. */
export function loadCareerStanding(
  store: Store,
  today: PlainDate,
): PromiseLike<{ supervises: boolean; heads: boolean }> {
  return store.db.transaction('r', [...careerOfficeTables], async () => {
    const office = await readCareerOffice(store, today);
    return {
      supervises: office.staff.some((member) =>
        viewerOfMember(office, member).includes('supervisor'),
      ),
      heads: needUnits(office).length > 0,
    };
  });
}
