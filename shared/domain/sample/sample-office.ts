import { makeForm } from '../form/default-form';
import type { Form } from '../form/form';
import { positionOf } from '../framework/expectations';
import type { FrameworkSet } from '../framework/framework';
import { makeFrameworkSet } from '../framework/make-framework-set';
import type { OrgUnit } from '../organisation/org-unit';
import { makeAnnualPeriod } from '../period/make-period';
import type { Period } from '../period/period';
import type { Id } from '../record/record';
import { makeSheet } from '../sheet/make-sheet';
import type { Sheet, SheetEntry, Stage } from '../sheet/sheet';
import type { StaffMember } from '../staff/staff-member';
import type { TrainingCall } from '../training/training-call';
import type { TrainingRecord } from '../training/training-record';
import type { NamedPerson } from './sample-names';
import { makeSampleRoster, type SampleRoster, type SampleWorker } from './sample-roster';
import { type FillStep, fillSampleSheet } from './sample-sheet';
import { makeSampleTalks, type SampleTalks } from './sample-talks';
import { makeSampleTraining } from './sample-training';
import { makeSeededRandom, type SeededRandom } from './seeded-random';

/** Every record of the 見本 office, ready to be stored. */
export type SampleOffice = {
  orgUnits: OrgUnit[];
  staff: StaffMember[];
  periods: Period[];
  frameworkSets: FrameworkSet[];
  forms: Form[];
  sheets: Sheet[];
  sheetEntries: SheetEntry[];
  trainingCalls: TrainingCall[];
  trainingRecords: TrainingRecord[];
  /** Who the visitor is at first: a 係長 with people to evaluate. */
  startAs: Id;
} & SampleTalks;

const pastYears = 2;

/** The unit a visitor starts in shows sheets of each kind; 𠮷田's is left to be tried. */
const stagedSteps: Partial<Record<NamedPerson, FillStep>> = {
  yoshida: 'empty',
  okubo: 'self',
  takahashi: 'firstHalf',
  katsuragi: 'goals',
  aikawa: 'selfHalf',
};
const usualSteps: readonly FillStep[] = [
  'goals',
  'goals',
  'selfHalf',
  'self',
  'self',
  'firstHalf',
  'first',
  'second',
];

/** Whose turn it is once a sheet is filled that far. */
const stageOfStep: Readonly<Record<FillStep, Stage>> = {
  empty: 'goalSetting',
  goals: 'inProgress',
  selfHalf: 'inProgress',
  self: 'firstEvaluation',
  firstHalf: 'firstEvaluation',
  first: 'secondEvaluation',
  second: 'confirmation',
};

function currentSteps(roster: SampleRoster, random: SeededRandom): Map<Id, FillStep> {
  const steps = new Map(roster.workers.map(({ staff }) => [staff.id, random.pick(usualSteps)]));
  for (const [person, staff] of roster.named) {
    const step = stagedSteps[person];
    if (step !== undefined) steps.set(staff.id, step);
  }
  return steps;
}

/** 9 in the morning in Japan, on a day of the calendar year. */
function morningOf(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth);
}

/**
 * A fictional office: about 60 people in 8 units under 3 departments, two past years
 * disclosed and the current one under way. The same arguments give the same records,
 * ids included.
 *
 * @param fiscalYear the current year; the two before it are the past ones
 */
export function makeSampleOffice({
  seed,
  fiscalYear,
}: {
  seed: number;
  fiscalYear: number;
}): SampleOffice {
  const random = makeSeededRandom(seed);
  const foundedAt = morningOf(fiscalYear - pastYears, 3, 20);
  const founded = new Date(foundedAt).toISOString();
  const roster = makeSampleRoster(random, foundedAt);
  const { orgUnits, staff, maker: by } = roster;
  const staffById = new Map(staff.map((member) => [member.id, member]));
  const frameworkSet = makeFrameworkSet({ now: founded, by });
  const steps = currentSteps(roster, random);
  const periods: Period[] = [];
  const forms: Form[] = [];
  const sheets: Sheet[] = [];
  const sheetEntries: SheetEntry[] = [];

  const addSheet = (worker: SampleWorker, period: Period, formOf: (positionId: string) => Form) => {
    const { positionId } = worker.staff;
    if (positionId === null) return;
    const form = formOf(positionId);
    const year = period.fiscalYear;
    const isCurrent = year === fiscalYear;
    const handedOutAt = morningOf(year, 4, 1);
    const sheet = makeSheet({
      staff: worker.staff,
      orgUnits,
      staffById,
      period,
      form,
      id: random.id(handedOutAt),
      now: new Date(handedOutAt).toISOString(),
      by,
    });
    const step = isCurrent ? (steps.get(worker.staff.id) ?? 'empty') : 'second';
    const filled = fillSampleSheet({
      sheet,
      form,
      theme: worker.theme,
      manager: positionOf(form.framework, positionId).manager,
      step,
      writtenAt: isCurrent
        ? {
            employee: morningOf(year, 4, 10),
            first: morningOf(year, 4, 17),
            second: morningOf(year, 4, 24),
          }
        : {
            employee: morningOf(year + 1, 2, 10),
            first: morningOf(year + 1, 2, 25),
            second: morningOf(year + 1, 3, 5),
          },
      random,
    });
    sheetEntries.push(...filled.entries);
    sheets.push(
      isCurrent
        ? { ...filled.sheet, stage: stageOfStep[step] }
        : {
            ...filled.sheet,
            stage: 'completed',
            disclosedOn: `${year + 1}-03-20`,
            updatedAt: new Date(morningOf(year + 1, 3, 20)).toISOString(),
          },
    );
  };

  for (let year = fiscalYear - pastYears; year <= fiscalYear; year += 1) {
    const madeAt = morningOf(year, 3, 25);
    const now = new Date(madeAt).toISOString();
    const period = makeAnnualPeriod({ fiscalYear: year, now, by });
    periods.push(period);
    const formsByPosition = new Map<string, Form>();
    for (const framework of frameworkSet.tables.frameworks) {
      for (const position of framework.positions) {
        const form = makeForm({
          frameworkSet,
          frameworkId: framework.id,
          positionId: position.id,
          period,
          id: random.id(madeAt),
          now,
          by,
        });
        formsByPosition.set(position.id, form);
      }
    }
    forms.push(...formsByPosition.values());
    const formOf = (positionId: string): Form => {
      const form = formsByPosition.get(positionId);
      if (form === undefined) throw new RangeError(`no form for ${positionId}`);
      return form;
    };
    for (const worker of roster.workers) {
      if (worker.yearsServed >= fiscalYear - year) addSheet(worker, period, formOf);
    }
  }

  const startAs = roster.named.get('aikawa')?.id;
  if (startAs === undefined) throw new RangeError('nobody to start as');
  return {
    orgUnits,
    staff,
    periods,
    frameworkSets: [frameworkSet],
    forms,
    sheets,
    sheetEntries,
    ...makeSampleTalks({
      named: roster.named,
      year: fiscalYear,
      random,
      timeOf: (month, dayOfMonth) => morningOf(fiscalYear, month, dayOfMonth),
    }),
    ...makeSampleTraining({
      named: roster.named,
      frameworks: frameworkSet.tables.frameworks,
      fiscalYear,
      by,
      random,
    }),
    startAs,
  };
}
