import { dayLater } from './day-steps';
import { type DeadlineStep, type Deadlines, deadlineSteps, type Period } from './period';
import { formatWareki } from './wareki';

/** The steps with a deadline, in the words of the form that asks for it. */
export const deadlineLabels: Readonly<Record<DeadlineStep, string>> = {
  goalSetting: '目標の提出',
  goalAgreement: '期首面談・合意',
  selfEvaluation: '自己評価の提出',
  firstEvaluation: '一次評価',
  secondEvaluation: '二次評価',
  leveling: '調整',
  confirmation: '確定',
  disclosed: '開示',
};

type Span = Pick<Period, 'startsOn' | 'endsOn'>;

/** Days by which a step is over: after the period's start, or before its end. */
const usualDays: readonly (readonly [DeadlineStep, 'start' | 'end', number])[] = [
  ['goalSetting', 'start', 29],
  ['goalAgreement', 'start', 60],
  ['selfEvaluation', 'end', -31],
  ['firstEvaluation', 'end', -16],
  ['secondEvaluation', 'end', -6],
  ['confirmation', 'end', 0],
  ['disclosed', 'end', 30],
];

/**
 * 「初期値」: a month for the goals, two for their agreement, and the last month for the
 * evaluation; less where the period is short. 調整 has none until it is used.
 */
export function defaultDeadlines(period: Span): Deadlines {
  const days = daysBetween(period.startsOn, period.endsOn);
  const deadlines: Deadlines = {};
  for (const [step, from, offset] of usualDays) {
    const scaled = Math.trunc(offset * Math.min(1, days / 180));
    deadlines[step] = dayLater(from === 'start' ? period.startsOn : period.endsOn, scaled);
  }
  return deadlines;
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

export type PeriodFault = { place: 'name' | 'endsOn' | DeadlineStep; words: string };

/** What is wrong with the days of a period: each step ends no sooner than the one before. */
export function periodFaults(
  period: Pick<Period, 'name' | 'startsOn' | 'endsOn' | 'deadlines'>,
): PeriodFault[] {
  const faults: PeriodFault[] = [];
  if (period.name.trim() === '') faults.push({ place: 'name', words: '評価期間の名前が空です。' });
  if (period.endsOn <= period.startsOn) {
    faults.push({ place: 'endsOn', words: '終わりの日を、始まりの日より後にします。' });
  }
  let before = { name: '評価期間の始まり', day: period.startsOn };
  for (const step of deadlineSteps) {
    const day = period.deadlines[step];
    if (day === undefined) continue;
    if (day < before.day) {
      const words = `${deadlineLabels[step]}の期限（${formatWareki(day)}）が、${before.name}（${formatWareki(before.day)}）より前です。`;
      faults.push({ place: step, words });
    }
    before = { name: `${deadlineLabels[step]}の期限`, day };
  }
  return faults;
}
