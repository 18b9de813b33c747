import type { PlainDate } from '../period/period';
import type { Instant } from '../record/record';
import type { EvaluatorSnapshot, Sheet, SheetEntry } from '../sheet/sheet';
import {
  isOver,
  mayRead,
  type SheetAccess,
  type SheetPlace,
  type Viewer,
  type ViewerRole,
} from '../sheet/stage-rules';
import type { EvaluatorAssignment } from './evaluator-assignment';

/** What is kept of a sheet beside its three columns. */
export const remarkKinds = [
  'change',
  'formerColumn',
  'handover',
  'opinion',
  'hostOpinion',
] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** What somebody is to a sheet, with those who have a part in it beside its columns. */
export type RemarkReader = ViewerRole | 'consulted';

type When = 'always' | 'own' | 'disclosed' | 'never';

/**
 * THE rules of reading what stands beside the columns. `own`: only of her own column, as the
 * evaluator who followed. `disclosed`: once the column is disclosed to the person. Whoever
 * wrote a text reads it.
 */
export const remarkReaders: Readonly<Record<RemarkKind, Readonly<Record<RemarkReader, When>>>> = {
  change: {
    employee: 'always',
    first: 'always',
    second: 'always',
    consulted: 'always',
    hr: 'always',
  },
  formerColumn: {
    employee: 'never',
    first: 'own',
    second: 'own',
    consulted: 'never',
    hr: 'always',
  },
  handover: {
    employee: 'disclosed',
    first: 'own',
    second: 'own',
    consulted: 'never',
    hr: 'always',
  },
  opinion: {
    employee: 'never',
    first: 'always',
    second: 'never',
    consulted: 'never',
    hr: 'always',
  },
  hostOpinion: {
    employee: 'never',
    first: 'always',
    second: 'always',
    consulted: 'never',
    hr: 'always',
  },
};

type RemarkQuestion = {
  kind: RemarkKind;
  /** Of whose column it is; an opinion is of none. */
  column: EvaluatorAssignment['role'];
  readers: readonly RemarkReader[];
  /** Whether the person sees that column by now. */
  disclosed: boolean;
};

/** Whether any of what somebody is to the sheet lets her read it. */
export function mayReadRemark({ kind, column, readers, disclosed }: RemarkQuestion): boolean {
  return readers.some((reader) => {
    const when = remarkReaders[kind][reader];
    if (when === 'own') return reader === column;
    return when === 'always' || (when === 'disclosed' && disclosed);
  });
}

/** One line of what happened beside the columns of a sheet, as somebody may know it. */
export type EvaluatorChange = {
  id: string;
  kind: 'change' | 'handover' | 'opinion' | 'hostOpinion';
  role: EvaluatorAssignment['role'];
  /** Who came, who was consulted, or who wrote. */
  name: string;
  /** Whom she followed; empty where nobody. */
  formerName: string;
  organisation: string;
  from: PlainDate;
  writtenAt: Instant;
  /** Why, or what was written; empty where it is not for this reader. */
  text: string;
  formerColumn: readonly SheetEntry[];
};

type ReadSheet = Pick<Sheet, 'id' | 'stage' | 'disclosedColumns'>;

/**
 * What of the assignments of a person concerns this sheet and may be read, oldest first; the
 * history of the sheet shows it among the moves.
 *
 * @param readers what the reader is to the sheet; nobody: nothing
 */
export function evaluatorChanges(
  assignments: readonly EvaluatorAssignment[],
  sheet: ReadSheet,
  reader: { staffId: string; roles: readonly RemarkReader[] },
): EvaluatorChange[] {
  return assignments
    .filter(({ onSheet }) => onSheet?.sheetId === sheet.id)
    .flatMap((one) => linesOf(one, sheet, reader))
    .toSorted(
      (left, right) =>
        left.from.localeCompare(right.from) || left.writtenAt.localeCompare(right.writtenAt),
    );
}

