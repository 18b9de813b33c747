import { type ReactNode, useState } from 'react';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import type { TrainingCall } from '../../../shared/domain/training/training-call';
import {
  type ApplicationMove,
  mayMoveApplication,
} from '../../../shared/domain/training/training-rules';
import { callWords, moveLabel } from '../../../shared/domain/training/training-words';
import { useFlushedAction } from '../../common/use-flushed-action';
import { useStore } from '../../data/store-context';
import { enrolPerson, moveApplications } from '../../data/training-commands';
import {
  type HrApplications,
  type ListedApplication,
  loadHrApplications,
} from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { cellLook, ScrollingTable } from '../../ui/PlainTable';
import { SearchSelect } from '../../ui/SearchSelect';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { StateBadge } from './ApplicationList';
import { HrTrainingNav } from './TrainingNav';
import { useAskedMove } from './use-asked-move';

/** Every call with who has applied; 職員課 decides them one by one or several at once. */
export function HrApplicationsPage({ nav }: { nav: ReactNode }) {
  const read = useLiveQuery((store) => Promise.resolve(loadHrApplications(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      {nav}
      <HrTrainingNav />
      <h1 className="text-2xl font-bold">申込みの決定</h1>
      <p className="text-sm">
        あなた自身と、あなたが評価する職員の申込みは、ここには出ません。ほかの職員課の職員が決めます。
      </p>
      {read.state === 'loading' && <Spinner label="申込みを開いています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <EnrolCard {...read.value} />}
      {read.state === 'ready' && <Calls applications={read.value.applications} />}
    </div>
  );
}

/** 新採用職員研修 and the like, for which nobody applies. */
function EnrolCard({ courses, people }: Pick<HrApplications, 'courses' | 'people'>) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const [callId, setCallId] = useState(courses[0]?.id ?? '');
  const [staffId, setStaffId] = useState<string | null>(null);
  if (courses.length === 0) return null;
  return (
    <Card title="申込みのない研修の受講者を加える">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            label="研修"
            value={callId}
            onChange={setCallId}
            options={courses.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <SearchSelect
            label="受講者"
            className="w-72"
            options={people.map(({ id, name, unit, jobTitle }) => ({
              id,
              label: name,
              detail: `${unit} ${jobTitle}`,
            }))}
            value={staffId}
            matches={({ label, detail }, typed) =>
              foldForSearch(`${label} ${detail}`).includes(foldForSearch(typed))
            }
            onChange={setStaffId}
          />
          <Button
            isDisabled={staffId === null}
            onPress={() => {
              if (staffId !== null) run(() => enrolPerson(store, { callId, staffId }));
            }}
          >
            受講者に加える
          </Button>
        </div>
        {failure}
      </div>
    </Card>
  );
}

function Calls({ applications }: { applications: readonly ListedApplication[] }) {
  const calls = [...new Map(applications.map(({ call }) => [call.id, call])).values()];
  if (calls.length === 0) return <p className="text-solid-gray-700">申込みはありません。</p>;
  return calls.map((call) => (
    <CallCard
      key={call.id}
      call={call}
      applications={applications.filter((one) => one.call.id === call.id)}
    />
  ));
}

/** What is done with several at once; a refusal needs its reason, one by one. */
const atOnce: readonly ApplicationMove[] = ['accept', 'attend', 'missed'];

function CallCard({
  call,
  applications,
}: {
  call: TrainingCall;
  applications: readonly ListedApplication[];
}) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const { ask, question } = useAskedMove();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const counted = applications.filter(({ application: { state } }) =>
    ['accepted', 'attended', 'reported'].includes(state),
  );
  const meant = applications.filter(({ application }) => chosen.includes(application.id));
  const seats = call.seats === null ? '' : `（定員${call.seats}人）`;
  return (
    <Card
      title={call.title}
      aside={
        <span className="text-sm text-solid-gray-700">
          {callWords[call.kind].name}　申込み{applications.length}人　決定{counted.length}人{seats}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        <ScrollingTable
          label={`「${call.title}」の申込み`}
          columns={['選ぶ', '氏名', '所属', '状態']}
        >
          {applications.map(({ application, person }) => (
            <tr key={application.id} className="border-b border-solid-gray-100">
              <td className={cellLook}>
                <input
                  type="checkbox"
                  className="focus-ring size-5"
                  aria-label={`${person.name}を選ぶ`}
                  checked={chosen.includes(application.id)}
                  onChange={({ target }) =>
                    setChosen(
                      target.checked
                        ? [...chosen, application.id]
                        : chosen.filter((id) => id !== application.id),
                    )
                  }
                />
              </td>
              <th scope="row" className={cellLook}>
                <TextLink href={`/training/applications/${application.id}`}>{person.name}</TextLink>
              </th>
              <td className={cellLook}>{person.unit}</td>
              <td className={cellLook}>
                <StateBadge kind={call.kind} state={application.state} />
              </td>
            </tr>
          ))}
        </ScrollingTable>
        {failure}
        {question}
        <div className="flex flex-wrap gap-3">
          {atOnce.map((move) => {
            const fit = meant.filter(({ application, viewer }) =>
              mayMoveApplication(move, application, call.kind, viewer),
            );
            return (
              <Button
                key={move}
                isDisabled={meant.length === 0 || fit.length < meant.length}
                onPress={() =>
                  ask(
                    { kind: call.kind, move, names: meant.map(({ person }) => person.name) },
                    () =>
                      run(async () => {
                        await moveApplications(store, chosen, move);
                        setChosen([]);
                      }),
                  )
                }
              >
                選んだ人を{moveLabel(call.kind, move)}
              </Button>
            );
          })}
        </div>
      </div>
    </Card>
  );
}
