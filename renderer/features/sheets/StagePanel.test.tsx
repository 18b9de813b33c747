// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import type { Stage } from '../../../shared/domain/sheet/sheet';
import type { SheetEvent } from '../../../shared/domain/sheet/sheet-event';
import type { Viewer } from '../../../shared/domain/sheet/stage-rules';
import { testNow } from '../../../test/support/sheet-builders';
import { makeTestStore } from '../../../test/support/test-store';
import { parseRows } from '../../data/read-rows';
import type { Store } from '../../data/store';
import { StoreProvider } from '../../data/store-context';
import { StagePanel, type Standing } from './StagePanel';

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

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { staff: office.staff, forms: office.forms, sheets: [sheet] },
    identity: { staffId: sheet.staffId, rights: ['employee'] },
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

async function show(
  viewer: Viewer,
  stage: Stage,
  more: Partial<Pick<Standing, 'events' | 'changes'>> & Partial<Standing['sheet']> = {},
): Promise<void> {
  const { events = [], changes = [], ...part } = more;
  const standing: Standing = {
    sheet: { ...sheet, stage, ...part },
    viewer,
    events,
    changes,
    shared: null,
  };
  const author = viewer.find((role) => role !== 'hr');
  await act(async () =>
    root.render(
      <StoreProvider store={store}>
        <StagePanel
          standing={standing}
          form={form}
          writable={author === undefined ? [] : [author]}
          links={null}
        />
      </StoreProvider>,
    ),
  );
}

function moment(): Promise<void> {
  return act(async () => new Promise((done) => setTimeout(done, 50)));
}

function buttons(): string[] {
  return [...page.querySelectorAll('button')].map(({ textContent }) => textContent ?? '');
}

function dialog(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role="dialog"]');
}

async function press(key: Partial<KeyboardEventInit> = {}): Promise<void> {
  await act(async () => {
    const event = { key: 'Enter', ctrlKey: true, shiftKey: true, bubbles: true, ...key };
    window.dispatchEvent(new KeyboardEvent('keydown', event));
  });
  await moment();
}

function event(changes: Partial<SheetEvent>): SheetEvent {
  return {
    id: store.newId(),
    schemaVersion: 5,
    updatedAt: testNow,
    updatedBy: sheet.staffId,
    sheetId: sheet.id,
    action: 'returnGoals',
    from: 'goalAgreement',
    to: 'goalSetting',
    stageRevision: 2,
    byName: '相川 直美',
    reason: '水準を数で書いてください',
    ...changes,
  };
}

describe('the stage panel', () => {
  it('says where the sheet stands and offers each person her own moves', async () => {
    await show(['employee'], 'goalSetting');
    expect(page.querySelector('[aria-current="step"]')?.textContent).toBe('目標設定');
    expect(page.textContent).toContain('私の番');
    expect(buttons()).toEqual(['経過', '目標を提出する']);

    await show(['first'], 'goalAgreement');
    expect(buttons()).toEqual(['経過', '目標を差し戻す', '目標に合意する']);

    await show(['second'], 'goalSetting');
    expect(buttons()).toEqual(['経過']);

    await show(['hr'], 'goalSetting');
    expect(page.textContent).toContain('本人の 𠮷田 美咲 さんの番なので、読むことだけができます。');
    expect(buttons()).toEqual(['経過', '代理入力', '最新に更新', '評価の対象外にする']);
  });

  it('says to whom it came back why it did, and only until it went on', async () => {
    const returned = event({});
    await show(['employee'], 'goalSetting', { events: [returned] });
    expect(page.textContent).toContain('相川 直美 さんから差し戻されています');
    expect(page.textContent).toContain('水準を数で書いてください');
    // Who types in for her has nothing to do with it.
    const proxy = event({ action: 'allowProxy', from: 'goalSetting', stageRevision: 3 });
    await show(['employee'], 'goalSetting', { events: [returned, proxy] });
    expect(page.textContent).toContain('差し戻されています');
    await show(['first'], 'goalSetting', { events: [returned] });
    expect(page.textContent).not.toContain('差し戻されています');
    const again = event({ action: 'handInGoals', from: 'goalSetting', to: 'goalAgreement' });
    await show(['first'], 'goalAgreement', { events: [returned, again] });
    expect(page.textContent).not.toContain('差し戻されています');
  });

  it('offers the person’s moves to whoever types in for her', async () => {
    const proxy = { typist: 'hr' as const, typings: [] };
    await show(['hr'], 'goalSetting', { proxy });
    expect(buttons()).toContain('目標を提出する');
    await show(['first'], 'goalSetting', { proxy });
    expect(buttons()).not.toContain('目標を提出する');
  });

  it('tells in 経過 who moved it, who evaluates since when, and who typed for her', async () => {
    await show(['hr'], 'goalSetting', {
      events: [event({ forName: '𠮷田 美咲' })],
      changes: [
        {
          id: store.newId(),
          kind: 'change',
          role: 'first',
          name: '山口 恵',
          formerName: '',
          organisation: '',
          from: '2026-10-01',
          writtenAt: '2026-10-01T00:00:00.000Z',
          text: '人事異動',
          formerColumn: [],
        },
      ],
      proxy: {
        typist: 'hr',
        typings: [{ staffId: sheet.staffId, name: '森 翼', on: '2026-11-24', at: testNow }],
      },
    });
    const history = [...page.querySelectorAll('button')].find(
      ({ textContent }) => textContent === '経過',
    );
    await act(async () => history?.click());
    const lines = [...(dialog()?.querySelectorAll('ol:last-of-type > li') ?? [])].map(
      ({ textContent }) => textContent ?? '',
    );
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('一次評価者の決定（令和8年10月1日から）　山口 恵理由：人事異動');
    expect(lines[1]).toContain('相川 直美（代理入力：𠮷田 美咲 さんの代わり）');
    expect(lines[2]).toBe('代理入力：森 翼（令和8年11月24日）');
  });

  it('opens the question of the way on by its key, and moves nothing by it', async () => {
    await show(['employee'], 'inProgress');
    await press({ ctrlKey: false });
    await press({ isComposing: true });
    expect(dialog()).toBeNull();
    await press();
    await press();
    expect(dialog()?.querySelector('[slot="title"]')?.textContent).toBe('自己評価に進む');
    const [stored] = parseRows(store, 'sheets', await store.db.table('sheets').toArray());
    expect(stored?.stage).toBe('goalSetting');
  });

  it('has no key where there is no way on', async () => {
    await show(['second'], 'goalSetting');
    await press();
    expect(dialog()).toBeNull();
  });
});
