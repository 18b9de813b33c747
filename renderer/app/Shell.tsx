import { type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { IkuseiError } from '../../shared/domain/errors';
import { orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import { presentPeriod } from '../../shared/domain/period/running-periods';
import { foldForSearch } from '../../shared/domain/text/fold-for-search';
import { actAs } from '../data/commands';
import { damagedRows, onDamagedRows } from '../data/damaged-rows';
import { listOwnAssignments } from '../data/evaluator-change-queries';
import { listOrgUnits, listPeriods, listStaff, loadIdentity } from '../data/queries';
import type { Store } from '../data/store';
import { useStore } from '../data/store-context';
import { startTextSearch } from '../data/text-search';
import { useLiveQuery } from '../data/use-live-query';
import { QuickNote } from '../features/conduct-notes/QuickNote';
import { SearchBox } from '../features/search/SearchBox';
import { localToday } from '../platform/local-time';
import { problemOf } from '../platform/problem';
import { notify } from '../state/notifications';
import { flushAll, useWithdrawals } from '../state/save-state';
import { resetViewPreferences } from '../state/view-preferences';
import { Badge } from '../ui/Badge';
import { Notice } from '../ui/Notice';
import { SearchSelect } from '../ui/SearchSelect';
import { SkipLink } from '../ui/SkipLink';
import { Spinner } from '../ui/Spinner';
import { NotificationList } from './NotificationList';
import { RailLink } from './RailLink';
import { SaveStatus } from './SaveStatus';
import { useFoundPlace } from './use-found-place';
import { ACTING_PERSON, usePaletteCommands } from './use-palette-commands';

type Me = {
  id: string;
  name: string;
  unit: string;
  hr: boolean;
  /** Whether there is anybody whom I evaluate. */
  evaluates: boolean;
  periodName: string;
  everyone: { id: string; label: string; detail: string }[];
};

/** The frame around every page once a store is open. */
export function Shell({ keyGuardedByOs }: { keyGuardedByOs: boolean }) {
  const store = useStore();
  const sample = store.dataSet === 'sample';
  const me = useMe();
  const commands = usePaletteCommands({
    hr: me?.hr === true,
    evaluates: me?.evaluates === true,
    sample,
  });
  const withdrawals = useWithdrawals();
  useFocusOnNewPage();
  useFoundPlace();
  useSearchBehind(store);
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <SkipLink targetId="main" />
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 bg-white px-5 py-1.5 min-[1100px]:flex-nowrap">
        <p className="shrink-0 text-lg font-bold text-key-900 md:w-[10.75rem]">
          育成ノート
          {sample && <span className="ml-1.5 text-xs font-normal text-solid-gray-700">見本</span>}
        </p>
        <p className="shrink-0 text-sm">{me?.periodName}</p>
        {sample && <Badge tone="warning">見本の職場</Badge>}
        {sample && me !== null && (
          <div id={ACTING_PERSON} className="w-60 min-w-32">
            <PersonSwitcher me={me} />
          </div>
        )}
        <div className="ml-auto flex min-w-0 items-center gap-3 md:gap-5">
          <SearchBox commands={commands} />
          <SaveStatus />
          {me !== null && (
            // The end of a long name is under the pointer; what is saved is always in sight.
            <p
              className="max-w-60 min-w-0 text-right text-sm leading-tight"
              title={`${me.name}　${me.unit}`}
            >
              <span className="sr-only">私：</span>
              <span className="block truncate font-bold">{me.name}</span>
              <span className="block truncate text-solid-gray-700 max-md:sr-only">{me.unit}</span>
            </p>
          )}
        </div>
      </header>
      <div className="flex min-h-0 grow flex-col md:flex-row">
        <div className="flex shrink-0 flex-col border-solid-gray-200 bg-white max-md:border-b md:w-52 md:border-r">
          <nav aria-label="おもなメニュー" className="p-1 md:p-2.5">
            <ul className="flex flex-wrap gap-1 md:flex-col md:flex-nowrap">
              <RailLink href="/">ホーム</RailLink>
              <RailLink href="/sheets">人事評価</RailLink>
              <RailLink href="/unit-goals">組織目標</RailLink>
              <RailLink href="/one-on-ones">1on1</RailLink>
              {me?.evaluates === true && <RailLink href="/desk">評価する職員</RailLink>}
              <RailLink href="/notes">職務行動記録</RailLink>
              <RailLink href="/career">キャリア</RailLink>
              <RailLink href="/training">研修</RailLink>
              {me?.hr === true && <RailLink href="/hr/questions">職員課</RailLink>}
              <RailLink href="/settings">設定</RailLink>
            </ul>
          </nav>
          <footer className="mx-2.5 mt-auto flex flex-col gap-1 border-t border-solid-gray-200 py-3 text-xs leading-relaxed text-solid-gray-700 max-md:hidden">
            <p>このPCだけで動いています</p>
            {!keyGuardedByOs && (
              <p className="font-bold text-yellow-1100">
                データの鍵はOSに守られていません（試用の動かし方）
              </p>
            )}
          </footer>
        </div>
        <main
          id="main"
          tabIndex={-1}
          className="relative flex min-w-0 grow flex-col px-6 py-5 outline-none md:overflow-auto"
        >
          {!keyGuardedByOs && (
            <p className="mb-3 text-xs font-bold text-yellow-1100 md:hidden">
              データの鍵はOSに守られていません（試用の動かし方）
            </p>
          )}
          <DamagedRowsNotice />
          <Suspense fallback={<Spinner label="画面を開いています" />}>
            <Outlet key={withdrawals} />
          </Suspense>
        </main>
      </div>
      <NotificationList />
      {me !== null && <QuickNote key={`${me.id} ${withdrawals}`} />}
    </div>
  );
}

function useMe(): Me | null {
  const result = useLiveQuery(async (store): Promise<Me> => {
    const [identity, staff, units, periods, assignments] = await Promise.all([
      loadIdentity(store),
      listStaff(store),
      listOrgUnits(store),
      listPeriods(store),
      listOwnAssignments(store),
    ]);
    const unitOf = (id: string) => orgUnitPath(units, id).slice(-2).join(' ');
    const own = staff.find(({ id }) => id === identity.staffId);
    return {
      id: identity.staffId,
      name: own?.name ?? '',
      unit: own === undefined ? '' : [unitOf(own.orgUnitId), own.jobTitle].join(' '),
      hr: identity.rights.includes('hr'),
      evaluates:
        staff.some(
          ({ firstEvaluatorId, secondEvaluatorId }) =>
            firstEvaluatorId === identity.staffId || secondEvaluatorId === identity.staffId,
        ) || assignments.length > 0,
      periodName: presentPeriod(periods, localToday())?.name ?? '',
      everyone: staff.map((member) => ({
        id: member.id,
        label: member.name,
        detail: `${unitOf(member.orgUnitId)} ${member.jobTitle} ${member.kana} ${member.number}`,
      })),
    };
  }, []);
  const [last, setLast] = useState<Me | null>(null);
  if (result.state === 'ready' && result.value !== last) setLast(result.value);
  return result.state === 'ready' ? result.value : last;
}

/** 見本 only: who I am can be chosen. */
function PersonSwitcher({ me }: { me: Me }) {
  const store = useStore();
  const navigate = useNavigate();

  async function switchTo(staffId: string) {
    if (staffId === me.id) return;
    if (!(await flushAll())) return;
    try {
      await actAs(store, staffId);
      resetViewPreferences();
      await navigate('/');
    } catch (error) {
      const { title, code, next } = problemOf(error);
      notify({ tone: 'error', title, code, body: next });
    }
  }

  return (
    <SearchSelect
      key={me.id}
      label="だれとして使うか（見本）"
      labelHidden
      options={me.everyone}
      value={me.id}
      matches={({ label, detail }, typed) =>
        foldForSearch(`${label} ${detail}`).includes(foldForSearch(typed))
      }
      onChange={(staffId) => void switchTo(staffId)}
    />
  );
}

function DamagedRowsNotice(): ReactNode {
  const { dataSet } = useStore();
  const damaged = useSyncExternalStore(onDamagedRows, () => damagedRows(dataSet));
  const [closedAt, setClosedAt] = useState(0);
  if (damaged.length <= closedAt) return null;
  const { title, code, next } = problemOf(new IkuseiError('rowDamaged'));
  return (
    <Notice
      tone="warning"
      title={`${title}（${damaged.length}件）`}
      code={code}
      className="mb-4"
      onClose={() => setClosedAt(damaged.length)}
    >
      <p>{next}</p>
    </Notice>
  );
}

/** Once the page has settled the search makes its index, so that it is there when it is asked. */
const SETTLED_MILLISECONDS = 10_000;

function useSearchBehind(store: Store) {
  useEffect(() => {
    const timer = setTimeout(() => startTextSearch(store), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [store]);
}

/** A new page starts at its top, and the keyboard with it. */
function useFocusOnNewPage() {
  const { pathname } = useLocation();
  // The paper is the sheet seen another way: it moves neither, and finds its own place.
  const page = pathname.replace(/\/paper$/u, '');
  useEffect(() => {
    const main = document.getElementById('main');
    main?.scrollTo(0, 0);
    // A page that comes late takes nothing from whoever has gone on to a box of the head.
    const isInHead = document.activeElement?.matches('header input') === true;
    if (page !== '/' && !isInHead) main?.focus({ preventScroll: true });
  }, [page]);
}
