import { describe, expect, it } from 'vitest';
import type { UndoStep } from '../../../shared/domain/sheet/undo-step';
import { testGoal, testId, testNow } from '../../../test/support/sheet-builders';
import type { PartPlan, SectionPlan } from './sheet-plan';
import { nothingWords, stepWords, turnedWords } from './undo-words';

function section(id: SectionPlan['id'], partId: string, name: string, rated: boolean): SectionPlan {
  const part: PartPlan = {
    partId,
    section: id,
    name,
    rated,
    expectation: null,
    columns: [],
    writesGoal: false,
    goal: null,
    unitGoal: null,
  };
  return { id, title: id, parts: [part], growing: false };
}

const sections = [
  section('goals', 'goal/1', '個人目標1', true),
  section('ability', 'item/chishiki', '職務知識', true),
  section('development', 'development/strengths', '本人の長所', false),
  section('overall', 'overall/first', '一次評価者', true),
];

function step(partId: string, change: Pick<UndoStep, 'before' | 'after'>): UndoStep {
  return {
    id: testId(1),
    schemaVersion: 2,
    updatedAt: testNow,
    updatedBy: testId(2),
    sheetId: testId(3),
    staffId: testId(2),
    partId,
    author: 'first',
    ...change,
    begunAt: testNow,
    closed: false,
    undone: false,
  };
}

const rating = { before: { rating: null }, after: { rating: 'A' } };
const text = { before: { text: '' }, after: { text: '文' } };

describe('stepWords', () => {
  it.each<[string, string, Pick<UndoStep, 'before' | 'after'>]>([
    ['「職務知識の評語」', 'item/chishiki', rating],
    ['「職務知識の根拠となる事実」', 'item/chishiki', text],
    ['「個人目標1の結果と根拠」', 'goal/1', text],
    ['「本人の長所」', 'development/strengths', text],
    ['「一次評価者の所見」', 'overall/first', text],
    [
      '「職務知識の評語・根拠となる事実」',
      'item/chishiki',
      { before: { rating: null, text: '' }, after: { rating: 'A', text: '文' } },
    ],
    [
      '「個人目標1の割合・困難度」',
      'goal/1',
      {
        before: { goal: { weight: '', difficulty: 'normal' } },
        after: { goal: { weight: '40', difficulty: 'high' } },
      },
    ],
    [
      '「個人目標1の上位職相当への挑戦」',
      'goal/1',
      { before: { goal: { challenge: false } }, after: { goal: { challenge: true } } },
    ],
    ['「個人目標1の追加」', 'goal/1', { before: { goal: null }, after: { goal: testGoal() } }],
    ['「個人目標の取り除き」', 'goal/9', { before: { removed: false }, after: { removed: true } }],
    ['「個人目標1の元に戻し」', 'goal/1', { before: { removed: true }, after: { removed: false } }],
  ])('says %s', (words, partId, change) => {
    expect(stepWords(step(partId, change), sections, false)).toBe(words);
  });

  it('names the column where the reader writes several', () => {
    expect(stepWords(step('item/chishiki', rating), sections, true)).toBe(
      '「職務知識の一次評価者の評語」',
    );
    expect(stepWords(step('development/strengths', text), sections, true)).toBe(
      '「本人の長所（一次評価者）」',
    );
  });
});

it('says what was done, and when there is nothing left', () => {
  expect(turnedWords('undo', '「職務知識の評語」', 1)).toBe('「職務知識の評語」を元に戻しました');
  expect(turnedWords('redo', '「職務知識の評語」', 1)).toBe('「職務知識の評語」をやり直しました');
  expect(nothingWords('undo')).toContain('元に戻せるもの');
});
