import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import { makeFrameworkSet } from '../../shared/domain/framework/make-framework-set';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import { unitKindAt } from '../../shared/domain/organisation/org-unit-path';
import { fiscalYearOf } from '../../shared/domain/period/fiscal-year';
import { makeAnnualPeriod } from '../../shared/domain/period/make-period';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import type { SampleCareers } from '../../shared/domain/sample/sample-career';
import type { SampleOffice } from '../../shared/domain/sample/sample-office';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { DataSet, Identity } from '../../shared/domain/store/meta';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import type { StartReport } from '../../shared/ipc/contract';
import { desktopApi } from '../platform/desktop-api';
import { localToday } from '../platform/local-time';
import { asIkuseiError } from './as-ikusei-error';
import { base64ToBytes } from './base64';
import { hasNoRows, storedSchemaVersion } from './open-guard';
import { createNewStore, openCheckedStore } from './open-store';
import { databaseNames } from './schema';
import { createSentinelWriter } from './sentinel-writer';
import type { Store } from './store';
import type { StoreWriter } from './write-store';

/** The seed of the 見本 office: the same office on every PC. */
export const SAMPLE_SEED = 20240301;

/**
 * `none`: this data set does not exist yet. `locked`: the recovery key is needed first.
 * `refused`: the stop screen; nothing was written.
 */
export type OpenResult =
  | { state: 'none' }
  | { state: 'locked' }
  | { state: 'open'; store: Store; recoveryConfirmed: boolean }
  | { state: 'refused'; error: IkuseiError };

const SAMPLE_TABLES = [
  'orgUnits',
  'staff',
  'periods',
  'frameworkSets',
  'forms',
  'sheets',
  'sheetEntries',
  'talkCircles',
  'talks',
  'talkNotes',
  'talkTopics',
  'talkActions',
  'trainingCalls',
  'trainingRecords',
] as const;
const SAMPLE_CAREER_TABLES = [
  'careerPlans',
  'careerNotes',
  'placementRequests',
  'posts',
  'staffingNeeds',
] as const;

const sentinelWriter = createSentinelWriter(
  (sentinel) => desktopApi.sentinel.write(sentinel),
  () => new Date().toISOString(),
);

let startFinished: Promise<unknown> = Promise.resolve();

/** Waits until main knows the newest committed state; used before the window closes. */
export async function flushSentinel(): Promise<void> {
  await startFinished;
  await sentinelWriter.flush();
}

/** Whether this PC has a store of the data set; opens nothing. */
export async function storeExists(dataSet: DataSet, report: StartReport): Promise<boolean> {
  if (dataSet === 'real' && report.sentinel !== null) return true;
  return (await storedSchemaVersion(databaseNames[dataSet])) !== null;
}

/**
 * Opens the real store behind all guards and tells main how it went, so that main keeps
 * this start's copy of the files: as a good one, or in quarantine.
 */
export async function openRealStore(report: StartReport): Promise<OpenResult> {
  try {
    if (!(await storeExists('real', report))) {
      if (report.coldCopies.some((copy) => copy.sentinel !== null)) {
        return refuse(new IkuseiError('storeDamaged', 'データベースと見張りファイルがありません'));
      }
      await desktopApi.start.finish({ outcome: 'opened', detail: '' });
      return { state: 'none' };
    }
    const key = await desktopApi.keys.open('real');
    if (key.state === 'locked') return { state: 'locked' };
    if (key.state === 'none') {
      const isEmpty = report.sentinel === null && (await hasNoRows(databaseNames.real));
      if (!isEmpty) return refuse(new IkuseiError('keyMissing'));
      // A first start that was cut off before anything was founded.
      await desktopApi.start.finish({ outcome: 'opened', detail: '' });
      return { state: 'none' };
    }
    const store = await openCheckedStore({
      dataSet: 'real',
      key: base64ToBytes(key.key),
      sentinel: report.sentinel,
      committed: sentinelWriter.committed,
      saveBeforeMigration: (made) => desktopApi.exports.saveBeforeMigration(made),
    });
    // She reads while main keeps this start's copy; closing waits for it (`flushSentinel`).
    startFinished = desktopApi.start
      .finish({ outcome: 'opened', detail: '' })
      .then(() => navigator.storage.persist())
      .catch(() => undefined);
    if (store === null) return { state: 'none' };
    return { state: 'open', store, recoveryConfirmed: key.recoveryConfirmed };
  } catch (error) {
    return refuse(error);
  }
}

/** What the first start asks. */
export type Founding = {
  number: string;
  name: string;
  kana: string;
  /** From the department down; empty names are left out. */
  unitPath: readonly string[];
  founder: boolean;
};

/**
 * Founds this PC's real store: the person, her unit, the policy's tables and the present
 * fiscal year's period, in one transaction. She gets the rights of an ordinary 職員, or
 * those of 職員課 when she starts an office's first store.
 */
