import { describe, expect, it } from 'vitest';
import { testForm, testFrameworkSet, testId, testNow } from '../../../test/support/sheet-builders';
import { IkuseiError } from '../errors';
import { expectationGroups, expectationOf } from './expectations';
import { frameworkSetSchema } from './framework';
import {
  isUnsettled,
  openQuestions,
  settledTables,
  settleQuestion,
  withdrawSettlement,
} from './open-questions';

const questionId = 'taikeizu-1/shokumu-chishiki/shuji';
const ruleId = 'rule/2';
const later = '2026-12-01T00:00:00.000Z';
const by = testId(9);

describe('openQuestions', () => {
  it('lists six cells and one footnote, by ids that do not change', () => {
    expect(openQuestions(testFrameworkSet()).map(({ id, where }) => [id, where])).toEqual([
      [questionId, '職務知識／主事・技師(補)、主任'],
      [
        'taikeizu-1/shokumu-chishiki/yakushoku-teinen',
        '職務知識、理解・状況認識力、接遇／役職定年者',
      ],
      ['taikeizu-1/rikai-jokyo-ninshiki/shuji', '理解・状況認識力／主事・技師(補)、主任'],
      ['taikeizu-1/kikaku/kacho', '企画力／参事・課長'],
      ['taikeizu-1/kikaku/jicho', '企画力／次長'],
      ['taikeizu-1/shido-ikusei/jicho', '指導力・育成力／次長、部長'],
      [ruleId, '※の2つ目'],
    ]);
  });

  it('keeps its ids when the cells come in another order', () => {
    const set = testFrameworkSet();
    const turned = {
      ...set,
      tables: {
        ...set.tables,
        frameworks: set.tables.frameworks.map((framework) => ({
          ...framework,
          cells: framework.cells.toReversed(),
        })),
      },
    };
    const ids = (questions: { id: string }[]) => questions.map(({ id }) => id).toSorted();
    expect(ids(openQuestions(turned))).toEqual(ids(openQuestions(set)));
  });
});

describe('settling', () => {
  it('answers a question once, and anew', () => {
    const once = settleQuestion(testFrameworkSet(), { questionId, text: '一', by, now: testNow });
    const anew = settleQuestion(once, { questionId, text: ' 二\r\n', by, now: later });
    expect(anew.settlements).toEqual([{ questionId, text: '二', settledAt: later, settledBy: by }]);
    expect([anew.updatedAt, anew.updatedBy]).toEqual([later, by]);
    expect(frameworkSetSchema.parse(anew)).toEqual(anew);
    const asked = openQuestions(anew).find(({ id }) => id === questionId);
    expect(asked?.settlement?.text).toBe('二');
    expect(asked?.currentText).toContain('自己の立場');
    expect(isUnsettled(anew.settlements, questionId)).toBe(false);
    expect(isUnsettled(anew.settlements, ruleId)).toBe(true);
  });

  it('refuses an unknown question and an empty wording', () => {
    const set = testFrameworkSet();
    const settle = (id: string, text: string) => () =>
      settleQuestion(set, { questionId: id, text, by, now: testNow });
    expect(settle('taikeizu-1/handan/shuji', '文')).toThrow(IkuseiError);
    expect(settle(questionId, ' \n')).toThrow(IkuseiError);
  });

  it('can be taken back, and then asks again', () => {
    const set = testFrameworkSet();
    const settled = settleQuestion(set, { questionId, text: '一', by, now: testNow });
    const withdrawn = withdrawSettlement(settled, { questionId, by, now: later });
    expect(withdrawn.settlements).toEqual([]);
    expect(withdrawn.updatedAt).toBe(later);
    expect(withdrawSettlement(set, { questionId, by, now: later })).toBe(set);
  });
});

describe('settledTables', () => {
  const set = settleQuestion(
    settleQuestion(testFrameworkSet(), { questionId, text: '確定した文言。', by, now: testNow }),
    { questionId: ruleId, text: '確定した注記。', by, now: testNow },
  );

  it('puts the settled wording on new forms, without a question', () => {
    const { framework, notes } = testForm('shunin', set);
    expect(expectationOf(framework, 'shunin', 'shokumu-chishiki')).toBe('確定した文言。');
    const marked = expectationGroups(framework, 'shunin', 'ability').map((group) => [
      group.items[0]?.id,
      group.questionId !== null,
    ]);
    expect(marked).toContainEqual(['shokumu-chishiki', false]);
    expect(marked).toContainEqual(['rikai-jokyo-ninshiki', true]);
    expect(notes[1]).toEqual({ text: '確定した注記。', questionId: null });
    expect(settledTables(set).rules[1]?.confirm).toBeUndefined();
  });

  it('leaves what is open, and the published tables, as they were', () => {
    const before = testFrameworkSet();
    expect(settledTables(before)).toEqual(before.tables);
    expect(set.tables).toEqual(before.tables);
    expect(openQuestions(set)).toHaveLength(7);
  });
});
