import { useId } from 'react';
import { classNames } from './class-names';
import { inputLook } from './TextField';

export type SelectOption = { value: string; label: string };

type SelectFieldProps = {
  label: string;
  name?: string;
  options: readonly SelectOption[];
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  required?: boolean;
  className?: string;
};

export function SelectField({
  label,
  name,
  options,
  value,
  onChange,
  error,
  required = false,
  className,
}: SelectFieldProps) {
  const id = useId();
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-bold">
        {label}
        {required && <span className="ml-2 text-xs font-normal text-error-2">※必須</span>}
      </label>
      <select
        id={id}
        name={name}
        className={classNames(inputLook, 'min-h-11 cursor-pointer aria-invalid:border-error-2')}
        value={value}
        aria-invalid={error !== undefined}
        {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-error-2">
          {error}
        </p>
      )}
    </div>
  );
}