export async function foundRealStore(founding: Founding): Promise<Store> {
  const opened = await desktopApi.keys.open('real');
  const key = opened.state === 'none' ? await desktopApi.keys.create('real') : opened;
  if (key.state !== 'open') throw new IkuseiError('keyLocked');
  const store = await createNewStore({
    dataSet: 'real',
    key: base64ToBytes(key.key),
    committed: sentinelWriter.committed,
    tables: ['orgUnits', 'staff', 'periods', 'frameworkSets'],
    fill: (writer, made) => fillFounding(writer, made, founding),
  });
  await sentinelWriter.flush();
  // Asked for once; the store is founded whatever the browser answers.
  await navigator.storage.persist().catch(() => false);
  return store;
}

/** Opens 見本, making it the first time. It is exempt from the sentinel. */
export async function openSampleStore(): Promise<OpenResult> {
  try {
    const opened = await desktopApi.keys.open('sample');
    const key = opened.state === 'none' ? await desktopApi.keys.create('sample') : opened;
    if (key.state !== 'open') throw new IkuseiError('keyLocked');
    const options = {
      dataSet: 'sample' as const,
      key: base64ToBytes(key.key),
      committed: () => {},
    };
    const store = await openCheckedStore({
      ...options,
      sentinel: null,
      saveBeforeMigration: async () => {},
    });
    if (store !== null) return { state: 'open', store, recoveryConfirmed: true };
    // Loaded only here: whoever works on real data never needs it.
    const { makeSampleOffice } = await import('../../shared/domain/sample/sample-office');
    const { makeSampleCareers } = await import('../../shared/domain/sample/sample-career');
    const made = { seed: SAMPLE_SEED, fiscalYear: fiscalYearOf(localToday()) };
    const office = makeSampleOffice(made);
    const careers = makeSampleCareers({ ...made, office });
    const fresh = await createNewStore({
      ...options,
      tables: [...SAMPLE_TABLES, ...SAMPLE_CAREER_TABLES],
      fill: (writer, filled) => fillSample({ office, careers }, writer, filled),
    });
    return { state: 'open', store: fresh, recoveryConfirmed: true };
  } catch (error) {
    return { state: 'refused', error: asIkuseiError(error) };
  }
}

/**
 * Makes 見本 anew after the person asked for it. It holds nothing but demonstration data;
 * real data has no such way.
 */
export async function rebuildSampleStore(): Promise<OpenResult> {
  await Dexie.delete(databaseNames.sample);
  return openSampleStore();
}

async function fillFounding(writer: StoreWriter, store: Store, founding: Founding): Promise<void> {
  const staffId = store.newId();
  const stamp = { now: store.now(), by: staffId };
  const base = { schemaVersion: SCHEMA_VERSION, updatedAt: stamp.now, updatedBy: staffId };
  const units = makeUnitPath(store, founding.unitPath, base);
  const unit = units.at(-1);
  if (unit === undefined) throw new IkuseiError('badRequest', '所属');
  const staff: StaffMember = {
    ...base,
    id: staffId,
    number: sanitizeLine(founding.number),
    name: sanitizeLine(founding.name),
    kana: sanitizeLine(founding.kana),
    orgUnitId: unit.id,
    frameworkId: null,
    positionId: null,
    grade: '',
    jobTitle: '',
    firstEvaluatorId: null,
    secondEvaluatorId: null,
    roster: null,
  };
  const identity: Identity = {
    ...base,
    id: 'identity',
    staffId,
    rights: founding.founder ? ['employee', 'hr'] : ['employee'],
  };
  const fiscalYear = fiscalYearOf(localToday());
  await writer.insert('orgUnits', units);
  await writer.insert('staff', [staff]);
  await writer.insert('periods', [makeAnnualPeriod({ fiscalYear, ...stamp })]);
  await writer.insert('frameworkSets', [makeFrameworkSet(stamp)]);
  await writer.putMeta(identity);
}

async function fillSample(
  { office, careers }: { office: SampleOffice; careers: SampleCareers },
  writer: StoreWriter,
  store: Store,
): Promise<void> {
  for (const table of SAMPLE_TABLES) await writer.insert(table, office[table]);
  for (const table of SAMPLE_CAREER_TABLES) await writer.insert(table, careers[table]);
  const identity: Identity = {
    id: 'identity',
    schemaVersion: SCHEMA_VERSION,
    updatedAt: store.now(),
    updatedBy: office.startAs,
    staffId: office.startAs,
    rights: ['employee'],
  };
  await writer.putMeta(identity);
}

function makeUnitPath(
  store: Store,
  path: readonly string[],
  base: { schemaVersion: number; updatedAt: string; updatedBy: string },
): OrgUnit[] {
  const units: OrgUnit[] = [];
  for (const [index, written] of path.entries()) {
    const name = sanitizeLine(written);
    if (name === '') continue;
    units.push({
      ...base,
      id: store.newId(),
      name,
      kind: unitKindAt(index),
      parentId: units.at(-1)?.id ?? null,
      order: index + 1,
    });
  }
  return units;
}

async function refuse(error: unknown): Promise<OpenResult> {
  const failure = asIkuseiError(error);
  if (failure.errorName === 'storeDamaged') {
    // The stop screen must come whatever main can still write.
    await desktopApi.start
      .finish({ outcome: 'damaged', detail: failure.detail })
      .catch(() => undefined);
  }
  return { state: 'refused', error: failure };
}
