import { IkuseiError } from '../../shared/domain/errors';
import { type GoalLog, mayWriteGoalLogs } from '../../shared/domain/goal/goal-log';
import type { PlainDate } from '../../shared/domain/period/period';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import type { PartId } from '../../shared/domain/sheet/sheet';
import { accessTo } from '../../shared/domain/sheet/stage-rules';
import { sanitizeText } from '../../shared/domain/text/sanitize';
import { typedSheet } from './entry-writing';
import { loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { type StoreWriter, writeStore } from './write-store';

const tables = ['goalLogs', 'sheets', 'staff'] as const;

/**
 * Notes 代理入力 where somebody else writes for the person.
 *
 * @throws IkuseiError `notYours` for everybody but her and who types for her, and when it is over
 */
async function stampOfWriter(store: Store, writer: StoreWriter, sheetId: string) {
  const identity = await loadIdentity(store);
  const sheet = await readOne(store, 'sheets', sheetId);
  if (!mayWriteGoalLogs(accessTo(sheet, identity))) throw new IkuseiError('notYours');
  const stamp = {
    schemaVersion: SCHEMA_VERSION,
    updatedAt: store.now(),
    updatedBy: identity.staffId,
  };
  const typed = await typedSheet(store, identity, sheet, 'employee');
  if (typed !== sheet) await writer.replace('sheets', [{ ...typed, ...stamp }]);
  return stamp;
}

/** Adds an empty record of today to a goal. */
export async function addGoalLog(
  store: Store,
  { today, ...place }: { sheetId: string; partId: PartId; today: PlainDate },
): Promise<GoalLog> {
  return writeStore(store, tables, async (writer) => {
    const stamp = await stampOfWriter(store, writer, place.sheetId);
    const log: GoalLog = {
      ...stamp,
      ...place,
      id: store.newId(),
      phase: 'do',
      happenedOn: today,
      tags: [],
      text: '',
      removed: false,
    };
    await writer.insert('goalLogs', [log]);
    return log;
  });
}

/** Changes a record, or takes it off or brings it back; its text stays either way. */
export async function changeGoalLog(
  store: Store,
  id: string,
  change: Partial<Pick<GoalLog, 'phase' | 'happenedOn' | 'tags' | 'text' | 'removed'>>,
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const before = await readOne(store, 'goalLogs', id);
    const stamp = await stampOfWriter(store, writer, before.sheetId);
    const changed = { ...before, ...change };
    await writer.replace('goalLogs', [{ ...changed, ...stamp, text: sanitizeText(changed.text) }]);
  });
}
