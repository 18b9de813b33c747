import { useEffect, useState } from 'react';
import type { CareerPlan } from '../../../shared/domain/career/career-plan';
import type { PlanView } from '../../data/career-plan-queries';
import { useStore } from '../../data/store-context';
import { Card } from '../../ui/Card';
import { CareerText } from './CareerText';
import { adviceAutosave } from './career-autosave';

/** Where a 上司 writes her 助言; the person reads it as it stands. */
export function AdviceForm({ plan, view }: { plan: CareerPlan; view: PlanView }) {
  const autosave = adviceAutosave(useStore());
  const planId = plan.id;
  const writerId = view.me;
  const [first] = useState(
    () =>
      autosave.unsaved().findLast((change) => change.planId === planId)?.text ??
      view.advice.find(({ mine }) => mine)?.note.text ??
      '',
  );
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(() => () => autosave.settle((change) => change.planId === planId), [autosave, planId]);
  return (
    <Card title="助言">
      <CareerText
        label="あなたの助言"
        name="advice"
        rows={3}
        description="書いた内容は、そのまま本人と職員課に見えます。"
        value={first}
        onChange={(text, settled) => {
          const change = { planId, writerId, text };
          if (settled) autosave.change(change);
          else autosave.hold(change);
        }}
      />
    </Card>
  );
}
