import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { sampleRightsOf } from '../../shared/domain/sample/sample-rights';
import { blankGoal } from '../../shared/domain/sheet/new-goal';
import { itemPartId, remarkPartId } from '../../shared/domain/sheet/part';
import type { PartId, Sheet, Stage } from '../../shared/domain/sheet/sheet';
import type { MoveAction } from '../../shared/domain/sheet/stage-moves';
import { buildEvaluationSheetModel } from '../../shared/print/build-evaluation-sheet-model';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, addGoals, saveEntry } from './commands';

import { listBoardSheets } from './progress-queries';
import { allEntries, listSheets, loadIdentity, loadSheetView } from './queries';

import { readAll } from './read-rows';
import { databaseNames } from './schema';
import { listSheetsInSteps } from './search-sheets';
import { moveSheet, moveSheets } from './stage-commands';
import type { Store } from './store';
import { loadUndoOffer } from './undo-commands';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const present = office.periods.find(({ fiscalYear }) => fiscalYear === 2026);
const sheet = found(
  office.sheets.find(
    ({ periodId, staff }) => periodId === present?.id && staff.name === '𠮷田 美咲',
  ),
);
const form = found(office.forms.find(({ id }) => id === sheet.formId));
const people = {
  employee: sheet.staffId,
  first: found(sheet.firstEvaluator?.staffId),
  second: found(sheet.secondEvaluator?.staffId),
  hr: found(
    office.staff.find(
      (staff) =>
        sampleRightsOf(staff, office.orgUnits).includes('hr') &&
        staff.id !== sheet.staffId &&
        staff.positionId !== null,
    )?.id,
  ),
};
type Role = keyof typeof people;
const secrets = {
  first: '一次だけの秘密の所見',
  second: '二次だけの秘密の所見',
  between: '評価者の間だけの理由',
};
const sharedPart = remarkPartId('development', 'improvement');
let store: Store;

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks what this test needs');
  return value;
}

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  const { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries },
    identity: { staffId: office.startAs, rights: ['employee'] },
  });
});
afterEach(() => store.db.close());

async function move(role: Role, action: MoveAction, more: { reason?: string; to?: Stage } = {}) {
  await actAs(store, people[role]);
  return moveSheet(store, {
    sheetId: sheet.id,
    action,
    reason: '',
    today: '2027-03-20',
    ...more,
  });
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof IkuseiError ? error.errorName : String(error)),
  );
}

async function stored(): Promise<Sheet> {
  return found((await readAll(store, 'sheets')).find(({ id }) => id === sheet.id));
}

const goalPart = async () =>
  found((await allEntries(store, sheet.id)).find(({ goal, removed }) => goal !== null && !removed))
    .partId;

async function writeGoal(): Promise<void> {
  await actAs(store, people.employee);
  await addGoals(store, sheet.id, [{ ...blankGoal, content: '郵送請求の短縮' }]);
}

/** Fills whole a column that is open now. */
async function fill(author: 'employee' | 'first' | 'second', text: string): Promise<void> {
  await actAs(store, people[author]);
  const write = (partId: PartId, rated = true) =>
    saveEntry(store, {
      sheetId: sheet.id,
      partId,
      author,
      patch: {
        // 担当業務の改善点 is the one place that both read of each other all year.
        text: partId === sharedPart ? '分かち合う改善点' : text,
        ...(rated ? { rating: 'A' } : {}),
      },
    });
  await write(await goalPart());
  for (const { id } of form.framework.items) await write(itemPartId(id));
  for (const section of ['development', 'overall'] as const) {
    for (const { id, authors, rated } of form[section]) {
      if (authors.includes(author)) await write(remarkPartId(section, id), rated);
    }
  }
}

async function toFirstEvaluation(): Promise<void> {
  await writeGoal();
  await move('employee', 'handInGoals');
  await move('first', 'agreeGoals');
  await move('employee', 'beginSelfEvaluation');
  await fill('employee', '自己評価の文');
  await move('employee', 'handInSelfEvaluation');
}

