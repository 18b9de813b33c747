import { describe, expect, it } from 'vitest';
import { neighbour } from './neighbour';

describe('neighbour', () => {
  const order = ['a', 'b', 'c'];

  it('steps either way and stops at both ends', () => {
    expect(neighbour(order, 'a', 1)).toBe('b');
    expect(neighbour(order, 'b', -1)).toBe('a');
    expect(neighbour(order, 'c', 1)).toBeNull();
    expect(neighbour(order, 'a', -1)).toBeNull();
  });

  it('begins at the first', () => {
    expect(neighbour(order, null, 1)).toBe('a');
    expect(neighbour(order, 'gone', -1)).toBe('a');
    expect(neighbour([], null, 1)).toBeNull();
  });
});
