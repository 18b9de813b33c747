import { create } from 'zustand';
import type { Id } from '../../shared/domain/record/record';
import type { KeptCertificate } from '../../shared/domain/training/training-record';

type TrainingSession = {
  /** What was taken out of a list since the application was started. */
  removed: readonly Id[];
  /** By its record: the certificate that stood there before the last change. */
  certificates: ReadonlyMap<Id, KeptCertificate>;
};

const useTrainingSession = create<TrainingSession>(() => ({
  removed: [],
  certificates: new Map(),
}));

/** Of these, what was taken out in this session: a notice of it does not stand for ever. */
export function useRemovedNow(): (id: Id) => boolean {
  const removed = useTrainingSession((state) => state.removed);
  return (id) => removed.includes(id);
}

export function rememberRemoved(id: Id): void {
  useTrainingSession.setState(({ removed }) => ({ removed: [...removed, id] }));
}

/** The certificate to which 「元に戻す」 leads; null when nothing was replaced in this session. */
export function useEarlierCertificate(recordId: Id): KeptCertificate | null {
  return useTrainingSession((state) => state.certificates.get(recordId) ?? null);
}

/** @param earlier null where there was none: there is nothing to go back to */
export function rememberCertificate(recordId: Id, earlier: KeptCertificate | null): void {
  useTrainingSession.setState(({ certificates }) => {
    const others = [...certificates].filter(([id]) => id !== recordId);
    return {
      certificates: new Map(earlier === null ? others : [...others, [recordId, earlier]]),
    };
  });
}
