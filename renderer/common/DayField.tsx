import { deadlineWords } from '../../shared/domain/sheet/goal-plan-words';
import { dayHint, japaneseCalendar } from '../platform/japanese-calendar';
import { DateEntry, type DateHint } from '../ui/DateEntry';

type DayFieldProps = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** Without it every change is taken. */
  onSettled?: (value: string) => void;
  onUnsettled?: (value: string) => void;
  placeholder?: string;
  hintOf?: (typed: string) => DateHint;
};

/** A day by itself, as words or in boxes. */
export function DayField({
  onChange,
  onSettled = onChange,
  onUnsettled = () => {},
  placeholder = 'R8.4.1',
  hintOf = dayHint,
  ...field
}: DayFieldProps) {
  return (
    <DateEntry
      {...field}
      placeholder={placeholder}
      onChange={onChange}
      onSettled={onSettled}
      onUnsettled={onUnsettled}
      onBlur={() => {}}
      inputRef={null}
      hintOf={hintOf}
      tidy={deadlineWords}
      calendar={japaneseCalendar}
    />
  );
}

/** What a field says where nothing but a day can be taken, or an empty box. */
export const onlyDay = {
  placeholder: 'R8.5.20',
  hintOf(typed: string): DateHint {
    if (typed.trim() === '') return null;
    return dayHint(typed) ?? { tone: 'wrong', text: '日付で入れてください（例：R8.5.20）。' };
  },
};
