/** A record of any age, before its own parser has seen it. */
export type RawRecord = Record<string, unknown>;

/**
 * One step of the stored shapes, pure: used when a database is upgraded and when an old
 * file is read. Shapes are frozen here and never imported from the domain, which moves on.
 */
export type Migration = {
  /** The schema version a record has afterwards; before it was one less. */
  to: number;
  /** The new record; null when the record has no place in the new shape. */
  record: (table: string, record: RawRecord) => RawRecord | null;
};

/**
 * Carries one record up to the newest version of `migrations`.
 *
 * @param from the version the record has now
 * @throws RangeError when a step is missing, so that nothing is half-migrated
 */
export function migrateRecord(
  migrations: readonly Migration[],
  table: string,
  record: RawRecord,
  from: number,
): RawRecord | null {
  let current: RawRecord | null = record;
  const newest = migrations.at(-1)?.to ?? from;
  for (let version = from + 1; version <= newest; version += 1) {
    const step = migrations.find((migration) => migration.to === version);
    if (step === undefined) throw new RangeError(`no migration to schema ${version}`);
    if (current === null) return null;
    current = step.record(table, current);
  }
  return current;
}
