import { IkuseiError } from '../../shared/domain/errors';
import { makeForm } from '../../shared/domain/form/default-form';
import type { Form } from '../../shared/domain/form/form';
import { planFor } from '../../shared/domain/form/form-plan';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { makeSheet } from '../../shared/domain/sheet/make-sheet';
import { sheetProgress } from '../../shared/domain/sheet/progress';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import {
  mayRenew,
  type SheetDifference,
  sheetDifferences,
} from '../../shared/domain/sheet/sheet-differences';
import { viewerOf } from '../../shared/domain/sheet/stage-rules';
import { sanitizeText } from '../../shared/domain/text/sanitize';
import { tableOf } from './database';
import { allEntries, listOrgUnits, loadFrameworkSet, loadIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { historyIds } from './undo-rows';
import { writeStore } from './write-store';

const readTables = [
  'sheets',
  'forms',
  'formPlans',
  'periods',
  'staff',
  'orgUnits',
  'frameworkSets',
] as const;

type Renewal = { sheet: Sheet; renewed: Sheet; form: Form; differences: SheetDifference[] };

/**
 * How a sheet would differ, were it made today: the form as planned now, and the person as
 * she is on the roster.
 *
 * @throws IkuseiError notYours, recordMissing
 */
export async function loadRenewal(store: Store, sheetId: string): Promise<SheetDifference[]> {
  return store.db.transaction('r', ['meta', ...readTables], async () => {
    const { differences } = await renewalOf(store, sheetId);
    return differences;
  });
}

/**
 * 「最新に更新」: the sheet takes over the form and the roster of today. What was written stays;
 * the history says why.
 *
 * @param order.seen the differences that were looked at; others are not taken over unseen
 * @throws IkuseiError notYours, reasonMissing, recordChanged, saveFailed
 */
export async function renewSheet(
  store: Store,
  order: { sheetId: string; reason: string; seen: readonly SheetDifference[] },
): Promise<void> {
  const tables = [...readTables, 'sheetEntries', 'sheetEvents', 'undoSteps'] as const;
  await writeStore(store, tables, async (writer) => {
    const reason = sanitizeText(order.reason).trim();
    if (reason === '') throw new IkuseiError('reasonMissing');
    const { sheet, renewed, form, differences } = await renewalOf(store, order.sheetId);
    if (JSON.stringify(differences) !== JSON.stringify(order.seen)) {
      throw new IkuseiError('recordChanged');
    }
    const { staffId } = await loadIdentity(store);
    const { name } = await readOne(store, 'staff', staffId);
    const stamp = { schemaVersion: SCHEMA_VERSION, updatedAt: store.now(), updatedBy: staffId };
    const stageRevision = sheet.stageRevision + 1;
    const progress = sheetProgress(form, await allEntries(store, sheet.id));
    // A form of its own: those of others stay as they were handed out.
    await writer.insert('forms', [form]);
    await writer.replace('sheets', [{ ...renewed, ...stamp, stageRevision, progress }]);
    await writer.insert('sheetEvents', [
      {
        ...stamp,
        id: store.newId(),
        sheetId: sheet.id,
        action: 'renew',
        from: sheet.stage,
        to: sheet.stage,
        stageRevision,
        byName: name,
        reason,
      },
    ]);
    await writer.remove('undoSteps', await historyIds(store, sheet.id));
  });
}

async function renewalOf(store: Store, sheetId: string): Promise<Renewal> {
  const identity = await loadIdentity(store);
  const sheet = await readOne(store, 'sheets', sheetId);
  if (!mayRenew(viewerOf(sheet, identity), sheet)) throw new IkuseiError('notYours');
  const before = await readOne(store, 'forms', sheet.formId);
  const period = await readOne(store, 'periods', sheet.periodId);
  const staff = await readOne(store, 'staff', sheet.staffId);
  const stored = await tableOf(store.db, 'formPlans')
    .where('periodId')
    .equals(sheet.periodId)
    .toArray();
  const plan = planFor(parseRows(store, 'formPlans', stored), staff);
  const made = { id: store.newId(), now: store.now(), by: identity.staffId };
  const form = makeForm({
    frameworkSet: await loadFrameworkSet(store),
    frameworkId: staff.frameworkId ?? before.framework.id,
    positionId: staff.positionId ?? before.positionId,
    period,
    ...(plan === null ? {} : { plan }),
    ...made,
  });
  const fresh = makeSheet({
    staff,
    orgUnits: await listOrgUnits(store),
    staffById: new Map(),
    period,
    form,
    ...made,
  });
  return {
    sheet,
    form,
    renewed: { ...sheet, formId: form.id, staff: fresh.staff },
    differences: sheetDifferences(
      { form: before, staff: sheet.staff },
      { form, staff: fresh.staff },
    ),
  };
}
