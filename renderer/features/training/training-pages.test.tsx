// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { testId, testOrgUnits, testStaff } from '../../../test/support/sheet-builders';
import { makeTestStore } from '../../../test/support/test-store';
import { addHandDown, saveHandDown } from '../../data/hand-down-commands';
import { readAll } from '../../data/read-rows';
import type { Store } from '../../data/store';
import { StoreProvider } from '../../data/store-context';
import {
  addOwnRecord,
  loadCertificate,
  saveCertificate,
  setRecordRemoved,
} from '../../data/training-commands';
import { HandDownPage } from './HandDownPage';
import { OjtPage } from './OjtPage';
import { RecordsPage } from './RecordsPage';

const me = testId(10);
let store: Store;
let root: Root;
let page: HTMLElement;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [
        testStaff(10, { firstEvaluatorId: null, secondEvaluatorId: null }),
        testStaff(11, { firstEvaluatorId: me, secondEvaluatorId: null, name: '相川 直美' }),
        testStaff(12, { firstEvaluatorId: me, secondEvaluatorId: null, name: '山﨑 徹' }),
      ],
    },
    identity: { staffId: me, rights: ['employee'] },
  });
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  await store.db.delete();
  vi.unstubAllGlobals();
});

async function show(path: '/records' | '/hand-down' | '/ojt'): Promise<void> {
  await act(async () =>
    root.render(
      <StoreProvider store={store}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="records" element={<RecordsPage />} />
            <Route path="hand-down" element={<HandDownPage />} />
            <Route path="ojt" element={<OjtPage />} />
          </Routes>
        </MemoryRouter>
      </StoreProvider>,
    ),
  );
  await until(() => page.querySelector('h1, [role="status"]') !== null);
  await until(() => /まだありません|取り除く/u.test(page.textContent ?? ''));
}

async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(async () => {
    await act(async () => new Promise((done) => setTimeout(done, 20)));
    expect(holds()).toBe(true);
  });
}

function button(words: string): HTMLButtonElement | undefined {
  return [...page.querySelectorAll('button')].find(({ textContent }) => textContent === words);
}

async function press(words: string): Promise<void> {
  await until(() => button(words) !== undefined);
  await act(async () => button(words)?.click());
}

const says = (words: string) => page.textContent?.includes(words) === true;

it('offers a record back right after it was taken out, and not for ever', async () => {
  const old = await addOwnRecord(store, 'self');
  await setRecordRemoved(store, old.id, true);
  await addOwnRecord(store, 'studyGroup');
  await show('/records');
  expect(says('取り除きました')).toBe(false);
  await press('取り除く');
  await until(() => says('「自主研究グループの記録」を取り除きました'));
  expect(says('「自己啓発の記録」を取り除きました')).toBe(false);
  await press('元に戻す');
  await until(() => !says('取り除きました') && button('取り除く') !== undefined);
});

it('offers a 継承 back right after it was taken out, and not for ever', async () => {
  const old = await addHandDown(store, me);
  await saveHandDown(store, { id: old.id, patch: { knowledge: '前の継承', removed: true } });
  await addHandDown(store, me);
  await show('/hand-down');
  expect(says('取り除きました')).toBe(false);
  await press('取り除く');
  await until(() => says('「まだ書かれていない継承」を取り除きました'));
  expect(says('前の継承')).toBe(false);
});

it('takes a certificate away and puts it back', async () => {
  const { id } = await addOwnRecord(store, 'self');
  await saveCertificate(store, id, new File(['%PDF-1.7 証'], '修了証.pdf'));
  const bytes = await loadCertificate(store, id);
  await show('/records');
  await press('修了証を外す');
  await until(() => says('修了証を付ける'));
  await press('元に戻す');
  await until(() => says('修了証.pdf'));
  expect(await loadCertificate(store, id)).toBe(bytes);
  expect(button('元に戻す')).toBeUndefined();
});

async function choose(label: string, value: string): Promise<void> {
  const found = [...page.querySelectorAll('label')].find(
    ({ textContent }) => textContent === label,
  );
  const select = found?.control;
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no choice ${label}`);
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

it('makes an OJT plan with another 教育担当者 once she is chosen as the person', async () => {
  await show('/ojt');
  await choose('教育担当者', testId(11));
  await choose('育てる職員', testId(11));
  await press('計画を作る');
  await until(() => says('相川 直美 さん（'));
  const [plan] = await readAll(store, 'ojtPlans');
  expect(plan).toMatchObject({ staffId: testId(11), trainerId: me });
  await press('取り除く');
  await until(() => says('相川 直美 さんの計画'));
  await press('元に戻す');
  await until(() => !says('取り除きました') && says('準備中'));
});
