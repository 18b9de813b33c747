// @ts-check
import { fileURLToPath } from 'node:url';
import { FIRST_LOAD_LIMIT, firstLoadKilobytes } from './first-load.mjs';

const page = fileURLToPath(new URL('../../out/app/renderer', import.meta.url));

/** The JavaScript of the first screen, against what it may weigh. */
export const benchmark = {
  id: 'first-load-js',
  unit: 'kB',
  target: 1,
  async prepare() {
    return {
      ours: async () => firstLoadKilobytes(page),
      reference: async () => FIRST_LOAD_LIMIT,
    };
  },
};
