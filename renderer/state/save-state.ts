import { create } from 'zustand';
import type { Instant } from '../../shared/domain/record/record';

export type SavePhase = 'saved' | 'saving' | 'failed';

/** Something that holds typed text which is not yet in the store. */
export type Saver = {
  /** Resolves when everything is stored or has failed; never rejects. */
  flush: () => Promise<void>;
  phase: () => SavePhase;
};

type SaveStore = {
  phase: SavePhase;
  savedAt: Instant | null;
  savers: ReadonlySet<Saver>;
};

const useSaveStore = create<SaveStore>(() => ({
  phase: 'saved',
  savedAt: null,
  savers: new Set(),
}));

export function useSaveState(): Pick<SaveStore, 'phase' | 'savedAt'> {
  const phase = useSaveStore((state) => state.phase);
  const savedAt = useSaveStore((state) => state.savedAt);
  return { phase, savedAt };
}

/** Makes the saver known to the window's close and to 「もう一度保存」. */
export function registerSaver(saver: Saver): void {
  useSaveStore.setState((state) => ({ savers: new Set([...state.savers, saver]) }));
}

/**
 * To be called by a saver whose phase has changed. What the window says is the worst of
 * them all: 保存済み of one store must not hide 保存できません of the other.
 */
export function savePhaseChanged(now: Instant): void {
  useSaveStore.setState(({ savers }) => {
    const phase = worstPhase([...savers].map((saver) => saver.phase()));
    return phase === 'saved' ? { phase, savedAt: now } : { phase };
  });
}

const worstFirst: readonly SavePhase[] = ['failed', 'saving', 'saved'];

/** What the window says when these are the phases of all savers. */
export function worstPhase(phases: readonly SavePhase[]): SavePhase {
  return worstFirst.find((phase) => phases.includes(phase)) ?? 'saved';
}

/** Saves everything typed so far. False when some of it could not be stored. */
export async function flushAll(): Promise<boolean> {
  const { savers } = useSaveStore.getState();
  await Promise.all([...savers].map((saver) => saver.flush()));
  return [...savers].every((saver) => saver.phase() === 'saved');
}
