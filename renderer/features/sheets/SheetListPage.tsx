import { useEffect, useMemo } from 'react';
import type { Period, PlainDate } from '../../../shared/domain/period/period';
import { presentPeriod } from '../../../shared/domain/period/running-periods';
import { formatWareki, monthAndDay } from '../../../shared/domain/period/wareki';
import { outputSheets } from '../../../shared/domain/sheet/output-sheets';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { sheetDeadline } from '../../../shared/domain/sheet/sheet-deadline';
import { shortAuthorLabels, stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { turnAt } from '../../../shared/domain/sheet/stage-moves';
import { readableAuthors, viewerOf } from '../../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../../shared/domain/store/meta';
import { isPlanned, listPeriods, listSheets, loadIdentity } from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { setSheetOrder } from '../../state/sheet-order';
import { setSheetListFilter, useSheetListFilter } from '../../state/view-preferences';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { ProgressCells } from '../../ui/ProgressCells';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';
import { TextLink } from '../../ui/TextLink';
import { type TableColumn, WindowedTable } from '../../ui/WindowedTable';
import { filterSheets, unitOptions } from './sheet-filter';

export function SheetListPage() {
  const frame = useLiveQuery(async (store) => {
    const [identity, periods] = await Promise.all([loadIdentity(store), listPeriods(store)]);
    return { identity, periods };
  }, []);
  if (frame.state === 'loading') return <Spinner label="一覧を読んでいます" />;
  return (
    <div className="page-width flex min-h-0 grow flex-col gap-4">
      {frame.state === 'failed' ? (
        <>
          <h1 className="text-2xl font-bold">人事評価</h1>
          <ErrorNotice problem={problemOf(frame.error)} />
        </>
      ) : (
        <SheetList {...frame.value} />
      )}
    </div>
  );
}

type SheetListProps = { identity: Identity; periods: readonly Period[] };

/** The page stays, and the keyboard where it is, while another period's sheets are read. */
function SheetList({ identity, periods }: SheetListProps) {
  const filter = useSheetListFilter();
  const today = localToday();
  const present = presentPeriod(periods, today);
  const period = periods.find(({ id }) => id === filter.periodId) ?? present;
  const periodId = period?.id ?? null;
  const result = useLiveQuery(
    async (store) =>
      periodId === null
        ? { sheets: [], planned: false }
        : {
            sheets: await listSheets(store, periodId),
            planned: await isPlanned(store, periodId),
          },
    [periodId],
  );
  const sheets = result.state === 'ready' ? result.value.sheets : null;
  const planned = result.state === 'ready' && result.value.planned;
  const units = useMemo(() => unitOptions(sheets ?? []), [sheets]);
  const shown = useMemo(
    () => filterSheets(sheets ?? [], { unit: filter.unit, text: filter.text }),
    [sheets, filter.unit, filter.text],
  );
  useEffect(() => {
    setSheetOrder(
      identity.staffId,
      shown.map(({ id }) => id),
    );
  }, [identity.staffId, shown]);
  const columns = useMemo(() => sheetColumns(identity, period, today), [identity, period, today]);
  const lacksOwn = sheets?.every(({ staffId }) => staffId !== identity.staffId) ?? false;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-2xl font-bold">人事評価</h1>
        <div className="flex flex-wrap gap-3">
          {outputSheets(sheets ?? [], identity).length > 0 && (
            <LinkButton href="/output">まとめて出力</LinkButton>
          )}
          {lacksOwn && !planned && period !== null && period.id === present?.id && (
            <LinkButton href="/own-sheet">自分のシートを作る</LinkButton>
          )}
        </div>
      </div>
      <search
        aria-label="シートを絞り込む"
        className="grid grid-cols-1 items-end gap-4 min-[640px]:grid-cols-2 min-[1000px]:grid-cols-[20rem_14rem_minmax(0,1fr)_auto]"
      >
        <SelectField
          label="評価期間"
          options={periods.map((one) => ({ value: one.id, label: periodWords(one) }))}
          value={periodId ?? ''}
          onChange={(id) => setSheetListFilter({ periodId: id, unit: '' })}
        />
        <SelectField
          label="所属"
          options={[{ value: '', label: 'すべての所属' }, ...units]}
          value={filter.unit}
          onChange={(unit) => setSheetListFilter({ unit })}
        />
        <TextField
          label="氏名・職員番号などで探す"
          value={filter.text}
          onChange={(text) => setSheetListFilter({ text })}
        />
        <p role="status" className="min-w-12 pb-2.5 text-sm text-solid-gray-700">
          {sheets !== null && `${shown.length} 件`}
        </p>
      </search>
      {result.state === 'failed' && <ErrorNotice problem={problemOf(result.error)} />}
      {result.state === 'loading' && <Spinner label="一覧を読んでいます" />}
      {sheets !== null && shown.length === 0 && (
        <NoSheets planned={planned} filtered={filter.unit !== '' || filter.text !== ''} />
      )}
      {shown.length > 0 && (
        <div className="flex min-h-64 grow flex-col rounded-12 border border-solid-gray-200 bg-white px-4 pb-2">
          <WindowedTable
            label="人事評価シートの一覧"
            className="grow basis-0"
            rows={shown}
            rowKey={(sheet) => sheet.id}
            columns={columns}
          />
        </div>
      )}
    </>
  );
}

