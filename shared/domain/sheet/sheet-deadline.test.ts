import { describe, expect, it } from 'vitest';
import { testPeriod } from '../../../test/support/sheet-builders';
import { presentPeriod, runningPeriods } from '../period/running-periods';
import { sheetDeadline } from './sheet-deadline';

const period = {
  ...testPeriod,
  deadlines: { goalSetting: '2026-04-30', selfEvaluation: '2027-02-28', disclosed: '2027-04-30' },
};

describe('sheetDeadline', () => {
  it.each([
    ['goalSetting', '2026-04-30', '2026-04-30', false],
    ['goalSetting', '2026-05-01', '2026-04-30', true],
    ['inProgress', '2026-05-01', '2027-02-28', false],
    ['confirmed', '2027-05-01', '2027-04-30', true],
  ] as const)('of a sheet in %s on %s is %s', (stage, today, day, overdue) => {
    expect(sheetDeadline({ stage }, period, today)).toEqual({ day, overdue });
  });

  it.each(['goalAgreement', 'completed', 'exempt'] as const)('of one in %s is none', (stage) => {
    expect(sheetDeadline({ stage }, period, '2027-01-01')).toBeNull();
  });
});

describe('runningPeriods', () => {
  const next = { ...testPeriod, id: 'next', startsOn: '2027-04-01', endsOn: '2028-03-31' };
  const half = { ...testPeriod, id: 'half', startsOn: '2026-10-01' };
  const trial = { ...half, id: 'trial', audience: 'probation' as const };
  const all = [next, trial, half, period];
  const on = (today: string) => runningPeriods(all, today).map(({ id }) => id);

  it('are those that have begun, until some time after their last deadline', () => {
    expect(on('2026-05-01')).toEqual([period.id]);
    expect(on('2026-11-25')).toEqual(['trial', 'half', period.id]);
    expect(on('2027-06-01')).toEqual(['next', period.id]);
    expect(on('2027-08-01')).toEqual(['next']);
  });

  it('hold the newest where none is under way', () => {
    expect(on('2020-01-01')).toEqual(['next']);
    expect(runningPeriods([], '2020-01-01')).toEqual([]);
  });

  it('have one that everybody works in', () => {
    expect(presentPeriod(all, '2026-11-25')?.id).toBe('half');
    expect(presentPeriod([], '2026-11-25')).toBeNull();
  });
});
