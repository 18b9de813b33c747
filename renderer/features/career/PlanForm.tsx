import { memo, useCallback, useMemo } from 'react';
import {
  analysisFields,
  type CareerPlan,
  type CareerStep,
  type SelfCheck,
  visionFields,
  wishedPathSchema,
  wishedPaths,
} from '../../../shared/domain/career/career-plan';
import {
  analysisLabels,
  pathLabels,
  visionLabels,
} from '../../../shared/domain/career/career-words';
import { inverseOf, type PlanPatch, withPatch } from '../../../shared/domain/career/change-plan';
import type { PlanChange } from '../../data/career-plan-commands';
import type { PlanView } from '../../data/career-plan-queries';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CheckChips } from '../../ui/CheckChips';
import { SelectField } from '../../ui/SelectField';
import { AbilityTable } from './AbilityTable';
import { AdviceList } from './AdviceList';
import { CareerText } from './CareerText';
import { planAutosave } from './career-autosave';
import { DraftUndo } from './DraftUndo';
import { LastYear } from './LastYear';
import { liveRows } from './live-rows';
import { StepList } from './StepList';
import { type ChangeDraft, type DraftKind, type Typed, useDraft } from './use-draft';

/** Where a remark of the last sheet goes. */
const takenTo: Readonly<Record<string, 'strengths' | 'challenges'>> = {
  strengths: 'strengths',
  growth: 'challenges',
  improvement: 'challenges',
};

type ChangePlan = ChangeDraft<PlanPatch>;

const planDraft: DraftKind<CareerPlan, PlanPatch, PlanChange> = {
  autosaveOf: planAutosave,
  changeOf: ({ id, staffId }, patch) => ({ planId: id, writerId: staffId, patch }),
  patchOf: ({ planId, patch }, id) => (planId === id ? patch : null),
  withPatch,
  inverseOf,
};

