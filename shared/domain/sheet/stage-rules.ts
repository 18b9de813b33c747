import type { Author } from '../form/form';
import type { Identity } from '../store/meta';
import type { EntryPatch } from './change-entry';
import { parsePartId, sharedRemarkPartId } from './part';
import { typesFor } from './proxy-rules';
import { type Sheet, type SheetEntry, type Stage, stages } from './sheet';

/** What somebody is to one sheet. Nobody at all: the empty list, who reads nothing. */
export type ViewerRole = Author | 'hr';
export type Viewer = readonly ViewerRole[];

/**
 * A section of a sheet as the rules know it: what a goal says stands apart from its result,
 * and 担当業務の改善点, which the person and her 上司 share, from the other remarks.
 */
export const sheetPlaces = [
  'goalPlan',
  'goals',
  'ability',
  'conduct',
  'development',
  'overall',
  'sharedRemark',
] as const;
export type SheetPlace = (typeof sheetPlaces)[number];

const authors: readonly Author[] = ['employee', 'first', 'second'];

const everything: readonly SheetPlace[] = sheetPlaces;
const results: readonly SheetPlace[] = sheetPlaces.filter((place) => place !== 'goalPlan');
const secondResults = results.filter((place) => place !== 'sharedRemark');
const sharedOnly: readonly SheetPlace[] = ['sharedRemark'];

/**
 * THE rules of writing: at each stage, who writes where in her own column. Nobody ever
 * writes in another's. The person prepares her self-evaluation all year; what her goals
 * say stands still while they are being agreed, and once she evaluates herself.
 */
const writes: Readonly<Record<Stage, Partial<Record<Author, readonly SheetPlace[]>>>> = {
  goalSetting: { employee: everything },
  goalAgreement: { employee: results, first: sharedOnly },
  inProgress: { employee: everything, first: sharedOnly },
  selfEvaluation: { employee: results, first: sharedOnly },
  firstEvaluation: { first: results },
  secondEvaluation: { second: secondResults },
  leveling: {},
  confirmation: {},
  confirmed: {},
  // 育成: what the interview after 開示 brings is written with the person.
  disclosed: { first: ['development', 'sharedRemark'] },
  completed: {},
  exempt: {},
};

/**
 * THE rules of reading: the stage from which others than its author may read a column.
 * Before it, a column is its author's draft and nobody else's.
 */
const handedInAt: Readonly<Record<Author, (place: SheetPlace) => Stage>> = {
  employee: (place) => (place === 'goalPlan' ? 'goalAgreement' : 'firstEvaluation'),
  first: () => 'secondEvaluation',
  second: () => 'leveling',
};

/** Whose columns a role reads once they are handed in, and from when if later than that. */
const readers: Readonly<Record<ViewerRole, Partial<Record<Author, 'handedIn' | 'disclosed'>>>> = {
  employee: { first: 'disclosed', second: 'disclosed' },
  first: { employee: 'handedIn', second: 'disclosed' },
  second: { employee: 'handedIn', first: 'handedIn' },
  hr: { employee: 'handedIn', first: 'handedIn', second: 'handedIn' },
};

/** Who shares 担当業務の改善点, and from when; everybody else reads it as any other remark. */
const sharers: readonly ViewerRole[] = ['employee', 'first'];
const sharedFrom: Stage = 'goalAgreement';

/** 評価の対象外 leaves the year before any evaluation is handed in. */
function reached(stage: Stage, from: Stage): boolean {
  const standing = stage === 'exempt' ? 'inProgress' : stage;
  return stages.indexOf(standing) >= stages.indexOf(from);
}

/**
 * Whether what stands on a sheet is not for its person's eyes: she has not been shown her
 * result. One out of the year never is, and may still hold an evaluator's draft.
 */
export function isUndisclosed({ stage }: Pick<Sheet, 'stage'>): boolean {
  return !reached(stage, 'disclosed');
}

/** How far a sheet has come, and what was left out on the way. */
export type Standing = Pick<Sheet, 'stage' | 'skippedStages'>;

