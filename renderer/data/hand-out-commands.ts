import { IkuseiError } from '../../shared/domain/errors';
import { makeForm } from '../../shared/domain/form/default-form';
import type { Form } from '../../shared/domain/form/form';
import type { FormPlan } from '../../shared/domain/form/form-plan';
import {
  exemptWords,
  isBlocked,
  type ProposedExempt,
  type Recipient,
} from '../../shared/domain/hand-out/hand-out-preview';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { makeSheet } from '../../shared/domain/sheet/make-sheet';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import type { SheetEvent } from '../../shared/domain/sheet/sheet-event';
import { requireHr } from './commands';
import { tableOf } from './database';
import { handOutTables, loadHandOut } from './hand-out-queries';
import { listOrgUnits, listStaff, loadFrameworkSet } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

export type HandOutChoice = {
  periodId: string;
  /** Of those proposed as 評価の対象外, who is evaluated all the same. */
  included: readonly string[];
};

export type HandedOut = { sheets: number; exempt: number };

type Watching = {
  /** Told of the sheets written so far, before anything is kept. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
};

const CHUNK = 100;

/**
 * Gives everybody her sheet who has none yet, with the forms frozen as planned now: all of
 * them or none. Whoever is proposed as 評価の対象外 gets a sheet that says so, unless she is
 * included. A sheet that is there already stays as it is.
 *
 * @throws IkuseiError notYours, handOutBlocked, handOutCancelled, rowDamaged, saveFailed
 */
export async function handOut(
  store: Store,
  choice: HandOutChoice,
  { onProgress, signal }: Watching,
): Promise<HandedOut> {
  return writeStore(store, [...handOutTables, 'forms', 'sheetEvents'], async (writer) => {
    const identity = await requireHr(store);
    const { period, preview } = await loadHandOut(store, choice.periodId);
    if (isBlocked(preview)) throw new IkuseiError('handOutBlocked');
    const included = new Set(choice.included);
    const exempt = preview.exempt.filter(({ staff }) => !included.has(staff.id));
    const asked = preview.exempt.filter(({ staff }) => included.has(staff.id));
    const all: (Recipient | ProposedExempt)[] = [...preview.ready, ...asked, ...exempt];
    const stamp = { now: store.now(), by: identity.staffId };
    const everyone = await listStaff(store);
    const staffById = new Map(everyone.map((member) => [member.id, member]));
    const orgUnits = await listOrgUnits(store);
    const byName = (await readOne(store, 'staff', identity.staffId)).name;
    const forms = await formsOf(store, choice.periodId, { ...stamp, all });
    await writer.insert('forms', forms.added);
    for (let from = 0; from < all.length; from += CHUNK) {
      if (signal.aborted) throw new IkuseiError('handOutCancelled');
      const sheets: Sheet[] = [];
      const events: SheetEvent[] = [];
      for (const recipient of all.slice(from, from + CHUNK)) {
        const { staff, plan, handlerId } = recipient;
        const form = forms.of(plan, staff.positionId ?? '');
        const made = { staff, orgUnits, staffById, period, form, id: store.newId(), ...stamp };
        const sheet = { ...makeSheet(made), disclosedColumns: plan.disclosedColumns, handlerId };
        if ('reason' in recipient && !included.has(staff.id)) {
          const event = exemptEvent(sheet, store.newId(), byName, exemptWords(recipient));
          const { from, to, stageRevision } = event;
          sheets.push({ ...sheet, stage: to, exemptedFrom: from, stageRevision });
          events.push(event);
        } else sheets.push(sheet);
      }
      await writer.insert('sheets', sheets);
      await writer.insert('sheetEvents', events);
      onProgress(from + sheets.length, all.length);
    }
    if (signal.aborted) throw new IkuseiError('handOutCancelled');
    return { sheets: all.length - exempt.length, exempt: exempt.length };
  });
}

function exemptEvent(sheet: Sheet, id: string, byName: string, reason: string): SheetEvent {
  return {
    id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: sheet.updatedAt,
    updatedBy: sheet.updatedBy,
    sheetId: sheet.id,
    action: 'exempt',
    from: sheet.stage,
    to: 'exempt',
    stageRevision: sheet.stageRevision + 1,
    byName,
    reason,
  };
}

type FrozenForms = { added: Form[]; of: (plan: FormPlan, positionId: string) => Form };

/** One form for each plan and position; one frozen before that says the same serves again. */
async function formsOf(
  store: Store,
  periodId: string,
  made: { all: readonly Recipient[]; now: string; by: string },
): Promise<FrozenForms> {
  const period = await readOne(store, 'periods', periodId);
  const frameworkSet = await loadFrameworkSet(store);
  const rows = await tableOf(store.db, 'forms').where('periodId').equals(periodId).toArray();
  const frozen = new Map(parseRows(store, 'forms', rows).map((form) => [contentOf(form), form]));
  const forms = new Map<string, Form>();
  const added: Form[] = [];
  for (const { plan, staff } of made.all) {
    const positionId = staff.positionId ?? '';
    const key = `${plan.id} ${positionId}`;
    if (forms.has(key)) continue;
    const form = makeForm({
      frameworkSet,
      frameworkId: plan.frameworkId,
      positionId,
      period,
      plan,
      id: store.newId(),
      now: made.now,
      by: made.by,
    });
    const same = frozen.get(contentOf(form));
    if (same === undefined) added.push(form);
    forms.set(key, same ?? form);
  }
  return {
    added,
    of(plan, positionId) {
      const form = forms.get(`${plan.id} ${positionId}`);
      if (form === undefined) throw new RangeError(`no form for ${positionId}`);
      return form;
    },
  };
}

function contentOf({ id: _id, updatedAt: _at, updatedBy: _by, ...content }: Form): string {
  return JSON.stringify(sorted(content));
}

/** The same whatever order a parser has put the properties in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b)));
}
