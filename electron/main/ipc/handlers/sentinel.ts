import type { MainHandlers } from '../../../../shared/ipc/contract';
import type { SentinelFile } from '../../profile/sentinel-file';

export function createSentinelHandlers(sentinel: SentinelFile): MainHandlers['sentinel'] {
  return {
    write: async (value) => {
      await sentinel.write(value);
      return undefined;
    },
  };
}
