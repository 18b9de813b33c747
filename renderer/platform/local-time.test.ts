import { describe, expect, it } from 'vitest';
import { toLocalIso } from './local-time';

describe('toLocalIso', () => {
  it('writes the local day and minute with two digits', () => {
    expect(toLocalIso(new Date(2026, 3, 1, 9, 5, 59))).toBe('2026-04-01T09:05');
    expect(toLocalIso(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31T23:59');
  });
});
