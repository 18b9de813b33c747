import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { listPlansOfMine } from '../../data/career-plan-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { CareerNav } from './CareerNav';

/** The people I evaluate, with the plan that each shares with me. */
export function CareerPeoplePage() {
  const result = useLiveQuery((store) => Promise.resolve(listPlansOfMine(store, localToday())), []);
  const cell = 'px-4 py-2.5';
  return (
    <div className="page-width flex flex-col gap-4">
      <CareerNav />
      <h1 className="text-2xl font-bold">部下のキャリア</h1>
      <p className="text-sm text-solid-gray-700">
        あなたが評価者である職員です。本人が共有したプランだけを読めます。
      </p>
      {result.state === 'loading' && <Spinner label="一覧を読んでいます" />}
      {result.state === 'failed' && <ErrorNotice problem={problemOf(result.error)} />}
      {result.state === 'ready' && (
        <table className="w-full rounded-12 border border-solid-gray-200 bg-white text-left text-sm">
          <caption className="sr-only">部下のキャリア</caption>
          <thead>
            <tr className="border-b border-solid-gray-200">
              {['氏名', '所属', '職名', 'キャリアプラン', '助言', '職歴'].map((name) => (
                <th key={name} scope="col" className={`${cell} font-normal text-solid-gray-700`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.value.map(({ person, fiscalYear, advised }) => (
              <tr key={person.id} className="border-b border-solid-gray-100 last:border-0">
                <th scope="row" className={cell}>
                  <TextLink href={`/career/people/${person.id}`}>{person.name}</TextLink>
                </th>
                <td className={cell}>{person.unit}</td>
                <td className={cell}>{person.jobTitle}</td>
                <td className={cell}>
                  {fiscalYear === null ? '共有されていません' : fiscalYearName(fiscalYear)}
                </td>
                <td className={cell}>
                  {fiscalYear === null ? '' : <AdviceBadge advised={advised} />}
                </td>
                <td className={cell}>
                  <TextLink
                    href={`/career/people/${person.id}/posts`}
                    aria-label={`${person.name}の職歴`}
                  >
                    職歴
                  </TextLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function AdviceBadge({ advised }: { advised: boolean }) {
  return <Badge tone={advised ? 'success' : 'info'}>{advised ? '書きました' : 'まだです'}</Badge>;
}