/** The stage whose end hands in an author's evaluation. */
const ownStage: Readonly<Record<Author, Stage>> = {
  employee: 'selfEvaluation',
  first: 'firstEvaluation',
  second: 'secondEvaluation',
};

/** A column is handed in when its own stage is over, and was not left out: then it is a draft. */
function isHandedIn(
  { stage, skippedStages }: Standing,
  author: Author,
  place: SheetPlace,
): boolean {
  const isLeftOut = place !== 'goalPlan' && skippedStages.includes(ownStage[author]);
  return !isLeftOut && reached(stage, handedInAt[author](place));
}

/** Whether an author has handed in her evaluation; never of a sheet out of the year. */
export function hasHandedIn(standing: Standing, author: Author): boolean {
  return isHandedIn(standing, author, 'overall');
}

/** Whether an author's evaluation is over, handed in or left out. */
export function isOver(stage: Stage, author: Author): boolean {
  return reached(stage, handedInAt[author]('overall'));
}

/**
 * On her own sheet a person is the employee and nothing else: neither 職員課 nor an
 * evaluator learns about herself before it is disclosed to her.
 */
function actingRoles(viewer: Viewer): Viewer {
  return viewer.includes('employee') ? ['employee'] : viewer;
}

type Question = Standing & { viewer: Viewer; author: Author; place: SheetPlace };

function readsAs(role: ViewerRole, question: Question): boolean {
  const { author, place, stage } = question;
  if (role === author) return true;
  if (place === 'sharedRemark' && sharers.includes(role) && sharers.includes(author)) {
    return reached(stage, sharedFrom);
  }
  const from = readers[role][author];
  if (from === undefined || !isHandedIn(question, author, place)) return false;
  return from === 'handedIn' || reached(stage, 'disclosed');
}

/** Whether this viewer may see what `author` wrote in this place. */
export function mayRead(question: Question): boolean {
  return actingRoles(question.viewer).some((role) => readsAs(role, question));
}

/** Whether this viewer may write in the column of `author` in this place. */
export function mayWrite({
  viewer,
  author,
  place,
  stage,
}: Omit<Question, 'skippedStages'>): boolean {
  return actingRoles(viewer).includes(author) && (writes[stage][author] ?? []).includes(place);
}

export type SheetHeader = Pick<
  Sheet,
  | 'staffId'
  | 'stage'
  | 'skippedStages'
  | 'handlerId'
  | 'disclosedColumns'
  | 'proxy'
  | 'firstEvaluator'
  | 'secondEvaluator'
>;
type Person = Pick<Identity, 'staffId' | 'rights'>;

export function viewerOf(sheet: SheetHeader, identity: Person): Viewer {
  const viewer: ViewerRole[] = [];
  if (sheet.staffId === identity.staffId) viewer.push('employee');
  if (sheet.firstEvaluator?.staffId === identity.staffId) viewer.push('first');
  if (sheet.secondEvaluator?.staffId === identity.staffId) viewer.push('second');
  const handles = sheet.handlerId === null || sheet.handlerId === identity.staffId;
  if (identity.rights.includes('hr') && handles) viewer.push('hr');
  return actingRoles(viewer);
}

/** For each place of a sheet, whose columns somebody reads and writes. */
export type SheetAccess = Readonly<
  Record<SheetPlace, { readonly reads: readonly Author[]; readonly writes: readonly Author[] }>
>;

/** What this person may read and write on this sheet now. */
export function accessTo(sheet: SheetHeader, identity: Person): SheetAccess {
  const viewer = viewerOf(sheet, identity);
  const { stage, skippedStages } = sheet;
  const isEmployee = viewer.includes('employee');
  const typed = typesFor(viewer, sheet) ? (writes[stage].employee ?? []) : [];
  const isTyped = (author: Author, place: SheetPlace) =>
    author === 'employee' && typed.includes(place);
  const isKept = (author: Author) =>
    isEmployee && author !== 'employee' && !sheet.disclosedColumns[author];
  const accessOf = (place: SheetPlace) => ({
    reads: authors.filter(
      (author) =>
        (mayRead({ viewer, author, place, stage, skippedStages }) || isTyped(author, place)) &&
        // What is shared all year is no part of the result that may be kept.
        (place === 'sharedRemark' || !isKept(author)),
    ),
    writes: authors.filter(
      (author) => mayWrite({ viewer, author, place, stage }) || isTyped(author, place),
    ),
  });
  return {
    goalPlan: accessOf('goalPlan'),
    goals: accessOf('goals'),
    ability: accessOf('ability'),
    conduct: accessOf('conduct'),
    development: accessOf('development'),
    overall: accessOf('overall'),
    sharedRemark: accessOf('sharedRemark'),
  };
}

