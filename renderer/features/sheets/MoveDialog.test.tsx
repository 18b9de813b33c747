// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import type { MoveAction } from '../../../shared/domain/sheet/stage-moves';
import { makeTestStore } from '../../../test/support/test-store';
import { parseRows } from '../../data/read-rows';
import type { Store } from '../../data/store';
import { StoreProvider } from '../../data/store-context';
import { registerSaver } from '../../state/save-state';
import { MoveDialog } from './MoveDialog';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const sheet = found(
  office.sheets.find(({ staff, stage }) => staff.name === '𠮷田 美咲' && stage === 'goalSetting'),
);
const form = found(office.forms.find(({ id }) => id === sheet.formId));
let store: Store;
let root: Root;
let page: HTMLElement;

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks what this test needs');
  return value;
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  await store.db.delete();
  vi.unstubAllGlobals();
});

/** Lets the store answer, and React show it. */
function moment(): Promise<void> {
  return act(async () => new Promise((done) => setTimeout(done, 50)));
}

async function ask(action: MoveAction, stage = sheet.stage): Promise<HTMLElement> {
  const given = { ...sheet, stage };
  const isEvaluator = action === 'returnSelfEvaluation';
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: office.orgUnits,
      staff: office.staff,
      periods: office.periods,
      frameworkSets: office.frameworkSets,
      forms: office.forms,
      sheets: [given],
    },
    identity: {
      staffId: isEvaluator ? found(sheet.firstEvaluator?.staffId) : sheet.staffId,
      rights: ['employee'],
    },
  });
  await act(async () =>
    root.render(
      <StoreProvider store={store}>
        <MoveDialog
          action={action}
          route={{ ...given, steps: form.steps }}
          form={form}
          onClose={() => root.render(null)}
        />
      </StoreProvider>,
    ),
  );
  await moment();
  await moment();
  return found(document.querySelector<HTMLElement>('[role="dialog"]') ?? undefined);
}

function button(dialog: HTMLElement, name: string): HTMLButtonElement | null {
  return [...dialog.querySelectorAll('button')].find((one) => one.textContent === name) ?? null;
}

async function press(pressed: HTMLButtonElement | null): Promise<void> {
  await act(async () => pressed?.click());
  await moment();
}

async function write(dialog: HTMLElement, text: string): Promise<void> {
  const area = found(dialog.querySelector('textarea') ?? undefined);
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  await act(async () => {
    value?.set?.call(area, text);
    area.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
    area.dispatchEvent(new FocusEvent('blur'));
  });
}

async function storedStage(): Promise<string | undefined> {
  const rows = await store.db.table('sheets').toArray();
  return parseRows(store, 'sheets', rows)[0]?.stage;
}

describe('the question of a move', () => {
  it('lists what is missing instead of handing in', async () => {
    const dialog = await ask('handInGoals');
    expect(dialog.textContent).toContain('まだ書いていないところがあります');
    expect(button(dialog, '個人目標（一つ以上）')).not.toBeNull();
    expect(button(dialog, '目標を提出する')).toBeNull();
  });

  it('asks for the reason, and moves once there is one', async () => {
    const dialog = await ask('returnSelfEvaluation', 'firstEvaluation');
    await press(button(dialog, '自己評価を差し戻す'));
    expect(dialog.querySelector('[role="alert"]')?.textContent).toContain('理由');
    expect(await storedStage()).toBe('firstEvaluation');
    await write(dialog, '　');
    await press(button(dialog, '自己評価を差し戻す'));
    expect(await storedStage()).toBe('firstEvaluation');
    await write(dialog, '接遇が空欄です');
    await press(button(dialog, '自己評価を差し戻す'));
    await moment();
    expect(await storedStage()).toBe('selfEvaluation');
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  it('moves nothing while something typed cannot be stored', async () => {
    const dialog = await ask('beginSelfEvaluation', 'inProgress');
    let phase: 'failed' | 'saved' = 'failed';
    registerSaver({ flush: () => Promise.resolve(), phase: () => phase, refused: () => [] });
    await press(button(dialog, '自己評価に進む'));
    expect(dialog.textContent).toContain('E108');
    expect(await storedStage()).toBe('inProgress');
    phase = 'saved';
    await press(button(dialog, '自己評価に進む'));
    await moment();
    expect(await storedStage()).toBe('selfEvaluation');
  });
});
