// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, type ComponentType, memo, Profiler } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import { makeTestStore } from '../../../test/support/test-store';
import { parseRows } from '../../data/read-rows';
import type { Store } from '../../data/store';
import { StoreProvider } from '../../data/store-context';
import { SheetPage } from './SheetPage';

/** What React has committed, by the name of the piece of the page; outer pieces too. */
const committed = vi.hoisted((): string[] => []);

/** The piece inside a Profiler, drawn anew exactly when the piece itself would be. */
function profiled<Props extends object>(
  Piece: ComponentType<Props>,
  nameOf: (props: Props) => string,
) {
  return memo(function Profiled(props: Props) {
    const name = nameOf(props);
    return (
      <Profiler id={name} onRender={() => committed.push(name)}>
        <Piece {...props} />
      </Profiler>
    );
  });
}

vi.mock('./PartCard', async (original) => {
  const module = await original<typeof import('./PartCard')>();
  return { ...module, PartCard: profiled(module.PartCard, ({ part }) => `部分 ${part.name}`) };
});
vi.mock('./EntryFields', async (original) => {
  const module = await original<typeof import('./EntryFields')>();
  return {
    EvidenceField: profiled(module.EvidenceField, ({ label }) => label),
    RatingField: profiled(module.RatingField, ({ label }) => label),
  };
});
vi.mock('./SheetHeader', async (original) => {
  const module = await original<typeof import('./SheetHeader')>();
  return { SheetHeader: profiled(module.SheetHeader, () => 'シートの頭') };
});
vi.mock('./SectionNav', async (original) => {
  const module = await original<typeof import('./SectionNav')>();
  return { SectionNav: profiled(module.SectionNav, () => '区分') };
});
vi.mock('./HintPanel', async (original) => {
  const module = await original<typeof import('./HintPanel')>();
  return { HintPanel: profiled(module.HintPanel, () => '手がかり') };
});
vi.mock('./SheetUndo', async (original) => {
  const module = await original<typeof import('./SheetUndo')>();
  return { SheetUndo: profiled(module.SheetUndo, () => '元に戻す') };
});

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const FIELD = '接遇の根拠となる事実';
let store: Store;
let root: Root;
let page: HTMLElement;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const sheet = office.sheets.find(
    ({ staff, stage }) => staff.name === '𠮷田 美咲' && stage === 'goalSetting',
  );
  if (sheet === undefined) throw new Error('the sample office lacks the sheet');
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: office.orgUnits,
      staff: office.staff,
      periods: office.periods,
      frameworkSets: office.frameworkSets,
      forms: office.forms,
      sheets: [sheet],
    },
    identity: { staffId: sheet.staffId, rights: ['employee'] },
  });
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  await act(async () =>
    root.render(
      <StoreProvider store={store}>
        <MemoryRouter initialEntries={[`/sheets/${sheet.id}`]}>
          <Routes>
            <Route path="sheets/:sheetId" element={<SheetPage />} />
          </Routes>
        </MemoryRouter>
      </StoreProvider>,
    ),
  );
  while (page.querySelector('article') === null) await moment();
  await untilQuiet();
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  await store.db.delete();
  vi.unstubAllGlobals();
});

/** Until nothing that was still being read when the page opened is drawn any more. */
async function untilQuiet(): Promise<void> {
  do {
    committed.length = 0;
    await moment();
  } while (committed.length > 0);
}

/** Lets the store answer, and React show it. */
function moment(): Promise<void> {
  return act(async () => new Promise((done) => setTimeout(done, 50)));
}

function field(label: string): HTMLTextAreaElement {
  const found = page.querySelector(`textarea[aria-label="${label}"]`);
  if (!(found instanceof HTMLTextAreaElement)) throw new Error(`no field ${label}`);
  return found;
}

/** One letter as the browser brings it in: the value, then the event. */
async function type(area: HTMLTextAreaElement, letter: string): Promise<void> {
  const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  await act(async () => {
    value?.set?.call(area, area.value + letter);
    area.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
    await afterFrame();
  });
}

/** The page hears of a letter after the frame that shows it. */
function afterFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

it('commits one field with its counter for a key, and nothing else of the page', async () => {
  const area = field(FIELD);
  await act(async () => area.focus());
  await untilQuiet();
  await type(area, '窓');
  expect(area.value).toBe('窓');
  expect(area.closest('article')?.textContent).toContain('1 字');
  expect(committed).toEqual([FIELD, '部分 接遇']);
});

it('draws nothing but what a save has changed', async () => {
  const area = field(FIELD);
  await act(async () => area.focus());
  await type(area, '窓');
  await untilStored('窓');
  await untilQuiet();
  await type(area, '口');
  await untilStored('窓口');
  expect(committed).toEqual([FIELD, '部分 接遇']);
});

async function untilStored(text: string): Promise<void> {
  const stored = async () => {
    const rows = await store.db.table('sheetEntries').toArray();
    return parseRows(store, 'sheetEntries', rows).some((entry) => entry.text === text);
  };
  while (!(await stored())) await moment();
  // The page hears of it a moment after the store.
  await moment();
}
