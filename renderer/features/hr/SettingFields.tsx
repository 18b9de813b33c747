import { useState } from 'react';
import { TextField } from '../../ui/TextField';

type TextSettingProps = {
  label: string;
  value: string;
  onSave: (value: string) => void;
  labelHidden?: boolean;
  className?: string;
};

/** A line that is kept when it is left. */
export function TextSetting({ value, ...field }: TextSettingProps) {
  // Made anew when something else is stored, so that it never shows what is not.
  return <TextSettingField key={value} value={value} {...field} />;
}

function TextSettingField({ label, value, onSave, labelHidden, className }: TextSettingProps) {
  const [text, setText] = useState(value);
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={() => text !== value && onSave(text)}
      {...(labelHidden === undefined ? {} : { labelHidden })}
      {...(className === undefined ? {} : { className })}
    />
  );
}

type NumberSettingProps = {
  label: string;
  value: number | null;
  onSave: (value: number | null) => void;
  /** The greatest that may be kept. */
  most: number;
  whole?: boolean;
  /** Whether it may stand empty. */
  optional?: boolean;
  labelHidden?: boolean;
  className?: string;
};

/** A number, full width too, that is kept when it is left; what is none is said and not kept. */
export function NumberSetting({ value, ...field }: NumberSettingProps) {
  return <NumberSettingField key={value} value={value} {...field} />;
}

function NumberSettingField(props: NumberSettingProps) {
  const { label, value, onSave, labelHidden, className } = props;
  const stored = value === null ? '' : String(value);
  const [text, setText] = useState(stored);
  const [error, setError] = useState<string | undefined>(undefined);

  function leave() {
    if (text === stored) return setError(undefined);
    const number = readNumber(text, props);
    if (number === undefined) return setError(faultWords(props));
    setError(undefined);
    setText(number === null ? '' : String(number));
    if (number !== value) onSave(number);
  }

  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={leave}
      error={error}
      inputClassName="text-right"
      {...(labelHidden === undefined ? {} : { labelHidden })}
      {...(className === undefined ? {} : { className })}
    />
  );
}

/** Undefined for what is no number here. */
function readNumber(
  text: string,
  { most, whole = false, optional = false }: NumberSettingProps,
): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return optional ? null : undefined;
  const isNumber = (whole ? /^\d+$/u : /^\d+(\.\d{1,3})?$/u).test(plain);
  return isNumber && Number(plain) <= most ? Number(plain) : undefined;
}

function faultWords({ most, whole = false }: NumberSettingProps): string {
  return `0から${most}までの${whole ? '整数' : '数'}を入れてください。`;
}
