// @ts-check

/**
 * Built from `papers.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {object} PaperSide
 * @property {() => Promise<number>} single milliseconds of one new sheet
 * @property {(count: number) => Promise<number>} batch milliseconds per sheet
 * @property {() => number} memory of its processes, in MB
 * @property {() => Promise<void>} close
 *
 * @typedef {object} BulkSide
 * @property {(count: number) => Promise<number>} write milliseconds per sheet in its own file
 * @property {() => number} memory of this and of its processes, in MB
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Papers
 * @property {(seed: number, processes?: number) => PaperSide} startOurs
 * @property {(seed: number) => Promise<BulkSide>} startBulk
 * @property {(seed: number) => Pick<PaperSide, 'single'>} startTypst
 * @property {(seed: number, chromium: string) => Promise<Pick<PaperSide, 'single' | 'close'>>}
 *   startChromium
 */
const builtUrl = new URL('../../out/host/papers.mjs', import.meta.url).href;

/** @returns {Promise<Papers>} */
export function papers() {
  return import(builtUrl);
}
