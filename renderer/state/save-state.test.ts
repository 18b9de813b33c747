import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SavePhase } from './save-state';

// The savers of one test must not be known to the next.
beforeEach(() => vi.resetModules());

const now = '2026-11-22T05:05:00.000Z';

function makeSaver(first: SavePhase) {
  let phase = first;
  let flushed = 0;
  return {
    enter(next: SavePhase) {
      phase = next;
    },
    flushed: () => flushed,
    flush: async () => {
      flushed += 1;
    },
    phase: () => phase,
  };
}

describe('flushAll', () => {
  it('waits for every saver and tells whether all of it is stored', async () => {
    const { flushAll, registerSaver } = await import('./save-state');
    const saver = makeSaver('failed');
    registerSaver(saver);
    expect(await flushAll()).toBe(false);
    saver.enter('saved');
    expect(await flushAll()).toBe(true);
    expect(saver.flushed()).toBe(2);
  });
});

describe('savePhaseChanged', () => {
  it('says the worst of all savers, whoever spoke last', async () => {
    const { registerSaver, savePhase, savePhaseChanged } = await import('./save-state');
    const [real, sample] = [makeSaver('saved'), makeSaver('saved')];
    registerSaver(real);
    registerSaver(sample);
    const phases = [
      [real, 'saving', 'saving'],
      [real, 'failed', 'failed'],
      [sample, 'saving', 'failed'],
      [sample, 'saved', 'failed'],
      [real, 'saving', 'saving'],
      [real, 'saved', 'saved'],
    ] as const;
    for (const [saver, next, expected] of phases) {
      saver.enter(next);
      savePhaseChanged(now);
      expect(savePhase()).toBe(expected);
    }
  });
});
