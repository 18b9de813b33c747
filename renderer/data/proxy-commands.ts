import { IkuseiError } from '../../shared/domain/errors';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { mayDecideProxy, type ProxyTypist, typingsOf } from '../../shared/domain/sheet/proxy-rules';
import { viewerOf } from '../../shared/domain/sheet/stage-rules';
import { sanitizeText } from '../../shared/domain/text/sanitize';
import { loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { historyIds } from './undo-rows';
import { writeStore } from './write-store';

const tables = ['sheets', 'sheetEvents', 'staff', 'undoSteps'] as const;

/**
 * 職員課 decides who types in for the person, or that nobody does any more (`typist` null).
 * The history of the sheet keeps it with the reason.
 *
 * @throws IkuseiError notYours, moveRefused, reasonMissing, saveFailed
 */
export async function decideProxy(
  store: Store,
  order: { sheetId: string; typist: ProxyTypist | null; reason: string },
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const identity = await loadIdentity(store);
    const before = await readOne(store, 'sheets', order.sheetId);
    const viewer = viewerOf(before, identity);
    if (!viewer.includes('hr')) throw new IkuseiError('notYours');
    const { typist } = order;
    const isPossible = typist !== 'first' || before.firstEvaluator !== null;
    if (!mayDecideProxy(viewer, before.stage) || !isPossible) throw new IkuseiError('moveRefused');
    const reason = sanitizeText(order.reason).trim();
    if (reason === '') throw new IkuseiError('reasonMissing');
    const stamp = {
      schemaVersion: SCHEMA_VERSION,
      updatedAt: store.now(),
      updatedBy: identity.staffId,
    };
    const stageRevision = before.stageRevision + 1;
    const { name } = await readOne(store, 'staff', identity.staffId);
    await writer.replace('sheets', [
      { ...before, ...stamp, stageRevision, proxy: { typist, typings: typingsOf(before) } },
    ]);
    await writer.insert('sheetEvents', [
      {
        ...stamp,
        id: store.newId(),
        sheetId: before.id,
        action: typist === null ? 'endProxy' : 'allowProxy',
        from: before.stage,
        to: before.stage,
        stageRevision,
        byName: name,
        reason,
      },
    ]);
    // Who may no longer type for her undoes nothing in her column either.
    await writer.remove('undoSteps', await historyIds(store, before.id));
  });
}
