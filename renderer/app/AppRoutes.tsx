import { lazy, useEffect } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Navigate, Outlet, Route, Routes, useHref, useNavigate } from 'react-router';
import { loadIdentity } from '../data/queries';
import { useLiveQuery } from '../data/use-live-query';
import { HomePage } from '../features/home/HomePage';
import { HrNav } from '../features/hr/HrNav';
import { SheetListPage } from '../features/sheets/SheetListPage';
import { Shell } from './Shell';
import type { Session, SessionActions } from './use-session';

// Pages that are not the first one are loaded once that one stands, before they are asked
// for, so that the window opens sooner and a sheet still opens at once.
const loadSheetPage = () => import('../features/sheets/SheetPage');
const loadDeskPage = () => import('../features/sheets/DeskPage');
const loadOutputPage = () => import('../features/sheets/OutputPage');
const loadInterviewsPage = () => import('../features/sheets/InterviewsPage');
const loadOwnAppealPage = () => import('../features/appeals/OwnAppealPage');
const loadStatementPage = () => import('../features/appeals/StatementPage');
const loadAppealListPage = () => import('../features/appeals/AppealListPage');
const loadAppealCasePage = () => import('../features/appeals/AppealCasePage');
const loadOfficeSettingsPage = () => import('../features/hr/OfficeSettingsPage');
const loadOwnSheetPage = () => import('../features/sheets/OwnSheetPage');
const loadConductNotesPage = () => import('../features/conduct-notes/ConductNotesPage');
const loadPlanPage = () => import('../features/career/PlanPage');
const loadCareerPeoplePage = () => import('../features/career/CareerPeoplePage');
const loadRequestPage = () => import('../features/career/RequestPage');
const loadRequestsThroughMePage = () => import('../features/career/RequestsThroughMePage');
const loadPlacementsPage = () => import('../features/career/PlacementsPage');
const loadPostsPage = () => import('../features/career/PostsPage');
const loadRotationPage = () => import('../features/career/RotationPage');
const loadNeedsPage = () => import('../features/career/NeedsPage');
const loadStaffingPage = () => import('../features/career/StaffingPage');
const loadProgressPage = () => import('../features/hr/ProgressPage');
const loadOpenQuestionsPage = () => import('../features/hr/OpenQuestionsPage');
const loadFrameworksPage = () => import('../features/hr/FrameworksPage');
const loadOrganisationPage = () => import('../features/hr/OrganisationPage');
const loadRosterPage = () => import('../features/hr/RosterPage');
const loadStaffPage = () => import('../features/hr/StaffPage');
const loadPeriodsPage = () => import('../features/hr/PeriodsPage');
const loadPeriodPage = () => import('../features/hr/PeriodPage');
const loadFormPlanPage = () => import('../features/hr/FormPlanPage');
const loadHandOutPage = () => import('../features/hr/HandOutPage');
const loadUnitGoalsPage = () => import('../features/sheets/UnitGoalsPage');
const loadOneOnOnesPage = () => import('../features/one-on-ones/OneOnOnesPage');
const loadTalkCalendarPage = () => import('../features/one-on-ones/TalkCalendarPage');
const loadTalkPage = () => import('../features/one-on-ones/TalkPage');
const loadTalkOfficePage = () => import('../features/one-on-ones/TalkOfficePage');
const loadSearchPage = () => import('../features/search/SearchPage');
const loadTimelinePage = () => import('../features/timeline/TimelinePage');
const loadTrainingPage = () => import('../features/training/TrainingPage');
const loadTrainingRecordsPage = () => import('../features/training/RecordsPage');
const loadApplicationPage = () => import('../features/training/ApplicationPage');
const loadPersonRecordPage = () => import('../features/training/PersonRecordPage');
const loadOjtPage = () => import('../features/training/OjtPage');
const loadHandDownPage = () => import('../features/training/HandDownPage');
const loadHeadTrainingPage = () => import('../features/training/HeadTrainingPage');
const loadTrainingPlanPage = () => import('../features/training/TrainingPlanPage');
const loadHrApplicationsPage = () => import('../features/training/HrApplicationsPage');
const loadTrainingTotalsPage = () => import('../features/training/TrainingTotalsPage');
const loadSettingsPage = () => import('../features/settings/SettingsPage');

