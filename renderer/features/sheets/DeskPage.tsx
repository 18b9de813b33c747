import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { deskRows } from '../../../shared/domain/desk/desk-rows';
import type { Period } from '../../../shared/domain/period/period';
import { type DeskPerson, listDeskSheets, loadDesk } from '../../data/desk-queries';
import { listPeriods, loadIdentity } from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { Tabs } from '../../ui/Tabs';
import { DeskConsulted } from './DeskConsulted';
import { DeskDistribution } from './DeskDistribution';
import { DeskItems } from './DeskItems';
import { DeskList } from './DeskList';
import { DeskSideBySide } from './DeskSideBySide';

const tabs = [
  { id: 'list', title: '一覧' },
  { id: 'items', title: '項目ごと' },
  { id: 'side', title: '並べて見る' },
  { id: 'mine', title: '私の評語の分布' },
  { id: 'asked', title: '意見を求められた職員' },
] as const;

/** The people I evaluate: how far they are, item by item, side by side, and my own habits. */
export function DeskPage() {
  const frame = useLiveQuery(async (store) => {
    const [identity, periods] = await Promise.all([loadIdentity(store), listPeriods(store)]);
    return { me: identity.staffId, periods };
  }, []);
  return (
    <div className="page-width flex min-h-0 grow flex-col gap-4">
      {frame.state === 'failed' && <ErrorNotice problem={problemOf(frame.error)} />}
      {frame.state === 'loading' && <Spinner label="評価する職員を読んでいます" />}
      {frame.state === 'ready' && <Desk {...frame.value} />}
    </div>
  );
}

/** Where she is on this page is in its address, so that the way back leads there. */
function Desk({ me, periods }: { me: string; periods: readonly Period[] }) {
  const [address, setAddress] = useSearchParams();
  const go = (changes: Record<string, string>) =>
    setAddress({ ...Object.fromEntries(address), ...changes }, { replace: true });
  const period = periods.find(({ id }) => id === address.get('period')) ?? periods[0] ?? null;
  const tab = tabs.find(({ id }) => id === address.get('view'))?.id ?? 'list';
  const people = useDesk(period?.id ?? null, me);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h1 className="text-2xl font-bold">評価する職員</h1>
        <SelectField
          label="評価期間"
          className="w-64"
          options={periods.map(({ id, name }) => ({ value: id, label: name }))}
          value={period?.id ?? ''}
          onChange={(id) => go({ period: id, person: '', item: '' })}
        />
      </div>
      <Tabs
        label="評価する職員の見方"
        tabs={tabs}
        value={tab}
        onChange={(view) => go({ view })}
        className="grow"
      >
        {people.state === 'loading' && <Spinner label="評価する職員を読んでいます" />}
        {people.state === 'failed' && <ErrorNotice problem={problemOf(people.error)} />}
        {tab === 'asked' && <DeskConsulted me={me} />}
        {tab !== 'asked' && people.state === 'ready' && people.value.length === 0 && (
          <p className="rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
            この評価期間に、あなたが評価する職員のシートはありません。
          </p>
        )}
        {tab !== 'asked' &&
          people.state === 'ready' &&
          people.value.length > 0 &&
          period !== null && (
            <View
              tab={tab}
              people={people.value}
              me={me}
              period={period}
              item={address.get('item')}
              person={address.get('person')}
              go={go}
            />
          )}
      </Tabs>
    </>
  );
}

type ViewProps = {
  tab: Exclude<(typeof tabs)[number]['id'], 'asked'>;
  people: readonly DeskPerson[];
  me: string;
  period: Period;
  item: string | null;
  person: string | null;
  go: (changes: Record<string, string>) => void;
};

function View({ tab, people, me, period, item, person, go }: ViewProps) {
  const desk = useMemo(
    () => people.map(({ sheet, form, entries }) => ({ sheet, scale: form.scale, entries })),
    [people],
  );
  const rows = useMemo(() => deskRows(desk, me, period, localToday()), [desk, me, period]);
  switch (tab) {
    case 'list':
      return <DeskList rows={rows} />;
    case 'items':
      return <DeskItems people={people} item={item} onItem={(id) => go({ item: id })} />;
    case 'side':
      return (
        <DeskSideBySide people={people} chosen={person} onPerson={(id) => go({ person: id })} />
      );
    case 'mine':
      return <DeskDistribution people={desk} me={me} />;
  }
}

/** Who they are is read apart from what is written, which is read again after every save. */
function useDesk(periodId: string | null, me: string) {
  const listed = useLiveQuery(
    async (store) =>
      periodId === null ? [] : (await listDeskSheets(store, periodId)).map(({ id }) => id),
    [periodId, me],
  );
  const ids = listed.state === 'ready' ? listed.value : [];
  const loaded = useLiveQuery((store) => loadDesk(store, ids), [listed.state, me, ids.join(' ')]);
  return listed.state === 'ready' ? loaded : listed;
}
