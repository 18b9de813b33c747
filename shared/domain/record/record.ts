import * as z from 'zod';

/** Every id is a UUID; new ones are UUIDv7 (`newId` in `id.ts`). */
export const idSchema = z.uuid();
export type Id = z.infer<typeof idSchema>;

/** An instant as `2026-11-22T08:25:59.123Z`, always UTC. */
export const instantSchema = z.iso.datetime();
export type Instant = z.infer<typeof instantSchema>;

/**
 * What every stored record carries (design §6). `schemaVersion` is the version of the
 * record's own shape, so that a record found in an old file can be migrated alone.
 */
export const recordBase = {
  id: idSchema,
  schemaVersion: z.int().min(1),
  updatedAt: instantSchema,
  updatedBy: idSchema,
};

/** The version of all record shapes in this build. Raised together with a migration. */
export const SCHEMA_VERSION = 5;

/** Free text a person wrote. Bounded only against hostile input, never against people. */
export const longTextSchema = z.string().max(200_000);

/** An id that becomes part of other ids: a framework item, a position, a remark. */
export const slugSchema = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/u);

/** One-line text: a name, a title, a number. */
export const lineSchema = z.string().max(1_000);