const SheetPage = lazy(() => loadSheetPage().then((page) => ({ default: page.SheetPage })));
const DeskPage = lazy(() => loadDeskPage().then((page) => ({ default: page.DeskPage })));
const OutputPage = lazy(() => loadOutputPage().then((page) => ({ default: page.OutputPage })));
const InterviewsPage = lazy(() =>
  loadInterviewsPage().then((page) => ({ default: page.InterviewsPage })),
);
const OwnAppealPage = lazy(() =>
  loadOwnAppealPage().then((page) => ({ default: page.OwnAppealPage })),
);
const StatementPage = lazy(() =>
  loadStatementPage().then((page) => ({ default: page.StatementPage })),
);
const AppealListPage = lazy(() =>
  loadAppealListPage().then((page) => ({ default: page.AppealListPage })),
);
const AppealCasePage = lazy(() =>
  loadAppealCasePage().then((page) => ({ default: page.AppealCasePage })),
);
const OfficeSettingsPage = lazy(() =>
  loadOfficeSettingsPage().then((page) => ({ default: page.OfficeSettingsPage })),
);
const OwnSheetPage = lazy(() =>
  loadOwnSheetPage().then((page) => ({ default: page.OwnSheetPage })),
);
const ConductNotesPage = lazy(() =>
  loadConductNotesPage().then((page) => ({ default: page.ConductNotesPage })),
);
const PlanPage = lazy(() => loadPlanPage().then((page) => ({ default: page.PlanPage })));
const CareerPeoplePage = lazy(() =>
  loadCareerPeoplePage().then((page) => ({ default: page.CareerPeoplePage })),
);
const RequestPage = lazy(() => loadRequestPage().then((page) => ({ default: page.RequestPage })));
const RequestsThroughMePage = lazy(() =>
  loadRequestsThroughMePage().then((page) => ({ default: page.RequestsThroughMePage })),
);
const PlacementsPage = lazy(() =>
  loadPlacementsPage().then((page) => ({ default: page.PlacementsPage })),
);
const PostsPage = lazy(() => loadPostsPage().then((page) => ({ default: page.PostsPage })));
const RotationPage = lazy(() =>
  loadRotationPage().then((page) => ({ default: page.RotationPage })),
);
const NeedsPage = lazy(() => loadNeedsPage().then((page) => ({ default: page.NeedsPage })));
const StaffingPage = lazy(() =>
  loadStaffingPage().then((page) => ({ default: page.StaffingPage })),
);
const OpenQuestionsPage = lazy(() =>
  loadOpenQuestionsPage().then((page) => ({ default: page.OpenQuestionsPage })),
);
const FrameworksPage = lazy(() =>
  loadFrameworksPage().then((page) => ({ default: page.FrameworksPage })),
);
const ProgressPage = lazy(() =>
  loadProgressPage().then((page) => ({ default: page.ProgressPage })),
);
const OrganisationPage = lazy(() =>
  loadOrganisationPage().then((page) => ({ default: page.OrganisationPage })),
);
const StaffPage = lazy(() => loadStaffPage().then((page) => ({ default: page.StaffPage })));
const RosterPage = lazy(() => loadRosterPage().then((page) => ({ default: page.RosterPage })));
const PeriodsPage = lazy(() => loadPeriodsPage().then((page) => ({ default: page.PeriodsPage })));
const NewPeriodPage = lazy(() =>
  loadPeriodPage().then((page) => ({ default: page.NewPeriodPage })),
);
const PeriodPage = lazy(() => loadPeriodPage().then((page) => ({ default: page.PeriodPage })));
const FormPlanPage = lazy(() =>
  loadFormPlanPage().then((page) => ({ default: page.FormPlanPage })),
);
const HandOutPage = lazy(() => loadHandOutPage().then((page) => ({ default: page.HandOutPage })));
const UnitGoalsPage = lazy(() =>
  loadUnitGoalsPage().then((page) => ({ default: page.UnitGoalsPage })),
);
const OneOnOnesPage = lazy(() =>
  loadOneOnOnesPage().then((page) => ({ default: page.OneOnOnesPage })),
);
const TalkCalendarPage = lazy(() =>
  loadTalkCalendarPage().then((page) => ({ default: page.TalkCalendarPage })),
);
const TalkPage = lazy(() => loadTalkPage().then((page) => ({ default: page.TalkPage })));
const TalkOfficePage = lazy(() =>
  loadTalkOfficePage().then((page) => ({ default: page.TalkOfficePage })),
);
const SearchPage = lazy(() => loadSearchPage().then((page) => ({ default: page.SearchPage })));
const TimelinePage = lazy(() =>
  loadTimelinePage().then((page) => ({ default: page.TimelinePage })),
);
const TrainingPage = lazy(() =>
  loadTrainingPage().then((page) => ({ default: page.TrainingPage })),
);
const TrainingRecordsPage = lazy(() =>
  loadTrainingRecordsPage().then((page) => ({ default: page.RecordsPage })),
);
const ApplicationPage = lazy(() =>
  loadApplicationPage().then((page) => ({ default: page.ApplicationPage })),
);
const PersonRecordPage = lazy(() =>
  loadPersonRecordPage().then((page) => ({ default: page.PersonRecordPage })),
);
const OjtPage = lazy(() => loadOjtPage().then((page) => ({ default: page.OjtPage })));
const HandDownPage = lazy(() =>
  loadHandDownPage().then((page) => ({ default: page.HandDownPage })),
);
const HeadTrainingPage = lazy(() =>
  loadHeadTrainingPage().then((page) => ({ default: page.HeadTrainingPage })),
);
const TrainingPlanPage = lazy(() =>
  loadTrainingPlanPage().then((page) => ({ default: page.TrainingPlanPage })),
);
const HrApplicationsPage = lazy(() =>
  loadHrApplicationsPage().then((page) => ({ default: page.HrApplicationsPage })),
);
const TrainingTotalsPage = lazy(() =>
  loadTrainingTotalsPage().then((page) => ({ default: page.TrainingTotalsPage })),
);
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
        loadDeskPage,
        loadOutputPage,
        loadOwnSheetPage,
        loadConductNotesPage,
        loadOneOnOnesPage,
        loadTalkPage,
        loadTalkCalendarPage,
        loadSettingsPage,
        loadSearchPage,
        loadTimelinePage,
        loadUnitGoalsPage,
        loadOpenQuestionsPage,
        loadProgressPage,
        loadRosterPage,
        loadOrganisationPage,
        loadStaffPage,
        loadFrameworksPage,
        loadPeriodsPage,
        loadPeriodPage,
        loadFormPlanPage,
        loadHandOutPage,
        loadInterviewsPage,
        loadOwnAppealPage,
        loadStatementPage,
        loadAppealListPage,
        loadAppealCasePage,
        loadOfficeSettingsPage,
        loadPlanPage,
        loadCareerPeoplePage,
        loadRequestPage,
        loadRequestsThroughMePage,
        loadPlacementsPage,
        loadPostsPage,
        loadRotationPage,
        loadNeedsPage,
        loadStaffingPage,
        loadTalkOfficePage,
        loadTrainingPage,
        loadTrainingRecordsPage,
        loadApplicationPage,
        loadPersonRecordPage,
        loadOjtPage,
        loadHandDownPage,
        loadHeadTrainingPage,
        loadTrainingPlanPage,
        loadHrApplicationsPage,
        loadTrainingTotalsPage,
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
          <Route path="desk" element={<DeskPage />} />
          <Route path="output" element={<OutputPage />} />
          <Route path="sheets/:sheetId/interviews" element={<InterviewsPage />} />
          <Route path="sheets/:sheetId/appeal" element={<OwnAppealPage />} />
          <Route path="statements/:appealId" element={<StatementPage />} />
          <Route path="notes" element={<ConductNotesPage />} />
          <Route path="career" element={<PlanPage />} />
          <Route path="career/posts" element={<PostsPage />} />
          <Route path="career/people/:staffId/posts" element={<PostsPage />} />
          <Route path="career/needs" element={<NeedsPage />} />
          <Route path="career/request" element={<RequestPage />} />
          <Route path="career/requests" element={<RequestsThroughMePage />} />
          <Route path="career/people" element={<CareerPeoplePage />} />
          <Route path="career/people/:staffId" element={<PlanPage />} />
          <Route path="one-on-ones" element={<OneOnOnesPage />} />
          <Route path="one-on-ones/calendar" element={<TalkCalendarPage />} />
          <Route path="one-on-ones/:talkId" element={<TalkPage />} />
          <Route path="search" element={<SearchPage />} />
          <Route path="people/:staffId" element={<TimelinePage />} />
          <Route path="own-sheet" element={<OwnSheetPage />} />
          <Route path="unit-goals" element={<UnitGoalsPage />} />
          <Route path="training" element={<TrainingPage />} />
          <Route path="training/records" element={<TrainingRecordsPage />} />
          <Route path="training/records/:staffId" element={<TrainingRecordsPage />} />
          <Route path="training/applications/:applicationId" element={<ApplicationPage />} />
          <Route path="training/person-record" element={<PersonRecordPage />} />
          <Route path="training/person-record/:staffId" element={<PersonRecordPage />} />
          <Route path="training/ojt" element={<OjtPage />} />
          <Route path="training/hand-down" element={<HandDownPage />} />
          <Route path="training/people" element={<HeadTrainingPage />} />
          <Route element={<HrOnly />}>
            <Route path="hr/training" element={<TrainingPlanPage nav={<HrNav />} />} />
            <Route
              path="hr/training/applications"
              element={<HrApplicationsPage nav={<HrNav />} />}
            />
            <Route path="hr/training/totals" element={<TrainingTotalsPage nav={<HrNav />} />} />
            <Route path="hr/progress" element={<ProgressPage />} />
            <Route path="hr/questions" element={<OpenQuestionsPage />} />
            <Route path="hr/frameworks" element={<FrameworksPage />} />
            <Route path="hr/roster" element={<RosterPage />} />
            <Route path="hr/units" element={<OrganisationPage />} />
            <Route path="hr/staff/:staffId" element={<StaffPage />} />
            <Route path="hr/periods" element={<PeriodsPage />} />
            <Route path="hr/periods/new" element={<NewPeriodPage />} />
            <Route path="hr/periods/:periodId" element={<PeriodPage />} />
            <Route path="hr/periods/:periodId/forms/:planId" element={<FormPlanPage />} />
            <Route path="hr/periods/:periodId/hand-out" element={<HandOutPage />} />
            <Route path="hr/appeals" element={<AppealListPage nav={<HrNav />} />} />
            <Route path="hr/appeals/:appealId" element={<AppealCasePage />} />
            <Route path="hr/placements" element={<PlacementsPage nav={<HrNav />} />} />
            <Route path="hr/rotation" element={<RotationPage nav={<HrNav />} />} />
            <Route path="hr/needs" element={<StaffingPage nav={<HrNav />} />} />
            <Route path="hr/talks" element={<TalkOfficePage nav={<HrNav />} />} />
            <Route path="hr/office" element={<OfficeSettingsPage />} />
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
