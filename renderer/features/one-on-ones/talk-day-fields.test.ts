import { expect, it } from 'vitest';
import { typedDay, typedMinutes, typedTime } from './TalkDayFields';

it.each([
  ['10:00', '10:00'],
  ['9:05', '09:05'],
  ['930', '09:30'],
  ['１３：１５', '13:15'],
  ['9時', '09:00'],
  ['9時30分', '09:30'],
  ['9', '09:00'],
  ['', null],
  ['25:00', undefined],
  ['9:75', undefined],
  ['お昼', undefined],
])('reads %s as a time', (typed, time) => {
  expect(typedTime(typed)).toBe(time);
});

it('reads a day, and takes none that is too far ahead', () => {
  expect(typedDay('R8.10.1')).toBe('2026-10-01');
  expect(typedDay('１９９９０４０１')).toBe('1999-04-01');
  expect(typedDay('30000101')).toBeUndefined();
  expect(typedDay('')).toBeNull();
});

it('reads whole minutes', () => {
  expect(['３０', '4', '1441', 'x'].map(typedMinutes)).toEqual([30, null, null, null]);
});
