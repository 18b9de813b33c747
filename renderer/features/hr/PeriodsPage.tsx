import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { listPeriodRows, type PeriodRow } from '../../data/hand-out-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { cellLook } from '../../ui/PlainTable';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { HrNav } from './HrNav';
import { kindLabels } from './period-words';

/** 職員課's list of the periods of evaluation. */
export function PeriodsPage() {
  const rows = useLiveQuery(listPeriodRows, []);
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-2xl font-bold">評価期間と様式</h1>
        <LinkButton look="primary" href="/hr/periods/new">
          評価期間を加える
        </LinkButton>
      </div>
      {rows.state === 'loading' && <Spinner label="評価期間を読んでいます" />}
      {rows.state === 'failed' && <ErrorNotice problem={problemOf(rows.error)} />}
      {rows.state === 'ready' && (
        <Card>
          <PeriodTable rows={rows.value} />
        </Card>
      )}
    </div>
  );
}

function PeriodTable({ rows }: { rows: readonly PeriodRow[] }) {
  return (
    <div className="overflow-x-auto">
      <table aria-label="評価期間の一覧" className="w-full border-collapse text-[0.9375rem]">
        <thead>
          <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
            {['評価期間', '年度', '種類', '期間', '様式', 'シート'].map((header) => (
              <th key={header} scope="col" className={`${cellLook} whitespace-nowrap`}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, plans, sheets }) => (
            <tr key={period.id} className="border-b border-solid-gray-100">
              <th scope="row" className={cellLook}>
                <TextLink href={`/hr/periods/${period.id}`}>{period.name}</TextLink>
              </th>
              <td className={`${cellLook} whitespace-nowrap`}>
                {fiscalYearName(period.fiscalYear)}（{period.fiscalYear}年度）
              </td>
              <td className={`${cellLook} whitespace-nowrap`}>{kindLabels[period.kind]}</td>
              <td className={cellLook}>
                {formatWareki(period.startsOn)}から{formatWareki(period.endsOn)}まで
              </td>
              <td className={`${cellLook} whitespace-nowrap`}>
                {plans === 0 ? '－' : `${plans} 種類`}
              </td>
              <td className={`${cellLook} whitespace-nowrap`}>
                {sheets === 0 ? '配布前' : `${sheets} 枚`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
