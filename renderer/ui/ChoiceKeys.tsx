import { Label, Radio, RadioGroup } from 'react-aria-components';
import { labelLook } from './FieldLabel';

export type Choice<Value extends string> = { value: Value; label: string };

type ChoiceKeysProps<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a few, all of them in sight. */
export function ChoiceKeys<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: ChoiceKeysProps<Value>) {
  return (
    <RadioGroup
      orientation="horizontal"
      className="flex flex-col gap-1"
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice !== undefined) onChange(choice.value);
      }}
    >
      <Label className={labelLook}>{label}</Label>
      <div className="flex flex-wrap gap-1.5">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={({ isSelected }) =>
              [
                'focus-ring flex min-h-9 cursor-pointer items-center rounded-8 border px-3 text-sm',
                isSelected
                  ? 'chosen-mark border-key-900 bg-key-900 font-bold text-white'
                  : 'border-solid-gray-600 bg-white text-solid-gray-900 hover:bg-key-50',
              ].join(' ')
            }
          >
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
