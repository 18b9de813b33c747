import type { Appeal, AppealStatement } from '../../shared/domain/appeal/appeal';
import {
  type AppealRole,
  appealRoleOf,
  isStanding,
  readableAppeal,
  statementOf,
} from '../../shared/domain/appeal/appeal-rules';
import {
  type AppealWindow,
  appealWindow,
  isAppealOpen,
} from '../../shared/domain/appeal/appeal-window';
import { IkuseiError } from '../../shared/domain/errors';
import { isResultKnown } from '../../shared/domain/interview/interview-rules';
import type { OfficeSettings } from '../../shared/domain/office/office-settings';
import type { Period } from '../../shared/domain/period/period';
import type { EvaluatorSnapshot, Sheet } from '../../shared/domain/sheet/sheet';
import { viewerOf } from '../../shared/domain/sheet/stage-rules';
import { tableOf } from './database';
import { loadOfficeSettings } from './office-settings';
import { loadIdentity } from './queries';
import { parseRow, parseRows, readAll, readOne } from './read-rows';
import type { Store } from './store';

const tables = ['meta', 'appeals', 'sheets', 'periods', 'officeSettings'];

/** What the person has of an appeal about her own sheet. */
export type OwnAppealView = {
  sheet: Sheet;
  period: Period;
  settings: OfficeSettings;
  /** Null while the result is not disclosed. */
  window: (AppealWindow & { isOpen: boolean }) | null;
  appeal: Appeal | null;
};

/** @throws IkuseiError `notYours` for everybody but the person herself */
export async function loadOwnAppeal(
  store: Store,
  sheetId: string,
  today: string,
): Promise<OwnAppealView> {
  return store.db.transaction('r', tables, async () => {
    const { sheet, role } = await sheetAndRole(store, sheetId);
    if (role !== 'employee') throw new IkuseiError('notYours');
    const settings = await loadOfficeSettings(store);
    const appeals = await appealsOf(store, sheetId);
    const standing = appeals.find(isStanding) ?? appeals.at(-1) ?? null;
    const { disclosedOn } = sheet;
    return {
      sheet,
      period: await readOne(store, 'periods', sheet.periodId),
      settings,
      window:
        disclosedOn === null || !isResultKnown(sheet)
          ? null
          : {
              ...appealWindow(disclosedOn, settings.appealDays),
              isOpen: isAppealOpen(disclosedOn, settings.appealDays, today),
            },
      appeal: standing === null ? null : readableAppeal(standing, role),
    };
  });
}

/** An appeal for 職員課, with the sheet it is about. */
export type AppealCase = {
  appeal: Appeal;
  sheet: Sheet;
  period: Period;
  settings: OfficeSettings;
  /** Who can be asked for a statement. */
  evaluators: EvaluatorSnapshot[];
};

/**
 * The appeals that 職員課 may know of, newest first. Somebody of 職員課 who evaluates the
 * person, and the person herself, find none of them here.
 */
export async function listAppeals(store: Store): Promise<AppealCase[]> {
  return store.db.transaction('r', tables, async () => {
    const cases: AppealCase[] = [];
    const settings = await loadOfficeSettings(store);
    for (const appeal of await readAll(store, 'appeals')) {
      const found = await caseOf(store, appeal, settings);
      if (found !== null) cases.push(found);
    }
    return cases.sort((a, b) => (b.appeal.filedOn ?? '').localeCompare(a.appeal.filedOn ?? ''));
  });
}

/** @throws IkuseiError `notYours` for everybody who may not know of it */
export async function loadAppealCase(store: Store, appealId: string): Promise<AppealCase> {
  return store.db.transaction('r', tables, async () => {
    // One that I may not know of and one that is not there are the same to me.
    const stored = await tableOf(store.db, 'appeals').get(appealId);
    const appeal = stored === undefined ? null : parseRow(store, 'appeals', stored);
    const settings = await loadOfficeSettings(store);
    const found = appeal === null ? null : await caseOf(store, appeal, settings);
    if (found === null) throw new IkuseiError('notYours');
    return found;
  });
}

/** What an evaluator was asked to state, and her answer. Nothing of the appeal itself. */
export type StatementRequest = AppealStatement & {
  appealId: string;
  personName: string;
  periodName: string;
  title: string;
  board: string;
};

/** What I have been asked to state and is still examined. */
export async function listStatementRequests(store: Store): Promise<StatementRequest[]> {
  return store.db.transaction('r', tables, async () => {
    const { staffId } = await loadIdentity(store);
    const settings = await loadOfficeSettings(store);
    const requests: StatementRequest[] = [];
    for (const appeal of await readAll(store, 'appeals')) {
      const statement = statementOf(appeal, staffId);
      if (statement === null) continue;
      const sheet = await readOne(store, 'sheets', appeal.sheetId);
      const period = await readOne(store, 'periods', sheet.periodId);
      requests.push({
        ...statement,
        appealId: appeal.id,
        personName: sheet.staff.name,
        periodName: period.name,
        title: settings.appealTitles.statement,
        board: settings.appealBoard,
      });
    }
    return requests;
  });
}

/** Every appeal about a sheet, oldest first, whoever may know of it. */
export async function appealsOf(store: Store, sheetId: string): Promise<Appeal[]> {
  const rows = await tableOf(store.db, 'appeals').where('sheetId').equals(sheetId).toArray();
  return parseRows(store, 'appeals', rows).sort((a, b) => a.id.localeCompare(b.id));
}

/** The sheet and as what I meet its appeals. */
export async function sheetAndRole(
  store: Store,
  sheetId: string,
): Promise<{ sheet: Sheet; role: AppealRole | null }> {
  const identity = await loadIdentity(store);
  const sheet = await readOne(store, 'sheets', sheetId);
  return { sheet, role: appealRoleOf(viewerOf(sheet, identity)) };
}

async function caseOf(
  store: Store,
  appeal: Appeal,
  settings: OfficeSettings,
): Promise<AppealCase | null> {
  const { sheet, role } = await sheetAndRole(store, appeal.sheetId);
  const readable = role === 'hr' ? readableAppeal(appeal, role) : null;
  if (readable === null) return null;
  return {
    appeal: readable,
    sheet,
    period: await readOne(store, 'periods', sheet.periodId),
    settings,
    evaluators: [sheet.firstEvaluator, sheet.secondEvaluator].filter(
      (evaluator): evaluator is EvaluatorSnapshot => evaluator !== null,
    ),
  };
}
