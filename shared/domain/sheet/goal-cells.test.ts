import { describe, expect, it } from 'vitest';
import { goalsFromCells } from './goal-cells';
import { blankGoal } from './new-goal';

describe('goalsFromCells', () => {
  it('takes the columns in the order of the form', () => {
    const rows = [['窓口の改善', '年度末', '60', '◎', '3日にする', '分担する']];
    expect(goalsFromCells(rows)).toEqual({
      goals: [
        {
          ...blankGoal,
          content: '窓口の改善',
          deadline: '年度末',
          weight: '60',
          difficulty: 'high',
          level: '3日にする',
          method: '分担する',
        },
      ],
      leftOut: 0,
    });
  });

  it('takes them by their headings in any order, and says what has no place', () => {
    const rows = [
      ['番号', '割合（％）', '目標', '困難度'],
      ['1', '60', '窓口の改善', '△ 平易'],
      ['', '40', '後輩の育成', ''],
    ];
    expect(goalsFromCells(rows)).toEqual({
      goals: [
        { ...blankGoal, content: '窓口の改善', weight: '60', difficulty: 'low' },
        { ...blankGoal, content: '後輩の育成', weight: '40' },
      ],
      leftOut: 1,
    });
  });

  it('takes a goal called 目標 for a goal, and leaves empty rows out', () => {
    expect(goalsFromCells([['目標'], [' '], ['後輩の育成']]).goals).toEqual([
      { ...blankGoal, content: '目標' },
      { ...blankGoal, content: '後輩の育成' },
    ]);
  });

  it('takes the importance and the reason of a difficulty by their headings', () => {
    const rows = [
      ['目標', '困難度', '困難度の理由', '重要度'],
      ['窓口の改善', '◎', '前例がない', '◎ 重要'],
      ['後輩の育成', '', '', '高い'],
    ];
    expect(goalsFromCells(rows)).toEqual({
      goals: [
        {
          ...blankGoal,
          content: '窓口の改善',
          difficulty: 'high',
          difficultyReason: '前例がない',
          importance: 'high',
        },
        { ...blankGoal, content: '後輩の育成' },
      ],
      leftOut: 1,
    });
  });

  it('counts a difficulty it does not know instead of guessing', () => {
    expect(goalsFromCells([['目標一', '', '', 'とても']])).toEqual({
      goals: [{ ...blankGoal, content: '目標一' }],
      leftOut: 1,
    });
  });
});
