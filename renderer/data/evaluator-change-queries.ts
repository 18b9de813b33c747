import { Dexie } from 'dexie';
import type { Form } from '../../shared/domain/form/form';
import type { Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import { isOver, readableEntries } from '../../shared/domain/sheet/stage-rules';
import type { EvaluatorAssignment } from '../../shared/domain/staff/evaluator-assignment';
import { consultedAccess, isConsulted } from '../../shared/domain/staff/evaluator-changes';
import { tableOf } from './database';
import { allEntries, loadIdentity, parseIdentity } from './queries';
import { readAll, readOne } from './read-rows';
import type { Store } from './store';

/** Whom I evaluate or am consulted about, beside whom the roster says. */
export async function listOwnAssignments(store: Store): Promise<EvaluatorAssignment[]> {
  const [identity, assignments] = await Promise.all([
    loadIdentity(store),
    readAll(store, 'evaluatorAssignments'),
  ]);
  // What a host has said stands under whoever of 職員課 entered it.
  return assignments.filter(
    ({ evaluatorId, onSheet }) =>
      evaluatorId === identity.staffId && (onSheet?.organisation ?? '') === '',
  );
}

/** A sheet on which I am asked for an opinion, with what its person has handed in. */
export type ConsultedSheet = {
  sheet: Sheet;
  form: Form;
  entries: SheetEntry[];
  /** My opinion as it stands, and whether I may still write it. */
  opinion: string;
  open: boolean;
};

/** The sheets on which I am consulted; never my own. */
export async function listConsultedSheets(store: Store): Promise<ConsultedSheet[]> {
  const tables = ['meta', 'sheets', 'sheetEntries', 'forms', 'evaluatorAssignments'] as const;
  return store.db.transaction('r', tables, async () => {
    const identity = parseIdentity(await tableOf(store.db, 'meta').get('identity'));
    const own = (await readAll(store, 'evaluatorAssignments')).flatMap((one) =>
      one.onSheet !== undefined &&
      one.staffId !== identity.staffId &&
      isConsulted([one], one.onSheet.sheetId, identity.staffId)
        ? [one.onSheet]
        : [],
    );
    return Dexie.Promise.all(own.map((remark) => consultedSheetOf(store, remark)));
  });
}

async function consultedSheetOf(
  store: Store,
  { sheetId, text }: { sheetId: string; text: string },
): Promise<ConsultedSheet> {
  const sheet = await readOne(store, 'sheets', sheetId);
  const form = await readOne(store, 'forms', sheet.formId);
  const entries = await allEntries(store, sheetId);
  return {
    sheet,
    form,
    entries: readableEntries(entries, consultedAccess(sheet)),
    opinion: text,
    open: !isOver(sheet.stage, 'first'),
  };
}
