import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNewestOnly } from './newest-only';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Each run takes `takes` milliseconds. */
function setUp(takes: number) {
  const ran: string[] = [];
  let atOnce = 0;
  let most = 0;
  const newest = createNewestOnly<string>({
    quiet: 200,
    longest: 600,
    run: async (job) => {
      ran.push(job);
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((done) => setTimeout(done, takes));
      atOnce -= 1;
    },
  });
  return { newest, ran, most: () => most };
}

describe('createNewestOnly', () => {
  it('waits for a pause and runs only the newest', async () => {
    const { newest, ran } = setUp(10);
    for (const job of ['a', 'b', 'c']) {
      newest.give(job);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(ran).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(ran).toEqual(['c']);
  });

  it('does not wait for ever while a person types on', async () => {
    const { newest, ran } = setUp(10);
    for (let key = 0; key < 20; key += 1) {
      newest.give(`key ${key}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(ran.length).toBeGreaterThanOrEqual(2);
    expect(ran.length).toBeLessThan(5);
  });

  it('runs one at a time, and after it the newest that came meanwhile', async () => {
    const { newest, ran, most } = setUp(1000);
    newest.give('a', true);
    await vi.advanceTimersByTimeAsync(1);
    for (const job of ['b', 'c', 'd']) {
      newest.give(job, true);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(ran).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(3000);
    expect(ran).toEqual(['a', 'd']);
    expect(most()).toBe(1);
  });

  it('runs at once what somebody waits for', async () => {
    const { newest, ran } = setUp(10);
    newest.give('a');
    newest.give('b', true);
    await vi.advanceTimersByTimeAsync(0);
    expect(ran).toEqual(['b']);
  });

  it('runs nothing more once it is stopped', async () => {
    const { newest, ran } = setUp(10);
    newest.give('a', true);
    await vi.advanceTimersByTimeAsync(1);
    newest.give('b', true);
    newest.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(ran).toEqual(['a']);
  });
});
