import type { MainHandlers } from '../../../../shared/ipc/contract';
import type { KeyStore } from '../../keys/key-store';

export function createKeyHandlers(keys: KeyStore): MainHandlers['keys'] {
  return {
    open: (dataSet) => keys.open(dataSet),
    create: (dataSet) => keys.create(dataSet),
    issueRecoveryKey: () => keys.issueRecoveryKey(),
    confirmRecoveryKey: async (typed) => {
      await keys.confirmRecoveryKey(typed);
      return undefined;
    },
    recover: (typed) => keys.recover(typed),
  };
}