/** Everything the employee's screens, lists, search and paper are made from. */
async function allThatSheReads(): Promise<string> {
  await actAs(store, people.employee);
  // Whatever else she is: the rights of 職員課 open nothing about herself.
  await writeStore(store, [], async (writer) =>
    writer.putMeta({ ...(await loadIdentity(store)), rights: ['employee', 'hr'] }),
  );
  const view = await loadSheetView(store, sheet.id);
  const paper = buildEvaluationSheetModel({
    ...view,
    sheet: view.sheet,
    printedAt: '2027-03-20T09:00',
    sample: true,
  });
  return JSON.stringify([
    view,
    paper,
    await listSheets(store, sheet.periodId),
    await listSheetsInSteps(store),
  ]);
}

describe('the whole year of one sheet', () => {
  it('goes from hand to hand, and shows the person nothing before it is disclosed', async () => {
    const passed: Stage[] = [];
    const showsNothing = async () => {
      passed.push((await stored()).stage);
      const before = await allThatSheReads();
      // It is her sheet, with what she wrote herself.
      expect(before).toContain('自己評価の文');
      for (const secret of Object.values(secrets)) expect(before).not.toContain(secret);
    };
    await writeStore(store, ['forms'], (writer) =>
      writer.replace('forms', [{ ...form, steps: { ...form.steps, leveling: true } }]),
    );
    await toFirstEvaluation();
    await fill('first', secrets.first);
    await showsNothing();
    await move('first', 'handInFirstEvaluation');
    await showsNothing();
    await move('second', 'returnFirstEvaluation', { reason: secrets.between });
    await showsNothing();
    await move('first', 'handInFirstEvaluation');
    await fill('second', secrets.second);
    await showsNothing();
    await move('second', 'handInSecondEvaluation');
    await showsNothing();
    await move('hr', 'askForReevaluation', { reason: secrets.between, to: 'secondEvaluation' });
    await showsNothing();
    await move('second', 'handInSecondEvaluation');
    await move('hr', 'finishLeveling');
    await showsNothing();
    await move('hr', 'confirm');
    await showsNothing();
    await move('hr', 'reopen', { reason: secrets.between, to: 'confirmation' });
    await showsNothing();
    await move('hr', 'confirm');
    expect(new Set(passed)).toEqual(
      new Set(['firstEvaluation', 'secondEvaluation', 'leveling', 'confirmation', 'confirmed']),
    );
    await move('hr', 'disclose');
    const after = await allThatSheReads();
    expect(after).toContain(secrets.first);
    expect(after).toContain(secrets.second);
    // What passed between the evaluators stays between them.
    expect(after).not.toContain(secrets.between);
    expect(await stored()).toMatchObject({ stage: 'disclosed', disclosedOn: '2027-03-20' });
    await move('first', 'complete');
    expect((await stored()).stage).toBe('completed');
    const events = (await readAll(store, 'sheetEvents')).map(({ action }) => action);
    expect(events).toHaveLength(16);
    expect(new Set((await readAll(store, 'columnVersions')).map(({ author }) => author))).toEqual(
      new Set(['employee', 'first', 'second']),
    );
  });

  it('keeps what was agreed when the goal changes afterwards', async () => {
    await writeGoal();
    await move('employee', 'handInGoals');
    await move('first', 'agreeGoals');
    await actAs(store, people.employee);
    await saveEntry(store, {
      sheetId: sheet.id,
      partId: await goalPart(),
      author: 'employee',
      patch: { goal: { content: '変えた目標' } },
    });
    const [version] = await readAll(store, 'columnVersions');
    expect(version?.entries.map(({ goal }) => goal?.content)).toContain('郵送請求の短縮');
  });
});