/** The authors whose column may be read, wherever something of it stands. */
export function readableAuthors(sheet: SheetHeader, identity: Person): Author[] {
  return readableIn(accessTo(sheet, identity));
}

/** The authors in whose column may be written, wherever something of it stands. */
export function writableAuthors(sheet: SheetHeader, identity: Person): Author[] {
  return writableIn(accessTo(sheet, identity));
}

/** Sharing one remark opens nobody's column: neither its progress nor whose turn it is. */
const columnPlaces = sheetPlaces.filter((place) => place !== 'sharedRemark');

export function readableIn(access: SheetAccess): Author[] {
  return authors.filter((author) =>
    columnPlaces.some((place) => access[place].reads.includes(author)),
  );
}

export function writableIn(access: SheetAccess): Author[] {
  return authors.filter((author) =>
    columnPlaces.some((place) => access[place].writes.includes(author)),
  );
}

/**
 * Whether the sheet appears in this person's lists at all: she has a part in it, whether
 * or not there is anything for her to read yet.
 */
export function mayListSheet(sheet: SheetHeader, identity: Person): boolean {
  return viewerOf(sheet, identity).length > 0;
}

const placesByKind = { goal: 'goals', development: 'development', overall: 'overall' } as const;

/**
 * The place that a part belongs to; a goal's plan is a place of its own beside it.
 *
 * @param kindOfItem tells an ability from a conduct item; both have the same rules, so that
 *   `ability` is asked where it is not known
 */
export function placeOfPart(
  partId: string,
  kindOfItem: 'ability' | 'conduct' = 'ability',
): SheetPlace | null {
  const part = parsePartId(partId);
  if (part === null) return null;
  if (partId === sharedRemarkPartId) return 'sharedRemark';
  return part.kind === 'item' ? kindOfItem : placesByKind[part.kind];
}

/** Whether every place that a change of an entry touches is open to its author. */
export function mayChange(
  access: SheetAccess,
  { partId, author, patch }: { partId: string; author: Author; patch: EntryPatch },
): boolean {
  const place = placeOfPart(partId);
  if (place === null) return false;
  const touchesPlan = patch.goal !== undefined || patch.removed !== undefined;
  const touchesResult = patch.rating !== undefined || patch.text !== undefined;
  const places: SheetPlace[] = touchesPlan ? ['goalPlan'] : [];
  // A change of nothing still makes a row, so that it counts as one of the result.
  if (touchesResult || !touchesPlan) places.push(place);
  return places.every((touched) => access[touched].writes.includes(author));
}

/** The entries as this reader may have them: what is not hers to read is not in them. */
export function readableEntries(entries: readonly SheetEntry[], access: SheetAccess): SheetEntry[] {
  return entries.flatMap((entry) => {
    const place = placeOfPart(entry.partId);
    if (place === null) return [];
    const readsResult = access[place].reads.includes(entry.author);
    // A text is shared; a rating, if a form ever asks one here, is a result like any other.
    const readsRating =
      readsResult && (place !== 'sharedRemark' || access.development.reads.includes(entry.author));
    const readsPlan = entry.goal !== null && access.goalPlan.reads.includes(entry.author);
    if (!readsResult && !readsPlan) return [];
    return [
      {
        ...entry,
        ...(readsResult ? {} : { text: '' }),
        ...(readsRating ? {} : { rating: null }),
        ...(readsPlan ? {} : { goal: null }),
      },
    ];
  });
}
