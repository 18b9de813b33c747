import { type ReactNode, useState } from 'react';
import { fiscalYearName, fiscalYearOf } from '../../../shared/domain/period/fiscal-year';
import { trainingKinds } from '../../../shared/domain/training/training-call';
import { totalOf, yearOfRecord } from '../../../shared/domain/training/training-totals';
import { trainingKindLabels } from '../../../shared/domain/training/training-words';
import { loadOfficeTraining, type OfficeTraining } from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { cellLook, More, PlainTable, ScrollingTable } from '../../ui/PlainTable';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { HrTrainingNav } from './TrainingNav';

/** So many people are listed; a unit is chosen for the others. */
const MOST_LISTED = 200;

/** How much the office has learned, by unit and by person. */
export function TrainingTotalsPage({ nav }: { nav: ReactNode }) {
  const read = useLiveQuery((store) => Promise.resolve(loadOfficeTraining(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      {nav}
      <HrTrainingNav />
      <h1 className="text-2xl font-bold">受講の集計</h1>
      {read.state === 'loading' && <Spinner label="集計しています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <Totals office={read.value} />}
    </div>
  );
}

const columns = [
  '人数',
  '受講した人',
  '件数',
  '時間数',
  ...trainingKinds.map((kind) => trainingKindLabels[kind]),
];

function Totals({ office }: { office: OfficeTraining }) {
  const [year, setYear] = useState('');
  const [unit, setUnit] = useState('');
  const years = [
    ...new Set([
      fiscalYearOf(localToday()),
      ...office.flatMap(({ records }) => records.flatMap((record) => yearOfRecord(record) ?? [])),
    ]),
  ].toSorted((one, other) => other - one);
  const people = office.map(({ person, records }) => ({
    person,
    records: records.filter((record) => year === '' || yearOfRecord(record) === Number(year)),
  }));
  const units = [...new Set(people.map(({ person }) => person.unit))];
  const shown = people.filter(({ person }) => unit === '' || person.unit === unit);
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <SelectField
          label="年度"
          value={year}
          onChange={setYear}
          options={[
            { value: '', label: 'すべての年度' },
            ...years.map((value) => ({ value: String(value), label: fiscalYearName(value) })),
          ]}
        />
        <SelectField
          label="所属"
          value={unit}
          onChange={setUnit}
          options={[
            { value: '', label: 'すべての所属' },
            ...units.map((value) => ({ value, label: value })),
          ]}
        />
      </div>
      <Card title="所属ごと">
        <PlainTable
          label="所属ごとの受講"
          columns={['所属', ...columns]}
          rows={units
            .filter((name) => unit === '' || name === unit)
            .map((name) => ({
              key: name,
              cells: [name, ...cellsOf(people.filter(({ person }) => person.unit === name))],
            }))}
          more={0}
        />
      </Card>
      <Card title="職員ごと">
        <ScrollingTable
          label="職員ごとの受講"
          columns={['氏名', '所属', '件数', '時間', '人材育成記録']}
        >
          {shown.slice(0, MOST_LISTED).map(({ person, records }) => {
            const { count, hours } = totalOf(records);
            return (
              <tr key={person.id} className="border-b border-solid-gray-100">
                <th scope="row" className={cellLook}>
                  <TextLink href={`/training/records/${person.id}`}>{person.name}</TextLink>
                </th>
                <td className={cellLook}>{person.unit}</td>
                <td className={cellLook}>{count}件</td>
                <td className={cellLook}>{hours}時間</td>
                <td className={cellLook}>
                  <TextLink href={`/training/person-record/${person.id}`}>
                    {`${person.name}の人材育成記録`}
                  </TextLink>
                </td>
              </tr>
            );
          })}
        </ScrollingTable>
        <More count={shown.length - MOST_LISTED} />
      </Card>
    </>
  );
}

function cellsOf(people: OfficeTraining): string[] {
  const { count, hours, byKind } = totalOf(people.flatMap(({ records }) => records));
  const numbers = [
    people.length,
    people.filter(({ records }) => records.length > 0).length,
    count,
    hours,
    ...trainingKinds.map((kind) => byKind[kind]),
  ];
  return numbers.map(String);
}
