import type { ReactNode } from 'react';
import type { FormPlan, InitialValue } from '../../../shared/domain/form/form-plan';
import type { PlanPlace } from '../../../shared/domain/form/form-plan-faults';
import type { Framework } from '../../../shared/domain/framework/framework';
import type { PlanPatch } from '../../data/form-plan-commands';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';

/** What a part of the plan's editor works with. */
export type Editing = {
  plan: FormPlan;
  framework: Framework | undefined;
  change: (patch: PlanPatch) => void;
  /** Keeps what was typed in the field of this name. */
  type: (field: string, text: string, patch: PlanPatch) => void;
  review: (value: InitialValue) => void;
};

/** Where a part of the editor stands on the page. */
export function placeId(place: PlanPlace): string {
  return `plan-${place}`;
}

type PlaceProps = {
  place: PlanPlace | null;
  title: string;
  /** The values in it that may still be 「初期値」. */
  values?: readonly InitialValue[];
  children: ReactNode;
} & Pick<Editing, 'plan' | 'review'>;

/** A part of the editor, marked as long as a value in it is still 「初期値」. */
export function Place({ place, title, values = [], plan, review, children }: PlaceProps) {
  const initial = values.filter((value) => !plan.reviewed.includes(value));
  return (
    <div {...(place !== null && { id: placeId(place) })} className="scroll-mt-4">
      <Card
        title={title}
        aside={
          initial.length > 0 ? (
            <span className="flex items-center gap-2">
              <Badge tone="info">初期値</Badge>
              <Button
                size="small"
                aria-label={`${title}は、この値でよい`}
                onPress={() => {
                  for (const value of initial) review(value);
                }}
              >
                この値でよい
              </Button>
            </span>
          ) : null
        }
      >
        <div className="flex flex-col gap-4">{children}</div>
      </Card>
    </div>
  );
}
