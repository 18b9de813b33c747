import { lazy, useEffect } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Navigate, Outlet, Route, Routes, useHref, useNavigate } from 'react-router';
import { loadIdentity } from '../data/queries';
import { useLiveQuery } from '../data/use-live-query';
import { HomePage } from '../features/home/HomePage';
import { SheetListPage } from '../features/sheets/SheetListPage';
import { Shell } from './Shell';
import type { Session, SessionActions } from './use-session';

// Pages that are not the first one are loaded once that one stands, before they are asked
// for, so that the window opens sooner and a sheet still opens at once.
const loadSheetPage = () => import('../features/sheets/SheetPage');
const loadOwnSheetPage = () => import('../features/sheets/OwnSheetPage');
const loadConductNotesPage = () => import('../features/conduct-notes/ConductNotesPage');
const loadOpenQuestionsPage = () => import('../features/hr/OpenQuestionsPage');
const loadRosterPage = () => import('../features/hr/RosterPage');
const loadSettingsPage = () => import('../features/settings/SettingsPage');

const SheetPage = lazy(() => loadSheetPage().then((page) => ({ default: page.SheetPage })));
const OwnSheetPage = lazy(() =>
  loadOwnSheetPage().then((page) => ({ default: page.OwnSheetPage })),
);
const ConductNotesPage = lazy(() =>
  loadConductNotesPage().then((page) => ({ default: page.ConductNotesPage })),
);
const OpenQuestionsPage = lazy(() =>
  loadOpenQuestionsPage().then((page) => ({ default: page.OpenQuestionsPage })),
);
const RosterPage = lazy(() => loadRosterPage().then((page) => ({ default: page.RosterPage })));
const SettingsPage = lazy(() =>
  loadSettingsPage().then((page) => ({ default: page.SettingsPage })),
);

type AppRoutesProps = {
  session: Extract<Session, { step: 'open' }>;
  actions: SessionActions;
};

/** Every address inside the application. */
export function AppRoutes({ session, actions }: AppRoutesProps) {
  const navigate = useNavigate();
  const { report, store } = session;
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      for (const load of [
        loadSheetPage,
        loadOwnSheetPage,
        loadConductNotesPage,
        loadSettingsPage,
        loadOpenQuestionsPage,
        loadRosterPage,
      ]) {
        void load();
      }
    });
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <RouterProvider navigate={(path) => void navigate(path)} useHref={useHref}>
      <Routes>
        <Route element={<Shell keyGuardedByOs={report.keyGuardedByOs} />}>
          <Route index element={<HomePage />} />
          <Route path="sheets" element={<SheetListPage />} />
          <Route path="sheets/:sheetId" element={<SheetPage />}>
            <Route path="paper" element={null} />
          </Route>
          <Route path="notes" element={<ConductNotesPage />} />
          <Route path="own-sheet" element={<OwnSheetPage />} />
          <Route element={<HrOnly />}>
            <Route path="hr/questions" element={<OpenQuestionsPage />} />
            <Route path="hr/roster" element={<RosterPage />} />
          </Route>
          <Route
            path="settings"
            element={
              <SettingsPage
                report={report}
                dataSet={store.dataSet}
                onOpenSample={actions.openSample}
                onReturnToReal={actions.openReal}
                onReissueRecoveryKey={actions.reissueRecoveryKey}
              />
            }
          />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Route>
      </Routes>
    </RouterProvider>
  );
}

/** The data layer refuses others too; this only keeps them from a page of no use. */
function HrOnly() {
  const identity = useLiveQuery(loadIdentity, []);
  if (identity.state !== 'ready') return null;
  return identity.value.rights.includes('hr') ? <Outlet /> : <Navigate to="/" replace />;
}
