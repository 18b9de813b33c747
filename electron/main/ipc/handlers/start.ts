import { type ErrorName, IkuseiError } from '../../../../shared/domain/errors';
import type { MainHandlers, StartReport } from '../../../../shared/ipc/contract';
import type { KeyStore } from '../../keys/key-store';
import type { ColdCopies } from '../../profile/cold-copies';
import { createInTurn } from '../../profile/in-turn';
import type { PreparedProfile } from '../../profile/prepare-profile';
import type { CopyRestorer } from '../../profile/restore-copy';
import type { SentinelFile } from '../../profile/sentinel-file';

/** Refusals that putting a copy back can cure; another place or a newer profile is not. */
const curable: ReadonlySet<ErrorName> = new Set<ErrorName>(['storeDamaged', 'storeUnavailable']);

export function createStartHandlers(options: {
  versions: StartReport['versions'];
  prepared: PreparedProfile;
  coldCopies: ColdCopies;
  restorer: CopyRestorer;
  sentinel: SentinelFile;
  keys: Pick<KeyStore, 'isGuardedByOs' | 'openableKeyId' | 'presentKeyId'>;
  /** Told of what went wrong after the store was opened, for the log. */
  warn: (error: unknown) => void;
  relaunch: () => void;
}): MainHandlers['start'] {
  const { versions, prepared, coldCopies, restorer, sentinel, keys } = options;
  const inTurn = createInTurn();
  let damaged = false;

  async function report(): Promise<StartReport> {
    const { refusal } = prepared;
    const mayOffer = refusal === null || curable.has(refusal.name);
    return {
      versions,
      refusal,
      sentinel: refusal === null ? await sentinel.read() : null,
      coldCopies: mayOffer ? await coldCopies.list() : [],
      keyGuardedByOs: await keys.isGuardedByOs(),
    };
  }

  async function finish(outcome: 'opened' | 'damaged', detail: string): Promise<undefined> {
    if (prepared.refusal !== null) {
      throw new IkuseiError('badRequest', 'この起動では、データベースを開いていません');
    }
    if (outcome === 'damaged') {
      damaged = true;
      await coldCopies.markDamaged(detail);
      return;
    }
    // Damage that was seen once in this start is not made good by opening again.
    if (damaged) return;
    // The store is open: a full disk must not keep a person from reading it.
    await coldCopies.markOpened().catch(options.warn);
  }

  async function restoreCopy(copyId: string): Promise<undefined> {
    if (prepared.refusal !== null && !curable.has(prepared.refusal.name)) {
      throw new IkuseiError('badRequest', 'この起動では、控えへ戻せません');
    }
    await sentinel.flush();
    const keyId =
      prepared.refusal === null ? await keys.openableKeyId() : await keys.presentKeyId();
    await restorer.request(copyId, keyId);
    options.relaunch();
  }

  return {
    report: () => inTurn(report),
    finish: ({ outcome, detail }) => inTurn(() => finish(outcome, detail)),
    restoreCopy: (copyId) => inTurn(() => restoreCopy(copyId)),
  };
}
