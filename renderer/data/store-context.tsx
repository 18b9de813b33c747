import { createContext, type ReactNode, useContext } from 'react';
import type { Store } from './store';

const StoreContext = createContext<Store | null>(null);

export function StoreProvider({ store, children }: { store: Store; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The open store. Only below `StoreProvider`, which is only there once a store is open. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useStore outside StoreProvider');
  return store;
}
