import { create } from 'zustand';
import type { PaperStyle } from '../../shared/print/paper-style';

type ViewPreferences = {
  /** The right-hand panel with what helps here. */
  contextPanelOpen: boolean;
  sheetList: { periodId: string | null; unit: string; text: string };
  paperStyle: PaperStyle;
  /** The paper takes the whole page even where it could stand beside the sheet. */
  paperAlone: boolean;
  /** What was opened through the search of late, the last first; ids only. */
  recentlyFound: readonly string[];
  /** The goals whose 「詳しく」 is open. */
  openGoals: ReadonlySet<string>;
};

const RECENT_LENGTH = 6;

const useViewPreferencesStore = create<ViewPreferences>(() => ({
  contextPanelOpen: true,
  sheetList: { periodId: null, unit: '', text: '' },
  paperStyle: 'portrait',
  paperAlone: false,
  recentlyFound: [],
  openGoals: new Set(),
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

export function usePaperStyle(): PaperStyle {
  return useViewPreferencesStore((state) => state.paperStyle);
}

export function setPaperStyle(paperStyle: PaperStyle): void {
  useViewPreferencesStore.setState({ paperStyle });
}

export function usePaperAlone(): boolean {
  return useViewPreferencesStore((state) => state.paperAlone);
}

export function setPaperAlone(paperAlone: boolean): void {
  useViewPreferencesStore.setState({ paperAlone });
}

export function useRecentlyFound(): readonly string[] {
  return useViewPreferencesStore((state) => state.recentlyFound);
}

export function rememberFound(id: string): void {
  useViewPreferencesStore.setState(({ recentlyFound }) => ({
    recentlyFound: [id, ...recentlyFound.filter((known) => known !== id)].slice(0, RECENT_LENGTH),
  }));
}

export function useGoalOpen(partId: string): boolean {
  return useViewPreferencesStore((state) => state.openGoals.has(partId));
}

export function setGoalOpen(partId: string, open: boolean): void {
  useViewPreferencesStore.setState(({ openGoals }) => {
    const others = [...openGoals].filter((known) => known !== partId);
    return { openGoals: new Set(open ? [...others, partId] : others) };
  });
}

/** Another person or another data set starts with a fresh view. */
export function resetViewPreferences(): void {
  useViewPreferencesStore.setState({
    sheetList: { periodId: null, unit: '', text: '' },
    recentlyFound: [],
    openGoals: new Set(),
  });
}
