import { create } from 'zustand';
import type { Instant } from '../../shared/domain/record/record';

export type SavePhase = 'saved' | 'saving' | 'failed';

/** Something that holds typed text which is not yet in the store. */
export type Saver = {
  /** Resolves when everything is stored or has failed; never rejects. */
  flush: () => Promise<void>;
  phase: () => SavePhase;
};

type SaveState = {
  phase: SavePhase;
  savedAt: Instant | null;
  savers: ReadonlySet<Saver>;
};

const useSaveStore = create<SaveState>(() => ({
  phase: 'saved',
  savedAt: null,
  savers: new Set(),
}));

export function useSaveState(): Pick<SaveState, 'phase' | 'savedAt'> {
  const phase = useSaveStore((state) => state.phase);
  const savedAt = useSaveStore((state) => state.savedAt);
  return { phase, savedAt };
}

/** Makes the saver known to the window's close and to 「もう一度保存」. */
export function registerSaver(saver: Saver): void {
  useSaveStore.setState((state) => ({ savers: new Set([...state.savers, saver]) }));
}

export function announceSavePhase(phase: SavePhase, now: Instant): void {
  useSaveStore.setState(phase === 'saved' ? { phase, savedAt: now } : { phase });
}

/** Saves everything typed so far. False when some of it could not be stored. */
export async function flushAll(): Promise<boolean> {
  const { savers } = useSaveStore.getState();
  await Promise.all([...savers].map((saver) => saver.flush()));
  return [...savers].every((saver) => saver.phase() === 'saved');
}
