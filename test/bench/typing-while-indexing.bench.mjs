// @ts-check

/**
 * Built from `typing-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {{ building: number, quiet: number }} Typed
 * @typedef {object} TypingTimes
 * @property {() => Promise<Typed>} whileIndexing
 * @property {() => Promise<void>} close
 */
const typingTimesUrl = new URL('../../out/host/bench-typing.mjs', import.meta.url).href;

/**
 * Key to after the frame on a sheet, while the search makes its index of 20,000 talks behind
 * it, against the same keys on the same sheet once it is made.
 */
export const benchmark = {
  id: 'typing-while-indexing',
  unit: 'ms',
  target: 1.5,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {{ prepareTyping: () => Promise<TypingTimes> }} */
    const { prepareTyping } = await import(typingTimesUrl);
    const typing = await prepareTyping();
    let quiet = Number.NaN;
    return {
      // Both sides come from one turn: the index is made once in it.
      async ours() {
        const typed = await typing.whileIndexing();
        quiet = typed.quiet;
        return typed.building;
      },
      reference: async () => quiet,
      close: () => typing.close(),
    };
  },
};
