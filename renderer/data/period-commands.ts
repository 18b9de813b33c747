import { IkuseiError } from '../../shared/domain/errors';
import { defaultFormPlans } from '../../shared/domain/form/default-form-plans';
import type { FormPlan } from '../../shared/domain/form/form-plan';
import { periodFaults } from '../../shared/domain/period/deadlines';
import { fiscalYearOf } from '../../shared/domain/period/fiscal-year';
import { makeAnnualPeriod } from '../../shared/domain/period/make-period';
import type { Period } from '../../shared/domain/period/period';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import type { Identity } from '../../shared/domain/store/meta';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { requireHr } from './commands';
import { listPeriods, loadFrameworkSet } from './queries';
import { readAll, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/** What 職員課 says of a period. */
export type SaidPeriod = Pick<
  Period,
  'name' | 'kind' | 'startsOn' | 'endsOn' | 'deadlines' | 'audience'
>;

const planTables = ['periods', 'formPlans', 'frameworkSets'] as const;

/**
 * Adds a period with the forms of the newest period that has some, or with the first ones.
 *
 * @throws IkuseiError notYours, periodExists, periodWrong, saveFailed
 */
export async function addPeriod(store: Store, said: SaidPeriod): Promise<Period> {
  return writeStore(store, planTables, async (writer) => {
    const identity = await requireHr(store);
    const stamp = { updatedAt: store.now(), updatedBy: identity.staffId };
    const fiscalYear = fiscalYearOf(said.startsOn);
    const annual = makeAnnualPeriod({ fiscalYear, now: stamp.updatedAt, by: identity.staffId });
    const periods = await listPeriods(store);
    // 年間評価 of a year is one and the same on every PC.
    const id = said.kind === 'annual' ? annual.id : store.newId();
    if (periods.some((one) => one.id === id)) throw new IkuseiError('periodExists', annual.name);
    const period = {
      ...checkedPeriod(said),
      ...stamp,
      id,
      fiscalYear,
      schemaVersion: SCHEMA_VERSION,
    };
    await writer.insert('periods', [period]);
    await writer.insert('formPlans', await firstPlans(store, period, identity));
    return period;
  });
}

/** @throws IkuseiError notYours, periodWrong, recordMissing, saveFailed */
export async function changePeriod(
  store: Store,
  periodId: string,
  said: SaidPeriod,
): Promise<void> {
  await writeStore(store, ['periods'], async (writer) => {
    const identity = await requireHr(store);
    const before = await readOne(store, 'periods', periodId);
    const period: Period = {
      ...before,
      ...checkedPeriod(said),
      // What it is does not change: sheets and other PCs know it by that.
      kind: before.kind,
      fiscalYear: before.fiscalYear,
      updatedAt: store.now(),
      updatedBy: identity.staffId,
    };
    await writer.replace('periods', [period]);
  });
}

/** Gives a period that has no forms planned those of the newest one, or the first ones. */
export async function planForms(store: Store, periodId: string): Promise<void> {
  await writeStore(store, planTables, async (writer) => {
    const identity = await requireHr(store);
    const period = await readOne(store, 'periods', periodId);
    const plans = await readAll(store, 'formPlans');
    if (plans.some((plan) => plan.periodId === periodId)) return;
    await writer.insert('formPlans', await firstPlans(store, period, identity));
  });
}

function checkedPeriod(said: SaidPeriod): SaidPeriod {
  const period = { ...said, name: sanitizeLine(said.name).trim() };
  const faults = periodFaults(period);
  if (faults.length > 0) {
    throw new IkuseiError('periodWrong', faults.map(({ words }) => words).join('\n'));
  }
  return period;
}

async function firstPlans(store: Store, period: Period, identity: Identity): Promise<FormPlan[]> {
  const stamp = { now: store.now(), by: identity.staffId };
  const plans = await readAll(store, 'formPlans');
  const source = (await listPeriods(store)).find(({ id }) =>
    plans.some(({ periodId }) => periodId === id),
  );
  if (source === undefined) {
    const { frameworks } = (await loadFrameworkSet(store)).tables;
    return defaultFormPlans({ frameworks, period, newId: store.newId, ...stamp });
  }
  return plans
    .filter(({ periodId }) => periodId === source.id)
    .map((plan) => ({
      ...plan,
      id: store.newId(),
      periodId: period.id,
      updatedAt: stamp.now,
      updatedBy: stamp.by,
    }));
}
