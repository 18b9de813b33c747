import { describe, expect, it } from 'vitest';
import { noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import { entryLookup } from '../../../shared/domain/sheet/part';
import {
  accessTo,
  readableEntries,
  readableIn,
  viewerOf,
  writableIn,
} from '../../../shared/domain/sheet/stage-rules';
import type { SheetView } from '../../data/queries';
import {
  nextMissing,
  policyNotes,
  positionHints,
  positionRules,
  previousDevelopment,
  removedGoals,
  sheetPlan,
} from './sheet-plan';

const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks what this test needs');
  return value;
}

const current = office.periods.find(({ fiscalYear }) => fiscalYear === 2026);

/** The stage at which each of them writes her evaluation. */
const turns = {
  employee: 'inProgress',
  first: 'firstEvaluation',
  second: 'secondEvaluation',
} as const;

/** A sheet of the current year at a position, as one of its people sees it. */
function viewOf(positionId: string, as: 'employee' | 'first' | 'second'): SheetView {
  const forms = office.forms.filter((form) => form.positionId === positionId);
  const found = required(
    office.sheets.find(
      (candidate) =>
        candidate.periodId === current?.id &&
        candidate.progress.employee.filled === candidate.progress.employee.total &&
        candidate.firstEvaluator !== null &&
        forms.some(({ id }) => id === candidate.formId),
    ),
  );
  const stage = turns[as];
  const sheet = { ...found, stage };
  const staffId = required(
    {
      employee: sheet.staffId,
      first: sheet.firstEvaluator?.staffId,
      second: sheet.secondEvaluator?.staffId,
    }[as],
  );
  const identity = { staffId, rights: ['employee' as const] };
  const access = accessTo(sheet, identity);
  return {
    sheet,
    form: required(forms.find(({ id }) => id === sheet.formId)),
    period: required(office.periods.find(({ id }) => id === sheet.periodId)),
    entries: readableEntries(
      office.sheetEntries.filter((entry) => entry.sheetId === sheet.id),
      access,
    ),
    viewer: viewerOf(sheet, identity),
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

function partOf(view: SheetView, partId: string) {
  return required(
    sheetPlan(view)
      .flatMap(({ parts }) => parts)
      .find((part) => part.partId === partId),
  );
}

describe('sheetPlan', () => {
  it('shows a merged expectation once, and names the items that share it', () => {
    const view = viewOf('shuji', 'employee');
    expect(partOf(view, 'item/sessho-otai').expectation).toMatchObject({
      shownAt: null,
      sharedWith: ['調整力', '企画力', '指導力・育成力'],
    });
    expect(partOf(view, 'item/kikaku').expectation).toMatchObject({
      shownAt: '折衝・応対力',
      sharedWith: [],
    });
  });

  it('marks a wording that waits for 職員課 until it is settled', () => {
    const view = viewOf('shuji', 'employee');
    expect(partOf(view, 'item/shokumu-chishiki').expectation?.unsettled).toBe(true);
    expect(partOf(view, 'item/setsugu').expectation?.unsettled).toBe(false);
    const settled = {
      ...view,
      settlements: [
        {
          questionId: 'taikeizu-1/shokumu-chishiki/shuji',
          text: '確定した文言',
          settledAt: '2026-04-01T00:00:00.000Z',
          settledBy: view.sheet.staffId,
        },
      ],
    };
    expect(partOf(settled, 'item/shokumu-chishiki').expectation?.unsettled).toBe(false);
  });

  it('lets each reader write her own column and hides what she may not read', () => {
    const modes = (as: 'employee' | 'first' | 'second') =>
      partOf(viewOf('shuji', as), 'item/setsugu').columns.map(({ mode }) => mode);
    expect(modes('employee')).toEqual(['write', 'hidden', 'hidden']);
    expect(modes('first')).toEqual(['read', 'write', 'hidden']);
    expect(modes('second')).toEqual(['read', 'read', 'write']);
  });

  it('carries what others wrote and nothing of what the reader writes', () => {
    const view = viewOf('shuji', 'first');
    const written = entryLookup(view.entries)('item/setsugu', 'employee');
    expect(partOf(view, 'item/setsugu').columns[0]).toEqual({
      author: 'employee',
      mode: 'read',
      rating: written?.rating,
      text: written?.text,
    });
    const before = sheetPlan(view);
    const typed = view.entries.map((entry) =>
      entry.author === 'first' ? { ...entry, text: '書き足し', rating: 'S' } : entry,
    );
    expect(sheetPlan({ ...view, entries: typed })).toEqual(before);
  });

  it('gives the goal to those who do not write it, and lets its writer add goals', () => {
    const goals = (as: 'employee' | 'first') => required(sheetPlan(viewOf('shuji', as))[0]);
    expect(goals('employee').growing).toBe(true);
    expect(goals('employee').parts.every(({ goal }) => goal === null)).toBe(true);
    expect(goals('first').growing).toBe(false);
    expect(goals('first').parts.every(({ goal }) => goal !== null)).toBe(true);
  });

  it('has no section of goals where the form asks for none and none is written', () => {
    const view = viewOf('shuji', 'employee');
    const form = { ...view.form, goalCount: { least: 0, most: 5 } };
    const ids = (seen: SheetView) => sheetPlan(seen).map(({ id }) => id);
    expect(ids({ ...view, form })).toContain('goals');
    const bare = { ...view, form, entries: [] };
    expect(ids(bare)).not.toContain('goals');
    expect(ids({ ...bare, form: view.form })).toContain('goals');
  });

  it('closes a damaged column to writing', () => {
    const view = viewOf('shuji', 'employee');
    const damaged = { ...view, damaged: [{ partId: 'item/setsugu', author: 'employee' as const }] };
    expect(partOf(damaged, 'item/setsugu').columns[0]?.mode).toBe('damaged');
  });
});

describe('a goal whose own entry cannot be read', () => {
  const view = viewOf('shuji', 'first');
  const [goal] = required(sheetPlan(view)[0]).parts;
  const { partId } = required(goal);
  const rating = { ...required(view.entries[0]), partId, author: 'first' as const };
  const damaged = {
    ...view,
    entries: [
      ...view.entries.filter((entry) => entry.partId !== partId),
      { ...rating, goal: null, rating: 'A', text: '根拠' },
    ],
    damaged: [{ partId, author: 'employee' as const }],
  };

  it('stays on the page with what the evaluators wrote, and takes nothing more', () => {
    const part = partOf(damaged, partId);
    expect(part).toMatchObject({ section: 'goals', name: '読めなくなった個人目標1', goal: null });
    expect(part.columns).toEqual([
      { author: 'employee', mode: 'damaged' },
      { author: 'first', mode: 'read', rating: 'A', text: '根拠' },
      { author: 'second', mode: 'hidden', until: 'disclosure' },
    ]);
  });

  it('leaves the other goals their places', () => {
    const names = required(sheetPlan(damaged)[0]).parts.map(({ name }) => name);
    expect(names.at(-1)).toBe('読めなくなった個人目標1');
    expect(names.filter((name) => name.startsWith('読め'))).toHaveLength(1);
    expect(names).toHaveLength(required(sheetPlan(view)[0]).parts.length);
  });
});

describe('removedGoals', () => {
  it('holds the goals that were taken off, in their order, and no others', () => {
    const view = viewOf('shuji', 'employee');
    expect(removedGoals(view)).toEqual([]);
    const template = required(view.entries.find(({ goal }) => goal !== null));
    const goalAt = (order: number, content: string, removed: boolean) => ({
      ...template,
      partId: `goal/${order}`,
      removed,
      goal: { ...required(template.goal ?? undefined), order, content },
    });
    const entries = [goalAt(3, '三つ目', true), goalAt(1, '一つ目', true), goalAt(2, '', false)];
    expect(removedGoals({ ...view, entries })).toEqual([
      { partId: 'goal/1', content: '一つ目' },
      { partId: 'goal/3', content: '三つ目' },
    ]);
  });
});

describe('the policy’s footnotes', () => {
  it('are quoted word for word', () => {
    const { form } = viewOf('shuji', 'employee');
    const { below, above } = positionRules(form);
    expect(below).toBe(
      '上位の職務の級にある場合は、下位の職務の級の「能力、意識・行動」が既に伴っているものとする。',
    );
    expect(above).toMatch(/^同じ「能力、意識・行動」であっても、/u);
    expect(form.notes[0]?.text).toContain(below);
    expect(form.notes[0]?.text).toContain(above);
    expect(positionRules({ ...form, notes: [] })).toEqual({ below: '', above: '' });
  });

  it('carry a mark until 職員課 has settled them', () => {
    const view = viewOf('shuji', 'employee');
    const marks = (settled: typeof view) => policyNotes(settled).map(({ unsettled }) => unsettled);
    expect(marks(view)).toEqual([false, true]);
    const settlement = {
      questionId: required(view.form.notes[1]).questionId ?? '',
      text: '確定した文言',
      settledAt: '2026-04-01T00:00:00.000Z',
      settledBy: view.sheet.staffId,
    };
    expect(marks({ ...view, settlements: [settlement] })).toEqual([false, false]);
  });
});

describe('positionHints', () => {
  it('names the next position up and every one below, nearest first', () => {
    const { form } = viewOf('shusa', 'employee');
    const { higher, lower } = positionHints(form, 'item/kikaku');
    expect(higher).toEqual({
      position: '主幹・副主幹(係長職)',
      text: '課題に対して施策を考え出し、計画的に遂行する。',
    });
    expect(lower.map(({ position }) => position)).toEqual(['主任', '主事・技師(補)']);
  });

  it('has none for what is no item of the table', () => {
    const { form } = viewOf('shusa', 'employee');
    expect(positionHints(form, 'development/growth')).toEqual({ higher: null, lower: [] });
  });
});

describe('nextMissing', () => {
  const sections = sheetPlan(viewOf('shuji', 'employee'));
  const missing = ['item/setsugu', 'item/kyocho'];

  it('goes to the first one, then on, then round', () => {
    expect(nextMissing(sections, missing, null)).toBe('item/setsugu');
    expect(nextMissing(sections, missing, 'item/setsugu')).toBe('item/kyocho');
    expect(nextMissing(sections, missing, 'item/sekkyoku')).toBe('item/setsugu');
  });

  it('has nowhere to go when nothing is missing', () => {
    expect(nextMissing(sections, [], 'item/setsugu')).toBeNull();
  });
});

describe('育成 of the year before', () => {
  const view = viewOf('shuji', 'employee');
  const remark = (id: string, author: 'employee' | 'first', text: string) => ({
    ...required(view.entries[0]),
    partId: `development/${id}`,
    author,
    goal: null,
    text,
  });
  const previous = {
    periodName: '令和7年度',
    readable: [],
    entries: [
      remark('advice', 'first', '調整の場に立つ'),
      remark('growth', 'first', ' '),
      remark('strengths', 'employee', '自分で書いた長所'),
    ],
  };

  it('is what the first evaluator wrote, under the names of this year', () => {
    expect(previousDevelopment({ form: view.form, previous })).toEqual([
      { name: '次期に向けた助言と研修', text: '調整の場に立つ' },
    ]);
  });

  it('is nothing where there was no sheet, or nothing of it may be read', () => {
    expect(previousDevelopment({ form: view.form, previous: null })).toEqual([]);
    expect(
      previousDevelopment({ form: view.form, previous: { ...previous, entries: [] } }),
    ).toEqual([]);
  });
});
