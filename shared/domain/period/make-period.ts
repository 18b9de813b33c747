import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { fiscalYearEnd, fiscalYearName, fiscalYearStart } from './fiscal-year';
import type { Period } from './period';

/** 年間評価 of a fiscal year, 1 April to 31 March. */
export function makeAnnualPeriod(made: {
  fiscalYear: number;
  id: Id;
  now: Instant;
  by: Id;
}): Period {
  return {
    id: made.id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: made.now,
    updatedBy: made.by,
    name: `${fiscalYearName(made.fiscalYear)} 年間評価`,
    kind: 'annual',
    fiscalYear: made.fiscalYear,
    startsOn: fiscalYearStart(made.fiscalYear),
    endsOn: fiscalYearEnd(made.fiscalYear),
  };
}
