import { readDay } from '../../../shared/domain/period/read-day';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { deadlineWords } from '../../../shared/domain/sheet/goal-plan-words';
import { talkDayFault } from '../../../shared/domain/talk/change-talk';
import { dayHint, japaneseCalendar } from '../../platform/japanese-calendar';
import { localToday } from '../../platform/local-time';
import { DateEntry, type DateHint } from '../../ui/DateEntry';
import { TextField } from '../../ui/TextField';

type TalkDayFieldProps = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** Called with a day that can be taken; null for an empty box. */
  onDay: (day: string | null) => void;
};

/** The day of a talk or an action; one too far ahead is said and not taken. */
export function TalkDayField({ label, name, value, onChange, onDay }: TalkDayFieldProps) {
  return (
    <DateEntry
      label={label}
      name={name}
      placeholder="R8.12.10"
      value={value}
      onChange={onChange}
      onSettled={(typed) => {
        const day = typedDay(typed);
        if (day !== undefined) onDay(day);
      }}
      onUnsettled={() => {}}
      onBlur={() => {}}
      inputRef={null}
      hintOf={hintOf}
      tidy={deadlineWords}
      calendar={japaneseCalendar}
    />
  );
}

/** Null for an empty box, undefined for what cannot be taken. */
export function typedDay(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const reading = readDay(text);
  if (reading.kind !== 'day') return undefined;
  return talkDayFault(reading.day, localToday()) === null ? reading.day : undefined;
}

export function dayText(day: string | null): string {
  return day === null ? '' : formatWareki(day);
}

function hintOf(typed: string): DateHint {
  if (typed.trim() === '') return null;
  const reading = readDay(typed);
  const fault = reading.kind === 'day' ? talkDayFault(reading.day, localToday()) : null;
  if (fault !== null) return { tone: 'wrong', text: fault };
  return dayHint(typed) ?? { tone: 'wrong', text: '日付で入れてください（例：R8.12.10）。' };
}

type ClockFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onTime: (time: string | null) => void;
};

/** A time of day as clerks type it: `930`, `9:30`, `９時半` is words. */
export function ClockField({ label, value, onChange, onTime }: ClockFieldProps) {
  const read = typedTime(value);
  return (
    <TextField
      label={label}
      value={value}
      placeholder="10:00"
      onChange={onChange}
      onSettled={(typed) => {
        const time = typedTime(typed);
        if (time !== undefined) onTime(time);
      }}
      {...(read === undefined ? { error: '10:00 のように入れてください。' } : {})}
    />
  );
}

/** Null for an empty box, undefined for what is no time. */
export function typedTime(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').replace('時', ':').replace(/分$/u, '');
  if (plain === '') return null;
  const match = /^(\d{1,2}):?(\d{2})?$/u.exec(plain);
  const hour = Number(match?.[1] ?? 99);
  const minute = Number(match?.[2] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

type MinutesFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onMinutes: (minutes: number) => void;
};

export function MinutesField({ label, value, onChange, onMinutes }: MinutesFieldProps) {
  const read = typedMinutes(value);
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      onSettled={(typed) => {
        const minutes = typedMinutes(typed);
        if (minutes !== null) onMinutes(minutes);
      }}
      {...(read === null ? { error: '5から1440までの数字で入れてください。' } : {})}
    />
  );
}

export function typedMinutes(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const minutes = Number(plain);
  return /^\d{1,4}$/u.test(plain) && minutes >= 5 && minutes <= 1_440 ? minutes : null;
}
