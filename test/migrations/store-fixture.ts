import { Dexie } from 'dexie';
import { base64ToBytes, bytesToBase64 } from '../../renderer/data/base64';
import { tableOf } from '../../renderer/data/database';
import { exportStore, type LogicalExport } from '../../renderer/data/logical-export';
import { databaseNames, storeVersions } from '../../renderer/data/schema';
import { newCareerPlan } from '../../shared/domain/career/change-plan';
import { newPlacementRequest } from '../../shared/domain/career/change-request';
import { defaultFormPlans } from '../../shared/domain/form/default-form-plans';
import { defaultOfficeSettings } from '../../shared/domain/office/office-settings';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { makeSampleOffice, type SampleOffice } from '../../shared/domain/sample/sample-office';
import { goalEntries } from '../../shared/domain/sheet/part';
import type { Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import { recordChange } from '../../shared/domain/sheet/undo-history';
import type { UndoStep } from '../../shared/domain/sheet/undo-step';
import { defaultTalkSettings } from '../../shared/domain/talk/default-talk-settings';
import {
  newApplication,
  newCall,
  newHandDown,
  newOjtPlan,
  newOwnRecord,
} from '../../shared/domain/training/change-training';
import { testTalkContents } from '../support/talk-builders';
import { makeTestStore } from '../support/test-store';

/** The key of every fixture. It guards nothing but fictional people. */
export const FIXTURE_KEY = Uint8Array.from({ length: 32 }, (_, index) => index);

/** A store as the browser keeps it: raw rows, raw stores and indexes, no Dexie. */
export type SealedStore = {
  database: string;
  nativeVersion: number;
  stores: {
    name: string;
    keyPath: string;
    indexes: { name: string; keyPath: string | string[]; unique: boolean }[];
    /** Bytes as `{ "base64": … }`, everything else as it is. */
    rows: Record<string, unknown>[];
  }[];
};

/**
 * Makes the content of a fixture of the present schema: one sheet of the 見本 office with
 * everything it points at, in a real store. Called once per shipped schema; the files are
 * never written again.
 */
export async function makeStoreFixture(): Promise<{ logical: LogicalExport; sealed: SealedStore }> {
  const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
  const sheet = office.sheets.find(({ stage }) => stage === 'completed');
  if (sheet === undefined) throw new Error('the sample office has no completed sheet');
  const rows = {
    orgUnits: office.orgUnits,
    staff: office.staff.slice(0, 12),
    periods: office.periods,
    frameworkSets: office.frameworkSets,
    forms: office.forms.filter(({ id }) => id === sheet.formId),
    sheets: [sheet],
    sheetEntries: office.sheetEntries.filter(({ sheetId }) => sheetId === sheet.id),
    undoSteps: undoStepsOf(office.sheetEntries.filter(({ sheetId }) => sheetId === sheet.id)),
    ...yearOf(sheet, office),
    ...careerOf(sheet),
    ...talksOf(sheet),
    ...trainingOf(sheet),
  };
  const { staffId, updatedAt } = sheet;
  const store = await makeTestStore({
    dataSet: 'real',
    key: FIXTURE_KEY,
    rows,
    identity: { staffId, rights: ['employee', 'hr'], updatedAt },
  });
  const logical = await exportStore(store.db, storeVersions.at(-1)?.version ?? 1);
  store.db.close();
  return { logical, sealed: await readRawStore(databaseNames.real) };
}

/** One row of every table that came with the year of evaluation (schema 4). */
function yearOf(sheet: Sheet, office: SampleOffice) {
  const { id: sheetId, staffId, updatedAt, updatedBy, firstEvaluator } = sheet;
  const row = (number: number) => ({
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    schemaVersion: SCHEMA_VERSION,
    updatedAt,
    updatedBy,
  });
  const own = office.sheetEntries.filter((entry) => entry.sheetId === sheetId);
  const [goal] = goalEntries(own);
  const period = office.periods.find(({ id }) => id === sheet.periodId);
  const [frameworkSet] = office.frameworkSets;
  if (goal === undefined || firstEvaluator === null || period === undefined || !frameworkSet) {
    throw new Error('the sample office lacks what the fixture needs');
  }
  const { startsOn, endsOn } = period;
  const evaluatorId = firstEvaluator.staffId;
  const stage = 'goalSetting' as const;
  return {
    sheetEvents: [
      {
        ...row(1),
        sheetId,
        action: 'handInGoals' as const,
        from: stage,
        to: 'goalAgreement' as const,
        stageRevision: 1,
        byName: sheet.staff.name,
        reason: '',
      },
    ],
    columnVersions: [
      { ...row(2), sheetId, author: goal.author, stage, stageRevision: 1, entries: [goal] },
    ],
    interviews: [
      {
        ...row(3),
        sheetId,
        kind: 'start' as const,
        evaluatorId,
        heldOn: startsOn,
        minutes: 30,
        text: '目標の水準を確かめた',
        agreements: [{ staffId, agreedAt: updatedAt }],
        agreementsLapsed: false,
      },
    ],
    goalLogs: [
      {
        ...row(4),
        sheetId,
        partId: goal.partId,
        phase: 'do' as const,
        happenedOn: startsOn,
        tags: ['improvement' as const],
        text: '様式を見直した',
        removed: false,
      },
    ],
    unitGoals: [
      {
        ...row(5),
        periodId: period.id,
        orgUnitId: sheet.staff.orgUnitId,
        order: 1,
        content: '待ち時間の短縮',
        removed: false,
      },
    ],
    conductNotes: [
      {
        ...row(6),
        writerId: evaluatorId,
        staffId,
        happenedOn: startsOn,
        text: '自分から声をかけた',
        tone: 'good' as const,
        partIds: [goal.partId],
        removed: false,
      },
    ],
    evaluatorAssignments: [
      {
        ...row(7),
        staffId,
        role: 'first' as const,
        evaluatorId,
        from: startsOn,
        to: endsOn,
        remark: '',
        onSheet: {
          sheetId,
          evaluator: firstEvaluator,
          former: null,
          formerColumn: [],
          text: '引き継ぐこと',
          organisation: '',
        },
      },
    ],
    formPlans: defaultFormPlans({
      frameworks: frameworkSet.tables.frameworks,
      period,
      newId: () => row(8).id,
      now: updatedAt,
      by: updatedBy,
    }).slice(0, 1),
    officeSettings: [defaultOfficeSettings({ now: updatedAt, by: updatedBy })],
    appeals: [
      {
        ...row(9),
        sheetId,
        staffId,
        state: 'filed' as const,
        text: '評語の根拠を知りたい',
        filedOn: endsOn,
        evidence: [{ title: '記録', text: '窓口の件数', addedBy: 'employee' as const }],
        statements: [],
        result: '',
        decidedOn: null,
      },
    ],
  };
}

/** One row of every table of career records (schema 5). */
function careerOf({ staffId, updatedAt, updatedBy, staff, firstEvaluator }: Sheet) {
  const row = (number: number) => ({
    id: `00000000-0000-7000-8000-${String(100 + number).padStart(12, '0')}`,
    schemaVersion: SCHEMA_VERSION,
    updatedAt,
    updatedBy,
  });
  const [stamp, plan] = [{ now: updatedAt, by: staffId }, row(0)];
  const request = row(1);
  const fiscalYear = 2026;
  return {
    careerPlans: [
      {
        ...newCareerPlan({ ...stamp, id: plan.id, fiscalYear, before: null }),
        selfChecks: [{ itemId: 'shokumu-chishiki', present: 3, wished: null }],
        steps: [
          {
            id: row(9).id,
            kind: 'training' as const,
            text: '法務研修を受ける',
            due: '年度内',
            state: 'planned' as const,
            doneOn: '',
          },
        ],
      },
    ],
    careerNotes: [
      {
        ...row(2),
        subjectId: plan.id,
        kind: 'advice' as const,
        writerId: firstEvaluator?.staffId ?? updatedBy,
        text: '窓口の経験を生かしてほしい',
        considers: [],
        shared: false,
        heldOn: null,
        answers: null,
      },
    ],
    placementRequests: [
      {
        ...newPlacementRequest({ ...stamp, id: request.id, fiscalYear }),
        wishes: [{ unitId: null, field: 'tax' as const, words: '', reason: '税を学びたい' }],
      },
    ],
    posts: [
      {
        ...row(3),
        staffId,
        unitId: staff.orgUnitId,
        unitName: staff.orgUnitPath.join(' '),
        positionName: staff.positionName,
        jobTitle: staff.jobTitle,
        duties: '',
        field: null,
        from: '2024-04-01',
        to: null,
        concurrent: false,
        state: 'confirmed' as const,
        removed: false,
      },
    ],
    staffingNeeds: [
      {
        ...row(4),
        orgUnitId: staff.orgUnitId,
        fiscalYear,
        state: 'draft' as const,
        people: '1人',
        work: '窓口の改善',
        reason: '',
        itemIds: [],
        fields: ['resident' as const],
        experience: '',
        removed: false,
      },
    ],
    destructionRecords: [
      {
        ...row(5),
        requestId: row(6).id,
        staffId,
        fiscalYear: 2022,
        keptUntil: '2026-03-31',
        destroyedOn: '2026-04-01',
        copiesUntil: '2026-05-02',
        byName: staff.name,
      },
    ],
  };
}

/** One row of every table of a talk (schema 5). */
function talksOf({ staffId, updatedAt, updatedBy, firstEvaluator }: Sheet) {
  const hostId = firstEvaluator?.staffId ?? updatedBy;
  const { talk, circle, note, topics, actions, memos, reflections } = testTalkContents({
    kind: 'oneOnOne',
    shared: false,
    handedTo: updatedBy,
  });
  if (circle === null) throw new Error('the made talk has no circle');
  return {
    talkCircles: [{ ...circle, leaderId: hostId, staffIds: [hostId, staffId] }],
    talks: [{ ...talk, hostId, participantIds: [staffId] }],
    talkNotes: [note],
    talkTopics: topics.map((topic) => ({ ...topic, authorId: staffId })),
    talkActions: actions.slice(0, 1),
    talkMemos: memos.slice(0, 1).map((memo) => ({ ...memo, writerId: staffId })),
    talkReflections: reflections.map((reflection) => ({ ...reflection, staffId })),
    talkSettings: [defaultTalkSettings({ now: updatedAt, by: updatedBy })],
  };
}

/** One row of every table of training (schema 5). */
function trainingOf({ staffId, updatedAt, updatedBy, firstEvaluator }: Sheet) {
  const made = (number: number) => ({
    id: `00000000-0000-7000-8000-${String(200 + number).padStart(12, '0')}`,
    now: updatedAt,
    by: updatedBy,
  });
  const partnerId = firstEvaluator?.staffId ?? staffId;
  const call = newCall({ kind: 'course', fiscalYear: 2026, title: '折衝力向上研修' }, made(0));
  const application = newApplication({ callId: call.id, staffId }, made(1));
  const record = newOwnRecord(staffId, 'self', made(2));
  const file = made(3);
  const stamp = { schemaVersion: SCHEMA_VERSION, updatedAt, updatedBy };
  return {
    trainingCalls: [call],
    trainingPlanImports: [
      {
        id: made(4).id,
        ...stamp,
        fileName: '研修計画.csv',
        fiscalYear: 2026,
        takenAt: updatedAt,
        addedCalls: [call.id],
        changedCalls: [],
        undoneAt: null,
      },
    ],
    trainingApplications: [{ ...application, reason: '窓口で役立てたい' }],
    trainingRecords: [
      {
        ...record,
        title: '手話の講座',
        certificate: { fileId: file.id, name: '修了証.pdf', type: 'pdf' as const, bytes: 8 },
      },
    ],
    trainingFiles: [{ id: file.id, ...stamp, recordId: record.id, bytes: 'JVBERi0xLjc=' }],
    ojtPlans: [newOjtPlan({ staffId, trainerId: partnerId, fiscalYear: 2026 }, made(5))],
    handDowns: [{ ...newHandDown(partnerId, made(6)), knowledge: '台帳の読み方' }],
  };
}

/** The person's own column as if she had just written it, the last step undone. */
function undoStepsOf(entries: readonly SheetEntry[]): UndoStep[] {
  const own = entries.filter(({ author }) => author === 'employee');
  return own.flatMap((after, index): UndoStep[] => {
    const { id, updatedBy: staffId, updatedAt: now } = after;
    const end = { lastDone: null, undone: [] };
    const { added } = recordChange(end, { before: null, after, staffId, id, now });
    return added === null ? [] : [{ ...added, undone: index === own.length - 1 }];
  });
}

export async function readRawStore(database: string): Promise<SealedStore> {
  const db = await openRaw(database);
  const stores: SealedStore['stores'] = [];
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const rows = await settled<Record<string, unknown>[]>(store.getAll());
    stores.push({
      name,
      keyPath: String(store.keyPath),
      indexes: [...store.indexNames].map((indexName) => {
        const { keyPath, unique } = store.index(indexName);
        return { name: indexName, keyPath, unique };
      }),
      rows: rows.map((row) => mapValues(row, encodeBytes)),
    });
  }
  const result = { database, nativeVersion: db.version, stores };
  db.close();
  return result;
}

