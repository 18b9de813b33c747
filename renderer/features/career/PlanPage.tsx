import { useState } from 'react';
import { useParams } from 'react-router';
import { fiscalYearName, fiscalYearOf } from '../../../shared/domain/period/fiscal-year';
import { startPlan } from '../../data/career-plan-commands';
import { loadPlan, type PlanView } from '../../data/career-plan-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { AdviceForm } from './AdviceForm';
import { AimedStaff } from './AimedStaff';
import { CareerNav } from './CareerNav';
import { LastYear } from './LastYear';
import { PlanForm } from './PlanForm';
import { PlanPaperButton } from './PlanPaperButton';
import { PlanReading } from './PlanReading';

/** A career plan: my own to write, or one that its writer shares with me. */
export function PlanPage() {
  const { staffId = null } = useParams();
  const thisYear = fiscalYearOf(localToday());
  const [year, setYear] = useState(thisYear);
  const view = useLiveQuery(
    (store) => Promise.resolve(loadPlan(store, { staffId, fiscalYear: year, today: localToday() })),
    [staffId, year],
  );
  return (
    <div className="page-width flex flex-col gap-4">
      <CareerNav />
      {view.state === 'loading' && <Spinner label="プランを読んでいます" />}
      {view.state === 'failed' && <ErrorNotice problem={problemOf(view.error)} />}
      {view.state === 'ready' && (
        <Plan key={view.value.person.id} view={view.value} thisYear={thisYear} onYear={setYear} />
      )}
    </div>
  );
}

type PlanProps = { view: PlanView; thisYear: number; onYear: (year: number) => void };

function Plan({ view, thisYear, onYear }: PlanProps) {
  const { plan, person, viewer, years, fiscalYear } = view;
  const own = viewer.includes('self');
  const choices = [...new Set([...(own ? [thisYear + 1] : []), thisYear, fiscalYear, ...years])];
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <div className="mr-auto">
          <h1 className="text-2xl font-bold">
            {own ? 'キャリアプラン' : `${person.name}さんのキャリアプラン`}
          </h1>
          {!own && (
            <p className="text-sm text-solid-gray-700">
              {person.unit}　{person.jobTitle}
              <TextLink href={`/career/people/${person.id}/posts`} className="ml-4">
                職歴を見る
              </TextLink>
            </p>
          )}
        </div>
        <SelectField
          label="年度"
          className="w-40"
          options={choices
            .toSorted((left, right) => right - left)
            .map((year) => ({ value: String(year), label: fiscalYearName(year) }))}
          value={String(fiscalYear)}
          onChange={(year) => onYear(Number(year))}
        />
        {plan !== null && <PlanPaperButton view={view} />}
      </div>
      <AimedStaff />
      {view.result !== null && plan === null && <LastYear result={view.result} onTake={null} />}
      {plan === null && <NoPlan view={view} />}
      {plan !== null && own && <PlanForm key={plan.id} plan={plan} view={view} />}
      {plan !== null && !own && (
        <>
          {view.mayAdvise && <AdviceForm key={`advice ${plan.id}`} plan={plan} view={view} />}
          <PlanReading plan={plan} view={view} />
        </>
      )}
    </>
  );
}

function NoPlan({ view: { viewer, before, fiscalYear, years } }: { view: PlanView }) {
  const store = useStore();
  const name = fiscalYearName(fiscalYear);
  if (!viewer.includes('self')) {
    return (
      <Card>
        <p>
          {name}のプランは、まだ共有されていません。
          {years.length > 0 && '上の「年度」から、ほかの年度のプランを選べます。'}
        </p>
        <TextLink href="/career/people">部下のキャリアに戻る</TextLink>
      </Card>
    );
  }
  return (
    <Card title={`${name}のプランは、まだありません`}>
      <p className="mb-3">
        {before === null
          ? 'これまでの経験を振り返り、どんな職員になりたいかを書いていきます。書いた内容は、共有するまであなただけのものです。'
          : `${fiscalYearName(before.fiscalYear)}のプランから始めます。終わった取組と、やめた取組は引き継ぎません。共有するまで、あなただけのものです。`}
      </p>
      <Button
        look="primary"
        onPress={() => {
          startPlan(store, fiscalYear).catch((error: unknown) => notifyProblem(problemOf(error)));
        }}
      >
        {name}のプランを書き始める
      </Button>
    </Card>
  );
}
