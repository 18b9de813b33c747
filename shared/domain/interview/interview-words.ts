import type { InterviewKind } from './interview';

export const interviewLabels: Readonly<Record<InterviewKind, string>> = {
  start: '期首面談',
  middle: '期中面談',
  end: '期末面談',
};
