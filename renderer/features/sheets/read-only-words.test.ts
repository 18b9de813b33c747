import { describe, expect, it } from 'vitest';
import { readOnlyWords } from './read-only-words';

const evaluator = (name: string) => ({ staffId: name, name, jobTitle: '' });
const sheet: Parameters<typeof readOnlyWords>[0] = {
  stage: 'drafting',
  staff: {
    name: '吉田 美咲',
    kana: 'ヨシダ ミサキ',
    number: '100234',
    orgUnitId: 'unit',
    orgUnitPath: ['市民部'],
    positionName: '主任',
    grade: '3級',
    jobTitle: '',
  },
  firstEvaluator: evaluator('相川 直美'),
  secondEvaluator: null,
};

describe('why a sheet is only read', () => {
  it('is nothing to say to somebody who writes', () => {
    expect(readOnlyWords(sheet, ['first'])).toBeNull();
  });

  it('職員課 learns who writes; a place that nobody holds is left out', () => {
    expect(readOnlyWords(sheet, [])).toEqual({
      why: '職員課として読んでいます。',
      who: '書き込むのは、本人の 吉田 美咲 さん、一次評価者の 相川 直美 さんです。',
    });
  });

  it('nobody is named on a disclosed sheet, which nobody writes', () => {
    const words = readOnlyWords({ ...sheet, stage: 'disclosed' }, []);
    expect(words?.why).toContain('開示');
    expect(words?.who).not.toContain('さん');
  });
});
