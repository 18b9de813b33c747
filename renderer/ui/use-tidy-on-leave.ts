import { useState } from 'react';

type Tidied = {
  value: string;
  /** The one way of writing what was typed; the text itself when it has none. */
  tidy: (typed: string) => string;
  onChange: (value: string) => void;
  onSettled: (value: string) => void;
  onBlur: () => void;
};

/**
 * Puts a field in order when the keyboard leaves it: never under the cursor, and never a
 * text that she only passed by. `settled` is false while she is changing it.
 */
export function useTidyOnLeave({ value, tidy, onChange, onSettled, onBlur }: Tidied): {
  leave: () => void;
  settled: boolean;
} {
  const [left, setLeft] = useState(value);

  function leave() {
    const tidied = value === left ? value : tidy(value);
    setLeft(tidied);
    if (tidied !== value) {
      onChange(tidied);
      onSettled(tidied);
    }
    onBlur();
  }

  return { leave, settled: value === left };
}
