import { type ReactNode, useState } from 'react';
import { type ReasonKind, reasonKinds } from '../../../shared/domain/career/shortlist';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { listNeeds, type NeedWithPeople } from '../../data/need-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { CheckChips } from '../../ui/CheckChips';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { NeedWords } from './NeedWords';
import { cell, TableHead } from './TableHead';

/** As many as are read at a glance; the reasons narrow the list. */
const MOST_ROWS = 100;

const reasonLabels: Readonly<Record<ReasonKind, string>> = {
  wish: '希望',
  experience: '経験',
  ability: '能力',
  growth: '身に付けたい能力',
};

/** What the units ask for, beside the wishes and the experience of the people. */
export function StaffingPage({ nav }: { nav: ReactNode }) {
  const result = useLiveQuery((store) => Promise.resolve(listNeeds(store, localToday())), []);
  return (
    <div className="page-width flex flex-col gap-4">
      {nav}
      <h1 className="text-2xl font-bold">キャリア人材配置要求調査</h1>
      <p className="text-sm text-solid-gray-700">
        所属の要求に、希望や経験の合う職員を、理由とともに職員番号の順に並べます。順位ではありません。配置は、職員課が面談などを踏まえて決めます。
      </p>
      {result.state === 'loading' && <Spinner label="要求を読んでいます" />}
      {result.state === 'failed' && <ErrorNotice problem={problemOf(result.error)} />}
      {result.state === 'ready' && result.value.length === 0 && <p>提出された要求はありません。</p>}
      {result.state === 'ready' && result.value.map((one) => <Need key={one.need.id} one={one} />)}
    </div>
  );
}

function Need({ one: { need, unitName, itemNames, people } }: { one: NeedWithPeople }) {
  const [kinds, setKinds] = useState<string[]>([]);
  const shown = people.filter(
    ({ reasons }) => kinds.length === 0 || reasons.some(({ kind }) => kinds.includes(kind)),
  );
  return (
    <Card
      title={`${unitName}（${fiscalYearName(need.fiscalYear)}）`}
      className="flex flex-col gap-4"
    >
      <NeedWords need={need} itemNames={itemNames} />
      <CheckChips
        label={`理由で絞る（${unitName}）`}
        chips={reasonKinds.map((id) => ({ id, label: reasonLabels[id] }))}
        chosen={kinds}
        onChange={setKinds}
      />
      {shown.length === 0 ? (
        <p className="text-sm">希望や経験の合う職員は、見つかっていません。</p>
      ) : (
        <table className="w-full text-sm">
          <caption className="sr-only">{unitName}の要求に合う職員</caption>
          <TableHead names={['職員番号', '氏名', '今の所属', 'ここに出ている理由']} />
          <tbody>
            {shown.slice(0, MOST_ROWS).map(({ person, reasons, wantsToStay }) => (
              <tr key={person.id} className="border-b border-solid-gray-100">
                <td className={cell}>{person.number}</td>
                <th scope="row" className={cell}>
                  <TextLink href={`/career/people/${person.id}/posts`}>{person.name}</TextLink>
                </th>
                <td className={cell}>
                  {person.unit}　{person.jobTitle}
                </td>
                <td className={cell}>
                  <ul>
                    {reasons.map(({ kind, text }) => (
                      <li key={text}>
                        {reasonLabels[kind]}：{text}
                      </li>
                    ))}
                  </ul>
                  {wantsToStay && <Badge tone="warning">今の所属にとどまりたいと申告</Badge>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length > MOST_ROWS && (
        <p className="text-sm">
          ほかに {shown.length - MOST_ROWS} 人います。理由で絞ってください。
        </p>
      )}
    </Card>
  );
}
