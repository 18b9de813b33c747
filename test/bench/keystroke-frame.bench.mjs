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

const FRAME_MILLISECONDS = 16;

/** Key to after the frame in a whole sheet against one frame of an ordinary screen. */
export const benchmark = {
  id: 'keystroke-frame',
  unit: 'ms',
  target: 1,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {{ prepareTyping: () => Promise<TypingTimes> }} */
    const { prepareTyping } = await import(typingTimesUrl);
    const typing = await prepareTyping();
    return {
      ours: () => typing.onSheet(1),
      reference: async () => FRAME_MILLISECONDS,
      close: () => typing.close(),
    };
  },
};