/** My own plan, saved as I type. */
export function PlanForm({ plan, view }: { plan: CareerPlan; view: PlanView }) {
  const { draft, change, edits } = useDraft(plan, planDraft);
  const { position, positions } = view;
  // Drawn anew only when they change: a letter must not wait for the chart.
  const rows = useMemo(
    () => liveRows(view.abilities, draft.selfChecks),
    [view.abilities, draft.selfChecks],
  );
  const check = useCallback((selfChecks: SelfCheck[]) => change({ selfChecks }), [change]);
  const setSteps = useCallback(
    (steps: CareerStep[], typed?: Typed) => change({ steps }, typed),
    [change],
  );
  const shared = draft.state === 'shared';

  function take(remarkId: string, text: string) {
    const field = takenTo[remarkId];
    if (field === undefined) change({ neededText: joined(draft.neededText, text) });
    else change({ analysis: { [field]: joined(draft.analysis[field], text) } });
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-3 rounded-12 border border-solid-gray-200 bg-white px-5 py-3">
        <Badge tone={shared ? 'success' : 'neutral'}>{shared ? '共有中' : '下書き'}</Badge>
        <p className="mr-auto text-sm">
          {shared
            ? '評価者である上司と職員課が、このプランを読めます。書き足すと、そのまま伝わります。'
            : 'このプランは、あなただけが読めます。'}
        </p>
        <DraftUndo edits={edits} fields="plan." />
        <Button
          look={shared ? 'secondary' : 'primary'}
          onPress={() => change({ state: shared ? 'draft' : 'shared' })}
        >
          {shared ? '共有をやめる' : '上司と職員課に共有する'}
        </Button>
      </div>
      {view.advice.length > 0 && <AdviceList advice={view.advice} />}
      {view.result !== null && <LastYear result={view.result} onTake={take} />}
      <AnalysisFields analysis={draft.analysis} change={change} />
      <Card title="能力の自己チェック">
        {position === null || rows.length === 0 ? (
          <p className="text-sm">あなたの職位の体系図には、能力の項目がありません。</p>
        ) : (
          <div className="flex flex-col gap-4">
            <SelectField
              label="目指す職位"
              className="max-w-72"
              options={[
                { value: '', label: '決めていない' },
                ...positions
                  .filter(({ id }) => id !== position.id)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={draft.wishedPositionId ?? ''}
              onChange={(id) => change({ wishedPositionId: id === '' ? null : id })}
            />
            <AbilityTable
              rows={rows}
              checks={draft.selfChecks}
              onCheck={check}
              positionName={position.name}
              wishedPositionName={
                positions.find(({ id }) => id === draft.wishedPositionId)?.name ?? ''
              }
            />
          </div>
        )}
      </Card>
      <VisionFields vision={draft.vision} change={change} />
      <WishFields
        wishedPaths={draft.wishedPaths}
        wishedField={draft.wishedField}
        neededItemIds={draft.neededItemIds}
        neededText={draft.neededText}
        items={view.abilities}
        change={change}
      />
      <StepList steps={draft.steps} onChange={setSteps} />
    </>
  );
}

type FieldsProps<Name extends keyof CareerPlan> = Pick<CareerPlan, Name> & { change: ChangePlan };

const AnalysisFields = memo(function AnalysisFields({ analysis, change }: FieldsProps<'analysis'>) {
  return (
    <Card title="自己分析">
      <div className="grid grid-cols-1 gap-x-5 gap-y-2 min-[900px]:grid-cols-2">
        {analysisFields.map((field) => (
          <CareerText
            key={field}
            label={analysisLabels[field]}
            name={`plan.analysis-${field}`}
            value={analysis[field]}
            onChange={(text, settled) =>
              change({ analysis: { [field]: text } }, { settled, place: `analysis ${field}` })
            }
          />
        ))}
      </div>
    </Card>
  );
});

const VisionFields = memo(function VisionFields({ vision, change }: FieldsProps<'vision'>) {
  return (
    <Card title="ありたい姿">
      <div className="grid grid-cols-1 gap-x-5 gap-y-2 min-[900px]:grid-cols-2">
        {visionFields.map((field) => (
          <CareerText
            key={field}
            label={visionLabels[field]}
            name={`plan.vision-${field}`}
            value={vision[field]}
            onChange={(text, settled) =>
              change({ vision: { [field]: text } }, { settled, place: `vision ${field}` })
            }
          />
        ))}
      </div>
    </Card>
  );
});

type WishFieldsProps = FieldsProps<
  'wishedPaths' | 'wishedField' | 'neededItemIds' | 'neededText'
> & { items: PlanView['abilities'] };

const WishFields = memo(function WishFields({ items, change, ...plan }: WishFieldsProps) {
  const choosePaths = useCallback(
    (chosen: string[]) => {
      const paths = chosen.flatMap((path) => wishedPathSchema.safeParse(path).data ?? []);
      change({ wishedPaths: paths });
    },
    [change],
  );
  return (
    <div className="grid grid-cols-1 items-start gap-4 min-[900px]:grid-cols-2">
      <Card title="希望する分野・進み方" className="flex flex-col gap-2">
        <CheckChips
          label="進み方（いくつでも）"
          chips={wishedPaths.map((id) => ({ id, label: pathLabels[id] }))}
          chosen={plan.wishedPaths}
          onChange={choosePaths}
        />
        <CareerText
          label="分野や、してみたい仕事"
          name="plan.wished-field"
          value={plan.wishedField}
          onChange={(text, settled) =>
            change({ wishedField: text }, { settled, place: 'wishedField' })
          }
        />
      </Card>
      <Card title="身に付けたい能力" className="flex flex-col gap-2">
        {items.length > 0 && (
          <CheckChips
            label="体系図の項目（いくつでも）"
            chips={items.map(({ itemId, name }) => ({ id: itemId, label: name }))}
            chosen={plan.neededItemIds}
            onChange={(neededItemIds) => change({ neededItemIds })}
          />
        )}
        <CareerText
          label="そのほかの知識・技術・資格"
          name="plan.needed-text"
          value={plan.neededText}
          onChange={(text, settled) =>
            change({ neededText: text }, { settled, place: 'neededText' })
          }
        />
      </Card>
    </div>
  );
});

function joined(before: string, text: string): string {
  return before.trim() === '' ? text : `${before.trimEnd()}\n${text}`;
}
