import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type SavePhase, worstPhase } from './save-state';

// The savers of one test must not be known to the next.
beforeEach(() => vi.resetModules());

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
    refused: () => [],
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

describe('worstPhase', () => {
  it('says the worst of all savers, in whatever order', () => {
    expect(worstPhase([])).toBe('saved');
    expect(worstPhase(['saved', 'saved'])).toBe('saved');
    expect(worstPhase(['saved', 'saving'])).toBe('saving');
    expect(worstPhase(['failed', 'saving', 'saved'])).toBe('failed');
    expect(worstPhase(['saved', 'failed'])).toBe('failed');
  });
});
