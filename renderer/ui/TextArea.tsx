import type { ChangeEvent, Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, Text } from 'react-aria-components';
import { classNames } from './class-names';
import { isUnsettled } from './composition';
import { FieldLabel } from './FieldLabel';
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

/** A writing field that grows with its text. Enter makes a new line, never a submit. */
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
  const height = useHeldHeight(value);
  return (
    <AriaTextField
      className={classNames('flex flex-col gap-1', className)}
      {...(name === undefined ? {} : { name })}
    >
      <FieldLabel hidden={labelHidden}>{label}</FieldLabel>
      {description !== undefined && (
        <Text slot="description" className="text-sm text-solid-gray-700">
          {description}
        </Text>
      )}
      <AriaTextArea
        {...(textAreaRef === undefined ? {} : { ref: textAreaRef })}
        {...(placeholder === undefined ? {} : { placeholder })}
        className={classNames(inputLook, 'grows block py-2', heights[rows])}
        spellCheck={false}
        value={value}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
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
    </AriaTextField>
  );
}
