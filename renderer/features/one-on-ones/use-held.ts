import { useState } from 'react';

type Held<Value> = {
  value: Value;
  hold: (chosen: Value) => void;
  /** What was chosen could not be stored: what is stored is shown again. */
  release: () => void;
};

/**
 * What was chosen stays in sight until the store says something new: a choice is stored a
 * moment after it is made, and must not jump back meanwhile.
 */
export function useHeld<Value>(stored: Value): Held<Value> {
  const [held, setHeld] = useState<{ chosen: Value; over: Value } | null>(null);
  const isHeld = held !== null && Object.is(held.over, stored);
  if (held !== null && !isHeld) setHeld(null);
  return {
    value: isHeld ? held.chosen : stored,
    hold: (chosen) => setHeld({ chosen, over: stored }),
    release: () => setHeld(null),
  };
}
