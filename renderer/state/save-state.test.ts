import { describe, expect, it } from 'vitest';
import { flushAll, registerSaver, type SavePhase } from './save-state';

describe('flushAll', () => {
  it('waits for every saver and tells whether all of it is stored', async () => {
    let phase: SavePhase = 'failed';
    let flushed = 0;
    registerSaver({
      flush: async () => {
        flushed += 1;
      },
      phase: () => phase,
    });
    expect(await flushAll()).toBe(false);
    phase = 'saved';
    expect(await flushAll()).toBe(true);
    expect(flushed).toBe(2);
  });
});
