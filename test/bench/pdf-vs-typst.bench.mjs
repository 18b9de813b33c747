// @ts-check
import { papers } from './papers.mjs';

/** Our whole way to a paper, against the bare compiler with the same template and data. */
export const benchmark = {
  id: 'pdf-vs-typst',
  unit: 'ms',
  target: 1.3,
  rounds: 25,
  async prepare() {
    const { startOurs, startTypst } = await papers();
    const ours = startOurs(3);
    return { ours: ours.single, reference: startTypst(3).single, close: ours.close };
  },
};
