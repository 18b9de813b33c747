import { type FormPlan, initialValues } from '../../../shared/domain/form/form-plan';
import type { FormPlanFault } from '../../../shared/domain/form/form-plan-faults';
import type { Framework } from '../../../shared/domain/framework/framework';
import { Badge } from '../../ui/Badge';
import { cellLook } from '../../ui/PlainTable';
import { TextLink } from '../../ui/TextLink';

type PlanTableProps = {
  periodId: string;
  plans: readonly FormPlan[];
  frameworks: readonly Framework[];
  faults: readonly FormPlanFault[];
};

/** The forms of a period side by side. */
export function PlanTable({ periodId, plans, frameworks, faults }: PlanTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it from here
    <section aria-label="様式の一覧の表" tabIndex={0} className="focus-ring overflow-x-auto">
      <table aria-label="様式の一覧" className="w-full border-collapse text-[0.9375rem]">
        <thead>
          <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
            {[
              '様式',
              '使う職位',
              '割合（実績・能力・意識）',
              '評語',
              '二次評価',
              '調整',
              '状態',
            ].map((header) => (
              <th key={header} scope="col" className={`${cellLook} whitespace-nowrap`}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id} className="border-b border-solid-gray-100">
              <th scope="row" className={`${cellLook} min-w-44`}>
                <TextLink href={`/hr/periods/${periodId}/forms/${plan.id}`}>{plan.name}</TextLink>
                <span className="block text-sm text-solid-gray-700">
                  {plan.title} {plan.formNumber}
                </span>
              </th>
              <td className={`${cellLook} min-w-40 text-sm`}>{positionNames(plan, frameworks)}</td>
              <td className={`${cellLook} whitespace-nowrap`}>
                {Object.values(plan.scoring.sectionWeights).join('・')}
              </td>
              <td className={`${cellLook} whitespace-nowrap`}>{plan.scale.steps.length}段階</td>
              <td className={`${cellLook} whitespace-nowrap`}>
                {plan.steps.secondEvaluation ? 'する' : 'しない'}
              </td>
              <td className={`${cellLook} whitespace-nowrap`}>
                {plan.steps.leveling ? 'する' : 'しない'}
              </td>
              <td className={`${cellLook} whitespace-nowrap`}>
                <PlanState plan={plan} faults={faults.filter(({ planId }) => planId === plan.id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PlanState({ plan, faults }: { plan: FormPlan; faults: readonly FormPlanFault[] }) {
  if (faults.length > 0) return <Badge tone="warning">直すところ {faults.length}</Badge>;
  if (plan.positionIds.length === 0) return <Badge>使っていません</Badge>;
  if (plan.reviewed.length < initialValues.length) return <Badge tone="info">初期値あり</Badge>;
  return <Badge tone="success">確かめました</Badge>;
}

function positionNames(plan: FormPlan, frameworks: readonly Framework[]): string {
  const positions = frameworks.find(({ id }) => id === plan.frameworkId)?.positions ?? [];
  const names = positions.filter(({ id }) => plan.positionIds.includes(id));
  return names.length === 0 ? '（なし）' : names.map(({ name }) => name).join('、');
}
