import type { MissingPlace } from '../../../shared/print/missing-character';

const selector = /\p{Variation_Selector}/u;
const privateUse = /\p{Co}/u;

/** What becomes of a missing character on paper, in a few words. */
export function missingWords({ character }: Pick<MissingPlace, 'character'>): string {
  if (selector.test(character)) return '異体字。基本の字形で印刷';
  if (privateUse.test(character)) return '外字。〓で印刷';
  return '〓で印刷';
}
