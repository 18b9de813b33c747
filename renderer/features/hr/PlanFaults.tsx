import type { FormPlan } from '../../../shared/domain/form/form-plan';
import type { FormPlanFault } from '../../../shared/domain/form/form-plan-faults';
import { Notice } from '../../ui/Notice';
import { TextLink } from '../../ui/TextLink';

type PlanFaultsProps = {
  periodId: string;
  faults: readonly FormPlanFault[];
  plans: readonly FormPlan[];
};

/** Where a fault is mended. */
function placeHref(periodId: string, { planId, place }: FormPlanFault): string {
  return planId === null
    ? `/hr/periods/${periodId}`
    : `/hr/periods/${periodId}/forms/${planId}?at=${place}`;
}

/** What is wrong with the forms; a warning until 配布, which it blocks. */
export function PlanFaults({ periodId, faults, plans }: PlanFaultsProps) {
  if (faults.length === 0) return null;
  const nameOf = (planId: string | null) => plans.find(({ id }) => id === planId)?.name;
  return (
    <Notice tone="warning" title={`様式に、直すところが ${faults.length} か所あります`}>
      <p>直すまで配布できません。</p>
      <ul aria-label="様式の直すところ" className="list-disc pl-5">
        {faults.map((fault) => (
          <li key={`${fault.planId} ${fault.place} ${fault.words}`}>
            {fault.planId === null ? (
              `${fault.words}様式を選び、「この様式を使う職位」に加えてください。`
            ) : (
              <TextLink href={placeHref(periodId, fault)}>
                {nameOf(fault.planId)}：{fault.words}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
