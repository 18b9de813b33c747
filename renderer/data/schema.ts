import type * as z from 'zod';
import { appealSchema } from '../../shared/domain/appeal/appeal';
import { careerNoteSchema } from '../../shared/domain/career/career-note';
import { careerPlanSchema } from '../../shared/domain/career/career-plan';
import {
  destructionRecordSchema,
  placementRequestSchema,
} from '../../shared/domain/career/placement-request';
import { postSchema } from '../../shared/domain/career/post';
import { staffingNeedSchema } from '../../shared/domain/career/staffing-need';
import { conductNoteSchema } from '../../shared/domain/conduct-note/conduct-note';
import { formSchema } from '../../shared/domain/form/form';
import { formPlanSchema } from '../../shared/domain/form/form-plan';
import { frameworkSetSchema } from '../../shared/domain/framework/framework';
import { goalLogSchema } from '../../shared/domain/goal/goal-log';
import { unitGoalSchema } from '../../shared/domain/goal/unit-goal';
import { interviewSchema } from '../../shared/domain/interview/interview';
import { officeSettingsSchema } from '../../shared/domain/office/office-settings';
import { orgUnitSchema } from '../../shared/domain/organisation/org-unit';
import { periodSchema } from '../../shared/domain/period/period';
import { rosterImportSchema } from '../../shared/domain/roster/roster-import';
import { columnVersionSchema } from '../../shared/domain/sheet/column-version';
import { sheetEntrySchema, sheetSchema } from '../../shared/domain/sheet/sheet';
import { sheetEventSchema } from '../../shared/domain/sheet/sheet-event';
import { undoStepSchema } from '../../shared/domain/sheet/undo-step';
import { evaluatorAssignmentSchema } from '../../shared/domain/staff/evaluator-assignment';
import { staffMemberSchema } from '../../shared/domain/staff/staff-member';
import {
  talkActionSchema,
  talkCircleSchema,
  talkMemoSchema,
  talkNoteSchema,
  talkReflectionSchema,
  talkSchema,
  talkSettingsSchema,
  talkTopicSchema,
} from '../../shared/domain/talk/talk';
import { handDownSchema } from '../../shared/domain/training/hand-down';
import { ojtPlanSchema } from '../../shared/domain/training/ojt-plan';
import { trainingApplicationSchema } from '../../shared/domain/training/training-application';
import {
  trainingCallSchema,
  trainingPlanImportSchema,
} from '../../shared/domain/training/training-call';
import {
  trainingFileSchema,
  trainingRecordSchema,
} from '../../shared/domain/training/training-record';
import type { Migration } from '../../shared/migrations/migration';
import { migrations } from '../../shared/migrations/migrations';

/**
 * Index properties per table: the only clear text of a sealed row, so they hold no
 * personal data, and the list of a shipped version never changes (design §6).
 */
const STORES_1 = {
  meta: 'id',
  orgUnits: 'id',
  staff: 'id',
  periods: 'id, fiscalYear',
  frameworkSets: 'id',
  forms: 'id, periodId',
  sheets: 'id, periodId, staffId, &[periodId+staffId]',
  sheetEntries: 'id, sheetId, &[sheetId+partId+author]',
} as const;

/** Schema 2: what can be undone. The id stands last, so that a history comes in its order. */
const STORES_2 = { ...STORES_1, undoSteps: 'id, [sheetId+staffId+id]' } as const;

/** Schema 3: the rosters that were taken in. */
const STORES_3 = { ...STORES_2, rosterImports: 'id' } as const;

/** Schema 4: what a year of evaluation brings with it. */
const STORES_4 = {
  ...STORES_3,
  sheetEvents: 'id, sheetId',
  columnVersions: 'id, sheetId',
  interviews: 'id, sheetId',
  goalLogs: 'id, sheetId',
  unitGoals: 'id, periodId',
  conductNotes: 'id, writerId',
  evaluatorAssignments: 'id, staffId',
  formPlans: 'id, periodId',
  officeSettings: 'id',
  appeals: 'id, sheetId',
} as const;

