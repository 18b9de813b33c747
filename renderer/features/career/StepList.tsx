import { memo, useState } from 'react';
import {
  type CareerStep,
  stepKindSchema,
  stepKinds,
  stepStateSchema,
  stepStates,
} from '../../../shared/domain/career/career-plan';
import { stepKindLabels, stepStateLabels } from '../../../shared/domain/career/career-words';
import { DayField } from '../../common/DayField';
import { useStore } from '../../data/store-context';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { SelectField } from '../../ui/SelectField';
import { CareerText } from './CareerText';
import type { Typed } from './use-draft';

type StepListProps = {
  steps: readonly CareerStep[];
  onChange: (steps: CareerStep[], typed?: Typed) => void;
};

/** What I will do, with dates and how far it is. */
export const StepList = memo(function StepList({ steps, onChange }: StepListProps) {
  const store = useStore();
  const change = (id: string, patch: Partial<CareerStep>, settled?: boolean) =>
    onChange(
      steps.map((step) => (step.id === id ? { ...step, ...patch } : step)),
      settled === undefined
        ? undefined
        : { settled, place: `step ${id} ${Object.keys(patch).join()}` },
    );
  return (
    <Card title="取り組むこと">
      {steps.length === 0 && (
        <p className="mb-3 text-sm text-solid-gray-700">
          研修、職場研修(OJT)、自己啓発、資格、挑戦したい仕事を、期限とともに書きます。
        </p>
      )}
      <ol className="flex flex-col">
        {steps.map((step, index) => (
          <li key={step.id} className="border-b border-solid-gray-200 py-3 first:pt-0">
            <Step
              step={step}
              number={index + 1}
              onChange={(patch, settled) => change(step.id, patch, settled)}
              onRemove={() => onChange(steps.filter(({ id }) => id !== step.id))}
            />
          </li>
        ))}
      </ol>
      <Button
        className="mt-3"
        onPress={() => onChange([...steps, { ...newStep, id: store.newId() }])}
      >
        取り組むことを加える
      </Button>
    </Card>
  );
});

const newStep = {
  kind: 'training' as const,
  text: '',
  due: '',
  state: 'planned' as const,
  doneOn: '',
};

type StepProps = {
  step: CareerStep;
  number: number;
  /** `settled` comes with what is typed; false in the middle of a Japanese conversion. */
  onChange: (patch: Partial<CareerStep>, settled?: boolean) => void;
  onRemove: () => void;
};

function Step({ step, number, onChange, onRemove }: StepProps) {
  return (
    <fieldset className="grid grid-cols-1 items-start gap-3 min-[900px]:grid-cols-[11rem_minmax(0,1fr)_12rem_9rem]">
      <legend className="sr-only">取り組むこと{number}</legend>
      <SelectField
        label="種類"
        options={stepKinds.map((kind) => ({ value: kind, label: stepKindLabels[kind] }))}
        value={step.kind}
        onChange={(kind) => onChange({ kind: stepKindSchema.parse(kind) })}
      />
      <CareerText
        label="内容"
        name={`plan.step-${number}`}
        rows={1}
        value={step.text}
        onChange={(text, settled) => onChange({ text }, settled)}
      />
      <StepDay
        label={step.state === 'done' ? '終わった日' : 'いつまでに'}
        name={`plan.step-${number}-day`}
        value={step.state === 'done' ? step.doneOn : step.due}
        onChange={(day, settled) =>
          onChange(step.state === 'done' ? { doneOn: day } : { due: day }, settled)
        }
      />
      <div className="flex flex-col gap-1">
        <SelectField
          label="状態"
          options={stepStates.map((state) => ({ value: state, label: stepStateLabels[state] }))}
          value={step.state}
          onChange={(state) => onChange({ state: stepStateSchema.parse(state) })}
        />
        <Button
          look="quiet"
          size="small"
          aria-label={`取り組むこと${number}を取り除く`}
          onPress={onRemove}
        >
          取り除く
        </Button>
      </div>
    </fieldset>
  );
}

type StepDayProps = {
  label: string;
  name: string;
  value: string;
  onChange: (day: string, settled: boolean) => void;
};

/** A day, or words for one like 年度内. */
function StepDay({ label, name, value, onChange }: StepDayProps) {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setTyped(value);
  }
  return (
    <DayField
      label={label}
      name={name}
      placeholder="R8.10.1"
      value={typed}
      onChange={setTyped}
      onSettled={(day) => onChange(day, true)}
      onUnsettled={(day) => onChange(day, false)}
    />
  );
}
