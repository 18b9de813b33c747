import {
  type GoalLog,
  mayWriteGoalLogs,
  readableGoalLogs,
} from '../../shared/domain/goal/goal-log';
import { accessTo } from '../../shared/domain/sheet/stage-rules';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';

/** 取組の記録 of a sheet, as far as I may read them, and whether I write them now. */
export type GoalLogs = { logs: GoalLog[]; writable: boolean };

export async function loadGoalLogs(store: Store, sheetId: string): Promise<GoalLogs> {
  return store.db.transaction('r', ['meta', 'sheets', 'goalLogs'], async () => {
    const identity = await loadIdentity(store);
    const access = accessTo(await readOne(store, 'sheets', sheetId), identity);
    const stored = await tableOf(store.db, 'goalLogs').where('sheetId').equals(sheetId).toArray();
    const logs = readableGoalLogs(parseRows(store, 'goalLogs', stored), access);
    return { logs, writable: mayWriteGoalLogs(access) };
  });
}
