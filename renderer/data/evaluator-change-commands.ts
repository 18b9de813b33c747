import { IkuseiError } from '../../shared/domain/errors';
import { dayLater } from '../../shared/domain/period/day-steps';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { changeEntry } from '../../shared/domain/sheet/change-entry';
import { sheetProgress } from '../../shared/domain/sheet/progress';
import type { EvaluatorSnapshot, Sheet } from '../../shared/domain/sheet/sheet';
import { isOver, viewerOf } from '../../shared/domain/sheet/stage-rules';
import { type EvaluatorAssignment, isByDays } from '../../shared/domain/staff/evaluator-assignment';
import { changeEffect, isConsulted } from '../../shared/domain/staff/evaluator-changes';
import { isWithin } from '../../shared/domain/staff/evaluators-on-a-day';
import type { Identity } from '../../shared/domain/store/meta';
import { sanitizeLine, sanitizeText } from '../../shared/domain/text/sanitize';
import { localToday } from '../platform/local-time';
import { allEntries, assignmentsOf, loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { historyIds } from './undo-rows';
import { type StoreWriter, writeStore } from './write-store';

type ColumnRole = 'first' | 'second';

/** A new evaluator of a sheet, from a day on. */
export type EvaluatorChangeOrder = {
  sheetId: string;
  role: ColumnRole;
  evaluatorId: string;
  from: string;
  remark: string;
};

const changeTables = [
  'sheets',
  'sheetEntries',
  'forms',
  'periods',
  'staff',
  'evaluatorAssignments',
  'undoSteps',
] as const;

/**
 * 職員課 gives a sheet to another evaluator, from a day on. What the former one had written
 * and not handed in is kept under her name, and the new one begins with an empty column. A
 * day after the period leaves the sheet as it is: its evaluator finishes it from her new post.
 *
 * @throws IkuseiError notYours, badRequest, changeTooLate, changeAhead, saveFailed
 */
export async function changeEvaluator(store: Store, order: EvaluatorChangeOrder): Promise<void> {
  const { role, from } = order;
  await writeStore(store, changeTables, async (writer) => {
    const identity = await loadIdentity(store);
    const before = await readOne(store, 'sheets', order.sheetId);
    if (!viewerOf(before, identity).includes('hr')) throw new IkuseiError('notYours');
    const period = await readOne(store, 'periods', before.periodId);
    const evaluator = await snapshotOf(store, order.evaluatorId);
    const today = localToday();
    const effect = changeEffect(before, period, { role, evaluator, from, today });
    if (effect === 'notAnother') throw new IkuseiError('badRequest');
    if (effect === 'tooLate') throw new IkuseiError('changeTooLate');
    if (effect === 'ahead') throw new IkuseiError('changeAhead');
    const assignment = {
      ...stampOf(store, identity),
      id: store.newId(),
      staffId: before.staffId,
      role,
      evaluatorId: order.evaluatorId,
      from,
      to: null,
      remark: sanitizeText(order.remark).trim(),
    };
    if (effect === 'afterPeriod') {
      const open = (await assignmentsOf(store, before.staffId)).filter(
        (one) =>
          isByDays(one) && one.role === role && one.from < from && isWithin(from, one.from, one.to),
      );
      const to = dayLater(from, -1);
      await writer.replace(
        'evaluatorAssignments',
        open.map((one) => ({ ...one, ...stampOf(store, identity), to })),
      );
      await writer.insert('evaluatorAssignments', [assignment]);
      return;
    }
    const former = role === 'first' ? before.firstEvaluator : before.secondEvaluator;
    const entries = await allEntries(store, before.id);
    const formerColumn = entries.filter(({ author }) => author === role);
    const emptied = formerColumn.map((entry) =>
      changeEntry(entry, {
        sheetId: entry.sheetId,
        partId: entry.partId,
        author: role,
        patch: { rating: null, text: '' },
        id: entry.id,
        now: store.now(),
        by: identity.staffId,
      }),
    );
    await writer.replace('sheetEntries', emptied);
    const form = await readOne(store, 'forms', before.formId);
    const others = entries.filter(({ author }) => author !== role);
    await writer.replace('sheets', [
      {
        ...before,
        ...stampOf(store, identity),
        ...(role === 'first' ? { firstEvaluator: evaluator } : { secondEvaluator: evaluator }),
        progress: sheetProgress(form, [...others, ...emptied]),
      },
    ]);
    await writer.insert('evaluatorAssignments', [
      {
        ...assignment,
        to: period.endsOn,
        onSheet: {
          sheetId: before.id,
          evaluator,
          former,
          named: true,
          formerColumn,
          text: '',
          organisation: '',
        },
      },
    ]);
    // Nobody undoes into a column that is another's now.
    await writer.remove('undoSteps', await historyIds(store, before.id));
  });
}

/**
 * 引継ぎ: what an evaluator leaves for whoever follows her on this sheet.
 *
 * @throws IkuseiError notYours, saveFailed, contentRefused
 */
export async function writeHandover(
  store: Store,
  { sheetId, role, text }: { sheetId: string; role: ColumnRole; text: string },
): Promise<void> {
  await writeRemark(store, sheetId, ({ sheet, identity }) => {
    // Once it is handed in, nobody follows her in it.
    if (!viewerOf(sheet, identity).includes(role) || isOver(sheet.stage, role)) return null;
    return { role, evaluatorId: identity.staffId, text, organisation: '' };
  });
}

/**
 * 職員課 asks somebody for her opinion, as for 併任. From then on she reads what the person
 * has handed in.
 *
 * @throws IkuseiError notYours, badRequest, saveFailed
 */
export async function nameConsulted(
  store: Store,
  { sheetId, evaluatorId }: { sheetId: string; evaluatorId: string },
): Promise<void> {
  await writeRemark(store, sheetId, ({ sheet, identity }) => {
    if (!viewerOf(sheet, identity).includes('hr')) return null;
    const taken = [sheet.staffId, sheet.firstEvaluator?.staffId, sheet.secondEvaluator?.staffId];
    if (taken.includes(evaluatorId)) throw new IkuseiError('badRequest');
    return { role: 'consulted', evaluatorId, text: null, organisation: '' };
  });
}

/**
 * The one opinion of who is consulted, until the first evaluation is handed in.
 *
 * @throws IkuseiError notYours, saveFailed, contentRefused
 */
export async function writeOpinion(
  store: Store,
  { sheetId, text }: { sheetId: string; text: string },
): Promise<void> {
  await writeRemark(store, sheetId, ({ sheet, identity, assignments }) => {
    if (!isConsulted(assignments, sheetId, identity.staffId)) return null;
    if (sheet.staffId === identity.staffId || isOver(sheet.stage, 'first')) return null;
    return { role: 'consulted', evaluatorId: identity.staffId, text, organisation: '' };
  });
}

/**
 * What the organisation says to which the person is seconded, entered by 職員課.
 *
 * @throws IkuseiError notYours, badRequest, saveFailed, contentRefused
 */
export async function writeHostOpinion(
  store: Store,
  { sheetId, organisation, text }: { sheetId: string; organisation: string; text: string },
): Promise<void> {
  const named = sanitizeLine(organisation).trim();
  await writeRemark(store, sheetId, ({ sheet, identity }) => {
    if (!viewerOf(sheet, identity).includes('hr')) return null;
    if (named === '') throw new IkuseiError('badRequest');
    return { role: 'consulted', evaluatorId: identity.staffId, text, organisation: named };
  });
}

type Remark = Pick<EvaluatorAssignment, 'role' | 'evaluatorId'> & {
  /** Null leaves what was written. */
  text: string | null;
  organisation: string;
};
type Standing = {
  sheet: Sheet;
  identity: Identity;
  assignments: readonly EvaluatorAssignment[];
};

/** One row per sheet, role, person and organisation: it is written anew, never twice. */
async function writeRemark(
  store: Store,
  sheetId: string,
  decide: (standing: Standing) => Remark | null,
): Promise<void> {
  const tables = ['sheets', 'periods', 'staff', 'evaluatorAssignments'] as const;
  await writeStore(store, tables, async (writer) => {
    const identity = await loadIdentity(store);
    const sheet = await readOne(store, 'sheets', sheetId);
    const assignments = await assignmentsOf(store, sheet.staffId);
    const remark = decide({ sheet, identity, assignments });
    if (remark === null) throw new IkuseiError('notYours');
    await putRemark(store, writer, { sheet, identity, assignments }, remark);
  });
}

async function putRemark(
  store: Store,
  writer: StoreWriter,
  { sheet, identity, assignments }: Standing,
  { role, evaluatorId, text, organisation }: Remark,
): Promise<void> {
  const known = assignments.find(
    (one) =>
      one.role === role &&
      one.onSheet?.sheetId === sheet.id &&
      one.onSheet.organisation === organisation &&
      // What a host has said is one, whoever of 職員課 enters it.
      (organisation !== '' || one.evaluatorId === evaluatorId),
  );
  const written = text === null ? (known?.onSheet?.text ?? '') : sanitizeText(text).trim();
  const stamp = stampOf(store, identity);
  if (known?.onSheet !== undefined) {
    const row = { ...known, ...stamp, onSheet: { ...known.onSheet, text: written } };
    await writer.replace('evaluatorAssignments', [row]);
    return;
  }
  const { startsOn, endsOn } = await readOne(store, 'periods', sheet.periodId);
  await writer.insert('evaluatorAssignments', [
    {
      ...stamp,
      id: store.newId(),
      staffId: sheet.staffId,
      role,
      evaluatorId,
      from: startsOn,
      to: endsOn,
      remark: '',
      onSheet: {
        sheetId: sheet.id,
        evaluator: await snapshotOf(store, evaluatorId),
        former: null,
        formerColumn: [],
        text: written,
        organisation,
      },
    },
  ]);
}

function stampOf(store: Store, identity: Identity) {
  return {
    schemaVersion: SCHEMA_VERSION,
    updatedAt: store.now(),
    updatedBy: identity.staffId,
  };
}

async function snapshotOf(store: Store, staffId: string): Promise<EvaluatorSnapshot> {
  const { name, jobTitle } = await readOne(store, 'staff', staffId);
  return { staffId, name, jobTitle };
}
