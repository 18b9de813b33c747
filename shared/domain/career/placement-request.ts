import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';
import { workFieldSchema } from './work-field';

/** Through the 所属長, who adds an opinion, or sealed to 職員課 alone. */
export const placementRoutes = ['throughHead', 'sealed'] as const;
export const placementRouteSchema = z.enum(placementRoutes);
export type PlacementRoute = z.infer<typeof placementRouteSchema>;

export const requestStates = ['draft', 'handedIn'] as const;
export const requestStateSchema = z.enum(requestStates);
export type RequestState = z.infer<typeof requestStateSchema>;

export const MOST_WISHES = 3;

/** Where she would like to work: a unit, a field of work, or words for either. */
export const placementWishSchema = z.looseObject({
  unitId: idSchema.nullable(),
  field: workFieldSchema.nullable(),
  words: lineSchema,
  reason: longTextSchema,
});
export type PlacementWish = z.infer<typeof placementWishSchema>;

/** 配属希望申告: one person × one fiscal year. Only she writes it. */
export const placementRequestSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  fiscalYear: z.int().min(1989).max(2200),
  route: placementRouteSchema,
  state: requestStateSchema,
  handedInOn: plainDateSchema.nullable(),
  /** Who were her 上司 on the day she handed it in through them; nobody who becomes one later reads it. */
  headIds: z.array(idSchema),
  /** She wishes to stay where she is. */
  stay: z.boolean(),
  stayReason: longTextSchema,
  wishes: z.array(placementWishSchema).max(MOST_WISHES),
});
export type PlacementRequest = z.infer<typeof placementRequestSchema>;

/**
 * That a request was destroyed. It names whose and of which year, and nothing of what it
 * said or by which route it came.
 */
export const destructionRecordSchema = z.looseObject({
  ...recordBase,
  requestId: idSchema,
  staffId: idSchema,
  fiscalYear: z.int().min(1989).max(2200),
  keptUntil: plainDateSchema,
  destroyedOn: plainDateSchema,
  /** The last day on which a copy can still hold the text. */
  copiesUntil: plainDateSchema,
  byName: lineSchema,
});
export type DestructionRecord = z.infer<typeof destructionRecordSchema>;
