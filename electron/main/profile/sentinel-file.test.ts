import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import { type Sentinel, sentinelSchema } from '../../../shared/domain/store/meta';
import { sentinelOf, temporaryProfile } from '../../../test/support/profile-folder';
import { writeFileAtomically } from '../files/atomic-write';
import { createSentinelFile } from './sentinel-file';
import type { WriteFile } from './store-files';

const OTHER_DATASET = '0197d3a0-0000-7000-8000-0000000000ff';

async function readBack(path: string): Promise<Sentinel> {
  return sentinelSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** A disk whose writes wait until they are let go one at a time. */
function slowDisk() {
  const written: number[] = [];
  const held: { letGo: () => void; fail: (error: unknown) => void }[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const write: WriteFile = async (_, bytes) => {
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    try {
      await new Promise<void>((letGo, fail) => held.push({ letGo, fail }));
      written.push(sentinelSchema.parse(JSON.parse(Buffer.from(bytes).toString())).generation);
    } finally {
      running -= 1;
    }
  };
  async function next(): Promise<{ letGo: () => void; fail: (error: unknown) => void }> {
    for (;;) {
      const first = held.shift();
      if (first !== undefined) return first;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { write, written, next, mostAtOnce: () => mostAtOnce };
}

describe('the sentinel', () => {
  it('is null on a PC that never had a store, then what was written', async () => {
    const { sentinel: path } = await temporaryProfile();
    const file = createSentinelFile({ path, writeFile: writeFileAtomically });
    expect(await file.read()).toBeNull();
    await file.write(sentinelOf(1));
    expect(await file.read()).toEqual(sentinelOf(1));
    const next = createSentinelFile({ path, writeFile: writeFileAtomically });
    await next.write(sentinelOf(2));
    expect(await readBack(path)).toEqual(sentinelOf(2));
  });

  it('is written by one write at a time, the newest waiting one winning', async () => {
    const { sentinel: path } = await temporaryProfile();
    const disk = slowDisk();
    const file = createSentinelFile({ path, writeFile: disk.write });
    const first = file.write(sentinelOf(1));
    const held = await disk.next();
    const others = [2, 3, 5, 4].map((generation) => file.write(sentinelOf(generation)));
    held.letGo();
    await first;
    (await disk.next()).letGo();
    await Promise.all(others);
    expect(disk.written).toEqual([1, 5]);
    expect(disk.mostAtOnce()).toBe(1);
    await file.flush();
  });

  it('never goes back, whatever the order and whatever is on the disk', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ generation: fc.integer({ min: 1, max: 20 }), wait: fc.boolean() })),
        async (writes) => {
          const { sentinel: path } = await temporaryProfile();
          let highest = 7;
          await writeFile(path, JSON.stringify(sentinelOf(highest)));
          const seen: number[] = [];
          const file = createSentinelFile({
            path,
            writeFile: async (target, bytes) => {
              await writeFile(target, bytes);
              seen.push((await readBack(path)).generation);
            },
          });
          const all: Promise<void>[] = [];
          for (const { generation, wait } of writes) {
            highest = Math.max(highest, generation);
            const done = file.write(sentinelOf(generation));
            all.push(done);
            if (wait) await done;
            if (wait) expect((await readBack(path)).generation).toBeGreaterThanOrEqual(generation);
          }
          await Promise.all(all);
          expect((await readBack(path)).generation).toBe(highest);
          expect(seen).toEqual([...seen].sort((a, b) => a - b));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses another store and keeps its own', async () => {
    const { sentinel: path } = await temporaryProfile();
    const file = createSentinelFile({ path, writeFile: writeFileAtomically });
    await file.write(sentinelOf(4));
    const other = sentinelOf(9, OTHER_DATASET);
    await expect(file.write(other)).rejects.toMatchObject({ errorName: 'badRequest' });
    const later = createSentinelFile({ path, writeFile: writeFileAtomically });
    await expect(later.write(other)).rejects.toMatchObject({ errorName: 'badRequest' });
    expect(await readBack(path)).toEqual(sentinelOf(4));
  });

  it('tells a failed write, goes on with the next and flushes without failing', async () => {
    const { sentinel: path } = await temporaryProfile();
    const disk = slowDisk();
    const file = createSentinelFile({ path, writeFile: disk.write });
    const first = file.write(sentinelOf(1));
    const outcome = expect(first).rejects.toMatchObject({ errorName: 'diskFull' });
    const held = await disk.next();
    const flushed = file.flush();
    held.fail(new IkuseiError('diskFull'));
    await outcome;
    await flushed;
    const second = file.write(sentinelOf(2));
    (await disk.next()).letGo();
    await second;
    expect(disk.written).toEqual([2]);
  });

  it('flushes what is being written and what waits', async () => {
    const { sentinel: path } = await temporaryProfile();
    const disk = slowDisk();
    const file = createSentinelFile({ path, writeFile: disk.write });
    const writes = [file.write(sentinelOf(1))];
    const held = await disk.next();
    writes.push(file.write(sentinelOf(2)));
    await new Promise((resolve) => setImmediate(resolve));
    const flushed = file.flush().then(() => disk.written.slice());
    held.letGo();
    (await disk.next()).letGo();
    expect(await flushed).toEqual([1, 2]);
    await Promise.all(writes);
  });

  it('stops on any damage and keeps the damaged file', async () => {
    const { sentinel: path } = await temporaryProfile();
    const whole = Buffer.from(JSON.stringify(sentinelOf(4)));
    const mangling = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => Buffer.from(json)),
    );
    await fc.assert(
      fc.asyncProperty(mangling, async (bytes) => {
        await writeFile(path, bytes);
        const file = createSentinelFile({ path, writeFile: writeFileAtomically });
        await expect(file.read()).rejects.toMatchObject({ errorName: 'storeDamaged' });
        await expect(file.write(sentinelOf(5))).rejects.toMatchObject({
          errorName: 'storeDamaged',
        });
        expect((await readFile(path)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('that is a folder is said to be unreadable', async () => {
    const { sentinel: path } = await temporaryProfile();
    await mkdir(path);
    const file = createSentinelFile({ path, writeFile: writeFileAtomically });
    await expect(file.read()).rejects.toMatchObject({ errorName: 'storeUnavailable' });
  });
});
