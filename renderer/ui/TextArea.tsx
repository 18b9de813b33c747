import {
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names';
import { isUnsettled } from './composition';
import { labelLook } from './FieldLabel';
import { inputLook } from './TextField';
import { useAfterFrame } from './use-after-frame';
import { useHeldHeight } from './use-held-height';
import { useStableHandler } from './use-stable-handler';

type TextAreaProps = {
  label: string;
  name?: string;
  value: string;
  /**
   * What the page shows of the text: called when the frame with the letter is on the screen,
   * and at once when the field is left.
   *
   * @param unsettled in the middle of a Japanese conversion
   */
  onChange: (value: string, unsettled: boolean) => void;
  /** Called at once with the text when it is not in the middle of a Japanese conversion. */
  onSettled?: (value: string) => void;
  /** Called at once with the text in the middle of a conversion. */
  onUnsettled?: (value: string) => void;
  onBlur?: () => void;
  textAreaRef?: Ref<HTMLTextAreaElement>;
  description?: string;
  labelHidden?: boolean;
  placeholder?: string;
  rows?: 1 | 2 | 3;
  className?: string;
};

const heights = { 1: 'min-h-11', 2: 'min-h-[4.25rem]', 3: 'min-h-[5.75rem]' };

/**
 * A writing field that grows with its text. Enter makes a new line, never a submit. It is
 * the browser's own element and keeps its text itself, because it changes at every key: React
 * Aria's made each input event of a sheet a quarter longer (3.0 against 2.4 ms), and a text
 * that React holds is written twice, into the field and as its default. React hears of a
 * letter after the frame that shows it (1.0 of 4.7 ms of a key were React's).
 */
export function TextArea({
  label,
  name,
  value,
  onChange,
  onSettled,
  onUnsettled,
  onBlur,
  textAreaRef,
  description,
  labelHidden = false,
  placeholder,
  rows = 2,
  className,
}: TextAreaProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [firstValue] = useState(value);
  const height = useHeldHeight();
  const afterFrame = useAfterFrame();
  useImperativeHandle(textAreaRef, () => area.current as HTMLTextAreaElement, []);
  // Only what somebody else changed, an undo say: what was typed is there already, and as
  // long as the page has not heard of it, the page's text is the older one.
  useLayoutEffect(() => {
    if (area.current === null || area.current.value === value || afterFrame.waits()) return;
    area.current.value = value;
    height.follow();
  });
  const show = useStableHandler(onChange);
  const take = useStableHandler((text: string, unsettled: boolean) => {
    if (unsettled) onUnsettled?.(text);
    else onSettled?.(text);
    afterFrame.schedule(() => show(text, unsettled));
  });
  useEffect(() => {
    const field = area.current;
    if (field === null) return;
    const handleInput = (event: Event) => {
      // Nobody above listens, and React would look for somebody in the whole page.
      event.stopPropagation();
      // First: the engine has just laid the text out, and nothing has moved since.
      height.follow();
      take(field.value, isUnsettled(event));
    };
    const handleEnd = () => take(field.value, false);
    field.addEventListener('input', handleInput);
    field.addEventListener('compositionend', handleEnd);
    field.addEventListener('keydown', afterFrame.settle);
    field.addEventListener('blur', afterFrame.settle);
    return () => {
      field.removeEventListener('input', handleInput);
      field.removeEventListener('compositionend', handleEnd);
      field.removeEventListener('keydown', afterFrame.settle);
      field.removeEventListener('blur', afterFrame.settle);
    };
  }, [height, take, afterFrame]);
  return (
    <div className={className}>
      {!labelHidden && (
        <label htmlFor={id} className={classNames(labelLook, 'mb-1 block')}>
          {label}
        </label>
      )}
      {description !== undefined && (
        <p id={`${id}-description`} className="mb-1 text-sm text-solid-gray-700">
          {description}
        </p>
      )}
      <textarea
        id={id}
        ref={area}
        name={name}
        // A hidden label would be one more layer on the way to what is under the pointer.
        aria-label={labelHidden ? label : undefined}
        placeholder={placeholder}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        className={classNames(inputLook, 'grows block py-2 contain-content', heights[rows])}
        spellCheck={false}
        defaultValue={firstValue}
        onFocus={(event) => height.hold(event.currentTarget)}
        onBlur={() => {
          height.release();
          onBlur?.();
        }}
      />
    </div>
  );
}
