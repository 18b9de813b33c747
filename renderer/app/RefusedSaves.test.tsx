// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { makeTestStore } from '../../test/support/test-store';
import type { Store } from '../data/store';
import { sheetAutosave } from '../features/sheets/sheet-autosave';
import { flushAll } from '../state/save-state';
import { SaveStatus } from './SaveStatus';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const TYPED = '窓口の説明を見直した。';
let store: Store;
let root: Root;
let page: HTMLElement;
let copied: string[];

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  copied = [];
  document.execCommand = (command) => {
    const field = document.activeElement;
    if (command === 'copy' && field instanceof HTMLTextAreaElement) copied.push(field.value);
    return true;
  };
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  await act(async () => root.render(<SaveStatus />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  await store.db.delete();
  vi.unstubAllGlobals();
});

function moment(): Promise<void> {
  return act(async () => new Promise((done) => setTimeout(done, 150)));
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}

async function press(name: string): Promise<void> {
  await act(async () => button(name).click());
  await moment();
}

it('shows a text that its field no longer takes, copies it, and lets go of it', async () => {
  const sheet = office.sheets.find(({ staff }) => staff.name === '𠮷田 美咲');
  if (sheet === undefined) throw new Error('the sample office lacks the sheet');
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      staff: office.staff,
      forms: office.forms,
      // The sheet went on while she typed.
      sheets: [{ ...sheet, stage: 'firstEvaluation' }],
    },
    identity: { staffId: sheet.staffId, rights: ['employee'] },
  });
  const item = office.forms.find(({ id }) => id === sheet.formId)?.framework.items[0];
  sheetAutosave(store).change({
    sheetId: sheet.id,
    partId: `item/${item?.id ?? ''}`,
    author: 'employee',
    patch: { text: TYPED },
  });
  expect(await act(async () => flushAll())).toBe(false);

  await press('保存できない入力');
  const dialog = document.querySelector('[role="dialog"]');
  expect(dialog?.textContent).toContain(
    `𠮷田 美咲さんの人事評価シート　${item?.name ?? ''}（本人）`,
  );
  expect(dialog?.textContent).toContain('この記録は、あなたには開けません');
  expect(dialog?.querySelector('textarea')?.value).toBe(TYPED);
  // Looking at it gives nothing up.
  expect(await act(async () => flushAll())).toBe(false);

  await press('文字を写して取り下げる');
  expect(copied).toEqual([TYPED]);
  expect(dialog?.querySelector('[role="status"]')?.textContent).toContain('取り下げました');
  expect(dialog?.querySelector('textarea')?.value).toBe(TYPED);
  expect(await act(async () => flushAll())).toBe(true);
  expect(sheetAutosave(store).unsaved(sheet.id).size).toBe(0);

  await press('閉じる');
  expect(document.querySelector('[role="dialog"]')).toBeNull();
  expect(page.textContent).toContain('保存済み');
});