describe('a move is refused, and nothing changes', () => {
  it.each([
    ['first', 'handInGoals', 'moveRefused'],
    ['hr', 'handInGoals', 'moveRefused'],
    ['employee', 'agreeGoals', 'moveRefused'],
    ['employee', 'disclose', 'moveRefused'],
    ['hr', 'exempt', 'reasonMissing'],
    ['employee', 'handInGoals', 'handInIncomplete'],
    ['first', 'handInFirstEvaluation', 'moveRefused'],
  ] as const)('to %s for %s: %s', async (role, action, expected) => {
    const before = await stored();
    expect(await refusal(move(role, action))).toBe(expected);
    expect(await stored()).toEqual(before);
    expect(await readAll(store, 'sheetEvents')).toEqual([]);
  });

  it.each([
    ['employee', 'handInSelfEvaluation', 'selfEvaluation'],
    ['first', 'handInFirstEvaluation', 'firstEvaluation'],
    ['second', 'handInSecondEvaluation', 'secondEvaluation'],
  ] as const)(
    'to %s for %s while something of her column is missing',
    async (role, action, stage) => {
      await writeStore(store, ['sheets'], (writer) =>
        writer.replace('sheets', [{ ...sheet, stage }]),
      );
      expect(await refusal(move(role, action))).toBe('handInIncomplete');
      for (const other of ['employee', 'first', 'second', 'hr'] as const) {
        if (other !== role) expect(await refusal(move(other, action))).toBe('moveRefused');
      }
      expect((await stored()).stage).toBe(stage);
    },
  );

  it('to a stranger', async () => {
    const stranger = found(
      office.staff.find(
        (staff) =>
          !sampleRightsOf(staff, office.orgUnits).includes('hr') &&
          !Object.values(people).includes(staff.id),
      ),
    );
    await actAs(store, stranger.id);
    const asked = { sheetId: sheet.id, action: 'handInGoals', reason: '', today: '2026-04-01' };
    expect(await refusal(moveSheet(store, { ...asked, action: 'handInGoals' }))).toBe('notYours');
  });

  it('to 職員課 about itself', async () => {
    const own = found(
      office.sheets.find(
        ({ periodId, staffId }) => periodId === present?.id && staffId === people.hr,
      ),
    );
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [{ ...own, stage: 'confirmed' }]),
    );
    await actAs(store, people.hr);
    const move = { sheetId: own.id, action: 'disclose', reason: '', today: '2027-03-20' } as const;
    expect(await refusal(moveSheet(store, move))).toBe('moveRefused');
  });
});

it('what was handed in cannot be undone behind the next person’s back', async () => {
  await writeGoal();
  expect(await loadUndoOffer(store, sheet.id)).toEqual({ undo: true, redo: false });
  await move('employee', 'handInGoals');
  expect(await loadUndoOffer(store, sheet.id)).toEqual({ undo: false, redo: false });
});

it('職員課 takes somebody out with a reason that her evaluators do not read', async () => {
  await move('hr', 'exempt', { reason: '育児休業のため' });
  const reasonsOf = async (role: Role) => {
    await actAs(store, people[role]);
    return (await loadSheetView(store, sheet.id)).events.map(({ reason }) => reason);
  };
  expect(await reasonsOf('first')).toEqual(['']);
  expect(await reasonsOf('employee')).toEqual(['育児休業のため']);
  expect(await reasonsOf('hr')).toEqual(['育児休業のため']);
  const later = move('hr', 'includeAgain', { reason: '復帰した', to: 'firstEvaluation' });
  expect(await refusal(later)).toBe('moveRefused');
  await move('hr', 'includeAgain', { reason: '復帰した', to: 'goalSetting' });
  expect(await stored()).toMatchObject({ stage: 'goalSetting', exemptedFrom: null });
});

