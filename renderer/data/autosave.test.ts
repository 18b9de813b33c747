import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAutosave, type SaveState } from './autosave';

type Patch = Record<string, string>;

/** A store whose saves wait until the test lets them end, well or badly. */
function createSlowStore(pause: () => Promise<void> = async () => {}) {
  const saved = new Map<string, Patch>();
  const open: { key: string; patch: Patch; finish: (ok: boolean) => void }[] = [];
  const states: SaveState[] = [];
  let most = 0;
  const autosave = createAutosave<Patch>({
    save: (key, patch) =>
      new Promise<void>((resolve, reject) => {
        open.push({
          key,
          patch,
          finish(ok) {
            if (!ok) return reject(new Error('disk'));
            saved.set(key, { ...saved.get(key), ...patch });
            resolve();
          },
        });
        most = Math.max(most, open.length);
      }),
    merge: (earlier, later) => ({ ...earlier, ...later }),
    pause,
    onStateChange: (state) => states.push(state),
  });
  return {
    autosave,
    saved,
    states,
    open,
    most: () => most,
    async finish(ok: boolean) {
      open.shift()?.finish(ok);
      await turn();
    },
  };
}

/** Lets everything run that waits for nothing but its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('saving while typing', () => {
  it('writes the newest text of every field, one save at a time, whatever fails between', async () => {
    const step = fc.oneof(
      fc.record({ key: fc.constantFrom('a', 'b', 'c'), text: fc.string() }),
      fc.constantFrom(true, false),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = createSlowStore();
        const typed = new Map<string, Patch>();
        for (const action of steps) {
          if (typeof action === 'boolean') await store.finish(action);
          else {
            typed.set(action.key, { text: action.text });
            store.autosave.change(action.key, { text: action.text });
          }
        }
        const flushed = store.autosave.flush();
        for (let count = 0; count < 60; count += 1) await store.finish(true);
        await flushed;
        expect(store.saved).toEqual(typed);
        expect(store.most()).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  it('says saved only when everything is on disk', async () => {
    const store = createSlowStore();
    store.autosave.change('a', { text: '1' });
    await turn();
    store.autosave.change('a', { text: '2' });
    expect(store.states).toEqual(['saving']);
    await store.finish(true);
    expect(store.states).toEqual(['saving']);
    await store.finish(true);
    expect(store.states).toEqual(['saving', 'saved']);
  });

  it('keeps what failed under what was typed after it, and says so', async () => {
    const store = createSlowStore();
    store.autosave.change('a', { text: 'old', rating: 'A' });
    await turn();
    store.autosave.change('a', { text: 'new' });
    await store.finish(false);
    expect(store.open[0]?.patch).toEqual({ text: 'new', rating: 'A' });
    await store.finish(false);
    expect(store.states.at(-1)).toBe('failed');
    const flushed = store.autosave.flush();
    await turn();
    await store.finish(true);
    await flushed;
    expect(store.saved.get('a')).toEqual({ text: 'new', rating: 'A' });
    expect(store.states.at(-1)).toBe('saved');
  });

  it('lets one field that cannot be saved hold up no other', async () => {
    const store = createSlowStore();
    store.autosave.change('bad', { text: '1' });
    store.autosave.change('good', { text: '2' });
    await turn();
    await store.finish(false);
    await store.finish(true);
    expect([...store.saved.keys()]).toEqual(['good']);
    expect(store.states.at(-1)).toBe('failed');
    const refused = expect(store.autosave.flush()).rejects.toThrow('disk');
    await turn();
    await store.finish(false);
    await refused;
  });

  it('gathers what is typed fast, but not when the window closes', async () => {
    let endPause: () => void = () => {};
    const store = createSlowStore(
      () =>
        new Promise((resolve) => {
          endPause = resolve;
        }),
    );
    store.autosave.change('a', { text: '1' });
    store.autosave.change('a', { text: '12' });
    await turn();
    expect(store.open).toEqual([]);
    endPause();
    await turn();
    expect(store.open.map(({ patch }) => patch)).toEqual([{ text: '12' }]);
    await store.finish(true);

    store.autosave.change('a', { text: '123' });
    const flushed = store.autosave.flush();
    await turn();
    await store.finish(true);
    await flushed;
    expect(store.saved.get('a')).toEqual({ text: '123' });
  });

  it('does not let a window close while something cannot be saved', async () => {
    const store = createSlowStore();
    store.autosave.change('a', { text: '1' });
    await turn();
    const refused = expect(store.autosave.flush()).rejects.toThrow('disk');
    await store.finish(false);
    await store.finish(false);
    await refused;
  });

  it('gives up what cannot be saved only when told to, and then is free again', async () => {
    const store = createSlowStore();
    store.autosave.change('bad', { text: '1' });
    store.autosave.change('good', { text: '2' });
    await turn();
    await store.finish(false);
    await store.finish(true);
    expect([...store.autosave.failed()]).toEqual([
      ['bad', { patch: { text: '1' }, error: new Error('disk') }],
    ]);
    await store.autosave.withdraw('bad');
    expect(store.autosave.failed().size).toBe(0);
    expect(store.states.at(-1)).toBe('saved');
    await store.autosave.flush();
    expect([...store.saved.keys()]).toEqual(['good']);
  });

  it('gives up nothing that is still to be tried', async () => {
    const store = createSlowStore();
    store.autosave.change('a', { text: '1' });
    const withdrawn = store.autosave.withdraw('a');
    await turn();
    await store.finish(true);
    await withdrawn;
    expect(store.saved.get('a')).toEqual({ text: '1' });
  });
});
