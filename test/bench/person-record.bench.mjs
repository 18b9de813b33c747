// @ts-check

/**
 * Built from `person-record-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {object} PersonRecordTimes
 * @property {(name: 'timeRecord' | 'timeRawRows') => Promise<number>} time
 * @property {() => Promise<void>} close
 */
const timesUrl = new URL('../../out/host/bench-person-record.mjs', import.meta.url).href;

/** 人材育成記録 of thirty years, against reading and decrypting the same rows. */
export const benchmark = {
  id: 'person-record',
  unit: 'ms',
  target: 2,
  rounds: 9,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {{ preparePersonRecord: () => Promise<PersonRecordTimes> }} */
    const { preparePersonRecord } = await import(timesUrl);
    const record = await preparePersonRecord();
    return {
      ours: () => record.time('timeRecord'),
      reference: () => record.time('timeRawRows'),
      close: () => record.close(),
    };
  },
};
