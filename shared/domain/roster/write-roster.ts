import { rosterCells } from './compare-rosters';
import { type RosterColumn, rosterColumns } from './roster-columns';
import type { ConcurrentPost, RosterPerson } from './roster-person';
import { writeUnitPath } from './unit-text';

/** The roster in the shape in which it is taken in: headings, then one row per post. */
export function writeRoster(people: readonly RosterPerson[]): string[][] {
  const row = (cells: ReadonlyMap<RosterColumn, string>) =>
    rosterColumns.map(({ key }) => cells.get(key) ?? '');
  const posts = people.flatMap((person) => [
    rosterCells(person),
    ...person.facts.concurrentPosts.map((post) => concurrentCells(person, post)),
  ]);
  return [rosterColumns.map(({ heading }) => heading), ...posts.map(row)];
}

function concurrentCells(
  { number, name, kana }: RosterPerson,
  post: ConcurrentPost,
): ReadonlyMap<RosterColumn, string> {
  return new Map<RosterColumn, string>([
    ['number', number],
    ['name', name],
    ['kana', kana],
    ['unitCode', post.unitCode],
    ['unit', writeUnitPath(post.unitPath)],
    ['position', post.positionName],
    ['postKind', '兼務'],
    ['firstEvaluator', post.firstEvaluator ?? ''],
    ['secondEvaluator', post.secondEvaluator ?? ''],
  ]);
}
