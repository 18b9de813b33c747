import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { untilAccountKeyIsKept } from './local-state';

const kept = JSON.stringify({ os_crypt: { encrypted_key: 'RFBBUEk=' } });

/** What the file holds at each look, the last for ever; null: there is no file. */
async function lookAt(contents: readonly (string | null)[], platform = 'win32') {
  let looks = 0;
  let waited = 0;
  const paths = new Set<string>();
  await untilAccountKeyIsKept(platform, '/profile', {
    async read(path) {
      paths.add(path);
      const content = contents[Math.min(looks, contents.length - 1)] ?? null;
      looks += 1;
      if (content === null) throw Object.assign(new Error('no file'), { code: 'ENOENT' });
      return content;
    },
    async delay(milliseconds) {
      waited += milliseconds;
    },
  });
  return { looks, waited, paths: [...paths] };
}

describe("waiting for the browser's own key", () => {
  it('ends when the file holds it', async () => {
    const found = await lookAt([null, '{"os_cr', '{}', '{"os_crypt":{"encrypted_key":""}}', kept]);
    expect(found).toEqual({ looks: 5, waited: 400, paths: [join('/profile', 'Local State')] });
  });

  it('does not wait when it is there', async () => {
    expect(await lookAt([kept])).toMatchObject({ looks: 1, waited: 0 });
  });

  it('ends in any case', async () => {
    expect(await lookAt([null])).toMatchObject({ waited: 15_000 });
  });

  it('is for Windows only', async () => {
    for (const platform of ['linux', 'darwin']) {
      expect(await lookAt([null], platform)).toMatchObject({ looks: 0, waited: 0 });
    }
  });
});
