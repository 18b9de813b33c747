import { describe, expect, it } from 'vitest';
import type { NoSuggestion, PartScore, WeightFault } from './score-sheet';
import { effectWords, noSuggestionWords, weightFaultWords } from './score-words';

const counted: PartScore & { counted: true } = {
  partId: 'goal/1',
  name: '個人目標1',
  rating: 'A',
  counted: true,
  base: 4,
  effects: [],
  points: 4,
  cutAt: null,
  weight: null,
};

describe('effectWords', () => {
  it('names each effect with its sign, and the end of the scale that cuts it', () => {
    expect(effectWords(counted)).toBe('');
    expect(
      effectWords({
        ...counted,
        effects: [
          { cause: 'difficult', change: 1 },
          { cause: 'challenge', change: 0.5 },
        ],
        cutAt: 'highest',
      }),
    ).toBe('困難度◎ ＋1、上位職への挑戦 ＋0.5、上限まで');
    expect(
      effectWords({ ...counted, effects: [{ cause: 'easy', change: -1 }], cutAt: 'lowest' }),
    ).toBe('困難度△ －1、下限まで');
  });
});

describe('noSuggestionWords', () => {
  it.each<[NoSuggestion, string]>([
    [{ kind: 'notConfirmed' }, '職員課が点数を確定するまで、評語の提案は出ません。'],
    [
      { kind: 'missing', names: ['接遇', '判断力'] },
      '評語のないところが 2 件あるため、評語の提案は出ません（接遇、判断力）。',
    ],
    [{ kind: 'goalWeights' }, '個人目標の割合がそろわないため、評語の提案は出ません。'],
  ])('is one sentence for %j', (reason, words) => {
    expect(noSuggestionWords(reason)).toBe(words);
  });
});

describe('weightFaultWords', () => {
  it.each<[WeightFault, string]>([
    [{ kind: 'none' }, '個人目標に割合がないため、同じ重さで平均しています。'],
    [
      { kind: 'some', without: ['個人目標2'] },
      '個人目標2に割合がないため、割合を使わず、同じ重さで平均しています。',
    ],
    [
      { kind: 'sum', sum: 90 },
      '個人目標の割合の合計が 90％で 100％ではないため、割合を使わず、同じ重さで平均しています。',
    ],
  ])('says for %j what is done instead', (fault, words) => {
    expect(weightFaultWords(fault)).toBe(words);
  });
});
