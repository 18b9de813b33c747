import { describe, expect, it } from 'vitest';
import { deadlineDate, deadlineWords, weightNumber, weightWords } from './goal-plan-words';

describe('the deadline of a goal', () => {
  it('is a day in its one way of writing, or words as typed', () => {
    expect(deadlineDate('Ｒ８．１０．１')).toBe('2026-10-01');
    expect(deadlineWords('Ｒ８．１０．１')).toBe('令和8年10月1日');
    for (const words of ['年度内', ' 令和9年2月末', '令和9年2月30日', '']) {
      expect(deadlineDate(words)).toBeNull();
      expect(deadlineWords(words)).toBe(words);
    }
  });
});

describe('the weight of a goal', () => {
  it.each(['60', '６０', '60%', '６０％', ' 60 ％ '])('%j is 60', (typed) => {
    expect(weightNumber(typed)).toBe('60');
    expect(weightWords(typed)).toBe('60');
  });

  it.each(['', '未定', '６0割', '6-0'])('%j stays as typed', (typed) => {
    expect(weightNumber(typed)).toBeNull();
    expect(weightWords(typed)).toBe(typed);
  });
});
