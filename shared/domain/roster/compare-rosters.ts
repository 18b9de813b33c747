import type { Framework } from '../framework/framework';
import { formatWareki } from '../period/wareki';
import { headingOf, type RosterColumn } from './roster-columns';
import { type ConcurrentPost, type RosterPerson, statusLabels } from './roster-person';
import { writeUnitPath } from './unit-text';

export type FieldChange = { heading: string; before: string; after: string };

export type RosterComparison = {
  added: RosterPerson[];
  changed: { person: RosterPerson; fields: FieldChange[] }[];
  unchanged: number;
};

/** What taking in a roster would change, person by person and field by field. */
export function compareRosters(
  known: readonly RosterPerson[],
  incoming: readonly RosterPerson[],
  frameworks: readonly Framework[],
): RosterComparison {
  const before = new Map(known.map((person) => [person.number, person]));
  const comparison: RosterComparison = {
    added: [],
    changed: [],
    unchanged: 0,
  };
  for (const person of incoming) {
    const earlier = before.get(person.number);
    if (earlier === undefined) {
      comparison.added.push(person);
      continue;
    }
    const fields = fieldChanges(earlier, person, frameworks);
    if (fields.length === 0) comparison.unchanged += 1;
    else comparison.changed.push({ person, fields });
  }
  return comparison;
}

/** The differences of two states of one person, in the words of the screen. */
function fieldChanges(
  before: RosterPerson,
  after: RosterPerson,
  frameworks: readonly Framework[],
): FieldChange[] {
  const earlier = rosterCells(before);
  const later = rosterCells(after);
  const changes = [...later].flatMap(([column, text]): FieldChange[] => {
    const was = earlier.get(column) ?? '';
    return was === text ? [] : [{ heading: headingOf(column), before: was, after: text }];
  });
  // What the words do not show: another place in the tables, or another concurrent post.
  const place = (person: RosterPerson) => placeWords(person, frameworks);
  const posts = ({ facts }: RosterPerson) =>
    facts.concurrentPosts.map(postWords).toSorted().join('、');
  for (const [heading, words] of [
    ['体系図の職位', place],
    ['兼務', posts],
  ] as const) {
    if (words(before) !== words(after)) {
      changes.push({ heading, before: words(before), after: words(after) });
    }
  }
  return changes;
}

function placeWords(
  { frameworkId, positionId }: RosterPerson,
  frameworks: readonly Framework[],
): string {
  const framework = frameworks.find(({ id }) => id === frameworkId);
  return framework?.positions.find(({ id }) => id === positionId)?.name ?? '';
}

function postWords(post: ConcurrentPost): string {
  const evaluators = [post.firstEvaluator, post.secondEvaluator].map((number) => number ?? '－');
  const words = [post.unitCode, ...post.unitPath, post.positionName].filter((word) => word !== '');
  return `${words.join(' ')}（評価者 ${evaluators.join('・')}）`;
}

/** A person's main post as the cells of the roster file, also for writing it out. */
export function rosterCells(person: RosterPerson): Map<RosterColumn, string> {
  const flag = (is: boolean) => (is ? '○' : '');
  const day = (on: string | null) => (on === null ? '' : formatWareki(on));
  const { facts } = person;
  return new Map<RosterColumn, string>([
    ['number', person.number],
    ['name', person.name],
    ['kana', person.kana],
    ['unitCode', facts.unitCode],
    ['unit', writeUnitPath(person.unitPath)],
    ['position', facts.positionName],
    ['payTable', facts.payTable],
    ['grade', person.grade],
    ['sectionHead', flag(facts.sectionHead)],
    ['officeRetired', flag(facts.officeRetired)],
    ['appointment', facts.appointment],
    ['probationEndsOn', day(facts.probationEndsOn)],
    ['term', facts.term],
    ['workingHours', facts.workingHours],
    ['appointer', facts.appointer],
    ['postKind', '主務'],
    ['hiredOn', day(facts.hiredOn)],
    ['assignedOn', day(facts.assignedOn)],
    ['firstEvaluator', person.firstEvaluator ?? ''],
    ['secondEvaluator', person.secondEvaluator ?? ''],
    ['status', statusLabels[facts.status]],
  ]);
}
