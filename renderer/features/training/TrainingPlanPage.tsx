import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { fiscalYearName, fiscalYearOf } from '../../../shared/domain/period/fiscal-year';
import { formatWarekiDateTime, monthAndDay } from '../../../shared/domain/period/wareki';
import {
  type CallKind,
  callKinds,
  type TrainingCall,
  type TrainingPlanImport,
} from '../../../shared/domain/training/training-call';
import {
  callStateLabels,
  callWords,
  trainingKindLabels,
} from '../../../shared/domain/training/training-words';
import { useFlushedAction } from '../../common/use-flushed-action';
import { useStore } from '../../data/store-context';
import { addCall, saveCall } from '../../data/training-commands';
import {
  loadTrainingPlan,
  type TrainingPlan,
  takeInPlan,
  undoPlanImport,
} from '../../data/training-plan-commands';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday, toLocalIso } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { cellLook, ScrollingTable } from '../../ui/PlainTable';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TakeBackImport } from '../../ui/TakeBackImport';
import { CallDialog } from './CallDialog';
import { PlanPreview } from './PlanPreview';
import { type ReadPlanFile, readPlanFile } from './read-plan-file';
import { HrTrainingNav } from './TrainingNav';

/** 職員課 brings the plan of a year in, opens what takes applications, and closes it. */
export function TrainingPlanPage({ nav }: { nav: ReactNode }) {
  const read = useLiveQuery((store) => Promise.resolve(loadTrainingPlan(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      {nav}
      <HrTrainingNav />
      <h1 className="text-2xl font-bold">研修の計画と募集</h1>
      {read.state === 'loading' && <Spinner label="計画を読んでいます" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <Plan plan={read.value} />}
    </div>
  );
}

function Plan({ plan }: { plan: TrainingPlan }) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const thisYear = fiscalYearOf(localToday());
  const [year, setYear] = useState(thisYear);
  const [file, setFile] = useState<ReadPlanFile | null>(null);
  const [done, setDone] = useState('');
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const [kind, setKind] = useState<CallKind>('course');
  const years = [
    ...new Set([thisYear + 1, thisYear, ...plan.calls.map(({ fiscalYear }) => fiscalYear)]),
  ].toSorted((one, other) => other - one);
  const calls = plan.calls.filter(({ fiscalYear }) => fiscalYear === year);
  const shown = plan.calls.find(({ id }) => id === open);

  const choose = (chosen: File | undefined) => {
    setFile(null);
    setDone('');
    if (chosen === undefined) return;
    run(async () => setFile(await readPlanFile(chosen, plan, year)));
  };
  const takeIn = (taken: ReadPlanFile) =>
    run(async () => {
      const result = await takeInPlan(store, taken);
      setFile(null);
      setDone(`取り込みました。${countWords(result)}`);
    });
  const takeBack = () => {
    setAsking(false);
    setFile(null);
    run(async () => {
      await undoPlanImport(store);
      setDone('取り込みを取り消しました。');
    });
  };

  return (
    <>
      <Card title="研修計画のファイル">
        <div className="flex flex-col gap-3">
          <p>
            職員研修実施計画のCSVか、Excelのブック（.xlsx）を選ぶと、何が変わるかを確かめてから取り込めます。
          </p>
          <p className="text-sm text-solid-gray-700">
            「研修名」「区分」の列が要ります。ほかに「対象」「開始日」「終了日」「時間数」「定員」「能力」「申込期限」「内容」を読みます。能力は「、」で区切ります。
          </p>
          <div className="flex flex-wrap items-end gap-3">
            <SelectField
              label="年度"
              value={String(year)}
              onChange={(value) => {
                setYear(Number(value));
                setFile(null);
              }}
              options={years.map((value) => ({
                value: String(value),
                label: fiscalYearName(value),
              }))}
            />
            <FileTrigger
              acceptedFileTypes={['.csv', '.txt', '.xlsx', 'text/csv']}
              onSelect={(files) => choose(files?.[0])}
            >
              <Button look="primary">研修計画のファイルを選ぶ</Button>
            </FileTrigger>
            {plan.last !== null && (
              <Button onPress={() => setAsking(true)}>最後の取り込みを取り消す</Button>
            )}
          </div>
          {plan.last !== null && (
            <p className="text-sm text-solid-gray-700">最後の取り込み：{importWords(plan.last)}</p>
          )}
        </div>
      </Card>
      {done !== '' && <Notice tone="success" title={done} onClose={() => setDone('')} />}
      {failure}
      {file !== null && (
        <PlanPreview
          key={file.name}
          file={file}
          onTakeIn={() => takeIn(file)}
          onCancel={() => setFile(null)}
        />
      )}
      <Card
        title={`${fiscalYearName(year)}の計画と募集`}
        aside={
          <div className="flex flex-wrap items-end gap-3">
            <SelectField
              label="種類"
              value={kind}
              onChange={(value) => setKind(value as CallKind)}
              options={callKinds.map((value) => ({ value, label: callWords[value].name }))}
            />
            <Button
              onPress={() =>
                run(async () => {
                  const call = await addCall(store, newCallOf(kind, year));
                  setOpen(call.id);
                })
              }
            >
              募集を加える
            </Button>
          </div>
        }
      >
        {calls.length === 0 ? (
          <p className="text-solid-gray-700">この年度の計画は、まだありません。</p>
        ) : (
          <CallTable
            calls={calls}
            applicants={plan.applicants}
            onEdit={setOpen}
            onState={(call, state) => run(() => saveCall(store, { id: call.id, patch: { state } }))}
          />
        )}
      </Card>
      {shown !== undefined && (
        <CallDialog
          key={shown.id}
          call={shown}
          frameworks={plan.frameworks}
          onClose={() => setOpen(null)}
        />
      )}
      {plan.last !== null && (
        <TakeBackImport isOpen={asking} onOpenChange={setAsking} onTakeBack={takeBack}>
          <p>{importWords(plan.last)}</p>
          <p>この取り込みで加わった研修を消し、変わった研修を前の内容に戻します。</p>
        </TakeBackImport>
      )}
    </>
  );
}

function newCallOf(kind: CallKind, fiscalYear: number) {
  const trainingKind = {
    course: 'special',
    posting: null,
    ojtCost: 'ojt',
    studyGroup: 'studyGroup',
  } as const;
  return {
    kind,
    fiscalYear,
    title: `新しい${callWords[kind].name}`,
    trainingKind: trainingKind[kind],
  };
}

type CallTableProps = {
  calls: readonly TrainingCall[];
  applicants: TrainingPlan['applicants'];
  onEdit: (id: string) => void;
  onState: (call: TrainingCall, state: TrainingCall['state']) => void;
};

function CallTable({ calls, applicants, onEdit, onState }: CallTableProps) {
  return (
    <ScrollingTable
      label="計画と募集の一覧"
      columns={['名称', '種類', '期間', '申込期限', '定員', '申込み', '状態', '']}
    >
      {calls.map((call) => (
        <tr key={call.id} className="border-b border-solid-gray-100">
          <th scope="row" className={cellLook}>
            {call.title}
          </th>
          <td className={cellLook}>
            {call.kind === 'course' && call.trainingKind !== null
              ? trainingKindLabels[call.trainingKind]
              : callWords[call.kind].name}
          </td>
          <td className={cellLook}>{shortDays(call)}</td>
          <td className={`${cellLook} whitespace-nowrap`}>
            {call.applyBy === null ? '' : monthAndDay(call.applyBy)}
          </td>
          <td className={`${cellLook} whitespace-nowrap`}>
            {call.seats === null ? '' : `${call.seats}人`}
          </td>
          <td className={`${cellLook} whitespace-nowrap`}>{applicants.get(call.id) ?? 0}人</td>
          <td className={cellLook}>
            <Badge tone={call.state === 'open' ? 'success' : 'neutral'}>
              {callStateLabels[call.state]}
            </Badge>
          </td>
          <td className={cellLook}>
            <div className="flex gap-2 whitespace-nowrap">
              <Button
                size="small"
                aria-label={`「${call.title}」の募集を${call.state === 'open' ? '終える' : '始める'}`}
                onPress={() => onState(call, call.state === 'open' ? 'closed' : 'open')}
              >
                {call.state === 'open' ? '募集を終える' : '募集を始める'}
              </Button>
              <Button
                size="small"
                aria-label={`「${call.title}」を直す`}
                onPress={() => onEdit(call.id)}
              >
                直す
              </Button>
            </div>
          </td>
        </tr>
      ))}
    </ScrollingTable>
  );
}

/** The year stands above the table. */
function shortDays({ startsOn, endsOn }: TrainingCall): string {
  const days = [...new Set([startsOn, endsOn])].filter((day) => day !== null);
  return days.map(monthAndDay).join('～');
}

function countWords({ addedCalls, changedCalls }: TrainingPlanImport): string {
  return `新しい研修 ${addedCalls.length}件、変わった研修 ${changedCalls.length}件`;
}

function importWords(taken: TrainingPlanImport): string {
  const when = formatWarekiDateTime(toLocalIso(new Date(taken.takenAt)));
  return `${when}「${taken.fileName}」（${fiscalYearName(taken.fiscalYear)}、${countWords(taken)}）`;
}
