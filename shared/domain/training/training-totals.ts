import { fiscalYearOf } from '../period/fiscal-year';
import { type TrainingKind, trainingKinds } from './training-call';
import type { TrainingRecord } from './training-record';

export type TrainingTotal = { count: number; hours: number; byKind: Record<TrainingKind, number> };

/** The fiscal year a record counts in; null while it has no day. */
export function yearOfRecord({
  startsOn,
  endsOn,
}: Pick<TrainingRecord, 'startsOn' | 'endsOn'>): number | null {
  const day = startsOn ?? endsOn;
  return day === null ? null : fiscalYearOf(day);
}

/** How often and how long; what has no hours said counts once and with none. */
export function totalOf(records: readonly TrainingRecord[]): TrainingTotal {
  const byKind = Object.fromEntries(trainingKinds.map((kind) => [kind, 0])) as Record<
    TrainingKind,
    number
  >;
  let hours = 0;
  for (const record of records) {
    byKind[record.kind] += 1;
    hours += record.hours ?? 0;
  }
  // Halves and quarters add up; a tail of binary digits is nobody's hours.
  return { count: records.length, hours: Math.round(hours * 100) / 100, byKind };
}

/** Newest first; what has no day yet stands on top, to be filled in. */
export function sortRecords(records: readonly TrainingRecord[]): TrainingRecord[] {
  const key = ({ startsOn, endsOn }: TrainingRecord) => startsOn ?? endsOn ?? '9999';
  return records.toSorted((one, other) => key(other).localeCompare(key(one)));
}
