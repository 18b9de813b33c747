import { CheckField } from '../../ui/CheckField';
import { type Choice, ChoiceKeys } from '../../ui/ChoiceKeys';
import { SelectField, type SelectOption } from '../../ui/SelectField';
import { useHeld } from './use-held';

type HeldCheckProps = {
  label: string;
  stored: boolean;
  onChange: (checked: boolean) => void;
  description?: string;
};

export function HeldCheck({ stored, onChange, ...field }: HeldCheckProps) {
  const [checked, hold] = useHeld(stored);
  return (
    <CheckField
      {...field}
      checked={checked}
      onChange={(next) => {
        hold(next);
        onChange(next);
      }}
    />
  );
}

type HeldSelectProps = {
  label: string;
  options: readonly SelectOption[];
  stored: string;
  onChange: (value: string) => void;
};

export function HeldSelect({ stored, onChange, ...field }: HeldSelectProps) {
  const [value, hold] = useHeld(stored);
  return (
    <SelectField
      {...field}
      value={value}
      onChange={(next) => {
        hold(next);
        onChange(next);
      }}
    />
  );
}

type HeldChoiceProps<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  stored: Value;
  onChange: (value: Value) => void;
};

export function HeldChoice<Value extends string>({
  stored,
  onChange,
  ...field
}: HeldChoiceProps<Value>) {
  const [value, hold] = useHeld(stored);
  return (
    <ChoiceKeys
      {...field}
      value={value}
      onChange={(next) => {
        hold(next);
        onChange(next);
      }}
    />
  );
}
