import { useState } from 'react';
import { TextField } from '../../ui/TextField';

type TextSettingProps = {
  label: string;
  value: string;
  onSave: (value: string) => void;
  labelHidden?: boolean;
  className?: string;
};

/** A line that is kept as it is typed. */
export function TextSetting({ label, value, onSave, labelHidden, className }: TextSettingProps) {
  const { text, setText, sent } = useTypedText(value);
  return (
    <TextField
      label={label}
      value={text}
      onChange={(typed) => {
        setText(typed);
        // Also in the middle of a conversion: better a letter too many than a lost one.
        sent(typed);
        onSave(typed);
      }}
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

/** A number, full width too, that is kept as it is typed; what is none is said when it is left. */
export function NumberSetting(props: NumberSettingProps) {
  const { label, value, onSave, labelHidden, className } = props;
  const { text, setText, sent } = useTypedText(wordsOf(value));
  const [error, setError] = useState<string | undefined>(undefined);

  function keep(typed: string) {
    const number = readNumber(typed, props);
    if (number === undefined) return;
    setError(undefined);
    if (number === value) return;
    sent(wordsOf(number));
    onSave(number);
  }

  function leave() {
    const number = readNumber(text, props);
    setError(number === undefined ? faultWords(props) : undefined);
    if (number !== undefined) setText(wordsOf(number));
  }

  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onSettled={keep}
      onBlur={leave}
      error={error}
      inputClassName="text-right"
      {...(labelHidden === undefined ? {} : { labelHidden })}
      {...(className === undefined ? {} : { className })}
    />
  );
}

/**
 * What stands in a field whose text is stored while it is typed: what was typed, until the
 * store says something that was not typed here.
 */
function useTypedText(stored: string): {
  text: string;
  setText: (text: string) => void;
  /** Names what will come back from the store. */
  sent: (text: string) => void;
} {
  const [text, setText] = useState(stored);
  const [seen, setSeen] = useState(stored);
  const [own, setOwn] = useState<readonly string[]>([]);
  if (seen !== stored) {
    setSeen(stored);
    if (!own.includes(stored)) setText(stored);
    // What was sent before it will not come any more.
    setOwn(own.slice(own.lastIndexOf(stored) + 1));
  }
  return { text, setText, sent: (next) => setOwn((before) => [...before, next]) };
}

function wordsOf(value: number | null): string {
  return value === null ? '' : String(value);
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
