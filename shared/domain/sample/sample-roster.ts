import type { OrgUnit } from '../organisation/org-unit';
import { type Id, SCHEMA_VERSION } from '../record/record';
import type { StaffMember } from '../staff/staff-member';
import {
  givenNames,
  type NamedPerson,
  namedPeople,
  type SampleName,
  surnames,
} from './sample-names';
import { type Desk, departments, personnelDivisionName } from './sample-organisation';
import type { WorkTheme } from './sample-work';
import type { SeededRandom } from './seeded-random';

/** A person of the sample office, and what only the making of her sheets needs. */
export type SampleWorker = {
  staff: StaffMember;
  theme: WorkTheme;
  /** Whole fiscal years served before the current one. */
  yearsServed: number;
};

export type SampleRoster = {
  orgUnits: OrgUnit[];
  /** Everybody who is evaluated; the deputy mayor only evaluates. */
  workers: SampleWorker[];
  staff: StaffMember[];
  named: ReadonlyMap<NamedPerson, StaffMember>;
  /** Head of 職員課, who stands as the maker of all records. */
  maker: Id;
};

const frameworkOfPosition: Record<string, string> = {
  'ginou-romu': 'taikeizu-2',
  'gyomu-shunin-shusa': 'taikeizu-2',
  'kaikei-nendo': 'kaikei-nendo',
};

function nameSource(random: SeededRandom): () => SampleName {
  const families = random.shuffle(surnames);
  const givens = random.shuffle(givenNames);
  let taken = 0;
  return () => {
    const family = families[taken % families.length];
    const given = givens[taken % givens.length];
    if (family === undefined || given === undefined) throw new RangeError('no names left');
    taken += 1;
    return { name: `${family.name} ${given.name}`, kana: `${family.kana} ${given.kana}` };
  };
}

/** Departments, divisions, sections, and everybody with her evaluators. */
export function makeSampleRoster(random: SeededRandom, madeAt: number): SampleRoster {
  const now = new Date(madeAt).toISOString();
  // Fixed before anybody exists, because every record names its maker.
  const maker = random.id(madeAt);
  const base = { schemaVersion: SCHEMA_VERSION, updatedAt: now, updatedBy: maker };
  const nextName = nameSource(random);
  const orgUnits: OrgUnit[] = [];
  const workers: SampleWorker[] = [];
  const named = new Map<NamedPerson, StaffMember>();
  let permanentNumber = 100_300;
  let fixedTermNumber = 900_010;

  const addUnit = (name: string, kind: OrgUnit['kind'], parentId: Id | null): OrgUnit => {
    const unit = { ...base, id: random.id(madeAt), name, kind, parentId, order: orgUnits.length };
    orgUnits.push(unit);
    return unit;
  };

  const staffNumber = (desk: Desk): string => {
    if (desk.person === 'yoshida') return '100234';
    if (desk.positionId === 'kaikei-nendo') {
      fixedTermNumber += 1 + random.integer(9);
      return String(fixedTermNumber);
    }
    // Long service shows in an old, short number with its leading zeros.
    if (desk.positionId === 'bucho' || desk.positionId === 'yakushoku-teinen') {
      permanentNumber += 1;
      return `00${permanentNumber % 10_000}`.padStart(6, '0');
    }
    permanentNumber += 1 + random.integer(9);
    return String(permanentNumber);
  };

  const addWorker = (
    desk: Desk,
    unit: OrgUnit,
    theme: WorkTheme,
    evaluators: { first: Id | null; second: Id | null },
    id = random.id(madeAt),
  ): StaffMember => {
    const staff: StaffMember = {
      ...base,
      id,
      number: staffNumber(desk),
      ...(desk.person === undefined ? nextName() : namedPeople[desk.person]),
      orgUnitId: unit.id,
      frameworkId: frameworkOfPosition[desk.positionId] ?? 'taikeizu-1',
      positionId: desk.positionId,
      grade: desk.grade,
      jobTitle: desk.jobTitle,
      firstEvaluatorId: evaluators.first,
      secondEvaluatorId: evaluators.second,
      roster: null,
    };
    const mayBeNew = desk.person === undefined && ['1級', ''].includes(desk.grade);
    workers.push({ staff, theme, yearsServed: mayBeNew ? random.integer(3) : 2 });
    if (desk.person !== undefined) named.set(desk.person, staff);
    return staff;
  };

  const deputyMayorId = random.id(madeAt);
  let firstDepartment: OrgUnit | null = null;
  for (const department of departments) {
    const departmentUnit = addUnit(department.name, 'department', null);
    firstDepartment ??= departmentUnit;
    const director = addWorker(
      { positionId: 'bucho', jobTitle: `${department.name}長`, grade: '8級' },
      departmentUnit,
      'management',
      { first: deputyMayorId, second: null },
    );
    const deputyDirector = addWorker(
      { positionId: 'jicho', jobTitle: `${department.name}次長`, grade: '7級' },
      departmentUnit,
      'management',
      { first: director.id, second: deputyMayorId },
    );
    for (const division of department.divisions) {
      const divisionUnit = addUnit(division.name, 'division', departmentUnit.id);
      const headDesk: Desk = {
        positionId: 'kacho',
        jobTitle: `${division.name}長`,
        grade: random.pick(['6級', '7級']),
      };
      const head = addWorker(
        division.head === undefined ? headDesk : { ...headDesk, person: division.head },
        divisionUnit,
        'management',
        { first: deputyDirector.id, second: director.id },
        division.name === personnelDivisionName ? maker : random.id(madeAt),
      );
      for (const section of division.sections) {
        const sectionUnit = addUnit(section.name, 'section', divisionUnit.id);
        const chiefDesk: Desk = {
          positionId: 'kakaricho',
          jobTitle: `${section.name}長`,
          grade: '5級',
        };
        const chief = addWorker(
          section.chief === undefined ? chiefDesk : { ...chiefDesk, person: section.chief },
          sectionUnit,
          section.theme,
          { first: head.id, second: deputyDirector.id },
        );
        for (const desk of section.desks) {
          addWorker(desk, sectionUnit, section.theme, { first: chief.id, second: head.id });
        }
      }
    }
  }
  if (firstDepartment === null) throw new RangeError('the sample office has no department');
  const deputyMayor: StaffMember = {
    ...base,
    id: deputyMayorId,
    number: '000012',
    ...nextName(),
    orgUnitId: firstDepartment.id,
    frameworkId: null,
    positionId: null,
    grade: '',
    jobTitle: '副市長',
    firstEvaluatorId: null,
    secondEvaluatorId: null,
    roster: null,
  };
  return {
    orgUnits,
    workers,
    staff: [...workers.map(({ staff }) => staff), deputyMayor],
    named,
    maker,
  };
}
