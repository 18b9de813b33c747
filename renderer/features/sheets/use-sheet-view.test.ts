import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import { noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import { testEntry, testGoal } from '../../../test/support/sheet-builders';
import type { SheetContents, SheetFrame } from '../../data/queries';
import { joinSheetView, viewReadAhead } from './use-sheet-view';

const own = { entries: [] } as unknown as SheetContents;
const around = { settlements: [] } as unknown as SheetFrame;
const contents = { state: 'ready', value: { contents: own, me: '相川' } } as const;
const none = null;
const agreed = [testEntry('goal/1', 'employee', { goal: testGoal() })];
const facts = (reader: string) => ({ reader, agreed, unitGoals: [] });
const frame = (reader: string) => ({ state: 'ready', value: { reader, around } }) as const;

describe('joinSheetView', () => {
  it('shows a sheet with what stands around it', () => {
    expect(joinSheetView(contents, frame('相川'), facts('相川'))).toEqual({
      state: 'ready',
      value: { view: { ...own, ...around, goalFacts: { agreed, unitGoals: [] } }, me: '相川' },
    });
  });

  it('never shows what was read as another person', () => {
    expect(joinSheetView(contents, frame('山﨑'), none)).toEqual({ state: 'loading' });
    expect(joinSheetView(contents, frame('相川'), facts('山﨑'))).toMatchObject({
      value: { view: { goalFacts: noGoalFacts } },
    });
  });

  it('waits for both, and says what failed', () => {
    const failed = { state: 'failed', error: new IkuseiError('notYours') } as const;
    expect(joinSheetView({ state: 'loading' }, frame('相川'), none)).toEqual({ state: 'loading' });
    expect(joinSheetView(contents, { state: 'ready', value: null }, none)).toEqual({
      state: 'loading',
    });
    expect(joinSheetView(failed, frame('相川'), none)).toBe(failed);
    expect(joinSheetView(contents, failed, none)).toBe(failed);
  });
});

describe('viewReadAhead', () => {
  const opened = {
    state: 'ready',
    value: { view: { ...own, ...around, goalFacts: noGoalFacts }, me: '相川' },
  } as const;

  it('shows what was read ahead until the sheet is read live', () => {
    expect(viewReadAhead(opened, { state: 'loading' })).toBe(opened);
    expect(viewReadAhead(null, { state: 'loading' })).toEqual({ state: 'loading' });
  });

  it('shows the live sheet from then on, as the same object when it says the same', () => {
    expect(viewReadAhead(opened, structuredClone(opened))).toBe(opened);
    const changed = { ...opened, value: { ...opened.value, me: '山﨑' } };
    expect(viewReadAhead(opened, changed)).toEqual(changed);
  });

  it('says what failed', () => {
    const failed = { state: 'failed', error: new IkuseiError('notYours') } as const;
    expect(viewReadAhead(opened, failed)).toBe(failed);
  });
});
