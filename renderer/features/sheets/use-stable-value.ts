import { useState } from 'react';
import { keepSame } from '../../../shared/domain/record/keep-same';

/** The value of the render before, as far as this one says the same (`keepSame`). */
export function useStableValue<Value>(value: Value): Value {
  const [stable, setStable] = useState(value);
  const kept = keepSame(stable, value);
  if (kept !== stable) setStable(kept);
  return kept;
}
