import { fixedId } from '../record/id';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { fiscalYearEnd, fiscalYearName, fiscalYearStart } from './fiscal-year';
import type { Period } from './period';

const ANNUAL_PERIOD_KIND = 1;

/**
 * 年間評価 of a fiscal year, 1 April to 31 March. Every PC gives it the same id, so that a
 * sheet begun before 職員課 hands out still belongs to the period that comes with it.
 */
export function makeAnnualPeriod(made: { fiscalYear: number; now: Instant; by: Id }): Period {
  return {
    id: fixedId(ANNUAL_PERIOD_KIND, made.fiscalYear),
    schemaVersion: SCHEMA_VERSION,
    updatedAt: made.now,
    updatedBy: made.by,
    name: `${fiscalYearName(made.fiscalYear)} 年間評価`,
    kind: 'annual',
    fiscalYear: made.fiscalYear,
    startsOn: fiscalYearStart(made.fiscalYear),
    endsOn: fiscalYearEnd(made.fiscalYear),
    deadlines: {},
  };
}