/** Schema 5: talks between people, career plans and training. */
const STORES_5 = {
  ...STORES_4,
  careerPlans: 'id, staffId',
  careerNotes: 'id, subjectId',
  placementRequests: 'id, staffId',
  posts: 'id, staffId',
  staffingNeeds: 'id, orgUnitId',
  destructionRecords: 'id',
  talkCircles: 'id',
  talks: 'id, circleId',
  talkNotes: 'id, talkId',
  talkTopics: 'id, talkId',
  talkActions: 'id, circleId',
  talkMemos: 'id, talkId',
  talkReflections: 'id, talkId',
  talkSettings: 'id',
  trainingCalls: 'id',
  trainingPlanImports: 'id',
  trainingApplications: 'id, callId, staffId',
  trainingRecords: 'id, staffId',
  trainingFiles: 'id, recordId',
  ojtPlans: 'id, staffId',
  handDowns: 'id, giverId',
} as const;

export type TableName = keyof typeof STORES_5;
export type DataTableName = Exclude<TableName, 'meta'>;

/** One shipped version of the stores, with the step that leads to it. */
export type StoreVersion = {
  version: number;
  stores: Readonly<Record<string, string>>;
  migration: Migration | null;
};

const storesFrom2: Readonly<Record<number, StoreVersion['stores']>> = {
  2: STORES_2,
  3: STORES_3,
  4: STORES_4,
  5: STORES_5,
};

export const storeVersions: readonly StoreVersion[] = [
  { version: 1, stores: STORES_1, migration: null },
  ...migrations.map((migration) => storeVersionOf(migration)),
];

/** A migration without stores of its own would open the database in a shape of the past. */
function storeVersionOf(migration: Migration): StoreVersion {
  const stores = storesFrom2[migration.to];
  if (stores === undefined) throw new RangeError(`no stores of schema ${migration.to}`);
  return { version: migration.to, stores, migration };
}

/** The parser of every table whose rows are records. */
export const rowSchemas = {
  orgUnits: orgUnitSchema,
  staff: staffMemberSchema,
  periods: periodSchema,
  frameworkSets: frameworkSetSchema,
  forms: formSchema,
  sheets: sheetSchema,
  sheetEntries: sheetEntrySchema,
  undoSteps: undoStepSchema,
  rosterImports: rosterImportSchema,
  sheetEvents: sheetEventSchema,
  columnVersions: columnVersionSchema,
  interviews: interviewSchema,
  goalLogs: goalLogSchema,
  unitGoals: unitGoalSchema,
  conductNotes: conductNoteSchema,
  evaluatorAssignments: evaluatorAssignmentSchema,
  formPlans: formPlanSchema,
  officeSettings: officeSettingsSchema,
  appeals: appealSchema,
  careerPlans: careerPlanSchema,
  careerNotes: careerNoteSchema,
  placementRequests: placementRequestSchema,
  posts: postSchema,
  staffingNeeds: staffingNeedSchema,
  destructionRecords: destructionRecordSchema,
  talkCircles: talkCircleSchema,
  talks: talkSchema,
  talkNotes: talkNoteSchema,
  talkTopics: talkTopicSchema,
  talkActions: talkActionSchema,
  talkMemos: talkMemoSchema,
  talkReflections: talkReflectionSchema,
  talkSettings: talkSettingsSchema,
  trainingCalls: trainingCallSchema,
  trainingPlanImports: trainingPlanImportSchema,
  trainingApplications: trainingApplicationSchema,
  trainingRecords: trainingRecordSchema,
  trainingFiles: trainingFileSchema,
  ojtPlans: ojtPlanSchema,
  handDowns: handDownSchema,
} as const satisfies Record<DataTableName, z.ZodType>;

export type Row<Name extends DataTableName> = z.infer<(typeof rowSchemas)[Name]>;

/** The names of the two databases; they share an origin and nothing else. */
export const databaseNames = { real: 'ikusei-note', sample: 'ikusei-note-sample' } as const;

/**
 * What the search has read of them, so that it need not read all of them again at the next
 * start. Nothing is lost with it: it is made anew from the records.
 */
export const indexDatabaseNames = {
  real: 'ikusei-note-search',
  sample: 'ikusei-note-search-sample',
} as const;

/**
 * The clear properties of a store definition: `'id, a, &[b+c]'` → `['id', 'a', 'b', 'c']`.
 * The primary key comes first.
 */
export function clearProperties(definition: string): string[] {
  const names = definition.split(',').flatMap((part) =>
    part
      .trim()
      .replace(/^[&*]|^\+\+/u, '')
      .replace(/^\[|\]$/gu, '')
      .split('+'),
  );
  return [...new Set(names.filter((name) => name !== ''))];
}
