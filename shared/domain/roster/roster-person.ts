import type { RosterFacts, StaffStatus } from '../staff/roster-facts';

export const statusLabels: Readonly<Record<StaffStatus, string>> = {
  active: '在職',
  leave: '休職',
  seconded: '派遣',
  left: '退職',
};

/** A person as the roster file has her; evaluators by their staff number. */
export type RosterPerson = {
  number: string;
  name: string;
  kana: string;
  /** Department, division, section, as far as they are said. */
  unitPath: readonly string[];
  /** As it is written, e.g. `5級`; empty when there is none. */
  grade: string;
  frameworkId: string;
  positionId: string;
  firstEvaluator: string | null;
  secondEvaluator: string | null;
  facts: RosterFacts;
};

export type ConcurrentPost = RosterFacts['concurrentPosts'][number];
