import type { PlanCourse } from './read-training-plan';
import type { TrainingCall } from './training-call';

export type PlanComparison = {
  added: PlanCourse[];
  changed: { before: TrainingCall; course: PlanCourse }[];
  unchanged: number;
};

const fields = [
  'trainingKind',
  'audience',
  'startsOn',
  'endsOn',
  'hours',
  'seats',
  'itemIds',
  'guidance',
  'applyBy',
] as const;

/**
 * What a plan would change: a course is known again by its name and, where a year holds it
 * more than once, by its first day. What a file does not name stays as it is.
 */
export function comparePlans(
  known: readonly TrainingCall[],
  courses: readonly PlanCourse[],
): PlanComparison {
  const comparison: PlanComparison = { added: [], changed: [], unchanged: 0 };
  const left = new Set(known.filter(({ kind }) => kind === 'course'));
  const named = (title: string) => [...left].filter((call) => call.title === title);
  // Those of the same day first: none of them may be taken for another's new day.
  const sure = new Map(
    courses.flatMap((course) => {
      const same = named(course.title).find(
        ({ startsOn }) => startsOn === (course.startsOn ?? null),
      );
      if (same !== undefined) left.delete(same);
      return same === undefined ? [] : [[course, same] as const];
    }),
  );
  for (const course of courses) {
    const others = named(course.title);
    const only =
      others.length === 1 && courses.filter(({ title }) => title === course.title).length === 1
        ? others[0]
        : undefined;
    const before = sure.get(course) ?? only;
    if (before === undefined) comparison.added.push(course);
    else if (isSame(before, course)) comparison.unchanged += 1;
    else comparison.changed.push({ before, course });
  }
  return comparison;
}

function isSame(before: TrainingCall, course: PlanCourse): boolean {
  return fields.every(
    (field) =>
      !(field in course) || JSON.stringify(before[field]) === JSON.stringify(course[field]),
  );
}
