import { useCallback, useEffect, useRef, useState } from 'react';
import { IkuseiError } from '../../shared/domain/errors';
import type { StartReport } from '../../shared/ipc/contract';
import {
  type Founding,
  foundRealStore,
  type OpenResult,
  openRealStore,
  openSampleStore,
  rebuildSampleStore,
} from '../data/open-application';
import type { Store } from '../data/store';
import { desktopApi } from '../platform/desktop-api';
import { type Problem, problemOf } from '../platform/problem';
import { flushAll } from '../state/save-state';
import { resetViewPreferences } from '../state/view-preferences';

/** What the window shows: a step of the start, or an open store. */
export type Session =
  | { step: 'starting' }
  | { step: 'stopped'; problem: Problem; report: StartReport | null }
  | { step: 'locked'; report: StartReport }
  | { step: 'opening'; report: StartReport }
  | { step: 'welcome'; report: StartReport; busy: boolean }
  | { step: 'sample-failed'; problem: Problem; report: StartReport }
  | { step: 'first-start'; report: StartReport; founder: boolean }
  | { step: 'recovery-key'; report: StartReport; store: Store; reissued: boolean }
  | { step: 'open'; report: StartReport; store: Store };

export type SessionActions = {
  openSample: () => void;
  openReal: () => void;
  /** Deletes 見本 and makes it anew; only where 見本 could not be opened. */
  rebuildSample: () => void;
  beginFirstStart: (founder: boolean) => void;
  found: (founding: Founding) => Promise<void>;
  showWelcome: () => void;
  reissueRecoveryKey: () => void;
  /** Back to the open store; the recovery key confirmed before still holds. */
  cancelReissue: () => void;
  recoveryKeyConfirmed: () => void;
};

/**
 * The start gate: nothing below it runs before a store is open, and nothing opens a
 * store that main or the guards refuse.
 */
export function useSession(): { session: Session; actions: SessionActions } {
  const [session, setSession] = useState<Session>({ step: 'starting' });
  const realStore = useRef<Store | null>(null);
  const sampleStore = useRef<Store | null>(null);
  const begun = useRef(false);

  const openReal = useCallback(async (report: StartReport) => {
    await flushAll();
    resetViewPreferences();
    if (realStore.current !== null) {
      setSession({ step: 'open', report, store: realStore.current });
      return;
    }
    setSession(await openedReal(report, realStore));
  }, []);

  const openSample = useCallback(async (report: StartReport) => {
    await flushAll();
    resetViewPreferences();
    if (sampleStore.current !== null) {
      setSession({ step: 'open', report, store: sampleStore.current });
      return;
    }
    setSession((current) =>
      current.step === 'welcome' ? { ...current, busy: true } : { step: 'opening', report },
    );
    setSession(await openedSample(report, openSampleStore, sampleStore));
  }, []);

  useEffect(() => {
    // Opening twice would tell main twice how the start went.
    if (begun.current) return;
    begun.current = true;
    async function begin() {
      let report: StartReport | null = null;
      try {
        report = await desktopApi.start.report();
        const { refusal } = report;
        if (refusal === null) await openReal(report);
        else setSession({ step: 'stopped', report, problem: refusalProblem(refusal) });
      } catch (error) {
        setSession({ step: 'stopped', report, problem: problemOf(error) });
      }
    }
    void begin();
  }, [openReal]);

  const report = session.step === 'starting' ? null : session.report;
  const withReport = (work: (report: StartReport) => void) => () => {
    if (report !== null) work(report);
  };
  const actions: SessionActions = {
    openSample: withReport((known) => {
      if (session.step === 'open') goHome();
      void openSample(known);
    }),
    openReal: withReport((known) => {
      if (session.step === 'open') goHome();
      void openReal(known);
    }),
    rebuildSample: withReport((known) => {
      if (session.step !== 'sample-failed') return;
      setSession({ step: 'opening', report: known });
      void openedSample(known, rebuildSampleStore, sampleStore).then(setSession);
    }),
    showWelcome: withReport((known) => setSession({ step: 'welcome', report: known, busy: false })),
    beginFirstStart: (founder) =>
      withReport((known) => setSession({ step: 'first-start', report: known, founder }))(),
    async found(founding) {
      if (session.step !== 'first-start') return;
      const store = await foundRealStore(founding);
      realStore.current = store;
      setSession({ step: 'recovery-key', report: session.report, store, reissued: false });
    },
    reissueRecoveryKey() {
      if (session.step !== 'open') return;
      setSession({ ...session, step: 'recovery-key', reissued: true });
    },
    cancelReissue() {
      if (session.step === 'recovery-key' && session.reissued) setSession(opened(session));
    },
    recoveryKeyConfirmed() {
      if (session.step === 'recovery-key') setSession(opened(session));
    },
  };
  return { session, actions };
}

function opened({ report, store }: { report: StartReport; store: Store }): Session {
  return { step: 'open', report, store };
}

/** An address inside one data set means nothing in the other. */
function goHome(): void {
  window.location.hash = '/';
}

async function openedReal(
  report: StartReport,
  realStore: { current: Store | null },
): Promise<Session> {
  const result = await openRealStore(report);
  if (result.state === 'none') return { step: 'welcome', report, busy: false };
  if (result.state === 'locked') return { step: 'locked', report };
  if (result.state === 'refused') {
    return { step: 'stopped', report, problem: problemOf(result.error) };
  }
  realStore.current = result.store;
  if (result.recoveryConfirmed) return opened({ report, store: result.store });
  return { step: 'recovery-key', report, store: result.store, reissued: false };
}

async function openedSample(
  report: StartReport,
  open: () => Promise<OpenResult>,
  sampleStore: { current: Store | null },
): Promise<Session> {
  try {
    const result = await open();
    if (result.state !== 'open') throw errorOf(result);
    sampleStore.current = result.store;
    return opened({ report, store: result.store });
  } catch (error) {
    return { step: 'sample-failed', report, problem: problemOf(error) };
  }
}

function errorOf(result: OpenResult): unknown {
  return result.state === 'refused' ? result.error : undefined;
}

function refusalProblem(refusal: NonNullable<StartReport['refusal']>): Problem {
  return problemOf(new IkuseiError(refusal.name, refusal.detail));
}
