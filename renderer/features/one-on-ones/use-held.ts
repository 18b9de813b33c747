import { useState } from 'react';

/**
 * What was chosen stays in sight until the store says something new: a choice is stored a
 * moment after it is made, and must not jump back meanwhile.
 */
export function useHeld<Value>(stored: Value): readonly [Value, (chosen: Value) => void] {
  const [held, setHeld] = useState<{ chosen: Value; over: Value } | null>(null);
  const isHeld = held !== null && Object.is(held.over, stored);
  if (held !== null && !isHeld) setHeld(null);
  return [isHeld ? held.chosen : stored, (chosen) => setHeld({ chosen, over: stored })];
}
