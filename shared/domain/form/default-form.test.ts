import { describe, expect, it } from 'vitest';
import {
  testForm,
  testFrameworkSet,
  testId,
  testNow,
  testPeriod,
} from '../../../test/support/sheet-builders';
import { IkuseiError } from '../errors';
import { policyTables } from '../framework/policy-tables';
import { makeForm } from './default-form';
import { formSchema } from './form';

const make = (frameworkId: string, positionId: string) =>
  makeForm({
    frameworkSet: testFrameworkSet(),
    frameworkId,
    positionId,
    period: testPeriod,
    id: testId(4),
    now: testNow,
    by: testId(1),
  });

describe('makeForm', () => {
  it.each(
    policyTables.frameworks.flatMap((framework) =>
      framework.positions.map((position) => [framework.id, position.id]),
    ),
  )('makes a valid form of %s for %s', (frameworkId, positionId) => {
    const form = make(frameworkId ?? '', positionId ?? '');
    expect(formSchema.parse(form)).toEqual(form);
    expect([form.framework.id, form.positionId]).toEqual([frameworkId, positionId]);
    expect([form.periodId, form.frameworkSetVersion]).toEqual([testPeriod.id, 1]);
  });

  it('has the scale, titles and remarks of the first form', () => {
    const form = testForm();
    expect(form.scale.steps.map(({ rating }) => rating)).toEqual(['S', 'A', 'B', 'C', 'D']);
    expect(form.formNumber).toBe('様式第1号（初期値）');
    expect(form.sectionTitles).toEqual({
      goals: '実績（個人目標）',
      ability: '能力',
      conduct: '意識・行動',
      development: '育成',
      overall: '総合所見',
    });
    expect(form.development.map(({ id, name, authors }) => [id, name, authors.join()])).toEqual([
      ['strengths', '本人の長所', 'employee,first'],
      ['growth', '伸ばしたい点', 'employee,first'],
      ['improvement', '担当業務の改善点', 'employee,first'],
      ['advice', '次期に向けた助言と研修', 'first'],
    ]);
    expect(form.overall.map(({ id, rated }) => [id, rated])).toEqual([
      ['first', true],
      ['second', true],
    ]);
  });

  it('prints the footnotes with a table only', () => {
    expect(testForm().notes).toEqual([
      { text: policyTables.rules[0]?.text, questionId: null },
      { text: policyTables.rules[1]?.text, questionId: 'rule/2' },
    ]);
    expect(testForm('kaikei-nendo').notes).toEqual([]);
  });

  it('refuses a framework or position that is not there', () => {
    expect(() => make('taikeizu-9', 'shunin')).toThrow(IkuseiError);
    expect(() => make('taikeizu-2', 'shunin')).toThrow(IkuseiError);
  });
});