/** `令和8年度 年間評価（2026年度）`: the Western year is within reach (design §6). */
function periodWords({ name, fiscalYear }: Period): string {
  return `${name}（${fiscalYear}年度）`;
}

function sheetColumns(
  identity: Identity,
  period: Period | null,
  today: PlainDate,
): TableColumn<Sheet>[] {
  return [
    {
      key: 'name',
      header: '氏名',
      width: 'w-36',
      title: ({ staff }) => staff.name,
      cell: ({ id, staff }) => (
        <TextLink href={`/sheets/${id}`} className="block truncate">
          {staff.name}
        </TextLink>
      ),
    },
    {
      key: 'unit',
      header: '所属',
      // The department is the same for most of a list, so it gives way to the rest.
      title: ({ staff }) => staff.orgUnitPath.join(' '),
      cell: ({ staff }) => staff.orgUnitPath.slice(1).join(' ') || staff.orgUnitPath[0],
    },
    { key: 'position', header: '職位', width: 'w-42', cell: ({ staff }) => staff.positionName },
    stageColumn(period, today),
    {
      key: 'progress',
      header: '進み',
      width: 'w-[23.5rem]',
      cell: (sheet) => (
        <ProgressCells
          cells={readableAuthors(sheet, identity).map((author) => ({
            key: author,
            label: shortAuthorLabels[author],
            ...sheet.progress[author],
          }))}
        />
      ),
    },
    {
      key: 'turn',
      header: '私の番',
      width: 'w-16',
      cell: (sheet) => (isMyTurn(sheet, identity) ? <Badge tone="info">私</Badge> : null),
    },
  ];
}

/** With the deadline below it where the period has some: a column more would leave no room. */
function stageColumn(period: Period | null, today: PlainDate): TableColumn<Sheet> {
  if (period === null || Object.keys(period.deadlines).length === 0) {
    return {
      key: 'stage',
      header: '段階',
      width: 'w-30',
      cell: ({ stage }) => (
        <Badge tone={stage === 'completed' ? 'success' : 'neutral'}>{stageLabels[stage]}</Badge>
      ),
    };
  }
  return {
    key: 'stage',
    header: '段階・期限',
    width: 'w-36',
    cell: (sheet) => <StageAndDeadline sheet={sheet} period={period} today={today} />,
  };
}

type StageAndDeadlineProps = { sheet: Sheet; period: Period; today: PlainDate };

function StageAndDeadline({ sheet, period, today }: StageAndDeadlineProps) {
  const deadline = sheetDeadline(sheet, period, today);
  return (
    <span className="flex flex-col">
      <span className="text-sm leading-4">{stageLabels[sheet.stage]}</span>
      {deadline !== null && (
        <span title={formatWareki(deadline.day)} className="text-xs leading-4 text-solid-gray-700">
          期限 {monthAndDay(deadline.day)}
          {deadline.overdue && <b className="ml-1 text-yellow-1200">超過</b>}
        </span>
      )}
    </span>
  );
}

function isMyTurn(sheet: Sheet, identity: Identity): boolean {
  const turn = turnAt[sheet.stage];
  return turn !== null && viewerOf(sheet, identity).includes(turn);
}

function NoSheets({ filtered, planned }: { filtered: boolean; planned: boolean }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
      {filtered ? (
        <>
          <p>この条件に合うシートはありません。</p>
          <Button onPress={() => setSheetListFilter({ unit: '', text: '' })}>条件を消す</Button>
        </>
      ) : (
        <p>
          この評価期間のシートは、まだありません。
          {planned ? '職員課が配布します。' : '「自分のシートを作る」から始められます。'}
        </p>
      )}
    </div>
  );
}
