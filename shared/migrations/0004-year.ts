import type { Migration, RawRecord } from './migration';

/**
 * Schema 4 carries a sheet through the year: stages instead of 「記入中」, goals with their
 * importance and challenge, periods with deadlines, forms with steps and scoring. The new
 * tables start empty.
 */
export const year: Migration = {
  to: 4,
  record: (table, record) => {
    const raised = 'schemaVersion' in record ? { ...record, schemaVersion: 4 } : record;
    const change = changes[table];
    return change === undefined ? raised : change(raised);
  },
};

const changes: Readonly<Record<string, (record: RawRecord) => RawRecord>> = {
  sheets: (sheet) => ({
    ...sheet,
    stage: sheet['stage'] === 'drafting' ? stageOf(sheet['progress']) : 'completed',
    stageRevision: 0,
    skippedStages: [],
    exemptedFrom: null,
    disclosedOn: null,
    disclosedColumns: { first: true, second: true },
    handlerId: null,
  }),
  sheetEntries: (entry) => ({ ...entry, goal: goalOf(entry['goal']) }),
  periods: (period) => ({ ...period, deadlines: {} }),
  forms: (form) => ({
    ...form,
    steps: { secondEvaluation: true, leveling: false },
    goalCount: { least: 1, most: 5 },
    scoring,
  }),
};

/** As far as somebody has written; until now everybody could write at any time. */
function stageOf(progress: unknown): string {
  if (hasBegun(progress, 'second')) return 'secondEvaluation';
  return hasBegun(progress, 'first') ? 'firstEvaluation' : 'goalSetting';
}

function hasBegun(progress: unknown, author: string): boolean {
  const column = propertyOf(progress, author);
  return Number(propertyOf(column, 'filled') ?? 0) > 0;
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function goalOf(goal: unknown): unknown {
  if (typeof goal !== 'object' || goal === null) return null;
  return {
    ...goal,
    difficultyReason: '',
    importance: 'normal',
    challenge: false,
    unitGoalId: null,
  };
}

const scoring = {
  version: 1,
  confirmed: false,
  points: [
    { rating: 'S', points: 5 },
    { rating: 'A', points: 4 },
    { rating: 'B', points: 3 },
    { rating: 'C', points: 2 },
    { rating: 'D', points: 1 },
  ],
  sectionWeights: { goals: 40, ability: 40, conduct: 20 },
  difficulty: { high: 1, low: 1 },
  challenge: 1,
  thresholds: [
    { rating: 'S', atLeast: 4.5 },
    { rating: 'A', atLeast: 3.5 },
    { rating: 'B', atLeast: 2.5 },
    { rating: 'C', atLeast: 1.5 },
    { rating: 'D', atLeast: 0 },
  ],
};
