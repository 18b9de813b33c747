import { IkuseiError } from '../../shared/domain/errors';
import { addFrameworks } from '../../shared/domain/framework/add-frameworks';
import type { Framework, FrameworkSet } from '../../shared/domain/framework/framework';
import { readFrameworkFile } from '../../shared/domain/framework/framework-file';
import {
  frameworkUses,
  isAddedFramework,
  removeFramework,
} from '../../shared/domain/framework/remove-framework';
import { requireHr } from './commands';
import { newestSet } from './queries';
import { readAll } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/**
 * 職員課 adds frameworks of other 給料表: a new version of the tables, from which new sheets are
 * made.
 *
 * @throws IkuseiError notYours, frameworkNotRead, saveFailed
 */
export async function takeInFrameworks(
  store: Store,
  frameworks: readonly Framework[],
): Promise<FrameworkSet> {
  return writeStore(store, ['frameworkSets'], async (writer) => {
    const { staffId: by } = await requireHr(store);
    const newest = newestSet(await readAll(store, 'frameworkSets'));
    // Looked at again: the tables may have changed since the file was.
    const { faults } = readFrameworkFile(JSON.stringify({ frameworks }), newest.tables.frameworks);
    const [fault] = faults;
    if (fault !== undefined) throw new IkuseiError('frameworkNotRead', fault);
    const set = addFrameworks(newest, frameworks, { id: store.newId(), now: store.now(), by });
    await writer.insert('frameworkSets', [set]);
    return set;
  });
}

/**
 * 職員課 takes an added framework out again that nobody uses: a new version of the tables
 * without it. Those of before stay.
 *
 * @throws IkuseiError notYours, badRequest, frameworkUsed, saveFailed
 */
export async function takeOutFramework(store: Store, frameworkId: string): Promise<void> {
  const tables = ['frameworkSets', 'forms', 'formPlans', 'staff'] as const;
  await writeStore(store, tables, async (writer) => {
    const { staffId: by } = await requireHr(store);
    const newest = newestSet(await readAll(store, 'frameworkSets'));
    const isThere = newest.tables.frameworks.some(({ id }) => id === frameworkId);
    if (!isThere || !isAddedFramework(frameworkId)) throw new IkuseiError('badRequest');
    const uses = frameworkUses(frameworkId, {
      forms: await readAll(store, 'forms'),
      plans: await readAll(store, 'formPlans'),
      staff: await readAll(store, 'staff'),
    });
    if (uses.length > 0) throw new IkuseiError('frameworkUsed', `${uses.join('。')}。`);
    const made = { id: store.newId(), now: store.now(), by };
    await writer.insert('frameworkSets', [removeFramework(newest, frameworkId, made)]);
  });
}
