import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testId, testNow } from '../../../test/support/sheet-builders';
import type { Viewer } from '../sheet/stage-rules';
import { type Appeal, appealStates } from './appeal';
import {
  type AppealRole,
  appealActions,
  appealRoleOf,
  isStanding,
  mayDo,
  readableAppeal,
  stateAfter,
  statementOf,
} from './appeal-rules';
import { appealWindow, daysLeft, isAppealOpen } from './appeal-window';

describe('an appeal that stands', () => {
  const about = (state: Appeal['state'], filedOn: string | null = '2027-03-25') =>
    isStanding({ state, filedOn }, { disclosedOn: '2027-03-20' });

  it('is every one about this result that was not withdrawn', () => {
    expect(appealStates.filter((state) => !about(state))).toEqual(['withdrawn']);
    expect(about('draft', null)).toBe(true);
  });

  it('is not one that was decided about an earlier result', () => {
    expect(about('decided', '2027-03-10')).toBe(false);
    expect(about('filed', '2027-03-10')).toBe(true);
  });
});

describe('the days of an appeal', () => {
  it('are counted from the day after 開示, over holidays and the turn of the year', () => {
    expect(appealWindow('2026-12-25', 14)).toEqual({
      countedFrom: '2026-12-26',
      lastDay: '2027-01-08',
    });
    expect(appealWindow('2028-02-28', 1)).toEqual({
      countedFrom: '2028-02-29',
      lastDay: '2028-02-29',
    });
  });

  it('are open on the day of 開示 and on the last day, and closed outside them', () => {
    const open = (today: string) => isAppealOpen('2027-03-20', 14, today);
    expect(open('2027-03-19')).toBe(false);
    expect(open('2027-03-20')).toBe(true);
    expect(open('2027-04-03')).toBe(true);
    expect(open('2027-04-04')).toBe(false);
  });

  it('are as many as the setting says, whatever the day', () => {
    const days = fc.integer({ min: 1, max: 365 });
    const starts = fc.date({
      min: new Date('2019-05-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(starts, days, (start, count) => {
        const { countedFrom, lastDay } = appealWindow(start.toISOString().slice(0, 10), count);
        expect(daysLeft(lastDay, countedFrom)).toBe(count);
        expect(daysLeft(lastDay, lastDay)).toBe(1);
      }),
    );
  });
});

describe('the states of an appeal', () => {
  it('allow exactly this', () => {
    const allowed = appealActions.flatMap((action) =>
      appealStates.flatMap((state) =>
        ([null, 'employee', 'hr'] as (AppealRole | null)[])
          .filter((role) => mayDo(action, role, state))
          .map((role) => `${role} ${action} ${state} -> ${stateAfter(action, state)}`),
      ),
    );
    expect(allowed).toEqual([
      'employee write draft -> draft',
      'employee file draft -> filed',
      'employee withdraw filed -> withdrawn',
      'employee withdraw examined -> withdrawn',
      'hr examine filed -> examined',
      'hr ask examined -> examined',
      'hr record examined -> examined',
      'hr decide examined -> decided',
    ]);
  });

  it('are for the person and for those of 職員課 who do not evaluate her', () => {
    const roles: [Viewer, AppealRole | null][] = [
      [[], null],
      [['employee'], 'employee'],
      [['first'], null],
      [['second'], null],
      [['hr'], 'hr'],
      [['first', 'hr'], null],
      [['second', 'hr'], null],
    ];
    for (const [viewer, role] of roles) expect(appealRoleOf(viewer)).toBe(role);
  });
});

const appeal: Appeal = {
  id: testId(80),
  schemaVersion: 4,
  updatedAt: testNow,
  updatedBy: testId(10),
  sheetId: testId(5),
  staffId: testId(10),
  state: 'examined',
  text: '申出',
  filedOn: '2027-03-21',
  evidence: [
    { title: '本人の資料', text: '', addedBy: 'employee' },
    { title: '職員課の資料', text: '', addedBy: 'hr' },
  ],
  statements: [
    {
      evaluatorId: testId(11),
      evaluatorName: '相川 直美',
      question: '問い',
      askedOn: '2027-03-25',
      text: '答え',
      statedOn: null,
    },
  ],
  result: '案',
  decidedOn: null,
};

describe('what is read of an appeal', () => {
  it('is a draft for nobody but the person', () => {
    expect(readableAppeal({ ...appeal, state: 'draft' }, 'hr')).toBeNull();
    expect(readableAppeal({ ...appeal, state: 'draft' }, 'employee')).not.toBeNull();
    for (const state of appealStates) expect(readableAppeal({ ...appeal, state }, null)).toBeNull();
  });

  it('keeps statements, what 職員課 adds and an undecided result from the person', () => {
    const own = readableAppeal(appeal, 'employee');
    expect(own).toMatchObject({ statements: [], result: '' });
    expect(own?.evidence.map(({ title }) => title)).toEqual(['本人の資料']);
    expect(readableAppeal({ ...appeal, state: 'decided' }, 'employee')?.result).toBe('案');
  });

  it('is the question alone for the asked evaluator, and while it is examined', () => {
    expect(statementOf(appeal, testId(11))?.question).toBe('問い');
    expect(statementOf(appeal, testId(12))).toBeNull();
    for (const state of appealStates.filter((other) => other !== 'examined')) {
      expect(statementOf({ ...appeal, state }, testId(11))).toBeNull();
    }
  });
});
