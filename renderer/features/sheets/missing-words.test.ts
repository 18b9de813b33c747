import { expect, it } from 'vitest';
import { missingWords } from './missing-words';

it.each([
  ['𪚲', '〓で印刷'],
  ['葛\u{e0101}', '異体字。基本の字形で印刷'],
  ['葛\u{fe00}', '異体字。基本の字形で印刷'],
  ['\ue000', '外字。〓で印刷'],
  ['\u{f0001}', '外字。〓で印刷'],
])('says what becomes of %j', (character, words) => {
  expect(missingWords({ character })).toBe(words);
});
