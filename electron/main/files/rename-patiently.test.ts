import { describe, expect, it } from 'vitest';
import { renamePatiently } from './rename-patiently';

/** A rename that fails with each of the codes in turn, then works. */
async function rename(codes: readonly string[]) {
  let calls = 0;
  let waited = 0;
  const outcome = await renamePatiently(
    async (from, to) => {
      const code = codes[calls];
      calls += 1;
      expect([from, to]).toEqual(['a', 'b']);
      if (code !== undefined) throw Object.assign(new Error(code), { code });
    },
    'a',
    'b',
    async (milliseconds) => {
      waited += milliseconds;
    },
  ).then(
    () => 'renamed',
    (error: unknown) => String(error),
  );
  return { outcome, calls, waited };
}

describe('a patient rename', () => {
  it('waits for the program that holds the file', async () => {
    const busy = ['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY'];
    expect(await rename(busy)).toMatchObject({ outcome: 'renamed', calls: 5 });
  });

  it('gives up after about ten seconds', async () => {
    const { outcome, waited } = await rename(new Array(99).fill('EPERM'));
    expect(outcome).toBe('Error: EPERM');
    expect(waited).toBeGreaterThan(8_000);
    expect(waited).toBeLessThan(12_000);
  });

  it('does not wait for anything else', async () => {
    expect(await rename(['ENOENT'])).toEqual({ outcome: 'Error: ENOENT', calls: 1, waited: 0 });
  });
});
