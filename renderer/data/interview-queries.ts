import { IkuseiError } from '../../shared/domain/errors';
import { type AgendaTopic, interviewAgenda } from '../../shared/domain/interview/agenda';
import {
  type Interview,
  type InterviewKind,
  interviewKinds,
} from '../../shared/domain/interview/interview';
import {
  mayAgree,
  mayReadInterview,
  mayWriteInterview,
} from '../../shared/domain/interview/interview-rules';
import type { Period } from '../../shared/domain/period/period';
import type { EvaluatorSnapshot, Sheet } from '../../shared/domain/sheet/sheet';
import {
  accessTo,
  mayListSheet,
  readableEntries,
  type Viewer,
  viewerOf,
} from '../../shared/domain/sheet/stage-rules';
import { tableOf } from './database';
import { interviewsOf } from './interview-commands';
import { allEntries, loadIdentity } from './queries';
import { parseRows, readAll, readOne } from './read-rows';
import type { Store } from './store';

/** A record as its reader has it. */
export type InterviewRecord = {
  interview: Interview;
  /** As printed: 職名 and name. */
  evaluatorName: string;
  mine: boolean;
  mayAgree: boolean;
};

/** One of 期首・期中・期末, for one reader. */
export type InterviewPlan = {
  kind: InterviewKind;
  agenda: AgendaTopic[];
  /** I may write a record of my own here. */
  mayWrite: boolean;
  records: InterviewRecord[];
};

export type InterviewsView = {
  sheet: Sheet;
  period: Period;
  viewer: Viewer;
  me: string;
  plans: InterviewPlan[];
};

const tables = [
  'meta',
  'sheets',
  'sheetEntries',
  'forms',
  'periods',
  'orgUnits',
  'unitGoals',
  'interviews',
  'staff',
];

/**
 * The talks about a sheet with only those records and only that agenda the person may read.
 *
 * @throws IkuseiError `notYours` when the person may not know of this sheet
 */
export async function loadInterviews(store: Store, sheetId: string): Promise<InterviewsView> {
  return store.db.transaction('r', tables, async () => {
    const identity = await loadIdentity(store);
    const sheet = await readOne(store, 'sheets', sheetId);
    if (!mayListSheet(sheet, identity)) throw new IkuseiError('notYours');
    const form = await readOne(store, 'forms', sheet.formId);
    const period = await readOne(store, 'periods', sheet.periodId);
    const entries = readableEntries(await allEntries(store, sheetId), accessTo(sheet, identity));
    const unitGoals = await unitGoalsAbove(store, sheet);
    const viewer = viewerOf(sheet, identity);
    const reader = { viewer, staffId: identity.staffId, stage: sheet.stage };
    const readable = (await interviewsOf(store, sheetId)).filter((interview) =>
      mayReadInterview(interview, reader),
    );
    const records: InterviewRecord[] = [];
    for (const interview of readable) {
      records.push({
        interview,
        evaluatorName: await evaluatorName(store, sheet, interview.evaluatorId),
        mine: interview.evaluatorId === identity.staffId,
        mayAgree: mayAgree(interview, reader),
      });
    }
    return {
      sheet,
      period,
      viewer,
      me: identity.staffId,
      plans: interviewKinds.map((kind) => ({
        kind,
        agenda: interviewAgenda(kind, { sheet, form, entries, unitGoals }),
        mayWrite: mayWriteInterview(kind, reader),
        records: records.filter(({ interview }) => interview.kind === kind),
      })),
    };
  });
}

/** The goals of the person's unit and of those above it; they are shown to all its people. */
async function unitGoalsAbove(store: Store, sheet: Sheet) {
  const parents = new Map(
    (await readAll(store, 'orgUnits')).map((unit) => [unit.id, unit.parentId]),
  );
  const above = new Set<string>();
  let unitId: string | null = sheet.staff.orgUnitId;
  while (unitId !== null && !above.has(unitId)) {
    above.add(unitId);
    unitId = parents.get(unitId) ?? null;
  }
  const rows = await tableOf(store.db, 'unitGoals')
    .where('periodId')
    .equals(sheet.periodId)
    .toArray();
  return parseRows(store, 'unitGoals', rows).filter(({ orgUnitId }) => above.has(orgUnitId));
}

async function evaluatorName(store: Store, sheet: Sheet, staffId: string): Promise<string> {
  const known = [sheet.firstEvaluator, sheet.secondEvaluator].find(
    (evaluator): evaluator is EvaluatorSnapshot => evaluator?.staffId === staffId,
  );
  const { jobTitle, name } = known ?? (await readOne(store, 'staff', staffId));
  return `${jobTitle} ${name}`.trim();
}
