import { useState } from 'react';
import { useParams } from 'react-router';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import {
  eventDays,
  eventYears,
  type PersonEvent,
  type RecordPart,
  recordPartLabels,
  yearsOf,
} from '../../../shared/domain/person-record/person-record';
import { buildPersonRecordModel } from '../../../shared/print/build-training-paper';
import { usePrinting } from '../../common/use-printing';
import { loadPersonRecord, type PersonRecord } from '../../data/person-record-queries';
import { useStore } from '../../data/store-context';
import { loadHeads } from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Card } from '../../ui/Card';
import { CheckChips } from '../../ui/CheckChips';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { cellLook, ScrollingTable } from '../../ui/PlainTable';
import { Spinner } from '../../ui/Spinner';
import { TrainingNav } from './TrainingNav';
import { TrainingPaperButton } from './TrainingPaperButton';

/** One person, one page: 人材育成記録, for who may see each part. */
export function PersonRecordPage() {
  const { staffId = null } = useParams();
  const read = useLiveQuery(
    (store) => Promise.resolve(loadPersonRecord(store, staffId)),
    [staffId],
  );
  const heads = useLiveQuery((store) => Promise.resolve(loadHeads(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      <TrainingNav heads={heads.state === 'ready' && heads.value} />
      {read.state === 'loading' && <Spinner label="人材育成記録を開いています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <OneRecord key={read.value.person.id} record={read.value} />}
    </div>
  );
}

function OneRecord({ record }: { record: PersonRecord }) {
  const { person, mine, parts } = record;
  const store = useStore();
  const printing = usePrinting();
  const [shown, setShown] = useState<readonly string[]>(parts);
  const { events } = shownOf(record, shown);
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-2xl font-bold">
            {mine ? '私の人材育成記録' : `${person.name} さんの人材育成記録`}
          </h1>
          <p className="text-sm text-solid-gray-700">
            {`${person.number}　${person.unit}　${person.jobTitle}`}
          </p>
        </div>
        <TrainingPaperButton
          label="人材育成記録をPDFにする"
          make={async () => {
            const stored = await loadPersonRecord(store, person.id);
            const chosen = shownOf(stored, shown);
            return buildPersonRecordModel({ ...chosen, ...printing() });
          }}
        />
      </header>
      <CheckChips
        label="示すもの"
        chips={parts.map((part) => ({ id: part, label: recordPartLabels[part] }))}
        chosen={shown}
        onChange={setShown}
      />
      {events.length === 0 ? (
        <p className="text-solid-gray-700">この中に、日付のある記録はまだありません。</p>
      ) : (
        <>
          <TimeAxis parts={parts.filter((part) => shown.includes(part))} events={events} />
          <Card title="一覧">
            <ScrollingTable label="人材育成記録の一覧" columns={['期間', '区分', '内容', '備考']}>
              {events.map((event) => (
                <tr key={event.id} className="border-b border-solid-gray-100">
                  <td className={cellLook}>{eventDays(event)}</td>
                  <td className={`${cellLook} whitespace-nowrap`}>
                    {recordPartLabels[event.part]}
                  </td>
                  <th scope="row" className={cellLook}>
                    {event.title}
                  </th>
                  <td className={cellLook}>{event.detail}</td>
                </tr>
              ))}
            </ScrollingTable>
          </Card>
        </>
      )}
    </>
  );
}

/** The record with the chosen parts alone, as it is seen and as it is printed. */
function shownOf(record: PersonRecord, shown: readonly string[]): PersonRecord {
  return {
    ...record,
    parts: record.parts.filter((part) => shown.includes(part)),
    events: record.events.filter(({ part }) => shown.includes(part)),
  };
}

/** A few years fill the page; many are scrolled. */
const LEAST_YEAR_WIDTH = 52;
const MOST_YEAR_WIDTH = 140;
const WIDTH_OF_YEARS = 860;
const LABEL_WIDTH = 150;
const LANE_HEIGHT = 24;
const HEAD_HEIGHT = 24;

/**
 * Each part is a row of its own with its name, so that nothing is told by colour; the table
 * below says the same in words.
 */
function TimeAxis({ parts, events }: { parts: readonly RecordPart[]; events: PersonEvent[] }) {
  const today = localToday();
  const years = yearsOf(events, today);
  const [first = 0] = years;
  const yearWidth = Math.min(
    MOST_YEAR_WIDTH,
    Math.max(LEAST_YEAR_WIDTH, Math.floor(WIDTH_OF_YEARS / years.length)),
  );
  const lanes = parts.map((part) => ({
    part,
    rows: lanesOf(
      events.filter((event) => event.part === part),
      today,
    ),
  }));
  const heights = lanes.map(({ rows }) => Math.max(1, rows.length) * LANE_HEIGHT + 12);
  const width = LABEL_WIDTH + years.length * yearWidth;
  const height = HEAD_HEIGHT + heights.reduce((sum, one) => sum + one, 0);
  const x = (year: number) => LABEL_WIDTH + (year - first) * yearWidth;
  return (
    <Card title="時間軸">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it from here */}
      <section aria-label="時間軸の図" tabIndex={0} className="focus-ring overflow-x-auto">
        <svg
          role="img"
          aria-label="職歴・研修・評価・計画・面談を年度ごとに並べた図。同じ内容が、下の一覧にあります。"
          width={width}
          height={height}
          className="text-solid-gray-900"
        >
          {years.map((year) => (
            <g key={year}>
              <line
                x1={x(year)}
                x2={x(year)}
                y1={HEAD_HEIGHT - 4}
                y2={height}
                className="stroke-solid-gray-200"
              />
              <text
                x={x(year) + yearWidth / 2}
                y={15}
                textAnchor="middle"
                className="fill-current text-xs"
              >
                {fiscalYearName(year).replace('年度', '')}
                <title>{`${year}年度`}</title>
              </text>
            </g>
          ))}
          {lanes.map(({ part, rows }, index) => {
            const top = HEAD_HEIGHT + heights.slice(0, index).reduce((sum, one) => sum + one, 0);
            return (
              <g key={part}>
                <line x1={0} x2={width} y1={top} y2={top} className="stroke-solid-gray-300" />
                <text x={0} y={top + 20} className="fill-current text-xs font-bold">
                  {recordPartLabels[part]}
                </text>
                {rows.flatMap((row, lane) =>
                  row.map((event) => {
                    const span = eventYears(event, today);
                    const wide = (span.last - span.first + 1) * yearWidth - 6;
                    return (
                      <g key={event.id}>
                        <title>{`${eventDays(event)}　${event.title}`}</title>
                        <rect
                          x={x(span.first) + 3}
                          y={top + 6 + lane * LANE_HEIGHT}
                          width={wide}
                          height={LANE_HEIGHT - 4}
                          rx={4}
                          className="fill-key-50 stroke-key-900"
                        />
                        <text
                          x={x(span.first) + 7}
                          y={top + 20 + lane * LANE_HEIGHT}
                          className="fill-current text-[0.6875rem]"
                        >
                          {fitting(event.short, wide)}
                        </text>
                      </g>
                    );
                  }),
                )}
              </g>
            );
          })}
        </svg>
      </section>
    </Card>
  );
}

/** What lies over one another stands in rows of its own. */
function lanesOf(events: readonly PersonEvent[], today: string): PersonEvent[][] {
  const rows: { last: number; events: PersonEvent[] }[] = [];
  for (const event of events.toReversed()) {
    const span = eventYears(event, today);
    const free = rows.find(({ last }) => last < span.first);
    if (free === undefined) rows.push({ last: span.last, events: [event] });
    else {
      free.events.push(event);
      free.last = span.last;
    }
  }
  return rows.map((row) => row.events);
}

const CHARACTER_WIDTH = 11;

function fitting(text: string, width: number): string {
  const most = Math.floor((width - 6) / CHARACTER_WIDTH);
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters.slice(0, Math.max(1, most - 1)).join('')}…`;
}
