import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { IkuseiError } from '../../../shared/domain/errors';
import { formPlanFaults } from '../../../shared/domain/form/form-plan-faults';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { addPlanLike } from '../../data/form-plan-commands';
import { loadPeriodPlan, type PeriodPlan } from '../../data/hand-out-queries';
import { addPeriod, changePeriod, planForms, type SaidPeriod } from '../../data/period-commands';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { HrNav } from './HrNav';
import { PeriodForm } from './PeriodForm';
import { PlanFaults } from './PlanFaults';
import { PlanTable } from './PlanTable';

/** 職員課 adds a period. */
export function NewPeriodPage() {
  const store = useStore();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Problem | null>(null);

  async function add(said: SaidPeriod) {
    setFailure(null);
    try {
      const { id } = await addPeriod(store, said);
      void navigate(`/hr/periods/${id}`, { replace: true });
    } catch (error) {
      setFailure(problemOf(error));
    }
  }

  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      <BackLink href="/hr/periods">評価期間と様式</BackLink>
      <h1 className="text-2xl font-bold">評価期間を加える</h1>
      <p>加えると、前の評価期間の様式を引き継ぎます。シートは、配布するまで作られません。</p>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      <PeriodForm
        before={null}
        today={localToday()}
        saveLabel="この評価期間を加える"
        onSave={(said) => void add(said)}
      />
    </div>
  );
}

/** One period: its days, its forms, and the way to 配布. */
export function PeriodPage() {
  const { periodId = '' } = useParams();
  const plan = useLiveQuery((store) => loadPeriodPlan(store, periodId), [periodId]);
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      <BackLink href="/hr/periods">評価期間と様式</BackLink>
      {plan.state === 'loading' && <Spinner label="評価期間を読んでいます" />}
      {plan.state === 'failed' && <ErrorNotice problem={problemOf(plan.error)} />}
      {plan.state === 'ready' && <PeriodContents {...plan.value} />}
    </div>
  );
}

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="text-sm">
      <TextLink href={href}>← {children}</TextLink>
    </p>
  );
}

function PeriodContents({ period, plans, frameworkSet }: PeriodPlan) {
  const store = useStore();
  const [failure, setFailure] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const { frameworks } = frameworkSet.tables;
  const faults = plans.length === 0 ? [] : formPlanFaults(plans, frameworks);

  async function run(work: () => Promise<unknown>, done = false) {
    setFailure(null);
    setSaved(false);
    try {
      await work();
      setSaved(done);
    } catch (error) {
      setFailure(problemOf(error));
    }
  }

  const [last] = plans.slice(-1);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-2xl font-bold">
          {period.name}
          <span className="ml-3 text-base font-normal">
            {fiscalYearName(period.fiscalYear)}（{period.fiscalYear}年度）
          </span>
        </h1>
        {plans.length > 0 && (
          <LinkButton look="primary" href={`/hr/periods/${period.id}/hand-out`}>
            配布へ進む
          </LinkButton>
        )}
      </div>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {saved && (
        <Notice tone="success" title="期間と期限を保存しました" onClose={() => setSaved(false)} />
      )}
      <Card
        title="様式"
        aside={faults.length > 0 ? <Badge tone="warning">直すところ {faults.length}</Badge> : null}
      >
        {plans.length === 0 ? (
          <div className="flex flex-col items-start gap-3">
            <p>この評価期間には、まだ様式の案がありません。</p>
            <Button onPress={() => void run(() => planForms(store, period.id))}>
              様式の案を作る
            </Button>
          </div>
        ) : (
          <div className="flex flex-col gap-3">
            <PlanFaults periodId={period.id} faults={faults} plans={plans} />
            <PlanTable periodId={period.id} plans={plans} frameworks={frameworks} faults={faults} />
            <div>
              <Button
                size="small"
                onPress={() =>
                  void run(() => {
                    if (last === undefined) throw new IkuseiError('recordMissing');
                    return addPlanLike(store, last.id);
                  })
                }
              >
                様式を一つ加える
              </Button>
            </div>
          </div>
        )}
      </Card>
      <PeriodForm
        key={period.updatedAt}
        before={period}
        today={localToday()}
        saveLabel="期間と期限を保存する"
        onSave={(said) => void run(() => changePeriod(store, period.id, said), true)}
      />
    </>
  );
}