describe('moving many sheets as 職員課', () => {
  const keepOn = { onProgress: () => undefined, isCancelled: () => false };
  const waiting = office.sheets.filter(
    ({ periodId, stage, staffId, handlerId }) =>
      periodId === present?.id &&
      stage === 'confirmation' &&
      staffId !== people.hr &&
      handlerId === null,
  );
  const movesFor = (sheets: readonly Sheet[], action: MoveAction) =>
    sheets.map(({ id }) => ({ sheetId: id, action, reason: '', today: '2027-03-20' }));
  const stages = async (sheets: readonly Sheet[]) => {
    const rows = new Map((await readAll(store, 'sheets')).map((row) => [row.id, row.stage]));
    return sheets.map(({ id }) => rows.get(id));
  };

  it('moves each, counts each, and writes each one its history', async () => {
    const three = waiting.slice(0, 3);
    await actAs(store, people.hr);
    const counted: string[] = [];
    const onProgress = (done: number, total: number) => counted.push(`${done}/${total}`);
    const result = await moveSheets(store, movesFor(three, 'confirm'), { ...keepOn, onProgress });
    expect(result).toEqual({ moved: three.map(({ id }) => id), refused: [], cancelled: false });
    expect(counted).toEqual(['1/3', '2/3', '3/3']);
    expect(await stages(three)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(await readAll(store, 'sheetEvents')).toHaveLength(3);
  });

  it('says which was refused and why, and moves the others', async () => {
    const [one, other] = [found(waiting[0]), found(waiting[1])];
    await actAs(store, people.hr);
    const result = await moveSheets(store, movesFor([one, sheet, other], 'confirm'), keepOn);
    expect(result.moved).toEqual([one.id, other.id]);
    expect(result.refused.map(({ sheetId, error }) => [sheetId, error.errorName])).toEqual([
      [sheet.id, 'moveRefused'],
    ]);
    expect(await stages([sheet])).toEqual([sheet.stage]);
  });

  it.each(['employee', 'first', 'second'] as const)('refuses the %s', async (role) => {
    const three = waiting.slice(0, 3);
    await actAs(store, people[role]);
    const result = await moveSheets(store, movesFor(three, 'confirm'), keepOn);
    expect(result.moved).toEqual([]);
    expect(result.refused.map(({ error }) => error.errorName)).toEqual(three.map(() => 'notYours'));
    expect(await stages(three)).toEqual(three.map(({ stage }) => stage));
  });

  it('refuses her own sheet even for a move that she makes herself as its owner', async () => {
    const own = found(
      office.sheets.find(
        ({ periodId, staffId }) => periodId === present?.id && staffId === people.hr,
      ),
    );
    await writeStore(store, ['sheets'], async (writer) => {
      await writer.replace('sheets', [{ ...own, stage: 'inProgress' }]);
    });
    await actAs(store, people.hr);
    const result = await moveSheets(store, movesFor([own], 'beginSelfEvaluation'), keepOn);
    expect(result.refused.map(({ error }) => error.errorName)).toEqual(['notYours']);
    expect(await stages([own])).toEqual(['inProgress']);
  });

  it('leaves each sheet whole when it is cancelled in the middle', async () => {
    const three = waiting.slice(0, 3);
    await actAs(store, people.hr);
    let done = 0;
    const result = await moveSheets(store, movesFor(three, 'confirm'), {
      onProgress: (count) => {
        done = count;
      },
      isCancelled: () => done === 2,
    });
    expect(result.cancelled).toBe(true);
    expect(result.moved).toHaveLength(2);
    expect(await stages(three)).toEqual(['confirmed', 'confirmed', 'confirmation']);
    expect(await readAll(store, 'sheetEvents')).toHaveLength(2);
  });

  it('shows the board to 職員課 alone, without her own sheet and those of another handler', async () => {
    const handled = found(waiting[0]);
    const periodId = found(present).id;
    await writeStore(store, ['sheets'], async (writer) => {
      await writer.replace('sheets', [{ ...handled, handlerId: people.second }]);
    });
    await actAs(store, people.hr);
    const shown = await listBoardSheets(store, periodId);
    expect(shown.length).toBeGreaterThan(waiting.length);
    expect(shown.map(({ staffId }) => staffId)).not.toContain(people.hr);
    expect(shown.map(({ id }) => id)).not.toContain(handled.id);
    await actAs(store, people.first);
    expect(await refusal(listBoardSheets(store, periodId))).toBe('notYours');
  });
});

it('a draft whose step is left out stays a draft, also at 開示, and so does the reason', async () => {
  await toFirstEvaluation();
  await actAs(store, people.first);
  const [item] = form.framework.items;
  await saveEntry(store, {
    sheetId: sheet.id,
    partId: itemPartId(item?.id ?? ''),
    author: 'first',
    patch: { text: secrets.first, rating: 'D' },
  });
  await move('hr', 'skip', { reason: secrets.between });
  expect((await stored()).skippedStages).toEqual(['firstEvaluation']);
  for (const role of ['second', 'hr'] as const) {
    await actAs(store, people[role]);
    expect(JSON.stringify(await loadSheetView(store, sheet.id))).not.toContain(secrets.first);
  }
  await fill('second', secrets.second);
  await move('second', 'handInSecondEvaluation');
  await move('hr', 'confirm');
  await move('hr', 'disclose');
  const read = await allThatSheReads();
  expect(read).toContain(secrets.second);
  expect(read).not.toContain(secrets.first);
  expect(read).not.toContain(secrets.between);
  // Done again after all, it is an evaluation like any other.
  await move('hr', 'reopen', { reason: 'やり直し', to: 'firstEvaluation' });
  expect((await stored()).skippedStages).toEqual([]);
});
