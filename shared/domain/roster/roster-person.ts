import type { PlainDate } from '../period/period';

/** 在職, 休職・休業, 派遣, 退職. */
export const staffStatuses = ['active', 'leave', 'seconded', 'left'] as const;
export type StaffStatus = (typeof staffStatuses)[number];

export const statusLabels: Readonly<Record<StaffStatus, string>> = {
  active: '在職',
  leave: '休職',
  seconded: '派遣',
  left: '退職',
};

/** A post held beside the main one (兼務); it has evaluators of its own, who are consulted. */
export type ConcurrentPost = {
  unitCode: string;
  unitPath: readonly string[];
  positionName: string;
  firstEvaluator: string | null;
  secondEvaluator: string | null;
};

/** A person as the roster file has her; evaluators by their staff number. */
export type RosterPerson = {
  number: string;
  name: string;
  kana: string;
  unitCode: string;
  /** Department, division, section, as far as they are said. */
  unitPath: readonly string[];
  /** As it is written, e.g. `副主幹`. */
  positionName: string;
  payTable: string;
  /** As it is written, e.g. `5級`; empty when there is none. */
  grade: string;
  sectionHead: boolean;
  officeRetired: boolean;
  frameworkId: string;
  positionId: string;
  appointment: string;
  probationEndsOn: PlainDate | null;
  term: string;
  workingHours: string;
  appointer: string;
  hiredOn: PlainDate | null;
  assignedOn: PlainDate | null;
  firstEvaluator: string | null;
  secondEvaluator: string | null;
  status: StaffStatus;
  concurrentPosts: readonly ConcurrentPost[];
};
