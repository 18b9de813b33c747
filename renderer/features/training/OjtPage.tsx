import { useState } from 'react';
import { fiscalYearName, fiscalYearOf } from '../../../shared/domain/period/fiscal-year';
import type { OjtMonth, OjtState } from '../../../shared/domain/training/ojt-plan';
import type { OjtPlace } from '../../../shared/domain/training/training-rules';
import { ojtStateLabels } from '../../../shared/domain/training/training-words';
import { useFlushedAction } from '../../common/use-flushed-action';
import {
  addOjtPlan,
  arrangeOjt,
  type ListedOjt,
  loadOjtDesk,
  moveOjtPlan,
  type OjtDesk,
} from '../../data/ojt-commands';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { rememberRemoved, useRemovedNow } from '../../state/training-session';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { KeptText } from './KeptFields';
import { TrainingNav } from './TrainingNav';

/** 職場研修(OJT)計画: aims by month, and what both thought of each. */
export function OjtPage() {
  const read = useLiveQuery((store) => Promise.resolve(loadOjtDesk(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      <TrainingNav heads={read.state === 'ready' && read.value.people.length > 0} />
      <h1 className="text-2xl font-bold">職場研修(OJT)計画</h1>
      {read.state === 'loading' && <Spinner label="計画を開いています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <Desk desk={read.value} />}
    </div>
  );
}

function Desk({ desk: { plans, removed, people, trainers } }: { desk: OjtDesk }) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const isRemovedNow = useRemovedNow();
  return (
    <>
      {people.length > 0 && <NewPlan people={people} trainers={trainers} />}
      {failure}
      {removed
        .filter(({ plan }) => isRemovedNow(plan.id))
        .map(({ plan, person }) => (
          <Notice
            key={plan.id}
            tone="info"
            title={`${person.name} さんの計画（${fiscalYearName(plan.fiscalYear)}）を取り除きました`}
            actions={
              <Button
                size="small"
                onPress={() =>
                  run(() => arrangeOjt(store, { id: plan.id, patch: { removed: false } }))
                }
              >
                元に戻す
              </Button>
            }
          />
        ))}
      {plans.length === 0 && (
        <p className="text-solid-gray-700">
          あなたの計画、あなたが教育担当者の計画は、まだありません。計画は所属長が作ります。
        </p>
      )}
      {plans.map((one) => (
        <PlanCard key={one.plan.id} one={one} trainers={trainers} isOnly={plans.length === 1} />
      ))}
    </>
  );
}

function NewPlan({ people, trainers }: Pick<OjtDesk, 'people' | 'trainers'>) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const [staffId, setStaffId] = useState(people[0]?.id ?? '');
  const [chosenId, setTrainerId] = useState(trainers[0]?.id ?? '');
  // Nobody is her own 教育担当者: chosen as the person, she is replaced by the first other.
  const others = trainers.filter(({ id }) => id !== staffId);
  const trainerId = (others.find(({ id }) => id === chosenId) ?? others[0])?.id ?? '';
  const fiscalYear = fiscalYearOf(localToday());
  const options = (list: OjtDesk['people']) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={`${fiscalYearName(fiscalYear)}の計画を作る`}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            label="育てる職員"
            value={staffId}
            onChange={setStaffId}
            options={options(people)}
          />
          <SelectField
            label="教育担当者"
            value={trainerId}
            onChange={setTrainerId}
            options={options(others)}
          />
          <Button onPress={() => run(() => addOjtPlan(store, { staffId, trainerId, fiscalYear }))}>
            計画を作る
          </Button>
        </div>
        {failure}
      </div>
    </Card>
  );
}

const moveWords: Readonly<Record<OjtState, string>> = {
  draft: '準備に戻す',
  open: '本人に示して始める',
  closed: '計画を終える',
};

type PlanCardProps = { one: ListedOjt; trainers: OjtDesk['trainers']; isOnly: boolean };

function PlanCard({ one, trainers, isOnly }: PlanCardProps) {
  const { plan, person, trainer, moves, arranges } = one;
  const store = useStore();
  const { run, failure } = useFlushedAction();
  return (
    <Card
      title={`${person.name} さん（${fiscalYearName(plan.fiscalYear)}）`}
      aside={
        <div className="flex flex-wrap items-center gap-3">
          <Badge tone="info">{ojtStateLabels[plan.state]}</Badge>
          {arranges && (
            <Button
              size="small"
              aria-label={`${person.name} さんの計画を取り除く`}
              onPress={() =>
                run(async () => {
                  await arrangeOjt(store, { id: plan.id, patch: { removed: true } });
                  rememberRemoved(plan.id);
                })
              }
            >
              取り除く
            </Button>
          )}
        </div>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-solid-gray-700">
          {arranges ? person.unit : `${person.unit}　教育担当者：${trainer.name}`}
        </p>
        {arranges && (
          <SelectField
            label={`${person.name} さんの教育担当者`}
            className="max-w-72"
            value={trainer.id}
            onChange={(trainerId) =>
              run(() => arrangeOjt(store, { id: plan.id, patch: { trainerId } }))
            }
            options={[trainer, ...trainers]
              .filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at)
              .filter(({ id }) => id !== person.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {plan.state === 'draft' && (
          <p className="text-sm">準備中は、所属長と教育担当者だけが読めます。</p>
        )}
        {failure}
        {moves.length > 0 && (
          <div className="flex flex-wrap gap-3">
            {moves.map((to) => (
              <Button key={to} onPress={() => run(() => moveOjtPlan(store, plan.id, to))}>
                {to === 'open' && plan.state === 'closed' ? 'もう一度始める' : moveWords[to]}
              </Button>
            ))}
          </div>
        )}
        <Disclosure title="月ごとの目標と振り返り" defaultOpen={isOnly}>
          {plan.months.map((month) => (
            <MonthRow key={month.month} one={one} month={month} />
          ))}
        </Disclosure>
      </div>
    </Card>
  );
}

const fieldLabels: Readonly<Record<OjtPlace, string>> = {
  aim: '目標',
  personReflection: '本人の振り返り',
  trainerReflection: '教育担当者の振り返り',
};

function MonthRow({ one, month }: { one: ListedOjt; month: OjtMonth }) {
  const { plan, reads, writes } = one;
  const place = { target: 'ojt', id: plan.id, month: month.month } as const;
  const name = `${Number(month.month.slice(5))}月`;
  return (
    <fieldset className="grid gap-3 border-t border-solid-gray-200 pt-2 min-[900px]:grid-cols-3">
      <legend className="sr-only">{name}</legend>
      {reads.map((field) =>
        writes.includes(field) ? (
          <KeptText
            key={field}
            label={`${name}の${fieldLabels[field]}`}
            place={place}
            field={field}
            stored={month[field]}
          />
        ) : (
          <div key={field}>
            <p className="text-sm font-bold">{`${name}の${fieldLabels[field]}`}</p>
            <p className="whitespace-pre-wrap">{month[field] === '' ? '－' : month[field]}</p>
          </div>
        ),
      )}
    </fieldset>
  );
}
