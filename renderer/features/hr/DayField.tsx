import { readDay } from '../../../shared/domain/period/read-day';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { deadlineWords } from '../../../shared/domain/sheet/goal-plan-words';
import { dayHint, japaneseCalendar } from '../../platform/japanese-calendar';
import { DateEntry } from '../../ui/DateEntry';

type DayFieldProps = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
};

/** A day by itself, as words or in boxes. */
export function DayField({ label, name, value, onChange }: DayFieldProps) {
  return (
    <DateEntry
      label={label}
      name={name}
      placeholder="R8.4.1"
      value={value}
      onChange={onChange}
      onSettled={onChange}
      onUnsettled={() => {}}
      onBlur={() => {}}
      inputRef={null}
      hintOf={dayHint}
      tidy={deadlineWords}
      calendar={japaneseCalendar}
    />
  );
}

/** The day that was typed; null for none, undefined where it is no day. */
export function typedDay(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const reading = readDay(text);
  return reading.kind === 'day' ? reading.day : undefined;
}

export function dayText(day: string | null | undefined): string {
  return day === null || day === undefined ? '' : formatWareki(day);
}
