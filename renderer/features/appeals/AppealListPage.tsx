import type { ReactNode } from 'react';
import { appealWindow, daysLeft } from '../../../shared/domain/appeal/appeal-window';
import { appealStateLabels } from '../../../shared/domain/appeal/appeal-words';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { type AppealCase, listAppeals } from '../../data/appeal-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';

/** The appeals that 職員課 has in hand. */
export function AppealListPage({ nav }: { nav: ReactNode }) {
  const result = useLiveQuery(listAppeals, []);
  if (result.state === 'loading') return <Spinner label="一覧を開いています" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const cases = result.value;
  return (
    <div className="page-width flex flex-col gap-4">
      {nav}
      <h1 className="text-2xl font-bold">不服申出</h1>
      <p>
        提出された申出が並びます。あなたが評価する人の申出と、あなた自身の申出は、ここには出ません。
      </p>
      {cases.length === 0 ? (
        <p>申出はありません。</p>
      ) : (
        <table className="w-full rounded-12 border border-solid-gray-200 bg-white text-left">
          <caption className="sr-only">不服申出の一覧</caption>
          <thead>
            <tr className="border-b border-solid-gray-200 text-sm">
              {['氏名', '所属', '評価期間', '申出日', '申出の期限', '状態'].map((name) => (
                <th key={name} scope="col" className="px-4 py-2">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <AppealRow key={one.appeal.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function AppealRow({ one: { appeal, sheet, period, settings } }: { one: AppealCase }) {
  const cell = 'px-4 py-2.5';
  return (
    <tr className="border-b border-solid-gray-200 last:border-0">
      <th scope="row" className={cell}>
        <TextLink href={`/hr/appeals/${appeal.id}`}>{sheet.staff.name}</TextLink>
      </th>
      <td className={cell}>{sheet.staff.orgUnitPath.join(' ')}</td>
      <td className={cell}>{period.name}</td>
      <td className={cell}>{appeal.filedOn === null ? '' : formatWareki(appeal.filedOn)}</td>
      <td className={cell}>
        {sheet.disclosedOn === null ? '' : limitWords(sheet.disclosedOn, settings.appealDays)}
      </td>
      <td className={cell}>
        <Badge tone={appeal.state === 'decided' ? 'success' : 'info'}>
          {appealStateLabels[appeal.state]}
        </Badge>
      </td>
    </tr>
  );
}

function limitWords(disclosedOn: string, days: number): string {
  const { lastDay } = appealWindow(disclosedOn, days);
  const left = daysLeft(lastDay, localToday());
  return `${formatWareki(lastDay)}（${left === 0 ? '過ぎました' : `あと ${left} 日`}）`;
}
