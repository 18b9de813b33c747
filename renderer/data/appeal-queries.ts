import { Dexie } from 'dexie';
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
import {
  defaultOfficeSettings,
  type OfficeSettings,
} from '../../shared/domain/office/office-settings';
import type { Period } from '../../shared/domain/period/period';
import type { EvaluatorSnapshot, Sheet } from '../../shared/domain/sheet/sheet';
import { viewerOf } from '../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { loadIdentity, parseIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
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
export function loadOwnAppeal(
  store: Store,
  sheetId: string,
  today: string,
): Promise<OwnAppealView> {
  return atOneMoment(store, sheetId, (moment) => {
    const sheet = moment.sheets.get(sheetId);
    if (sheet === undefined) throw new IkuseiError('recordMissing');
    const role = appealRoleOf(viewerOf(sheet, moment.identity));
    if (role !== 'employee') throw new IkuseiError('notYours');
    const { settings } = moment;
    const standing =
      moment.appeals.find((one) => isStanding(one, sheet)) ?? moment.appeals.at(-1) ?? null;
    const { disclosedOn } = sheet;
    return {
      sheet,
      period: periodOf(moment, sheet),
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
export function listAppeals(store: Store): Promise<AppealCase[]> {
  return atOneMoment(store, null, casesOf);
}

/** @throws IkuseiError `notYours` for everybody who may not know of it */
export function loadAppealCase(store: Store, appealId: string): Promise<AppealCase> {
  return atOneMoment(store, null, (moment) => {
    // One that I may not know of and one that is not there are the same to me.
    const found = casesOf(moment).find(({ appeal }) => appeal.id === appealId);
    if (found === undefined) throw new IkuseiError('notYours');
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
export function listStatementRequests(store: Store): Promise<StatementRequest[]> {
  return atOneMoment(store, null, (moment) =>
    moment.appeals.flatMap((appeal) => {
      const statement = statementOf(appeal, moment.identity.staffId);
      const sheet = moment.sheets.get(appeal.sheetId);
      if (statement === null || sheet === undefined) return [];
      return [
        {
          ...statement,
          appealId: appeal.id,
          personName: sheet.staff.name,
          periodName: periodOf(moment, sheet).name,
          title: moment.settings.appealTitles.statement,
          board: moment.settings.appealBoard,
        },
      ];
    }),
  );
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

/** All that the queries above look at, as it stood at one moment. */
type Moment = {
  identity: Identity;
  settings: OfficeSettings;
  appeals: Appeal[];
  sheets: Map<string, Sheet>;
  periods: Map<string, Period>;
};

/**
 * Asked without `await`: behind so many of them a live query loses its transaction.
 *
 * @param sheetId whose appeals; null: all there are
 */
function atOneMoment<Answer>(
  store: Store,
  sheetId: string | null,
  answer: (moment: Moment) => Answer,
): Promise<Answer> {
  const table = tableOf(store.db, 'appeals');
  return store.db.transaction('r', tables, () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      sheetId === null ? table.toArray() : table.where('sheetId').equals(sheetId).toArray(),
      tableOf(store.db, 'officeSettings').toArray(),
      tableOf(store.db, 'periods').toArray(),
    ]).then(([stored, appealRows, settingsRows, periodRows]) => {
      const identity = parseIdentity(stored);
      const appeals = parseRows(store, 'appeals', appealRows).sort((a, b) =>
        a.id.localeCompare(b.id),
      );
      const [settings] = parseRows(store, 'officeSettings', settingsRows);
      const periods = parseRows(store, 'periods', periodRows);
      const sheetIds = new Set(appeals.map((appeal) => appeal.sheetId));
      if (sheetId !== null) sheetIds.add(sheetId);
      return tableOf(store.db, 'sheets')
        .bulkGet([...sheetIds])
        .then((rows) => {
          const found = rows.filter((row) => row !== undefined);
          const sheets = parseRows(store, 'sheets', found);
          return answer({
            identity,
            settings: settings ?? defaultOfficeSettings({ now: store.now(), by: identity.staffId }),
            appeals,
            sheets: new Map(sheets.map((sheet) => [sheet.id, sheet])),
            periods: new Map(periods.map((period) => [period.id, period])),
          });
        });
    }),
  );
}

function periodOf({ periods }: Moment, { periodId }: Sheet): Period {
  const period = periods.get(periodId);
  if (period === undefined) throw new IkuseiError('recordMissing');
  return period;
}

function casesOf(moment: Moment): AppealCase[] {
  const cases = moment.appeals.flatMap((appeal): AppealCase[] => {
    const sheet = moment.sheets.get(appeal.sheetId);
    if (sheet === undefined) return [];
    const role = appealRoleOf(viewerOf(sheet, moment.identity));
    const readable = role === 'hr' ? readableAppeal(appeal, role) : null;
    if (readable === null) return [];
    const evaluators = [sheet.firstEvaluator, sheet.secondEvaluator];
    return [
      {
        appeal: readable,
        sheet,
        period: periodOf(moment, sheet),
        settings: moment.settings,
        evaluators: evaluators.filter((one): one is EvaluatorSnapshot => one !== null),
      },
    ];
  });
  return cases.sort((a, b) => (b.appeal.filedOn ?? '').localeCompare(a.appeal.filedOn ?? ''));
}
