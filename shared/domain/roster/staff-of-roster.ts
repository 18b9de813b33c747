import type { Framework } from '../framework/framework';
import type { OrgUnit } from '../organisation/org-unit';
import { orgUnitPath, unitKindAt } from '../organisation/org-unit-path';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { type RosterFacts, unsaidRosterFacts } from '../staff/roster-facts';
import type { StaffMember } from '../staff/staff-member';
import { tableWordOf } from './place-in-framework';
import type { RosterPerson } from './roster-person';

/** What is written for people who come in by a roster. */
export type StaffOfRoster = { units: OrgUnit[]; added: StaffMember[]; changed: StaffMember[] };

/** The people and units of the store. */
export type PresentOffice = { staff: readonly StaffMember[]; orgUnits: readonly OrgUnit[] };
type Stamp = { newId: () => Id; now: Instant; by: Id };

/**
 * The rows that make the store say what the roster says: units it names and nobody knew, new
 * people, and those it changes. A person is known by her number and keeps her id.
 *
 * @param people new ones and those who differ (`compareRosters`)
 */
export function staffOfRoster(
  people: readonly RosterPerson[],
  present: PresentOffice,
  { newId, now, by }: Stamp,
): StaffOfRoster {
  const record = { schemaVersion: SCHEMA_VERSION, updatedAt: now, updatedBy: by };
  const units: OrgUnit[] = [];
  const unitIds = new Map(
    [...pathsOf(present.orgUnits)].map(([id, path]) => [pathKey(path), id] as const),
  );
  let order = Math.max(0, ...present.orgUnits.map((unit) => unit.order));

  function unitAt(path: readonly string[]): Id {
    const known = unitIds.get(pathKey(path));
    if (known !== undefined) return known;
    order += 1;
    const unit: OrgUnit = {
      ...record,
      id: newId(),
      name: path.at(-1) ?? '',
      kind: unitKindAt(path.length - 1),
      parentId: path.length > 1 ? unitAt(path.slice(0, -1)) : null,
      order,
    };
    units.push(unit);
    unitIds.set(pathKey(path), unit.id);
    return unit.id;
  }

  const known = new Map(present.staff.map((member) => [member.number, member]));
  const ids = new Map(present.staff.map(({ number, id }) => [number, id]));
  for (const { number } of people) if (!ids.has(number)) ids.set(number, newId());
  const evaluator = (number: string | null) => (number === null ? null : (ids.get(number) ?? null));
  const rows = people.map((person): StaffMember => {
    const { facts, unitPath, firstEvaluator, secondEvaluator, ...said } = person;
    const before = known.get(person.number);
    return {
      ...before,
      ...record,
      ...said,
      frameworkId: said.frameworkId || null,
      positionId: said.positionId || null,
      id: ids.get(person.number) ?? newId(),
      jobTitle: jobTitleOf(before, facts),
      orgUnitId: unitAt(unitPath),
      firstEvaluatorId: evaluator(firstEvaluator),
      secondEvaluatorId: evaluator(secondEvaluator),
      roster: facts,
    };
  });
  return {
    units,
    added: rows.filter(({ number }) => !known.has(number)),
    changed: rows.filter(({ number }) => known.has(number)),
  };
}

/** Follows the roster, unless somebody has said another one by hand. */
function jobTitleOf(before: StaffMember | undefined, { positionName }: RosterFacts): string {
  const follows =
    before === undefined || ['', before.roster?.positionName].includes(before.jobTitle);
  return follows ? positionName : before.jobTitle;
}

/** The people of the store as a roster would name them. */
export function rosterOfStaff(
  { staff, orgUnits }: PresentOffice,
  frameworks: readonly Framework[],
): RosterPerson[] {
  const paths = pathsOf(orgUnits);
  const numbers = new Map(staff.map(({ id, number }) => [id, number]));
  const number = (id: Id | null) => (id === null ? null : (numbers.get(id) ?? null));
  return staff.map((member) => ({
    number: member.number,
    name: member.name,
    kana: member.kana,
    unitPath: paths.get(member.orgUnitId) ?? [],
    grade: member.grade,
    frameworkId: member.frameworkId ?? '',
    positionId: member.positionId ?? '',
    firstEvaluator: number(member.firstEvaluatorId),
    secondEvaluator: number(member.secondEvaluatorId),
    facts: member.roster ?? factsOfPlace(member, frameworks),
  }));
}

/** In the policy's own words, by which the same place is found again. */
function factsOfPlace(
  { frameworkId, positionId }: StaffMember,
  frameworks: readonly Framework[],
): RosterFacts {
  const framework = frameworks.find(({ id }) => id === frameworkId);
  const position = framework?.positions.find(({ id }) => id === positionId);
  return {
    ...unsaidRosterFacts,
    positionName: position?.name ?? '',
    payTable: tableWordOf(frameworkId),
  };
}

function pathsOf(orgUnits: readonly OrgUnit[]): Map<Id, string[]> {
  return new Map(orgUnits.map(({ id }) => [id, orgUnitPath(orgUnits, id)]));
}

function pathKey(path: readonly string[]): string {
  return path.join('\n');
}
