import { create } from 'zustand';

type ViewPreferences = {
  /** The right-hand panel with what helps here. */
  contextPanelOpen: boolean;
  sheetList: { periodId: string | null; unit: string; text: string };
};

const useViewPreferencesStore = create<ViewPreferences>(() => ({
  contextPanelOpen: true,
  sheetList: { periodId: null, unit: '', text: '' },
}));

export function useContextPanelOpen(): boolean {
  return useViewPreferencesStore((state) => state.contextPanelOpen);
}

export function setContextPanelOpen(contextPanelOpen: boolean): void {
  useViewPreferencesStore.setState({ contextPanelOpen });
}

export function useSheetListFilter(): ViewPreferences['sheetList'] {
  return useViewPreferencesStore((state) => state.sheetList);
}

export function setSheetListFilter(change: Partial<ViewPreferences['sheetList']>): void {
  useViewPreferencesStore.setState(({ sheetList }) => ({ sheetList: { ...sheetList, ...change } }));
}

/** Another person or another data set starts with a fresh view. */
export function resetViewPreferences(): void {
  useViewPreferencesStore.setState({ sheetList: { periodId: null, unit: '', text: '' } });
}