/** Puts a raw store into this browser, replacing one of the same name. */
export async function writeRawStore(raw: SealedStore): Promise<void> {
  await Dexie.delete(raw.database);
  const request = indexedDB.open(raw.database, raw.nativeVersion);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, indexes, rows } of raw.stores) {
      const store = request.result.createObjectStore(name, { keyPath });
      for (const index of indexes) {
        store.createIndex(index.name, index.keyPath, { unique: index.unique });
      }
      for (const row of rows) store.put(mapValues(row, decodeBytes));
    }
  };
  (await settled(request)).close();
}

/** How many entries an index has, counted by the browser itself. */
export async function countIndexEntries(
  database: string,
  table: string,
  index: string,
): Promise<number> {
  const db = await openRaw(database);
  const count = await settled(db.transaction(table).objectStore(table).index(index).count());
  db.close();
  return count;
}

/** Every readable row of a table of an open store. */
export async function plainRows(db: Dexie, table: string): Promise<unknown[]> {
  return tableOf(db, table as Parameters<typeof tableOf>[1]).toArray();
}

function openRaw(database: string): Promise<IDBDatabase> {
  return settled(indexedDB.open(database));
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function mapValues(
  row: Record<string, unknown>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]));
}

function encodeBytes(value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: bytesToBase64(value) } : value;
}

function decodeBytes(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'base64' in value
    ? base64ToBytes(String(value.base64))
    : value;
}
