// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultFormPlans } from '../../../shared/domain/form/default-form-plans';
import type { FormPlan } from '../../../shared/domain/form/form-plan';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import { testNow } from '../../../test/support/sheet-builders';
import { makeTestStore } from '../../../test/support/test-store';
import { changePlan } from '../../data/form-plan-commands';
import { readAll } from '../../data/read-rows';
import type { Store } from '../../data/store';
import { StoreProvider } from '../../data/store-context';
import { FormPlanPage } from './FormPlanPage';
import { planAutosave } from './plan-autosave';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
let number = 0;
let store: Store;
let root: Root;
let page: HTMLElement;
let planId: string;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const [period] = office.periods;
  const [set] = office.frameworkSets;
  if (period === undefined || set === undefined) throw new Error('the sample office is empty');
  const plans = defaultFormPlans({
    frameworks: set.tables.frameworks,
    period,
    newId: () => {
      number += 1;
      return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    },
    now: testNow,
    by: office.startAs,
  });
  planId = plans[0]?.id ?? '';
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      staff: office.staff,
      orgUnits: office.orgUnits,
      periods: [period],
      frameworkSets: office.frameworkSets,
      formPlans: plans,
    },
    identity: { staffId: office.startAs, rights: ['employee', 'hr'] },
  });
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <StoreProvider store={store}>
        <MemoryRouter initialEntries={[`/hr/periods/${period.id}/plans/${planId}`]}>
          <Routes>
            <Route path="hr/periods/:periodId/plans/:planId" element={<FormPlanPage />} />
          </Routes>
        </MemoryRouter>
      </StoreProvider>,
    ),
  );
  while (page.querySelector('h1') === null) await moment();
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  await store.db.delete();
  vi.unstubAllGlobals();
});

function moment(): Promise<void> {
  return act(async () => new Promise((done) => setTimeout(done, 50)));
}

function field(label: string): HTMLInputElement {
  const found = [...page.querySelectorAll('label')].find(
    ({ textContent }) => textContent === label,
  );
  const input = found?.htmlFor === undefined ? null : document.getElementById(found.htmlFor);
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  return input;
}

async function type(label: string, text: string): Promise<void> {
  const input = field(label);
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  await act(async () => {
    input.focus();
    value?.set?.call(input, text);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
  });
}

async function saved(): Promise<FormPlan> {
  await act(async () => planAutosave(store).flush());
  await moment();
  const plan = (await readAll(store, 'formPlans')).find(({ id }) => id === planId);
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

it('keeps what is typed without the field being left, and leaves the keyboard there', async () => {
  const before = field('様式名');
  await type('様式名', '新しい様');
  await type('様式名', '新しい様式');
  expect((await saved()).title).toBe('新しい様式');
  expect(field('様式名')).toBe(before);
  expect(document.activeElement).toBe(before);
  expect(before.value).toBe('新しい様式');
});

it('loses nothing of several fields that are typed in faster than they are stored', async () => {
  await type('実績の見出し', '成果');
  await type('能力の見出し', '力');
  await type('実績の割合（％）', '５0');
  await type('能力の割合（％）', '30');
  const plan = await saved();
  expect(plan.sectionTitles).toMatchObject({ goals: '成果', ability: '力' });
  expect(plan.scoring.sectionWeights).toEqual({ goals: 50, ability: 30, conduct: 20 });
  expect(field('実績の割合（％）').value).toBe('50');
});

it('keeps no number that is none, and shows what somebody else has stored', async () => {
  const version = (await saved()).scoring.version;
  await type('実績の割合（％）', '101');
  expect((await saved()).scoring.version).toBe(version);
  await act(async () => changePlan(store, planId, { title: '別の人の様式名' }));
  await moment();
  expect(field('様式名').value).toBe('別の人の様式名');
});

it('lets an item be left out of the score', async () => {
  const chip = [...page.querySelectorAll('label')].find(
    ({ textContent }) => textContent === '接遇',
  );
  await act(async () => chip?.querySelector('input')?.click());
  await moment();
  expect((await saved()).scoring.excludedItems).toHaveLength(1);
});