function linesOf(
  one: EvaluatorAssignment,
  sheet: ReadSheet,
  { staffId, roles }: { staffId: string; roles: readonly RemarkReader[] },
): EvaluatorChange[] {
  const { onSheet, role: column } = one;
  if (onSheet === undefined || roles.length === 0) return [];
  const isDisclosed = sheet.stage === 'disclosed' || sheet.stage === 'completed';
  const disclosed = isDisclosed && column !== 'consulted' && sheet.disclosedColumns[column];
  const may = (kind: RemarkKind) => mayReadRemark({ kind, column, readers: roles, disclosed });
  const line = {
    id: one.id,
    role: column,
    name: onSheet.evaluator.name,
    formerName: onSheet.former?.name ?? '',
    organisation: onSheet.organisation,
    from: one.from,
    writtenAt: one.updatedAt,
    formerColumn: [],
  };
  const lines: EvaluatorChange[] = [];
  const isChange = onSheet.former !== null || onSheet.named === true;
  if (isChange && may('change')) {
    const knowsWhy = !roles.includes('employee') && !roles.every((role) => role === 'consulted');
    lines.push({
      ...line,
      kind: 'change',
      organisation: '',
      text: knowsWhy ? one.remark : '',
      formerColumn: may('formerColumn') ? onSheet.formerColumn : [],
    });
  }
  const kind = textKind(one);
  // Nobody reads of herself by having written: 職員課 enters what a host has said.
  const wrote = one.evaluatorId === staffId && !roles.includes('employee');
  if (onSheet.text !== '' && (may(kind) || wrote)) {
    lines.push({ ...line, kind, formerName: '', text: onSheet.text });
  }
  return lines;
}

/**
 * What stands beside the columns as it may be on a paper that is given to the person: no
 * opinions, no reasons, 引継ぎ only of a column that is disclosed to her.
 */
export function changesForPerson(
  changes: readonly EvaluatorChange[],
  { disclosedColumns }: Pick<Sheet, 'disclosedColumns'>,
): EvaluatorChange[] {
  return changes.flatMap((change) => {
    if (change.kind === 'change') return [{ ...change, text: '', formerColumn: [] }];
    const isDisclosed = change.role !== 'consulted' && disclosedColumns[change.role];
    return change.kind === 'handover' && isDisclosed ? [change] : [];
  });
}

function textKind({ role, onSheet }: EvaluatorAssignment): 'handover' | 'opinion' | 'hostOpinion' {
  if (role !== 'consulted') return 'handover';
  return onSheet?.organisation === '' ? 'opinion' : 'hostOpinion';
}

/** Whether this person is consulted on the sheet: not for a host, who is not of this office. */
export function isConsulted(
  assignments: readonly EvaluatorAssignment[],
  sheetId: string,
  staffId: string,
): boolean {
  return assignments.some(
    ({ role, evaluatorId, onSheet }) =>
      role === 'consulted' &&
      evaluatorId === staffId &&
      onSheet?.sheetId === sheetId &&
      onSheet.organisation === '',
  );
}

/** What somebody is to the sheet beside its columns; on her own sheet the employee alone. */
export function remarkReadersOf(viewer: Viewer, consulted: boolean): RemarkReader[] {
  if (viewer.includes('employee')) return ['employee'];
  return consulted ? [...viewer, 'consulted'] : [...viewer];
}

/** Who is consulted reads the goals and the self-evaluation once they are handed in. */
export function consultedAccess({
  stage,
  skippedStages,
}: Pick<Sheet, 'stage' | 'skippedStages'>): SheetAccess {
  const accessOf = (place: SheetPlace) => ({
    reads: mayRead({ viewer: ['second'], author: 'employee', place, stage, skippedStages })
      ? (['employee'] as const)
      : [],
    writes: [],
  });
  return {
    goalPlan: accessOf('goalPlan'),
    goals: accessOf('goals'),
    ability: accessOf('ability'),
    conduct: accessOf('conduct'),
    development: accessOf('development'),
    sharedRemark: accessOf('sharedRemark'),
    overall: accessOf('overall'),
  };
}

type Change = {
  role: 'first' | 'second';
  evaluator: EvaluatorSnapshot;
  from: PlainDate;
  today: PlainDate;
};

/** What a change of evaluator does to the sheet. */
export type ChangeEffect =
  /** The evaluator of the period finishes it from her new post. */
  | 'afterPeriod'
  | 'changes'
  /** It is not that day yet: until then her predecessor evaluates. */
  | 'ahead'
  /** Her evaluation is handed in: it stays hers. */
  | 'tooLate'
  | 'notAnother';

/**
 * A change from a day after the period, as at 1 April, leaves the sheet to whoever evaluated
 * in the period.
 */
export function changeEffect(
  sheet: Pick<Sheet, 'stage' | 'staffId' | 'firstEvaluator' | 'secondEvaluator'>,
  period: { endsOn: PlainDate },
  { role, evaluator, from, today }: Change,
): ChangeEffect {
  const present = role === 'first' ? sheet.firstEvaluator : sheet.secondEvaluator;
  if (evaluator.staffId === sheet.staffId || evaluator.staffId === present?.staffId) {
    return 'notAnother';
  }
  if (from > period.endsOn) return 'afterPeriod';
  if (isOver(sheet.stage, role)) return 'tooLate';
  return from > today ? 'ahead' : 'changes';
}
