import { create } from 'zustand';

type SheetOrder = {
  /** Whose list it was: another person sees other sheets. */
  reader: string;
  sheetIds: readonly string[];
};

const useSheetOrderStore = create<SheetOrder>(() => ({ reader: '', sheetIds: [] }));

/** The sheets as the list shows them now, so that an open one can go on to the next person's. */
export function setSheetOrder(reader: string, sheetIds: readonly string[]): void {
  useSheetOrderStore.setState({ reader, sheetIds });
}

/** The order in which this reader has met this sheet; null when she came to it by herself. */
export function useSheetOrder(reader: string, sheetId: string): readonly string[] | null {
  return useSheetOrderStore((order) =>
    order.reader === reader && order.sheetIds.includes(sheetId) ? order.sheetIds : null,
  );
}
