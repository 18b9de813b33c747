import { create } from 'zustand';
import type { Instant } from '../../shared/domain/record/record';

export type SavePhase = 'saved' | 'saving' | 'failed';

/** Something that holds typed text which is not yet in the store. */
export type Saver = {
  /** Resolves when everything is stored or has failed; never rejects. */
  flush: () => Promise<void>;
  phase: () => SavePhase;
  /** What will not be stored, however often it is tried. */
  refused: () => readonly RefusedSave[];
};

/** Typed text that has no place any more, and the way out. */
export type RefusedSave = {
  key: string;
  error: unknown;
  text: string;
  /** Where it was typed, in the words of the screen. */
  place: () => Promise<string>;
  /** Gives it up: it is not tried again. */
  withdraw: () => Promise<void>;
};

type SaveStore = {
  phase: SavePhase;
  savedAt: Instant | null;
  refused: readonly RefusedSave[];
  /** Counts what was given up: a page made before still shows it. */
  withdrawals: number;
  savers: ReadonlySet<Saver>;
};

const useSaveStore = create<SaveStore>(() => ({
  phase: 'saved',
  savedAt: null,
  refused: [],
  withdrawals: 0,
  savers: new Set(),
}));

export function useSaveState(): Pick<SaveStore, 'phase' | 'savedAt'> {
  const phase = useSaveStore((state) => state.phase);
  const savedAt = useSaveStore((state) => state.savedAt);
  return { phase, savedAt };
}

export function useRefusedSaves(): readonly RefusedSave[] {
  return useSaveStore((state) => state.refused);
}

/** Whether what keeps something from being stored is an answer that stays. */
export function hasRefusedSaves(): boolean {
  return useSaveStore.getState().refused.length > 0;
}

/** Another number for every text that was given up; what shows typed text is made anew by it. */
export function useWithdrawals(): number {
  return useSaveStore((state) => state.withdrawals);
}

/** Gives a refused text up for good. Whoever calls it has handed the text to the person. */
export async function withdrawSave(refused: RefusedSave): Promise<void> {
  await refused.withdraw();
  useSaveStore.setState(({ withdrawals }) => ({ withdrawals: withdrawals + 1 }));
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
    const refused = phase === 'failed' ? [...savers].flatMap((saver) => saver.refused()) : [];
    return phase === 'saved' ? { phase, refused, savedAt: now } : { phase, refused };
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
