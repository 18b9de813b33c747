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
 * Puts a field in order when the keyboard leaves it: never under the cursor, never a text
 * that she only passed by, and never one that an undo put there. `changing` is true from
 * her first change until she leaves.
 */
export function useTidyOnLeave({ value, tidy, onChange, onSettled, onBlur }: Tidied): {
  change: (value: string) => void;
  leave: () => void;
  changing: boolean;
} {
  const [changing, setChanging] = useState(false);

  function change(changed: string) {
    setChanging(true);
    onChange(changed);
  }

  function leave() {
    setChanging(false);
    const tidied = changing ? tidy(value) : value;
    if (tidied !== value) {
      onChange(tidied);
      onSettled(tidied);
    }
    onBlur();
  }

  return { change, leave, changing };
}
