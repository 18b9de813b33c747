import { describe, expect, it } from 'vitest';
import { paperGaps } from './paper-gaps';

describe('paperGaps', () => {
  it('counts what this reader would have seen, and the goals among it', () => {
    const damaged = [
      { partId: 'goal/1', author: 'employee' as const },
      { partId: 'goal/1', author: 'first' as const },
      { partId: 'item/setsugu', author: 'second' as const },
    ];
    expect(paperGaps({ damaged, readable: ['employee', 'first', 'second'] })).toEqual({
      entries: 3,
      goals: 1,
    });
    expect(paperGaps({ damaged, readable: ['employee'] })).toEqual({ entries: 1, goals: 1 });
  });

  it('speaks of nothing that the reader may not see', () => {
    const damaged = [{ partId: 'item/setsugu', author: 'second' as const }];
    expect(paperGaps({ damaged, readable: ['employee'] })).toBeNull();
    expect(paperGaps({ damaged: [], readable: ['employee'] })).toBeNull();
  });
});
