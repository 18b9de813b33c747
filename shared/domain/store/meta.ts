import * as z from 'zod';
import { idSchema, instantSchema, recordBase } from '../record/record';

export const dataSetSchema = z.enum(['real', 'sample']);
/** Which of the two databases: real data, or the 見本 office. They never mix. */
export type DataSet = z.infer<typeof dataSetSchema>;

/**
 * What the store knows of itself, written in every transaction. `generation` counts the
 * transactions; `counts` holds the rows per table after that transaction, so that a
 * start can tell a whole store from one that lost rows (robust.md B1).
 */
export const storeStateSchema = z.looseObject({
  id: z.literal('store'),
  dataSet: dataSetSchema,
  datasetId: idSchema,
  schemaVersion: z.int().min(1),
  generation: z.int().min(1),
  counts: z.record(z.string(), z.int().min(0)),
  createdAt: instantSchema,
});
export type StoreState = z.infer<typeof storeStateSchema>;

export const rightSchema = z.enum(['employee', 'hr']);
export type Right = z.infer<typeof rightSchema>;

/** Who works with this store. In real data it never changes once written. */
export const identitySchema = z.looseObject({
  ...recordBase,
  id: z.literal('identity'),
  staffId: idSchema,
  rights: z.array(rightSchema).min(1),
});
export type Identity = z.infer<typeof identitySchema>;

/** What main keeps beside the store about it; it may lag the store, never lead it. */
export const sentinelSchema = z.object({
  datasetId: idSchema,
  schemaVersion: z.int().min(1),
  generation: z.int().min(1),
  counts: z.record(z.string(), z.int().min(0)),
  savedAt: instantSchema,
});
export type Sentinel = z.infer<typeof sentinelSchema>;
