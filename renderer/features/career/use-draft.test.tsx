// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newPlacementRequest } from '../../../shared/domain/career/change-request';
import type { PlacementRequest } from '../../../shared/domain/career/placement-request';
import { testId, testNow, testOrgUnits, testStaff } from '../../../test/support/sheet-builders';
import { makeTestStore } from '../../../test/support/test-store';
import { readAll } from '../../data/read-rows';
import type { Store } from '../../data/store';
import { StoreProvider } from '../../data/store-context';
import { requestAutosave } from './career-autosave';
import { RequestForm } from './RequestForm';

const me = testId(10);
const request: PlacementRequest = {
  ...newPlacementRequest({ id: testId(60), fiscalYear: 2026, now: testNow, by: me }),
  stay: true,
};
let store: Store;
let root: Root;
let page: HTMLElement;
let now = 0;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  now = 10_000;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits: testOrgUnits, staff: [testStaff(10)], placementRequests: [request] },
    identity: { staffId: me, rights: ['employee'] },
  });
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  const view = {
    me,
    fiscalYear: 2026,
    years: [2026],
    request,
    consideration: null,
    hasHead: true,
    units: [...testOrgUnits],
  };
  await act(async () =>
    root.render(
      <StoreProvider store={store}>
        <RequestForm request={request} view={view} />
      </StoreProvider>,
    ),
  );
});

afterEach(async () => {
  await requestAutosave(store).flush();
  await act(async () => root.unmount());
  page.remove();
  await store.db.delete();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function box(name: string): HTMLTextAreaElement {
  const [found] = document.getElementsByName(name);
  if (!(found instanceof HTMLTextAreaElement)) throw new Error(`no box ${name}`);
  return found;
}

const stayReason = 'request.stay-reason';

/** Types on in a box, so long after what was done before. */
async function type(name: string, text: string, after: number): Promise<void> {
  now += after;
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  await act(async () => {
    value?.set?.call(box(name), text);
    box(name).dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
  });
  // React hears of a letter after the frame that shows it, and at once when its box is left.
  await act(async () => box(name).dispatchEvent(new FocusEvent('blur')));
}

async function press(words: string): Promise<void> {
  const found = [...page.querySelectorAll('button')].find(
    ({ textContent }) => textContent === words,
  );
  if (found === undefined || found.disabled) throw new Error(`nothing to press: ${words}`);
  await act(async () => found.click());
}

async function key(pressed: string): Promise<void> {
  await act(async () =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, ctrlKey: true })),
  );
}

it('takes back what was typed since the last pause, and not the whole field', async () => {
  await type(stayReason, '今の', 0);
  await type(stayReason, '今の仕事', 500);
  await type(stayReason, '今の仕事を続けたい', 3_000);
  await press('元に戻す');
  expect(box(stayReason).value).toBe('今の仕事');
  await press('元に戻す');
  expect(box(stayReason).value).toBe('');
  await press('やり直す');
  await press('やり直す');
  expect(box(stayReason).value).toBe('今の仕事を続けたい');
  await requestAutosave(store).flush();
  const [stored] = await readAll(store, 'placementRequests');
  expect(stored?.stayReason).toBe('今の仕事を続けたい');
});

it('goes back and forth with Ctrl+Z and Ctrl+Y', async () => {
  vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockReturnValue(true);
  await type(stayReason, '続けたい', 0);
  await key('z');
  expect(box(stayReason).value).toBe('');
  await key('y');
  expect(box(stayReason).value).toBe('続けたい');
});

it('begins a step with what is done between two texts of one field', async () => {
  await press('希望する配属先を加える');
  const words = 'request.wish-1-words';
  await type(words, '税', 100);
  await press('希望する配属先を加える');
  await type(words, '税の仕事', 100);
  await press('元に戻す');
  expect(box(words).value).toBe('税');
  await press('元に戻す');
  expect(document.getElementsByName('request.wish-2-words')).toHaveLength(0);
  expect(box(words).value).toBe('税');
});
