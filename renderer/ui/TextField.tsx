import type { ChangeEvent, KeyboardEvent, Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Text } from 'react-aria-components';
import { classNames } from './class-names';
import { isUnsettled } from './composition';
import { FieldLabel } from './FieldLabel';

export const inputLook =
  'focus-ring w-full rounded-8 border border-solid-gray-600 bg-white px-3 text-solid-gray-900 ' +
  'data-invalid:border-error-2 data-disabled:bg-solid-gray-50';

type TextFieldProps = {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement>;
  description?: string;
  error?: string | undefined;
  required?: boolean;
  labelHidden?: boolean;
  placeholder?: string;
  /** Called with the text when it is not in the middle of a Japanese conversion. */
  onSettled?: (value: string) => void;
  /** Called with the text in the middle of a conversion. */
  onUnsettled?: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The keys that `onKeyDown` knows, for the screen reader. */
  keyShortcuts?: string;
  className?: string;
  inputClassName?: string;
  autoFocus?: boolean;
};

export function TextField({
  label,
  name,
  value,
  onChange,
  onBlur,
  inputRef,
  description,
  error,
  required = false,
  labelHidden = false,
  placeholder,
  onSettled,
  onUnsettled,
  onKeyDown,
  keyShortcuts,
  className,
  inputClassName,
  autoFocus = false,
}: TextFieldProps) {
  return (
    <AriaTextField
      className={classNames('flex flex-col gap-1', className)}
      isInvalid={error !== undefined}
      isRequired={required}
      validationBehavior="aria"
      autoFocus={autoFocus}
      {...(name === undefined ? {} : { name })}
    >
      <FieldLabel required={required} hidden={labelHidden}>
        {label}
      </FieldLabel>
      {description !== undefined && (
        <Text slot="description" className="text-sm text-solid-gray-700">
          {description}
        </Text>
      )}
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
        {...(keyShortcuts === undefined ? {} : { 'aria-keyshortcuts': keyShortcuts })}
        className={classNames(inputLook, 'min-h-11', inputClassName)}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          onChange(event.target.value);
          if (isUnsettled(event.nativeEvent)) onUnsettled?.(event.target.value);
          else onSettled?.(event.target.value);
        }}
        onCompositionEnd={(event) => onSettled?.(event.currentTarget.value)}
        onBlur={() => onBlur?.()}
      />
      <FieldError className="text-sm text-error-2">{error}</FieldError>
    </AriaTextField>
  );
}
