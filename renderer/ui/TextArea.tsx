import { type Ref, useId } from 'react';
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
 * the browser's own element, because it is drawn anew at every key: React Aria's made each
 * input event of a sheet a quarter longer (3.0 against 2.4 ms).
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
  const height = useHeldHeight(value);
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={classNames(labelLook, labelHidden && 'sr-only')}>
        {label}
      </label>
      {description !== undefined && (
        <p id={`${id}-description`} className="text-sm text-solid-gray-700">
          {description}
        </p>
      )}
      <textarea
        id={id}
        ref={textAreaRef}
        name={name}
        placeholder={placeholder}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        className={classNames(inputLook, 'grows block py-2', heights[rows])}
        spellCheck={false}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          if (isUnsettled(event.nativeEvent)) onUnsettled?.(event.target.value);
          else onSettled?.(event.target.value);
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
