import { dayLater } from '../period/day-steps';
import type { PlainDate } from '../period/period';
import { formatWareki } from '../period/wareki';
import type { Id } from '../record/record';
import type { EvaluatorAssignment, EvaluatorRole } from './evaluator-assignment';
import { evaluatorsOn } from './evaluators-on-a-day';
import type { StaffMember } from './staff-member';

export const evaluatorRoleLabels: Readonly<Record<EvaluatorRole, string>> = {
  first: '一次評価者',
  second: '二次評価者',
  consulted: '意見を聞く評価者',
};

/** What is wrong with who evaluates whom when. A `fault` must not stay; a `gap` may. */
export type AssignmentProblem = {
  weight: 'fault' | 'gap';
  staffId: Id;
  role: EvaluatorRole;
  message: string;
};

type Office = {
  staff: readonly StaffMember[];
  assignments: readonly EvaluatorAssignment[];
};
type Days = { startsOn: PlainDate; endsOn: PlainDate };

/**
 * The faults and gaps of the assignments: nobody evaluates herself, one role is one person's
 * at a time, first evaluators run in no ring on any day, and no days lie between two of them.
 *
 * @param period whose days are looked at for rings and gaps
 */
export function assignmentProblems(office: Office, period: Days): AssignmentProblem[] {
  const problems = office.assignments.flatMap((one): AssignmentProblem[] => {
    const { staffId, role } = one;
    const message = faultOf(one, office.staff);
    return message === null ? [] : [{ weight: 'fault', staffId, role, message }];
  });
  for (const own of byPersonAndRole(office.assignments)) {
    problems.push(...overlaps(own), ...gapsBetween(own, period));
  }
  return [...problems, ...rings(office, period)];
}

/** What is wrong with an assignment by itself. */
export function faultOf(
  {
    staffId,
    evaluatorId,
    from,
    to,
  }: Pick<EvaluatorAssignment, 'staffId' | 'evaluatorId' | 'from' | 'to'>,
  staff: readonly StaffMember[],
): string | null {
  if (staffId === evaluatorId) return '自分を評価することはできません。';
  if (to !== null && to < from) return '終わりの日が、始まりの日より前です。';
  if (!staff.some(({ id }) => id === evaluatorId)) return '評価者が職員名簿にいません。';
  return null;
}

/** In the order of their first days. Several may be consulted at a time. */
function byPersonAndRole(assignments: readonly EvaluatorAssignment[]): EvaluatorAssignment[][] {
  const decisive = assignments.filter(({ role }) => role !== 'consulted');
  const groups = grouped(decisive, ({ staffId, role }) => `${staffId} ${role}`);
  return [...groups.values()].map((group) =>
    group.toSorted((one, other) => one.from.localeCompare(other.from)),
  );
}

function grouped(
  assignments: readonly EvaluatorAssignment[],
  keyOf: (one: EvaluatorAssignment) => string,
): Map<string, EvaluatorAssignment[]> {
  const groups = new Map<string, EvaluatorAssignment[]>();
  for (const one of assignments) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function overlaps(own: readonly EvaluatorAssignment[]): AssignmentProblem[] {
  return own.flatMap((one, index): AssignmentProblem[] => {
    const before = own.slice(0, index).find(({ to }) => to === null || to >= one.from);
    if (before === undefined) return [];
    const { staffId, role } = one;
    const message = `${formatWareki(one.from)}に、${evaluatorRoleLabels[role]}が二人います。`;
    return [{ weight: 'fault', staffId, role, message }];
  });
}

/** Days of the period between two assignments, of which neither has them. */
function gapsBetween(own: readonly EvaluatorAssignment[], period: Days): AssignmentProblem[] {
  const problems: AssignmentProblem[] = [];
  let covered: PlainDate | null = null;
  for (const { from, to, staffId, role } of own) {
    if (covered !== null && from > dayLater(covered, 1)) {
      const first = later(dayLater(covered, 1), period.startsOn);
      const last = earlier(dayLater(from, -1), period.endsOn);
      if (first <= last) {
        const days =
          first === last
            ? formatWareki(first)
            : `${formatWareki(first)}から${formatWareki(last)}まで`;
        const message = `${days}の${evaluatorRoleLabels[role]}が決まっていません（名簿の評価者になります）。`;
        problems.push({ weight: 'gap', staffId, role, message });
      }
    }
    // Nothing follows one without an end.
    if (to === null) break;
    covered = covered === null ? to : later(covered, to);
  }
  return problems;
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}

function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other;
}

/** Each ring of first evaluators once, with the first day on which it is closed. */
function rings({ staff, assignments }: Office, period: Days): AssignmentProblem[] {
  const inPeriod = assignments.filter(
    ({ role, from, to }) =>
      role === 'first' && from <= period.endsOn && (to === null || to >= period.startsOn),
  );
  // Between two of these days nothing changes.
  const days = new Set([
    period.startsOn,
    ...inPeriod.map(({ from }) => later(from, period.startsOn)),
    ...inPeriod.flatMap(({ to }) => (to === null || to >= period.endsOn ? [] : [dayLater(to, 1)])),
  ]);
  const byId = new Map(staff.map((member) => [member.id, member]));
  const ofPerson = grouped(inPeriod, ({ staffId }) => staffId);
  const known = new Set<string>();
  return [...days].toSorted().flatMap((day) => {
    const evaluator = (member: StaffMember) =>
      byId.get(evaluatorsOn(member, ofPerson.get(member.id) ?? [], day).first ?? '');
    return ringsOf(staff, evaluator).flatMap((ring): AssignmentProblem[] => {
      const key = ring
        .map(({ id }) => id)
        .toSorted()
        .join();
      const [first] = ring;
      if (first === undefined || known.has(key)) return [];
      known.add(key);
      const names = [...ring, first].map(({ name }) => name).join('→');
      const message = `${formatWareki(day)}に、評価者が一回りしています（${names}）。`;
      return [{ weight: 'fault', staffId: first.id, role: 'first', message }];
    });
  });
}

/**
 * Each ring once, from its first person in the order of the list. One who leads to herself is
 * none: that is said as such.
 */
export function ringsOf<Person>(
  people: readonly Person[],
  evaluatorOf: (person: Person) => Person | undefined,
): Person[][] {
  const seen = new Set<Person>();
  const found: Person[][] = [];
  for (const start of people) {
    const path: Person[] = [];
    let person: Person | undefined = start;
    while (person !== undefined && !seen.has(person)) {
      seen.add(person);
      path.push(person);
      person = evaluatorOf(person);
    }
    const from = person === undefined ? -1 : path.indexOf(person);
    if (from !== -1 && path.length - from > 1) found.push(path.slice(from));
  }
  return found;
}
