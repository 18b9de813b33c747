import { describe, expect, it } from 'vitest';
import { testId, testNow } from '../../../test/support/sheet-builders';
import {
  blankWish,
  changeRequest,
  handInRequest,
  newPlacementRequest,
  takeBackRequest,
} from './change-request';
import { copiesUntil, isDue, keptUntil } from './retention';

const made = { now: testNow, by: testId(10) };
const today = '2026-11-25';
const HEAD = testId(11);
const request = newPlacementRequest({ ...made, id: testId(60), fiscalYear: 2026 });

describe('a request for a placement', () => {
  it('begins sealed, so that it goes through nobody by mistake', () => {
    expect(request).toMatchObject({ route: 'sealed', state: 'draft', handedInOn: null });
  });

  it('has three wishes at most, and drops those that say nothing when it is handed in', () => {
    const wish = { ...blankWish, words: '税の仕事', reason: '学びたい\u0000' };
    const four = changeRequest(request, { wishes: [blankWish, wish, wish, wish] }, made);
    expect(four.wishes).toHaveLength(3);
    const handedIn = handInRequest(four, { ...made, today, headIds: [HEAD] });
    expect(handedIn).toMatchObject({ state: 'handedIn', handedInOn: today, headIds: [] });
    expect(handedIn.wishes.map(({ reason }) => reason)).toEqual(['学びたい', '学びたい']);
  });

  it('cannot be handed in empty', () => {
    expect(() => handInRequest(request, { ...made, today, headIds: [HEAD] })).toThrow('E170');
    const stays = changeRequest(request, { stay: true }, made);
    expect(handInRequest(stays, { ...made, today, headIds: [HEAD] }).state).toBe('handedIn');
  });

  it('stands still once it is handed in, until its writer takes it back', () => {
    const stays = changeRequest(request, { stay: true }, made);
    const handedIn = handInRequest(stays, { ...made, today, headIds: [HEAD] });
    expect(() => changeRequest(handedIn, { route: 'throughHead' }, made)).toThrow('E114');
    expect(() => takeBackRequest(handedIn, [], { ...made, by: testId(11) })).toThrow('E114');
    expect(takeBackRequest(handedIn, [], made)).toMatchObject({
      state: 'draft',
      handedInOn: null,
      headIds: [],
    });
  });
});

describe('how long a request is kept', () => {
  it('is three years after the end of its own', () => {
    expect(keptUntil({ fiscalYear: 2022 })).toBe('2026-03-31');
    expect(isDue({ fiscalYear: 2022 }, '2026-03-31')).toBe(false);
    expect(isDue({ fiscalYear: 2022 }, '2026-04-01')).toBe(true);
  });

  it('is a month longer in the copies', () => {
    expect(copiesUntil('2026-04-01')).toBe('2026-05-02');
  });
});
