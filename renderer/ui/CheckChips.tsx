import { classNames } from './class-names';
import { labelLook } from './FieldLabel';

type Chip = { id: string; label: string };

type CheckChipsProps = {
  label: string;
  chips: readonly Chip[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Any number out of a few, all of them in sight. */
export function CheckChips({ label, chips, chosen, onChange }: CheckChipsProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className={classNames(labelLook, 'mb-1')}>{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {chips.map((chip) => {
          const isChosen = chosen.includes(chip.id);
          return (
            <label
              key={chip.id}
              className={classNames(
                'flex min-h-8 max-w-full cursor-pointer items-center gap-2 rounded-8 border px-2.5 text-sm',
                isChosen
                  ? 'border-key-900 bg-key-50 font-bold text-key-1000'
                  : 'border-solid-gray-600 bg-white hover:bg-key-50',
              )}
            >
              <input
                type="checkbox"
                className="focus-ring size-4 shrink-0"
                checked={isChosen}
                onChange={({ target }) =>
                  onChange(
                    target.checked ? [...chosen, chip.id] : chosen.filter((id) => id !== chip.id),
                  )
                }
              />
              <span className="truncate">{chip.label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
