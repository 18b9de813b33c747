// @ts-check

/**
 * Built from `preview-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {object} PreviewTimes
 * @property {() => Promise<number>} longestLag
 * @property {() => Promise<void>} close
 */
const previewTimesUrl = new URL('../../out/host/bench-preview.mjs', import.meta.url).href;

/** What is typed is on the paper beside it within a second. */
const LONGEST_MILLISECONDS = 1000;

/** The slowest key of somebody who types without a pause, until it is on the paper. */
export const benchmark = {
  id: 'preview-follow',
  unit: 'ms',
  target: 1,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {{ preparePreview: () => Promise<PreviewTimes> }} */
    const { preparePreview } = await import(previewTimesUrl);
    const preview = await preparePreview();
    return {
      ours: () => preview.longestLag(),
      reference: async () => LONGEST_MILLISECONDS,
      close: () => preview.close(),
    };
  },
};
