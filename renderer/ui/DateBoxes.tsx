import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isPlainEnter, isUnsettled, pressedKey } from './composition';
import { inputLook } from './TextField';

export type DateBoxName = 'year' | 'month' | 'dayOfMonth';
export type DateBoxValues = { era: string } & Record<DateBoxName, string>;

/** How days are written: everything the boxes do not know themselves. */
export type DateCalendar = {
  eras: readonly string[];
  split: (line: string) => DateBoxValues;
  join: (boxes: DateBoxValues) => string;
  /** A box after typing or pasting, and the box where typing goes on. */
  type: (
    boxes: DateBoxValues,
    part: DateBoxName,
    typed: string,
  ) => { boxes: DateBoxValues; next: DateBoxName };
  /** What keeps the boxes from being a day; null when they are one. */
  faultOf: (boxes: DateBoxValues) => { part: DateBoxName; message: string } | null;
};

type DateBoxesProps = {
  /** The text beside which the boxes are opened. */
  line: string;
  calendar: DateCalendar;
  /** The day as it is read back. */
  dayWords: (text: string) => string;
  /** Called with every change, which is stored at once: what is typed is never lost. */
  onSettled: (text: string) => void;
  /** Called with the text in the middle of a conversion. */
  onUnsettled: (text: string) => void;
  /** With what the boxes say, and whether the keyboard still has no other place. */
  onTake: (text: string, how: { back: boolean }) => void;
  onCancel: () => void;
};

const names = [
  ['year', '年', 'w-14!'],
  ['month', '月', 'w-12!'],
  ['dayOfMonth', '日', 'w-12!'],
] as const;

/**
 * A day as an era and three boxes. Enter takes a day that exists; leaving takes whatever
 * was typed, so that half a day is not lost; Escape puts back what was there.
 */
export function DateBoxes({
  line,
  calendar,
  dayWords,
  onSettled,
  onUnsettled,
  onTake,
  onCancel,
}: DateBoxesProps) {
  const [boxes, setBoxes] = useState(() => calendar.split(line));
  const [fault, setFault] = useState<ReturnType<DateCalendar['faultOf']>>(null);
  const inputs = useRef(new Map<DateBoxName, HTMLInputElement>());
  // Taking the keyboard back to the line leaves the boxes too, once they are answered.
  const answered = useRef(false);
  const faultId = useId();
  const text = calendar.join(boxes);

  useEffect(() => inputs.current.get('year')?.focus(), []);

  /** Into a box with what it holds marked, so that typing puts something else there. */
  function goTo(part: DateBoxName) {
    const input = inputs.current.get(part);
    input?.focus();
    input?.select();
  }

  function change(changed: DateBoxValues, say: (text: string) => void) {
    setFault(null);
    setBoxes(changed);
    say(calendar.join(changed));
  }

  function type(part: DateBoxName, typed: string, { advance }: { advance: boolean }) {
    const { boxes: changed, next } = calendar.type(boxes, part, typed);
    change(changed, onSettled);
    if (advance && next !== part) goTo(next);
  }

  function answer(give: () => void) {
    if (answered.current) return;
    answered.current = true;
    give();
  }

  function take() {
    const found = text === '' ? null : calendar.faultOf(boxes);
    setFault(found);
    if (found === null) answer(() => onTake(text, { back: true }));
    else goTo(found.part);
  }

  function leave(event: FocusEvent) {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    // The window is left, not the box: she looks the day up somewhere else.
    if (event.relatedTarget === null && document.activeElement === event.target) return;
    answer(() => onTake(text, { back: false }));
  }

  function handleKey(event: KeyboardEvent) {
    if (pressedKey(event.nativeEvent) === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      answer(onCancel);
    } else if (isPlainEnter(event.nativeEvent) && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      take();
    }
  }

  function handleBoxKey(event: KeyboardEvent<HTMLInputElement>, before: DateBoxName | undefined) {
    if (pressedKey(event.nativeEvent) !== 'Backspace') return;
    if (event.currentTarget.value !== '' || before === undefined) return;
    event.preventDefault();
    goTo(before);
  }

  return (
    <fieldset
      aria-label="年月日の欄"
      // A press between the boxes does not leave them.
      tabIndex={-1}
      className="flex min-w-0 flex-col gap-1 outline-none"
      onBlur={leave}
      onKeyDown={handleKey}
    >
      {/* Wider than the line: below the fields beside it there is room. */}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 sm:w-max sm:flex-nowrap">
        <select
          aria-label="元号"
          className={`${inputLook} min-h-11 w-auto! cursor-pointer px-2!`}
          value={boxes.era}
          onChange={(event) => change({ ...boxes, era: event.target.value }, onSettled)}
        >
          {calendar.eras.map((era) => (
            <option key={era} value={era}>
              {era}
            </option>
          ))}
        </select>
        {names.map(([part, label, width], index) => (
          <label key={part} className="flex items-center gap-1.5 text-sm">
            <input
              ref={(element) => {
                if (element !== null) inputs.current.set(part, element);
              }}
              className={`${inputLook} min-h-11 px-2! text-center aria-invalid:border-error-2 ${width}`}
              inputMode="numeric"
              autoComplete="off"
              value={boxes[part]}
              aria-invalid={fault?.part === part}
              {...(fault?.part === part ? { 'aria-describedby': faultId } : {})}
              onFocus={(event) => event.currentTarget.select()}
              onChange={({ target, nativeEvent }) => {
                if (isUnsettled(nativeEvent))
                  change({ ...boxes, [part]: target.value }, onUnsettled);
                else type(part, target.value, { advance: !isDeletion(nativeEvent) });
              }}
              onCompositionEnd={({ currentTarget }) =>
                type(part, currentTarget.value, { advance: true })
              }
              onKeyDown={(event) => handleBoxKey(event, names[index - 1]?.[0])}
            />
            {label}
          </label>
        ))}
      </div>
      <p
        id={faultId}
        aria-live="polite"
        className={`text-sm empty:hidden ${fault === null ? 'text-solid-gray-700' : 'text-error-2'}`}
      >
        {fault === null ? dayWords(text) : fault.message}
      </p>
    </fieldset>
  );
}

/** What is left after taking a digit away may look like a full box. */
function isDeletion(change: Event): boolean {
  return change instanceof InputEvent && change.inputType.startsWith('delete');
}
