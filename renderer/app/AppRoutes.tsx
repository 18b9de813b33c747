import { RouterProvider } from 'react-aria-components';
import { Navigate, Route, Routes, useHref, useNavigate } from 'react-router';
import { loadIdentity } from '../data/queries';
import { useLiveQuery } from '../data/use-live-query';
import { HomePage } from '../features/home/HomePage';
import { OpenQuestionsPage } from '../features/hr/OpenQuestionsPage';
import { SettingsPage } from '../features/settings/SettingsPage';
import { OwnSheetPage } from '../features/sheets/OwnSheetPage';
import { SheetListPage } from '../features/sheets/SheetListPage';
import { SheetPage } from '../features/sheets/SheetPage';
import { Shell } from './Shell';
import type { Session, SessionActions } from './use-session';

type AppRoutesProps = {
  session: Extract<Session, { step: 'open' }>;
  actions: SessionActions;
};

/** Every address inside the application. */
export function AppRoutes({ session, actions }: AppRoutesProps) {
  const navigate = useNavigate();
  const { report, store } = session;
  return (
    <RouterProvider navigate={(path) => void navigate(path)} useHref={useHref}>
      <Routes>
        <Route element={<Shell keyGuardedByOs={report.keyGuardedByOs} />}>
          <Route index element={<HomePage />} />
          <Route path="sheets" element={<SheetListPage />} />
          <Route path="sheets/:sheetId" element={<SheetPage />} />
          <Route path="own-sheet" element={<OwnSheetPage />} />
          <Route path="hr/questions" element={<HrOnly />} />
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
  return identity.value.rights.includes('hr') ? <OpenQuestionsPage /> : <Navigate to="/" replace />;
}
