import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTypingPause } from './typing-pause';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Types at these milliseconds and says when the pause has ended. */
async function pauseAfter(keys: readonly number[]): Promise<number> {
  const { typed, pause } = createTypingPause();
  const start = Date.now();
  let ended: number | null = null;
  void pause().then(() => {
    ended = Date.now() - start;
  });
  for (const at of keys) {
    await vi.advanceTimersByTimeAsync(at - (Date.now() - start));
    typed();
  }
  await vi.advanceTimersByTimeAsync(2_000);
  return ended ?? Number.NaN;
}

it('ends a moment after the last key', async () => {
  expect(await pauseAfter([])).toBe(120);
  expect(await pauseAfter([50, 100])).toBe(220);
});

it('does not wait for a person who never pauses', async () => {
  expect(await pauseAfter([100, 200, 300, 400, 500, 600])).toBe(480);
});
