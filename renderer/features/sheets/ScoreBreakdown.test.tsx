// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Form } from '../../../shared/domain/form/form';
import { noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import { goalPartId, sheetParts } from '../../../shared/domain/sheet/part';
import type { SheetEntry, Stage } from '../../../shared/domain/sheet/sheet';
import {
  accessTo,
  readableEntries,
  readableIn,
  viewerOf,
  writableIn,
} from '../../../shared/domain/sheet/stage-rules';
import {
  testEntry,
  testForm,
  testGoal,
  testId,
  testPeriod,
  testSheet,
} from '../../../test/support/sheet-builders';
import type { SheetView } from '../../data/queries';
import type { SheetValues } from './sheet-form';
import { SheetFormProvider, type SheetFormTools } from './sheet-form-context';
import { sheetPlan } from './sheet-plan';
import { useScoreBreakdown } from './use-score-breakdown';

const scored = vi.hoisted(() => ({ times: 0 }));
vi.mock('../../../shared/domain/scoring/sheet-breakdown', async (original) => {
  const module = await original<typeof import('../../../shared/domain/scoring/sheet-breakdown')>();
  return {
    breakdownOf: (...given: Parameters<typeof module.breakdownOf>) => {
      scored.times += 1;
      return module.breakdownOf(...given);
    },
  };
});

const draft = testForm();
const confirmed: Form = { ...draft, scoring: { ...draft.scoring, confirmed: true } };
const people = { employee: testId(10), first: testId(11), second: testId(12), hr: testId(13) };

const goal = goalPartId(testId(31));
const rated = [
  testEntry(goal, 'employee', {
    goal: testGoal({ weight: '100', difficulty: 'high' }),
    rating: 'S',
  }),
  testEntry(goal, 'first', { rating: 'B' }),
  testEntry(goal, 'second', { rating: 'D' }),
  ...sheetParts(draft, [])
    .filter(({ partId }) => partId.startsWith('item/'))
    .flatMap(({ partId }) => [
      testEntry(partId, 'first', { rating: 'A' }),
      testEntry(partId, 'second', { rating: 'D' }),
    ]),
];

function viewOf(
  form: Form,
  entries: readonly SheetEntry[],
  as: keyof typeof people,
  stage: Stage,
): SheetView {
  const sheet = { ...testSheet(form), stage };
  const identity = { staffId: people[as], rights: as === 'hr' ? (['hr'] as const) : [] };
  const person = { ...identity, rights: [...identity.rights] };
  const access = accessTo(sheet, person);
  return {
    sheet,
    form,
    period: testPeriod,
    entries: readableEntries(entries, access),
    viewer: viewerOf(sheet, person),
    access,
    readable: readableIn(access),
    writable: writableIn(access),
    events: [],
    changes: [],
    settlements: [],
    damaged: [],
    previous: null,
    goalFacts: noGoalFacts,
  };
}

const save = vi.fn<SheetFormTools['save']>();
const show = vi.fn<SheetFormTools['show']>();
let root: Root;
let page: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  scored.times = 0;
  save.mockClear();
  show.mockClear();
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

function Piece({ view }: { view: SheetView }) {
  const { control } = useForm<SheetValues>({ defaultValues: { entries: {} } });
  const tools: SheetFormTools = {
    control,
    save,
    show,
    appendText: () => {},
    hold: () => {},
    showGoals: () => {},
    ratings: [],
    ratingMeanings: {},
  };
  return (
    <SheetFormProvider tools={tools} unitGoals={[]}>
      {useScoreBreakdown(view, sheetPlan(view))}
    </SheetFormProvider>
  );
}

async function draw(view: SheetView): Promise<void> {
  await act(async () => root.render(<Piece view={view} />));
}

function button(name: string): HTMLButtonElement | null {
  return [...page.querySelectorAll('button')].find((each) => each.textContent === name) ?? null;
}

/** Opens the breakdown and waits for its piece of the program. */
async function open(view: SheetView): Promise<void> {
  await draw(view);
  await act(async () => button('計算の内訳')?.click());
  while (page.querySelector('table') === null) {
    await act(async () => new Promise((done) => setTimeout(done, 5)));
  }
}

function rowOf(name: string): string {
  const row = [...page.querySelectorAll('tr')].find(
    (each) => each.querySelector('th')?.textContent?.startsWith(name) === true,
  );
  return [...(row?.querySelectorAll('td') ?? [])].map((each) => each.textContent).join('|');
}

function titles(): (string | null)[] {
  return [...page.querySelectorAll('section')].map((each) => each.getAttribute('aria-label'));
}

describe('計算の内訳', () => {
  it('shows each step, and no suggestion before 職員課 has confirmed the numbers', async () => {
    await open(viewOf(draft, rated, 'first', 'firstEvaluation'));
    expect(rowOf('個人目標1')).toBe('B|3|困難度◎ ＋1|100％|4');
    expect(rowOf('接遇')).toBe('A|4|||4');
    expect(rowOf('実績（個人目標）')).toBe('4.00');
    expect(rowOf('合計')).toBe('4.00');
    expect(page.textContent).toContain('職員課が点数を確定するまで、評語の提案は出ません。');
    expect(button('提案の評語を入れる')).toBeNull();
  });

  it('calls a total with something unrated what it is: one on the way', async () => {
    await open(viewOf(draft, rated.slice(0, 2), 'first', 'firstEvaluation'));
    expect(page.textContent).toContain('合計（途中）');
  });

  it('calls it the total once everything is rated', async () => {
    await open(viewOf(draft, rated, 'first', 'firstEvaluation'));
    expect(page.textContent).not.toContain('合計（途中）');
  });

  it('puts the suggestion into the overall rating, and asks for a reason for another', async () => {
    const other = testEntry('overall/first', 'first', { rating: 'B', text: '　' });
    await open(viewOf(confirmed, [...rated, other], 'first', 'firstEvaluation'));
    expect(page.textContent).toContain('一次評価者の評語 B は、提案と違います。');
    expect(page.textContent).toContain('総合所見に理由を書きます。');
    await act(async () => button('提案の評語を入れる')?.click());
    expect(save).toHaveBeenCalledExactlyOnceWith('overall/first', 'first', { rating: 'A' });
    expect(show).toHaveBeenCalledWith([
      { name: 'entries.first/overall/first.rating', earlier: 'B', value: 'A' },
    ]);
  });

  it('offers nothing more once the rating is the suggested one', async () => {
    const same = testEntry('overall/first', 'first', { rating: 'A' });
    await open(viewOf(confirmed, [...rated, same], 'first', 'firstEvaluation'));
    expect(page.textContent).toContain('一次評価者の評語は、提案と同じです。');
    expect(button('提案の評語を入れる')).toBeNull();
  });

  it('shows 職員課 both columns and lets it put in nothing', async () => {
    await open(viewOf(confirmed, rated, 'hr', 'confirmation'));
    expect(titles()).toEqual(['一次評価者の計算の内訳', '二次評価者の計算の内訳']);
    expect(button('提案の評語を入れる')).toBeNull();
  });

  it('shows a second evaluator the first one’s and hers, and the first one hers alone', async () => {
    await open(viewOf(confirmed, rated, 'second', 'secondEvaluation'));
    expect(titles()).toEqual(['一次評価者の計算の内訳', '二次評価者の計算の内訳']);
    await act(async () => root.unmount());
    root = createRoot(page);
    await open(viewOf(confirmed, rated, 'first', 'secondEvaluation'));
    expect(titles()).toEqual(['一次評価者の計算の内訳']);
  });

  it('is not there for the person herself, also after 開示', async () => {
    await draw(viewOf(confirmed, rated, 'employee', 'disclosed'));
    expect(page.textContent).toBe('');
  });

  it('scores nothing while it is closed, and what is stored while it is open', async () => {
    const before = viewOf(confirmed, rated, 'first', 'firstEvaluation');
    await draw(before);
    await draw(viewOf(confirmed, rated, 'first', 'firstEvaluation'));
    expect(scored.times).toBe(0);
    await open(before);
    expect(scored.times).toBe(1);
    const change = rated.map((entry) =>
      entry.partId === goal && entry.author === 'first' ? { ...entry, rating: 'D' } : entry,
    );
    await draw(viewOf(confirmed, change, 'first', 'firstEvaluation'));
    expect(scored.times).toBe(2);
    expect(rowOf('個人目標1')).toBe('D|1|困難度◎ ＋1|100％|2');
  });
});
