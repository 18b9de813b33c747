import { useStore } from '../data/store-context';
import { localNow } from '../platform/local-time';

/** What every paper says of its printing, asked for when it is made. */
export function usePrinting(): () => { printedAt: string; sample: boolean } {
  const store = useStore();
  return () => ({ printedAt: localNow(), sample: store.dataSet === 'sample' });
}
