import type { Appeal, AppealEvidence } from '../../shared/domain/appeal/appeal';
import {
  type AppealAction,
  type AppealRole,
  isStanding,
  mayDo,
  stateAfter,
  statementOf,
} from '../../shared/domain/appeal/appeal-rules';
import { appealWindow, isAppealOpen } from '../../shared/domain/appeal/appeal-window';
import { IkuseiError } from '../../shared/domain/errors';
import { isResultKnown } from '../../shared/domain/interview/interview-rules';
import { formatWareki } from '../../shared/domain/period/wareki';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { sanitizeLine, sanitizeText } from '../../shared/domain/text/sanitize';
import { appealsOf, sheetAndRole } from './appeal-queries';
import { loadOfficeSettings } from './office-settings';
import { loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

const tables = ['appeals', 'sheets', 'officeSettings'] as const;

/**
 * Begins the person's appeal about her own disclosed sheet, as a draft that is hers alone.
 *
 * @throws IkuseiError notYours, appealClosed, appealStands, saveFailed
 */
export async function startAppeal(store: Store, sheetId: string, today: string): Promise<Appeal> {
  return writeStore(store, tables, async (writer) => {
    const { sheet, role } = await sheetAndRole(store, sheetId);
    if (role !== 'employee') throw new IkuseiError('notYours');
    await refuseOutsideWindow(store, sheet, today);
    const appeals = await appealsOf(store, sheetId);
    if (appeals.some((one) => isStanding(one, sheet))) throw new IkuseiError('appealStands');
    const appeal: Appeal = {
      id: store.newId(),
      schemaVersion: SCHEMA_VERSION,
      updatedAt: store.now(),
      updatedBy: sheet.staffId,
      sheetId,
      staffId: sheet.staffId,
      state: 'draft',
      text: '',
      filedOn: null,
      evidence: [],
      statements: [],
      result: '',
      decidedOn: null,
    };
    await writer.insert('appeals', [appeal]);
    return appeal;
  });
}

export type AppealTextChange = { id: string; text: string };

/** Writes the text of a draft. @throws IkuseiError notYours, contentRefused, saveFailed */
export async function saveAppealText(store: Store, change: AppealTextChange): Promise<void> {
  await changeAppeal(store, change.id, 'write', (appeal) => ({
    ...appeal,
    text: sanitizeText(change.text),
  }));
}

export type NewEvidence = Pick<AppealEvidence, 'title' | 'text'>;

/** The person lays something before the 調査会, as long as it is her draft. */
export async function saveAppealEvidence(
  store: Store,
  id: string,
  evidence: readonly NewEvidence[],
): Promise<void> {
  await changeAppeal(store, id, 'write', (appeal) => ({
    ...appeal,
    evidence: evidence.map((one) => cleanEvidence(one, 'employee')),
  }));
}

/**
 * Hands the appeal to 職員課, within the days that the setting gives.
 *
 * @throws IkuseiError notYours, appealClosed, appealEmpty, saveFailed
 */
export async function fileAppeal(store: Store, id: string, today: string): Promise<void> {
  await changeAppeal(store, id, 'file', async (appeal, sheet) => {
    await refuseOutsideWindow(store, sheet, today);
    if (appeal.text.trim() === '') throw new IkuseiError('appealEmpty');
    return { ...appeal, filedOn: today };
  });
}

export async function withdrawAppeal(store: Store, id: string): Promise<void> {
  await changeAppeal(store, id, 'withdraw', (appeal) => appeal);
}

/** 職員課 takes it up. @throws IkuseiError notYours, saveFailed */
export async function examineAppeal(store: Store, id: string): Promise<void> {
  await changeAppeal(store, id, 'examine', (appeal) => appeal);
}

/** 職員課 adds something to what lies before the 調査会. */
export async function addHrEvidence(store: Store, id: string, added: NewEvidence): Promise<void> {
  await changeAppeal(store, id, 'record', (appeal) => ({
    ...appeal,
    evidence: [...appeal.evidence, cleanEvidence(added, 'hr')],
  }));
}

/**
 * 職員課 asks one of the sheet's evaluators. From then on she has this question, and
 * nothing else of the appeal.
 *
 * @throws IkuseiError notYours, questionEmpty, statementAsked, saveFailed
 */
export async function askForStatement(
  store: Store,
  id: string,
  asked: { evaluatorId: string; question: string; today: string },
): Promise<void> {
  await changeAppeal(store, id, 'ask', (appeal, sheet) => {
    const evaluator = [sheet.firstEvaluator, sheet.secondEvaluator].find(
      (one) => one?.staffId === asked.evaluatorId,
    );
    const question = sanitizeText(asked.question).trim();
    if (evaluator === null || evaluator === undefined) throw new IkuseiError('notYours');
    if (question === '') throw new IkuseiError('questionEmpty');
    if (appeal.statements.some(({ evaluatorId }) => evaluatorId === evaluator.staffId)) {
      throw new IkuseiError('statementAsked');
    }
    const statement = {
      evaluatorId: evaluator.staffId,
      evaluatorName: `${evaluator.jobTitle} ${evaluator.name}`.trim(),
      question,
      askedOn: asked.today,
      text: '',
      statedOn: null,
    };
    return { ...appeal, statements: [...appeal.statements, statement] };
  });
}

export type ResultChange = { id: string; result: string };

/** Writes what the 調査会 has found; the person reads it once it is decided. */
export async function saveAppealResult(store: Store, change: ResultChange): Promise<void> {
  await changeAppeal(store, change.id, 'record', (appeal) => ({
    ...appeal,
    result: sanitizeText(change.result),
  }));
}

/** Gives the person notice of the result. @throws IkuseiError notYours, resultEmpty, saveFailed */
export async function decideAppeal(store: Store, id: string, today: string): Promise<void> {
  await changeAppeal(store, id, 'decide', (appeal) => {
    if (appeal.result.trim() === '') throw new IkuseiError('resultEmpty');
    return { ...appeal, decidedOn: today };
  });
}

export type StatementChange = { appealId: string; text: string };

/** Writes my own statement. @throws IkuseiError notYours, contentRefused, saveFailed */
export async function saveStatement(store: Store, change: StatementChange): Promise<void> {
  await changeStatement(store, change.appealId, { text: sanitizeText(change.text) });
}

/** Hands my statement to 職員課. @throws IkuseiError notYours, statementEmpty, saveFailed */
export async function submitStatement(store: Store, appealId: string, today: string) {
  await changeStatement(store, appealId, { statedOn: today });
}

async function changeStatement(
  store: Store,
  appealId: string,
  patch: { text: string } | { statedOn: string },
): Promise<void> {
  await writeStore(store, ['appeals'], async (writer) => {
    const { staffId } = await loadIdentity(store);
    const appeal = await readAppeal(store, appealId);
    const own = statementOf(appeal, staffId);
    if (own === null || own.statedOn !== null) throw new IkuseiError('notYours');
    if ('statedOn' in patch && own.text.trim() === '') throw new IkuseiError('statementEmpty');
    const statements = appeal.statements.map((statement) =>
      statement.evaluatorId === staffId ? { ...statement, ...patch } : statement,
    );
    const stamp = { updatedAt: store.now(), updatedBy: staffId };
    await writer.replace('appeals', [{ ...appeal, ...stamp, statements }]);
  });
}

/** One change of an appeal by the role that the table names, in one transaction. */
async function changeAppeal(
  store: Store,
  id: string,
  action: AppealAction,
  change: (appeal: Appeal, sheet: Sheet) => Appeal | Promise<Appeal>,
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const { staffId } = await loadIdentity(store);
    const before = await readAppeal(store, id);
    const { sheet, role } = await sheetAndRole(store, before.sheetId);
    if (!mayKnow(role, before) || !mayDo(action, role, before.state)) {
      throw new IkuseiError('notYours');
    }
    const moved = { ...before, state: stateAfter(action, before.state) };
    const after = await change(moved, sheet);
    await writer.replace('appeals', [{ ...after, updatedAt: store.now(), updatedBy: staffId }]);
  });
}

