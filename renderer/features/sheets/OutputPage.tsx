import { useMemo, useState } from 'react';
import type { Period } from '../../../shared/domain/period/period';
import { presentPeriod } from '../../../shared/domain/period/running-periods';
import { type Sheet, type Stage, stages } from '../../../shared/domain/sheet/sheet';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { isUndisclosed } from '../../../shared/domain/sheet/stage-rules';
import { listOutputSheets } from '../../data/output-queries';
import { listPeriods } from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { chooseColumn } from '../../ui/choose-column';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';
import { type TableColumn, WindowedTable } from '../../ui/WindowedTable';
import { OutputPdf } from './OutputPdf';
import { OutputResult } from './OutputResult';
import { OutputTable } from './OutputTable';
import { filterSheets, unitOptions } from './sheet-filter';
import type { OutputEnd } from './use-output-run';

/** まとめて出力: the PDFs of many people in one go, and their results as a list. */
export function OutputPage() {
  const read = useLiveQuery(listPeriods, []);
  return (
    <div className="page-width flex min-h-0 grow flex-col gap-4">
      <h1 className="text-2xl font-bold">まとめて出力</h1>
      {read.state === 'loading' && <Spinner label="評価期間を読んでいます" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <OfPeriod periods={read.value} />}
    </div>
  );
}

function OfPeriod({ periods }: { periods: readonly Period[] }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const period = periods.find(({ id }) => id === chosenId) ?? presentPeriod(periods, localToday());
  if (period === null) return <p>評価期間は、まだありません。</p>;
  return <Output key={period.id} period={period} periods={periods} onPeriod={setChosenId} />;
}

type OutputProps = {
  period: Period;
  periods: readonly Period[];
  onPeriod: (id: string) => void;
};

function Output({ period, periods, onPeriod }: OutputProps) {
  const read = useLiveQuery((store) => listOutputSheets(store, period.id), [period.id]);
  const [filter, setFilter] = useState<Filter>({ unit: '', stage: '', text: '' });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [end, setEnd] = useState<OutputEnd | null>(null);
  const sheets = read.state === 'ready' ? read.value : noSheets;
  const shown = useMemo(() => shownSheets(sheets, filter), [sheets, filter]);
  const chosen = useMemo(() => sheets.filter(({ id }) => marked.has(id)), [sheets, marked]);
  const columns = useMemo(() => outputColumns(marked, setMarked), [marked]);
  return (
    <>
      <search
        aria-label="出力する人を絞り込む"
        className="grid grid-cols-1 items-end gap-4 min-[640px]:grid-cols-2 min-[1100px]:grid-cols-[18rem_14rem_12rem_minmax(0,1fr)]"
      >
        <SelectField
          label="評価期間"
          options={periods.map(({ id, name, fiscalYear }) => ({
            value: id,
            label: `${name}（${fiscalYear}年度）`,
          }))}
          value={period.id}
          onChange={onPeriod}
        />
        <SelectField
          label="所属"
          options={[{ value: '', label: 'すべての所属' }, ...unitOptions(sheets)]}
          value={filter.unit}
          onChange={(unit) => setFilter({ ...filter, unit })}
        />
        <SelectField
          label="段階"
          options={stageOptions(sheets)}
          value={filter.stage}
          onChange={(stage) => setFilter({ ...filter, stage })}
        />
        <TextField
          label="氏名・職員番号などで探す"
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
      </search>
      {read.state === 'loading' && <Spinner label="シートを読んでいます" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && sheets.length === 0 && (
        <p className="rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
          この評価期間に、あなたが出力できる人のシートはありません。
        </p>
      )}
      {end !== null && <OutputResult end={end} onClose={() => setEnd(null)} />}
      {sheets.length > 0 && (
        <div className="grid min-h-0 grow grid-cols-1 gap-4 min-[1000px]:grid-cols-[minmax(0,1fr)_22rem]">
          <section
            aria-label="出力する人"
            className="flex min-h-80 flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white px-4 py-3"
          >
            <div className="flex flex-wrap items-center gap-3">
              <Button
                size="small"
                isDisabled={shown.length === 0}
                onPress={() => setMarked(new Set([...marked, ...shown.map(({ id }) => id)]))}
              >
                {`表示中の${shown.length}人を選ぶ`}
              </Button>
              <Button
                size="small"
                isDisabled={chosen.length === 0}
                onPress={() => setMarked(new Set())}
              >
                選択を外す
              </Button>
              <p role="status" className="text-sm">
                {chosenWords(chosen)}
              </p>
            </div>
            <WindowedTable
              label="出力する人の一覧"
              className="grow basis-0"
              rows={shown}
              rowKey={({ id }) => id}
              columns={columns}
            />
            <p className="text-sm text-solid-gray-700">
              ご自身のシートと、ほかの担当者だけが扱うシートは入りません。
            </p>
          </section>
          <div className="flex flex-col gap-4">
            <OutputPdf chosen={chosen} period={period} onEnd={setEnd} />
            <OutputTable chosen={chosen} period={period} />
          </div>
        </div>
      )}
    </>
  );
}

const noSheets: readonly Sheet[] = [];

type Filter = { unit: string; stage: string; text: string };

/** 確定 and everything after it: whose result stands. */
const SETTLED = 'settled';
const settledStages: readonly Stage[] = ['confirmed', 'disclosed', 'completed'];

function stageOptions(sheets: readonly Sheet[]): { value: string; label: string }[] {
  const present = stages.filter((stage) => sheets.some((sheet) => sheet.stage === stage));
  return [
    { value: '', label: 'すべての段階' },
    { value: SETTLED, label: '確定した人（完了まで）' },
    ...present.map((stage) => ({ value: stage, label: stageLabels[stage] })),
  ];
}

function shownSheets(sheets: readonly Sheet[], { stage, ...rest }: Filter): Sheet[] {
  return filterSheets(sheets, rest).filter(
    (sheet) =>
      stage === '' ||
      (stage === SETTLED ? settledStages.includes(sheet.stage) : sheet.stage === stage),
  );
}

function chosenWords(chosen: readonly Sheet[]): string {
  if (chosen.length === 0) return 'まだ選んでいません。';
  const undisclosed = chosen.filter(isUndisclosed).length;
  const among = undisclosed === 0 ? '' : `（うち開示前 ${undisclosed}人）`;
  return `選んだ人 ${chosen.length}人${among}`;
}

function outputColumns(
  marked: ReadonlySet<string>,
  onMark: (marked: ReadonlySet<string>) => void,
): TableColumn<Sheet>[] {
  return [
    chooseColumn({ nameOf: ({ staff }) => staff.name, marked, onMark }),
    { key: 'number', header: '職員番号', width: 'w-24', cell: ({ staff }) => staff.number },
    {
      key: 'name',
      header: '氏名',
      width: 'w-36',
      title: ({ staff }) => staff.name,
      cell: ({ staff }) => staff.name,
    },
    {
      key: 'unit',
      header: '所属',
      title: ({ staff }) => staff.orgUnitPath.join(' '),
      cell: ({ staff }) => staff.orgUnitPath.slice(1).join(' ') || staff.orgUnitPath[0],
    },
    {
      key: 'stage',
      header: '段階',
      width: 'w-36',
      cell: (sheet) => (
        <Badge tone={isUndisclosed(sheet) ? 'neutral' : 'success'}>
          {stageLabels[sheet.stage]}
        </Badge>
      ),
    },
  ];
}
