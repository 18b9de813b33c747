import * as z from 'zod';
import { lineSchema } from '../record/record';

/** 在職, 休職・休業, 派遣, 退職. */
export const staffStatuses = ['active', 'leave', 'seconded', 'left'] as const;
export const staffStatusSchema = z.enum(staffStatuses);
export type StaffStatus = z.infer<typeof staffStatusSchema>;

/** A post held beside the main one (兼務); evaluators by staff number, who are consulted. */
export const concurrentPostSchema = z.looseObject({
  unitCode: lineSchema,
  unitPath: z.array(lineSchema).readonly(),
  positionName: lineSchema,
  firstEvaluator: lineSchema.nullable(),
  secondEvaluator: lineSchema.nullable(),
});

/** What the roster says of a person beyond what a sheet is made from. */
export const rosterFactsSchema = z.looseObject({
  unitCode: lineSchema,
  positionName: lineSchema,
  payTable: lineSchema,
  sectionHead: z.boolean(),
  officeRetired: z.boolean(),
  appointment: lineSchema,
  probationEndsOn: z.iso.date().nullable(),
  term: lineSchema,
  workingHours: lineSchema,
  appointer: lineSchema,
  hiredOn: z.iso.date().nullable(),
  assignedOn: z.iso.date().nullable(),
  status: staffStatusSchema,
  concurrentPosts: z.array(concurrentPostSchema).readonly(),
});
export type RosterFacts = z.infer<typeof rosterFactsSchema>;

/** What somebody whom no roster has named yet is taken to be, beside her place. */
export const unsaidRosterFacts: RosterFacts = {
  unitCode: '',
  positionName: '',
  payTable: '',
  sectionHead: false,
  officeRetired: false,
  appointment: '',
  probationEndsOn: null,
  term: '',
  workingHours: '',
  appointer: '',
  hiredOn: null,
  assignedOn: null,
  status: 'active',
  concurrentPosts: [],
};
