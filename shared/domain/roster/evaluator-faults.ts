import { ringsOf } from '../staff/assignment-problems';
import type { RosterColumn } from './roster-columns';
import type { RosterPerson } from './roster-person';
import type { RosterProblem, RowOf } from './roster-problem';

const columns = ['firstEvaluator', 'secondEvaluator'] as const;

/**
 * What is wrong with who evaluates whom: nobody evaluates herself, no two people evaluate one
 * another, first evaluators run in no ring, and every number is somebody's. Who has no
 * evaluator is told, because somebody at the top has none.
 *
 * @param around those whom the file does not name, and every number there is
 */
export function faultsOfEvaluators(
  people: readonly RosterPerson[],
  around: {
    unlisted: readonly RosterPerson[];
    numbers: ReadonlySet<string>;
    rowOf: RowOf;
  },
): RosterProblem[] {
  const { unlisted, numbers, rowOf } = around;
  const everybody = [...people, ...unlisted];
  const listed = new Set(people);
  const byNumber = new Map(everybody.map((person) => [person.number, person]));
  const problems: RosterProblem[] = [];
  const say = (
    person: RosterPerson,
    column: RosterColumn,
    message: string,
    weight: 'fault' | 'gap',
  ) => problems.push({ weight, row: rowOf(person.number), column, message });
  for (const person of people) {
    for (const column of columns) {
      const evaluator = person[column];
      if (evaluator === null) continue;
      if (evaluator === person.number)
        say(person, column, '自分を評価することはできません。', 'fault');
      else if (!numbers.has(evaluator)) {
        say(person, column, `職員番号${evaluator}の職員がいません。`, 'fault');
      }
    }
    const other = byNumber.get(person.secondEvaluator ?? '');
    const isMutual =
      other?.firstEvaluator === person.number || other?.secondEvaluator === person.number;
    if (other !== undefined && other !== person && isMutual) {
      say(person, 'secondEvaluator', `${other.name}とは、互いに評価者になっています。`, 'fault');
    }
    if (person.firstEvaluator !== null && person.firstEvaluator === person.secondEvaluator) {
      say(person, 'secondEvaluator', '一次評価者と同じ人です。', 'gap');
    }
    // Who is on no step of the policy's tables (特別職) has no sheet, and needs nobody.
    const needsOne = person.facts.status === 'active' && person.positionId !== '';
    if (person.firstEvaluator === null && needsOne) {
      say(person, 'firstEvaluator', '一次評価者が決まっていません。', 'gap');
    }
  }
  for (const loop of ringsOf(everybody, (one) => byNumber.get(one.firstEvaluator ?? ''))) {
    const at = loop.findIndex((person) => listed.has(person));
    const ring = [...loop.slice(at), ...loop.slice(0, at)];
    const [first] = ring;
    if (first === undefined || at === -1) continue;
    const names = [...ring, first].map(({ name }) => name).join('→');
    say(first, 'firstEvaluator', `評価者が一回りしています（${names}）。`, 'fault');
  }
  return problems;
}
