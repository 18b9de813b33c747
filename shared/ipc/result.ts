import * as z from 'zod';
import { type ErrorName, errorNames } from '../domain/errors';

/** What crosses the wire: a value, or an error by name. Never a stack trace. */
export type IpcResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; error: { name: ErrorName; detail: string } };

export const ipcResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ name: z.enum(errorNames), detail: z.string() }),
  }),
]);
