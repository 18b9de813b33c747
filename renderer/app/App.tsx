import { lazy, Suspense, useEffect } from 'react';
import { HashRouter } from 'react-router';
import { orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import { flushSentinel } from '../data/open-application';
import { listOrgUnits, listStaff, loadIdentity } from '../data/queries';
import { StoreProvider } from '../data/store-context';
import { flushTextSearch } from '../data/text-search';
import { useLiveQuery } from '../data/use-live-query';
import { WelcomeScreen } from '../features/start/WelcomeScreen';
import { desktopApi, desktopEvents } from '../platform/desktop-api';
import { problemOf } from '../platform/problem';
import { offerEdit } from '../state/edit-requests';
import { flushAll } from '../state/save-state';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Spinner } from '../ui/Spinner';
import { AppErrorBoundary } from './AppErrorBoundary';
import { AppRoutes } from './AppRoutes';
import { type Session, type SessionActions, useSession } from './use-session';

// Screens of a first or a troubled start; an ordinary one does not wait for them.
const FirstStartForm = lazy(() =>
  import('../features/start/FirstStartForm').then((one) => ({ default: one.FirstStartForm })),
);
const RecoverScreen = lazy(() =>
  import('../features/start/RecoverScreen').then((one) => ({ default: one.RecoverScreen })),
);
const RecoveryKeyScreen = lazy(() =>
  import('../features/start/RecoveryKeyScreen').then((one) => ({ default: one.RecoveryKeyScreen })),
);
const SampleFailedScreen = lazy(() =>
  import('../features/start/SampleFailedScreen').then((one) => ({
    default: one.SampleFailedScreen,
  })),
);
const StopScreen = lazy(() =>
  import('../features/start/StopScreen').then((one) => ({ default: one.StopScreen })),
);

export function App() {
  // Outside the boundary: a broken screen must not keep typed text from being stored.
  useFlushOnClose();
  useEditRequests();
  return (
    <AppErrorBoundary>
      <StartGate />
    </AppErrorBoundary>
  );
}

function StartGate() {
  const { session, actions } = useSession();
  return (
    <Suspense fallback={<Spinner label="育成ノートを開いています" />}>
      <SessionScreen session={session} actions={actions} />
    </Suspense>
  );
}

function SessionScreen({ session, actions }: { session: Session; actions: SessionActions }) {
  switch (session.step) {
    case 'starting':
      return <Spinner label="育成ノートを開いています" />;
    case 'opening':
      return <Spinner label="用意しています" />;
    case 'stopped':
      return <StopScreen problem={session.problem} report={session.report} />;
    case 'sample-failed':
      return (
        <SampleFailedScreen
          problem={session.problem}
          report={session.report}
          onBack={actions.openReal}
          onRebuild={actions.rebuildSample}
        />
      );
    case 'locked':
      return <RecoverScreen onRecovered={actions.openReal} />;
    case 'welcome':
      return (
        <WelcomeScreen
          busy={session.busy}
          onOpenSample={actions.openSample}
          onStartOwn={() => actions.beginFirstStart(false)}
          onFoundOffice={() => actions.beginFirstStart(true)}
        />
      );
    case 'first-start':
      return (
        <FirstStartForm
          founder={session.founder}
          onBack={actions.showWelcome}
          onFound={actions.found}
        />
      );
    case 'recovery-key':
      return (
        <StoreProvider store={session.store}>
          <OwnerRecoveryKey
            onConfirmed={actions.recoveryKeyConfirmed}
            onCancel={session.reissued ? actions.cancelReissue : null}
          />
        </StoreProvider>
      );
    case 'open':
      return (
        <StoreProvider key={session.store.dataSet} store={session.store}>
          <HashRouter>
            <AppRoutes session={session} actions={actions} />
          </HashRouter>
        </StoreProvider>
      );
  }
}

type OwnerRecoveryKeyProps = { onConfirmed: () => void; onCancel: (() => void) | null };

/** The recovery key of the person whom the open store belongs to. */
function OwnerRecoveryKey({ onConfirmed, onCancel }: OwnerRecoveryKeyProps) {
  const result = useLiveQuery(async (store) => {
    const [identity, staff, units] = await Promise.all([
      loadIdentity(store),
      listStaff(store),
      listOrgUnits(store),
    ]);
    const owner = staff.find(({ id }) => id === identity.staffId);
    return {
      name: owner?.name ?? '',
      number: owner?.number ?? '',
      orgUnit: owner === undefined ? '' : orgUnitPath(units, owner.orgUnitId).join(' '),
    };
  }, []);
  if (result.state === 'loading') return <Spinner label="用意しています" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  return <RecoveryKeyScreen owner={result.value} onConfirmed={onConfirmed} onCancel={onCancel} />;
}

/** Before the window closes, everything typed goes into the store. */
function useFlushOnClose() {
  useEffect(() => desktopEvents.window.flushRequested(() => void flushForClose()), []);
}

/** What the menus ask for goes to the open page's own history, else to the browser's. */
function useEditRequests() {
  useEffect(
    () =>
      desktopEvents.edit.requested((action) => {
        if (offerEdit(action) === 'left') void desktopApi.edit.perform(action);
      }),
    [],
  );
}

/** Says nothing while something is not stored: main then asks before it closes. */
async function flushForClose(): Promise<void> {
  if (!(await flushAll())) return;
  await flushSentinel();
  await flushTextSearch();
  await desktopApi.window.flushed();
}
