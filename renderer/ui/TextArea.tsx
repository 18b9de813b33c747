import { type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names';
import { isUnsettled } from './composition';
import { labelLook } from './FieldLabel';
import { inputLook } from './TextField';
import { useHeldHeight } from './use-held-height';

type TextAreaProps = {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  /** Called with the text when it is not in the middle of a Japanese conversion. */
  onSettled?: (value: string) => void;
  /** Called with the text in the middle of a conversion. */
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
 * that React holds is written twice, into the field and as its default.
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
  useImperativeHandle(textAreaRef, () => area.current as HTMLTextAreaElement, []);
  // Only what somebody else changed, an undo say: what was typed is there already.
  useLayoutEffect(() => {
    if (area.current === null || area.current.value === value) return;
    area.current.value = value;
    height.follow();
  });
  return (
    <div className={className}>
      <label htmlFor={id} className={classNames(labelLook, labelHidden ? 'sr-only' : 'mb-1 block')}>
        {label}
      </label>
      {description !== undefined && (
        <p id={`${id}-description`} className="mb-1 text-sm text-solid-gray-700">
          {description}
        </p>
      )}
      <textarea
        id={id}
        ref={area}
        name={name}
        placeholder={placeholder}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        className={classNames(inputLook, 'grows block py-2 contain-content', heights[rows])}
        spellCheck={false}
        defaultValue={firstValue}
        onInput={(event) => {
          // First: the engine has just laid the text out, and nothing has moved since.
          height.follow();
          const text = event.currentTarget.value;
          onChange(text);
          if (isUnsettled(event.nativeEvent)) onUnsettled?.(text);
          else onSettled?.(text);
        }}
        onCompositionEnd={(event) => onSettled?.(event.currentTarget.value)}
        onFocus={(event) => height.hold(event.currentTarget)}
        onBlur={() => {
          height.release();
          onBlur?.();
        }}
      />
    </div>
  );
}
