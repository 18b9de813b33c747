// @ts-check

/**
 * Built from `typing-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {object} TypingTimes
 * @property {(slowdown: number) => Promise<number>} onSheet
 * @property {(slowdown: number) => Promise<number>} inBareTextarea
 * @property {() => Promise<void>} close
 */
const typingTimesUrl = new URL('../../out/host/bench-typing.mjs', import.meta.url).href;

/** Key to after the frame in a whole sheet against a bare text area, both at 4× slowdown. */
export const benchmark = {
  id: 'keystroke-vs-textarea',
  unit: 'ms',
  target: 2,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {{ prepareTyping: () => Promise<TypingTimes> }} */
    const { prepareTyping } = await import(typingTimesUrl);
    const typing = await prepareTyping();
    return {
      ours: () => typing.onSheet(4),
      reference: () => typing.inBareTextarea(4),
      close: () => typing.close(),
    };
  },
};
