import { useState } from 'react';
import { useFlushedAction } from '../../common/use-flushed-action';
import { useStore } from '../../data/store-context';
import { nominatePerson } from '../../data/training-commands';
import { type HeadTraining, loadHeadTraining } from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { cellLook, ScrollingTable } from '../../ui/PlainTable';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextArea } from '../../ui/TextArea';
import { TextLink } from '../../ui/TextLink';
import { ApplicationList } from './ApplicationList';
import { TrainingNav } from './TrainingNav';

/** What a head has to recommend, whom she may name, and what her people have learned. */
export function HeadTrainingPage() {
  const read = useLiveQuery((store) => Promise.resolve(loadHeadTraining(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      <TrainingNav heads />
      <h1 className="text-2xl font-bold">職員の研修</h1>
      {read.state === 'loading' && <Spinner label="職員の研修を開いています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <HeadView training={read.value} />}
    </div>
  );
}

function HeadView({ training: { people, applications, calls } }: { training: HeadTraining }) {
  if (people.length === 0) return <p>あなたが評価する職員はいません。</p>;
  const waiting = applications.filter(({ application }) => application.state === 'applied');
  const others = applications.filter((one) => !waiting.includes(one));
  return (
    <>
      <Card title="推薦を待っている申込み">
        {waiting.length === 0 ? (
          <p className="text-solid-gray-700">ありません。</p>
        ) : (
          <ApplicationList label="推薦を待っている申込み" applications={waiting} withPerson />
        )}
      </Card>
      {calls.length > 0 && <NominationCard people={people} calls={calls} />}
      {others.length > 0 && (
        <Card title="そのほかの申込み">
          <ApplicationList label="そのほかの申込み" applications={others} withPerson />
        </Card>
      )}
      <Card title="職員ごとの研修">
        <ScrollingTable
          label="職員ごとの研修"
          columns={['氏名', '所属', '職名', '研修の記録', '人材育成記録']}
        >
          {people.map(({ id, name, unit, jobTitle }) => (
            <tr key={id} className="border-b border-solid-gray-100">
              <th scope="row" className={cellLook}>
                {name}
              </th>
              <td className={cellLook}>{unit}</td>
              <td className={cellLook}>{jobTitle}</td>
              <td className={cellLook}>
                <TextLink href={`/training/records/${id}`}>{`${name}の研修の記録`}</TextLink>
              </td>
              <td className={cellLook}>
                <TextLink href={`/training/person-record/${id}`}>
                  {`${name}の人材育成記録`}
                </TextLink>
              </td>
            </tr>
          ))}
        </ScrollingTable>
      </Card>
    </>
  );
}

function NominationCard({ people, calls }: Pick<HeadTraining, 'people' | 'calls'>) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const [callId, setCallId] = useState(calls[0]?.id ?? '');
  const [staffId, setStaffId] = useState(people[0]?.id ?? '');
  const [opinion, setOpinion] = useState('');
  const [done, setDone] = useState('');
  return (
    <Card title="職員を推薦する">
      <div className="flex flex-col items-start gap-3">
        <div className="grid w-full gap-3 min-[700px]:grid-cols-2">
          <SelectField
            label="研修"
            value={callId}
            onChange={setCallId}
            options={calls.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <SelectField
            label="職員"
            value={staffId}
            onChange={setStaffId}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <TextArea
          label="推薦の理由"
          className="w-full"
          description="職員課が読みます。本人には見えません。"
          value={opinion}
          onChange={setOpinion}
        />
        {failure}
        {done !== '' && <Notice tone="success" title={done} onClose={() => setDone('')} />}
        <Button
          onPress={() =>
            run(async () => {
              setDone('');
              await nominatePerson(store, { callId, staffId, opinion });
              const name = people.find(({ id }) => id === staffId)?.name ?? '';
              setOpinion('');
              setDone(`${name}さんを推薦しました`);
            })
          }
        >
          推薦する
        </Button>
      </div>
    </Card>
  );
}
