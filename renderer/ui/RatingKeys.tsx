import { type KeyboardEvent, useRef } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { belongsToConversion, isPlainEnter } from './composition';
import { typedRating } from './typed-rating';

type RatingKeysProps = {
  label: string;
  name?: string;
  ratings: readonly string[];
  /** What each rating means, read out with its key. */
  meanings?: Readonly<Record<string, string>>;
  value: string | null;
  onChange: (value: string | null) => void;
  /** Enter, which chooses nothing here: on to what is written beside the rating. */
  onEnter?: (group: HTMLElement) => void;
};

/**
 * The rating scale as keys. The arrow keys and the letter itself choose, Backspace and
 * Delete clear.
 */
export function RatingKeys({
  label,
  name,
  ratings,
  meanings,
  value,
  onChange,
  onEnter,
}: RatingKeysProps) {
  const group = useRef<HTMLDivElement>(null);

  function handleKey(event: KeyboardEvent) {
    // Nor may the radio buttons themselves take it: Enter would choose the one in focus.
    if (belongsToConversion(event.nativeEvent)) {
      event.stopPropagation();
      return;
    }
    if (isPlainEnter(event.nativeEvent) && onEnter !== undefined && group.current !== null) {
      event.preventDefault();
      event.stopPropagation();
      onEnter(group.current);
      return;
    }
    const typed = typedRating(event.nativeEvent, ratings);
    if (typed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(typed);
    if (typed === null) return;
    for (const input of group.current?.querySelectorAll('input') ?? []) {
      if (input.value === typed) input.focus();
    }
  }

  return (
    <div ref={group} onKeyDownCapture={handleKey}>
      <RadioGroup
        aria-label={label}
        orientation="horizontal"
        className="flex items-center gap-1.5"
        value={value}
        onChange={onChange}
        {...(name === undefined ? {} : { name })}
      >
        {ratings.map((rating) => (
          <Radio
            key={rating}
            value={rating}
            aria-label={rating}
            className={({ isSelected }) =>
              [
                'focus-ring flex h-10 w-11 cursor-pointer items-center justify-center rounded-8 border text-base font-bold',
                isSelected
                  ? 'chosen-mark border-key-900 bg-key-900 text-white'
                  : 'border-solid-gray-600 bg-white text-solid-gray-900 hover:bg-key-50',
              ].join(' ')
            }
          >
            <span title={meanings?.[rating] ?? rating}>{rating}</span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}
