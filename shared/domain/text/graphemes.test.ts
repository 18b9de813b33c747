import { expect, it } from 'vitest';
import { countGraphemes, splitGraphemes } from './graphemes';

it.each([
  ['', 0],
  ['𠮷田', 2],
  ['葛\u{e0100}城', 2],
  ['か\u3099', 1],
  ['一行\n二行', 5],
  ['👨‍👩‍👧', 1],
])('counts %j as a person does', (text, count) => {
  expect(countGraphemes(text)).toBe(count);
  expect(splitGraphemes(text)).toHaveLength(count);
  expect(splitGraphemes(text).join('')).toBe(text);
});
