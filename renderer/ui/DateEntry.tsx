import type { Ref } from 'react';
import { TextField } from './TextField';
import { useTidyOnLeave } from './use-tidy-on-leave';

/** What the typed text says of a day; null when it is words, which are just as welcome. */
export type DateHint = { tone: 'day' | 'wrong'; text: string } | null;

type DateEntryProps = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  onSettled: (value: string) => void;
  /** Called with the text in the middle of a conversion. */
  onUnsettled: (value: string) => void;
  onBlur: () => void;
  inputRef: Ref<HTMLInputElement>;
  hintOf: (typed: string) => DateHint;
  /** The one way of writing what was typed, taken when the keyboard leaves the box. */
  tidy: (typed: string) => string;
  placeholder?: string;
};

/**
 * A line for a day or for words. Whatever is understood as a day is read back below it at
 * once; a day that does not exist is said when she leaves, for half a day is none either.
 */
export function DateEntry({
  label,
  name,
  value,
  onChange,
  onSettled,
  onUnsettled,
  onBlur,
  inputRef,
  hintOf,
  tidy,
  placeholder,
}: DateEntryProps) {
  const { change, leave, changing } = useTidyOnLeave({ value, tidy, onChange, onSettled, onBlur });
  const hint = hintOf(value);
  const wrong = hint?.tone === 'wrong' && !changing ? hint.text : undefined;

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <TextField
        label={label}
        name={name}
        value={value}
        onChange={change}
        onSettled={onSettled}
        onUnsettled={onUnsettled}
        onBlur={leave}
        inputRef={inputRef}
        error={wrong}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <p aria-live="polite" className="text-sm text-solid-gray-700 empty:hidden">
        {hint?.tone === 'day' ? hint.text : ''}
      </p>
    </div>
  );
}