function mayKnow(role: AppealRole | null, { state }: Appeal): boolean {
  return role === 'employee' || (role === 'hr' && state !== 'draft');
}

/** Whoever may not know of it is told nothing else than of one that is not there. */
async function readAppeal(store: Store, id: string): Promise<Appeal> {
  return readOne(store, 'appeals', id).catch((error: unknown) => {
    const isMissing = error instanceof IkuseiError && error.errorName === 'recordMissing';
    throw isMissing ? new IkuseiError('notYours') : error;
  });
}

async function refuseOutsideWindow(store: Store, sheet: Sheet, today: string): Promise<void> {
  const { appealDays } = await loadOfficeSettings(store);
  if (sheet.disclosedOn === null || !isResultKnown(sheet))
    throw new IkuseiError('appealClosed', '結果はまだ開示されていません。');
  if (isAppealOpen(sheet.disclosedOn, appealDays, today)) return;
  const { lastDay } = appealWindow(sheet.disclosedOn, appealDays);
  throw new IkuseiError('appealClosed', `申出の期限は${formatWareki(lastDay)}でした。`);
}

function cleanEvidence(one: NewEvidence, addedBy: AppealEvidence['addedBy']): AppealEvidence {
  return { title: sanitizeLine(one.title).trim(), text: sanitizeText(one.text), addedBy };
}
