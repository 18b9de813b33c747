import { useMemo, useState } from 'react';
import type { Period } from '../../../shared/domain/period/period';
import { presentPeriod } from '../../../shared/domain/period/running-periods';
import { progressBoard, sectionOf } from '../../../shared/domain/sheet/progress-board';
import type { Sheet, Stage } from '../../../shared/domain/sheet/sheet';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { listBoardSheets } from '../../data/progress-queries';
import { listPeriods } from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { classNames } from '../../ui/class-names';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { cellLook, ScrollingTable } from '../../ui/PlainTable';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { HrNav } from './HrNav';
import { StagePeople } from './StagePeople';

/** 進行管理: how many people of each 課 stand at each stage, and the moves of many at once. */
export function ProgressPage() {
  const read = useLiveQuery(listPeriods, []);
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-2xl font-bold">進行管理</h1>
        <LinkButton href="/output">まとめて出力</LinkButton>
      </div>
      {read.state === 'loading' && <Spinner label="評価期間を読んでいます" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <PeriodBoard periods={read.value} />}
    </div>
  );
}

function PeriodBoard({ periods }: { periods: readonly Period[] }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const period = periods.find(({ id }) => id === chosenId) ?? presentPeriod(periods, localToday());
  if (period === null) return <p>評価期間は、まだありません。</p>;
  return (
    <>
      <SelectField
        label="評価期間"
        className="max-w-sm"
        options={periods.map(({ id, name, fiscalYear }) => ({
          value: id,
          label: `${name}（${fiscalYear}年度）`,
        }))}
        value={period.id}
        onChange={setChosenId}
      />
      <Board key={period.id} period={period} />
    </>
  );
}

/** People at one stage: of one 課, or of all when `section` is null. */
type Place = { section: string | null; stage: Stage };

function Board({ period }: { period: Period }) {
  const read = useLiveQuery((store) => listBoardSheets(store, period.id), [period.id]);
  const [place, setPlace] = useState<Place | null>(null);
  if (read.state === 'loading') return <Spinner label="シートを数えています" />;
  if (read.state === 'failed') return <ErrorNotice problem={problemOf(read.error)} />;
  if (read.value.length === 0) return <p>この評価期間のシートは、まだありません。</p>;
  return (
    <>
      <p className="text-sm text-solid-gray-700">
        人数を押すと、その人たちの一覧が下に出ます。ご自身のシートと、ほかの担当者だけが扱うシートは数えていません。
      </p>
      <Counts sheets={read.value} place={place} onChoose={setPlace} />
      {place !== null && (
        <StagePeople
          key={`${place.section} ${place.stage}`}
          period={period}
          stage={place.stage}
          title={`${place.section ?? 'すべての所属'}：${stageLabels[place.stage]}`}
          sheets={read.value.filter(
            (sheet) =>
              sheet.stage === place.stage &&
              (place.section === null || sectionOf(sheet) === place.section),
          )}
          everyone={read.value}
        />
      )}
    </>
  );
}

type CountsProps = {
  sheets: readonly Sheet[];
  place: Place | null;
  onChoose: (place: Place) => void;
};

function Counts({ sheets, place, onChoose }: CountsProps) {
  const board = useMemo(() => progressBoard(sheets), [sheets]);
  const rows = [{ section: null, counts: board.total }, ...board.rows];
  return (
    <div className="rounded-12 border border-solid-gray-200 bg-white px-4 pb-2">
      <ScrollingTable
        label="所属と段階ごとの人数"
        columns={['所属', ...board.stages.map((stage) => stageLabels[stage])]}
      >
        {rows.map(({ section, counts }) => (
          <tr key={section ?? ''} className="border-b border-solid-gray-100">
            <th scope="row" className={classNames(cellLook, section === null && 'font-bold')}>
              {section ?? 'すべての所属'}
            </th>
            {board.stages.map((stage) => (
              <td key={stage} className={cellLook}>
                {counts[stage] !== undefined && (
                  <button
                    type="button"
                    aria-label={`${section ?? 'すべての所属'} ${stageLabels[stage]} ${counts[stage]}人`}
                    aria-pressed={place?.section === section && place.stage === stage}
                    className="focus-ring min-h-7 min-w-9 cursor-pointer rounded-4 px-1.5 text-left text-key-900 underline hover:bg-key-50 aria-pressed:bg-key-100 aria-pressed:font-bold"
                    onClick={() => onChoose({ section, stage })}
                  >
                    {counts[stage]}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </ScrollingTable>
    </div>
  );
}
