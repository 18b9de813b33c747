import { describe, expect, test } from 'vitest';
import { measure, median, tableOf } from './benchmark.mjs';

describe('measure', () => {
  function fake(ours: number[], reference: number[], calls: string[] = []) {
    const next = (side: string, values: number[]) => async () => {
      calls.push(side);
      return values.shift() ?? Number.NaN;
    };
    return {
      id: 'fake',
      unit: 'ms',
      target: 2,
      prepare: async () => ({
        ours: next('ours', ours),
        reference: next('reference', reference),
        close: async () => {
          calls.push('close');
        },
      }),
    };
  }

  test('takes both sides in turn, leaves the first round out and compares medians', async () => {
    const calls: string[] = [];
    const benchmark = fake([999, 10, 50, 20, 30, 40], [999, 20, 20, 10, 20, 90], calls);
    expect(await measure(benchmark, '')).toEqual({
      id: 'fake',
      ours: 30,
      reference: 20,
      unit: 'ms',
      ratio: 1.5,
      target: 2,
      ok: true,
    });
    expect(calls).toEqual(
      [...Array.from({ length: 6 }, () => ['ours', 'reference']), 'close'].flat(),
    );
  });

  test('misses a target it does not reach, and a side that measured nothing', async () => {
    const slow = fake([1, 5, 5, 5, 5, 5], [1, 2, 2, 2, 2, 2]);
    expect((await measure(slow, '')).ok).toBe(false);
    expect((await measure(fake([], []), '')).ok).toBe(false);
  });

  test('takes a size once, with nothing thrown away', async () => {
    const calls: string[] = [];
    const figure = await measure({ ...fake([30], [40], calls), unit: 'MB', once: true }, '');
    expect(figure).toMatchObject({ ours: 30, reference: 40, ratio: 0.75, ok: true });
    expect(calls).toEqual(['ours', 'reference', 'close']);
  });

  test('refuses fewer than five rounds', async () => {
    await expect(measure({ ...fake([], []), rounds: 4 }, '')).rejects.toThrow('at least 5');
  });
});

test('the median of an even count lies between the two middle values', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
});

test('the table names what was missed', () => {
  const figure = { id: 'a', ours: 3, reference: 1, unit: 'ms', ratio: 3, target: 2, ok: false };
  expect(tableOf([figure])).toContain('MISSED');
});
