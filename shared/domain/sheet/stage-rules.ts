import type { Author } from '../form/form';
import type { Identity } from '../store/meta';
import type { Sheet, Stage } from './sheet';

/** What somebody is to one sheet. Nobody at all: the empty list, who reads nothing. */
export type ViewerRole = Author | 'hr';
export type Viewer = readonly ViewerRole[];

const authors: readonly Author[] = ['employee', 'first', 'second'];

/**
 * THE stage rules: whose columns each role reads and writes. Add a stage here and
 * nowhere else.
 */
const rules: Record<Stage, Record<ViewerRole, { reads: Author[]; writes: Author[] }>> = {
  drafting: {
    employee: { reads: ['employee'], writes: ['employee'] },
    first: { reads: ['employee', 'first'], writes: ['first'] },
    second: { reads: ['employee', 'first', 'second'], writes: ['second'] },
    hr: { reads: ['employee', 'first', 'second'], writes: [] },
  },
  disclosed: {
    employee: { reads: ['employee', 'first', 'second'], writes: [] },
    first: { reads: ['employee', 'first', 'second'], writes: [] },
    second: { reads: ['employee', 'first', 'second'], writes: [] },
    hr: { reads: ['employee', 'first', 'second'], writes: [] },
  },
};

/**
 * On her own sheet a person is the employee and nothing else: neither 職員課 nor an
 * evaluator learns about herself before it is disclosed to her.
 */
function actingRoles(viewer: Viewer): Viewer {
  return viewer.includes('employee') ? ['employee'] : viewer;
}

type Question = { viewer: Viewer; author: Author; stage: Stage };

/** Whether this viewer may see what `author` wrote. */
export function mayRead({ viewer, author, stage }: Question): boolean {
  return actingRoles(viewer).some((role) => rules[stage][role].reads.includes(author));
}

/** Whether this viewer may write in the column of `author`. */
export function mayWrite({ viewer, author, stage }: Question): boolean {
  return actingRoles(viewer).some((role) => rules[stage][role].writes.includes(author));
}

type SheetHeader = Pick<Sheet, 'staffId' | 'stage' | 'firstEvaluator' | 'secondEvaluator'>;
type Person = Pick<Identity, 'staffId' | 'rights'>;

export function viewerOf(sheet: SheetHeader, identity: Person): Viewer {
  const viewer: ViewerRole[] = [];
  if (sheet.staffId === identity.staffId) viewer.push('employee');
  if (sheet.firstEvaluator?.staffId === identity.staffId) viewer.push('first');
  if (sheet.secondEvaluator?.staffId === identity.staffId) viewer.push('second');
  if (identity.rights.includes('hr')) viewer.push('hr');
  return actingRoles(viewer);
}

export function readableAuthors(sheet: SheetHeader, identity: Person): Author[] {
  const viewer = viewerOf(sheet, identity);
  return authors.filter((author) => mayRead({ viewer, author, stage: sheet.stage }));
}

export function writableAuthors(sheet: SheetHeader, identity: Person): Author[] {
  const viewer = viewerOf(sheet, identity);
  return authors.filter((author) => mayWrite({ viewer, author, stage: sheet.stage }));
}

/** Whether the sheet appears in this person's lists at all. */
export function mayListSheet(sheet: SheetHeader, identity: Person): boolean {
  return readableAuthors(sheet, identity).length > 0;
}
