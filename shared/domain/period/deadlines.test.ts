import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayLater } from './day-steps';
import { defaultDeadlines, periodFaults } from './deadlines';
import { deadlinesSchema } from './period';

const year = { name: '令和8年度 年間評価', startsOn: '2026-04-01', endsOn: '2027-03-31' };

describe('defaultDeadlines', () => {
  it('gives April to the goals and March to the evaluation', () => {
    expect(defaultDeadlines(year)).toEqual({
      goalSetting: '2026-04-30',
      goalAgreement: '2026-05-31',
      selfEvaluation: '2027-02-28',
      firstEvaluation: '2027-03-15',
      secondEvaluation: '2027-03-25',
      confirmation: '2027-03-31',
      disclosed: '2027-04-30',
    });
  });

  it('are in order however short the period is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (days) => {
        const span = { ...year, endsOn: dayLater(year.startsOn, days) };
        const deadlines = defaultDeadlines(span);
        expect(deadlinesSchema.parse(deadlines)).toEqual(deadlines);
        expect(periodFaults({ ...span, deadlines })).toEqual([]);
      }),
    );
  });
});

describe('periodFaults', () => {
  it('finds a step that ends before the one ahead of it', () => {
    const deadlines = { goalSetting: '2026-05-10', goalAgreement: '2026-05-01' };
    expect(periodFaults({ ...year, deadlines })).toEqual([
      {
        place: 'goalAgreement',
        words:
          '期首面談・合意の期限（令和8年5月1日）が、目標の提出の期限（令和8年5月10日）より前です。',
      },
    ]);
  });

  it('finds a period that ends before it begins, and one without a name', () => {
    const faults = periodFaults({ ...year, name: '', endsOn: '2026-03-31', deadlines: {} });
    expect(faults.map(({ place }) => place)).toEqual(['name', 'endsOn']);
  });
});
