import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { CheckField } from '../../ui/CheckField';
import { type Choice, ChoiceKeys } from '../../ui/ChoiceKeys';
import { SelectField, type SelectOption } from '../../ui/SelectField';
import { useHeld } from './use-held';

/** Stores a choice; when that is refused the field says so and shows what is stored. */
type Storing<Value> = (chosen: Value) => unknown;

function useHeldChoice<Value>(stored: Value, onChange: Storing<Value>) {
  const { value, hold, release } = useHeld(stored);
  const choose = (next: Value) => {
    hold(next);
    Promise.resolve(onChange(next)).catch((error: unknown) => {
      release();
      notifyProblem(problemOf(error));
    });
  };
  return [value, choose] as const;
}

type HeldCheckProps = {
  label: string;
  stored: boolean;
  onChange: Storing<boolean>;
  description?: string;
};

export function HeldCheck({ stored, onChange, ...field }: HeldCheckProps) {
  const [checked, choose] = useHeldChoice(stored, onChange);
  return <CheckField {...field} checked={checked} onChange={choose} />;
}

type HeldSelectProps = {
  label: string;
  options: readonly SelectOption[];
  stored: string;
  onChange: Storing<string>;
};

export function HeldSelect({ stored, onChange, ...field }: HeldSelectProps) {
  const [value, choose] = useHeldChoice(stored, onChange);
  return <SelectField {...field} value={value} onChange={choose} />;
}

type HeldChoiceProps<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  stored: Value;
  onChange: Storing<Value>;
};

export function HeldChoice<Value extends string>({
  stored,
  onChange,
  ...field
}: HeldChoiceProps<Value>) {
  const [value, choose] = useHeldChoice(stored, onChange);
  return <ChoiceKeys {...field} value={value} onChange={choose} />;
}
