import { type KeyboardEvent, type Ref, useRef, useState } from 'react';
import { Button } from './Button';
import { pressedKey } from './composition';
import { DateBoxes, type DateCalendar } from './DateBoxes';
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
  calendar: DateCalendar;
  placeholder?: string;
};

/**
 * A line for a day or for words, with boxes for the day where they are wanted. Whatever is
 * understood as a day is read back below it at once; a day that does not exist is said when
 * she leaves, for half a day is none either.
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
  calendar,
  placeholder,
}: DateEntryProps) {
  const [inBoxes, setInBoxes] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { change, leave, changing } = useTidyOnLeave({ value, tidy, onChange, onSettled, onBlur });
  const hint = hintOf(value);
  const dayWords = (text: string) => {
    const read = hintOf(text);
    return read?.tone === 'day' ? read.text : '';
  };
  const wrong = hint?.tone === 'wrong' && !changing ? hint.text : undefined;

  function handleKey(event: KeyboardEvent) {
    if (pressedKey(event.nativeEvent) !== 'ArrowDown') return;
    if (!event.altKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setInBoxes(true);
  }

  function close({ back }: { back: boolean }) {
    setInBoxes(false);
    if (back) frame.current?.querySelector('input')?.focus();
  }

  function take(text: string, how: { back: boolean }) {
    const asBefore = text === calendar.join(calendar.split(value));
    const taken = asBefore ? value : tidy(text);
    onChange(taken);
    // Even when nothing changed: something else may be held.
    onSettled(taken);
    close(how);
  }

  return (
    <div ref={frame} className="relative flex min-w-0 flex-col gap-1">
      <TextField
        label={label}
        name={name}
        value={value}
        onChange={change}
        onSettled={onSettled}
        onUnsettled={onUnsettled}
        onBlur={leave}
        onKeyDown={handleKey}
        keyShortcuts="Alt+ArrowDown"
        inputRef={inputRef}
        error={wrong}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {!inBoxes && (
        <Button
          look="quiet"
          // Beside the label, and never on the way by Tab: the line itself takes days.
          excludeFromTabOrder
          aria-label="年月日の欄で入れる"
          className="absolute -top-0.5 right-0 min-h-6! px-1! text-xs! font-normal!"
          onPress={() => setInBoxes(true)}
        >
          年月日
        </Button>
      )}
      {inBoxes ? (
        <DateBoxes
          line={value}
          calendar={calendar}
          dayWords={dayWords}
          onSettled={onSettled}
          onUnsettled={onUnsettled}
          onTake={take}
          onCancel={() => {
            // What the boxes said is not wanted.
            onSettled(value);
            close({ back: true });
          }}
        />
      ) : (
        <p aria-live="polite" className="text-sm text-solid-gray-700 empty:hidden">
          {dayWords(value)}
        </p>
      )}
    </div>
  );
}
