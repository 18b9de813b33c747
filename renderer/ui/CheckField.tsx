import { useId } from 'react';

type CheckFieldProps = {
  label: string;
  name?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  description?: string;
};

/** One thing that is so or not. */
export function CheckField({ label, name, checked, onChange, description }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        name={name}
        className="focus-ring mt-0.5 size-5 shrink-0 cursor-pointer"
        checked={checked}
        {...(description === undefined ? {} : { 'aria-describedby': `${id}-description` })}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id} className="cursor-pointer text-sm font-bold">
          {label}
        </label>
        {description !== undefined && (
          <p id={`${id}-description`} className="text-sm text-solid-gray-700">
            {description}
          </p>
        )}
      </div>
    </div>
  );
}
