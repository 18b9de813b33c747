import { describe, expect, it } from 'vitest';
import { stages } from '../../../shared/domain/sheet/sheet';
import { testSheet } from '../../../test/support/sheet-builders';
import { readOnlyWords } from './read-only-words';

const sheet = testSheet();

describe('why a sheet is only read', () => {
  it('is nothing to say to somebody who writes', () => {
    expect(readOnlyWords(sheet, ['first'], null)).toBeNull();
  });

  it.each([
    ['inProgress', '本人の 𠮷田 美咲 さんの番'],
    ['firstEvaluation', '一次評価者の 相川 直美 さんの番'],
    ['secondEvaluation', '二次評価者の 山﨑 徹 さんの番'],
    ['confirmed', '職員課の番'],
  ] as const)('at %s it is somebody else’s turn, and who that is', (stage, who) => {
    expect(readOnlyWords({ ...sheet, stage }, [], null)).toContain(who);
  });

  it('names the remark that is shared all the same', () => {
    const words = readOnlyWords({ ...sheet, stage: 'inProgress' }, [], '担当業務の改善点');
    expect(words).toContain('ただし「担当業務の改善点」は');
  });

  it('nobody is named where nobody will write any more', () => {
    for (const stage of ['completed', 'exempt'] as const) {
      expect(readOnlyWords({ ...sheet, stage }, [], null)).not.toContain('さん');
    }
  });

  it('has words for every stage', () => {
    for (const stage of stages) {
      expect(readOnlyWords({ ...sheet, stage, secondEvaluator: null }, [], null)).not.toBe('');
    }
  });
});
