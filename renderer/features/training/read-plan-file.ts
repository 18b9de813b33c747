import { IkuseiError } from '../../../shared/domain/errors';
import { FileRefused } from '../../../shared/domain/text/file-refused';
import { comparePlans, type PlanComparison } from '../../../shared/domain/training/compare-plans';
import {
  PLAN_LIMITS,
  type PlanCourse,
  type PlanProblem,
  readTrainingPlan,
} from '../../../shared/domain/training/read-training-plan';
import type { TrainingPlan } from '../../data/training-plan-commands';
import { readTable, refuseTooLarge, type TableSource } from '../../platform/read-table';

/** A plan file as it was understood, before anything is taken from it. */
export type ReadPlanFile = {
  name: string;
  fiscalYear: number;
  source: TableSource;
  courses: PlanCourse[];
  faults: PlanProblem[];
  gaps: PlanProblem[];
  ignored: string[];
  comparison: PlanComparison;
};

/** @throws IkuseiError `trainingPlanNotRead` for what is no table */
export async function readPlanFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  { calls, frameworks }: Pick<TrainingPlan, 'calls' | 'frameworks'>,
  fiscalYear: number,
): Promise<ReadPlanFile> {
  try {
    refuseTooLarge(file.size, PLAN_LIMITS);
    const { source, rows } = readTable(new Uint8Array(await file.arrayBuffer()), PLAN_LIMITS);
    const { courses, problems, ignored } = readTrainingPlan(rows, frameworks, fiscalYear);
    return {
      name: file.name,
      fiscalYear,
      source,
      courses,
      faults: problems.filter(({ weight }) => weight === 'fault'),
      gaps: problems.filter(({ weight }) => weight === 'gap'),
      ignored,
      comparison: comparePlans(
        calls.filter((call) => call.fiscalYear === fiscalYear),
        courses,
      ),
    };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new IkuseiError('trainingPlanNotRead', `ファイル「${file.name}」：${error.reason}`);
  }
}
