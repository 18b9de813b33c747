import type { Dexie } from 'dexie';
import type { Id, Instant } from '../../shared/domain/record/record';
import type { DataSet, StoreState } from '../../shared/domain/store/meta';

/** An open, checked store. Only `renderer/data` looks inside. */
export type Store = {
  readonly dataSet: DataSet;
  readonly db: Dexie;
  /** Seals the rows. Goes to our own search worker and nowhere else. */
  readonly key: Uint8Array;
  readonly newId: () => Id;
  readonly now: () => Instant;
  /** Told of every committed state, so that main's sentinel can follow. */
  readonly committed: (state: StoreState) => void;
};
