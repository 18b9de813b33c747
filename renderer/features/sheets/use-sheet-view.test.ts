import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import type { SheetContents, SheetFrame } from '../../data/queries';
import { joinSheetView, viewReadAhead } from './use-sheet-view';

const own = { entries: [] } as unknown as SheetContents;
const around = { settlements: [] } as unknown as SheetFrame;
const contents = { state: 'ready', value: { contents: own, me: '相川' } } as const;
const frame = (reader: string) => ({ state: 'ready', value: { reader, around } }) as const;

describe('joinSheetView', () => {
  it('shows a sheet with what stands around it', () => {
    expect(joinSheetView(contents, frame('相川'))).toEqual({
      state: 'ready',
      value: { view: { ...own, ...around }, me: '相川' },
    });
  });

  it('never shows what was read as another person', () => {
    expect(joinSheetView(contents, frame('山﨑'))).toEqual({ state: 'loading' });
  });

  it('waits for both, and says what failed', () => {
    const failed = { state: 'failed', error: new IkuseiError('notYours') } as const;
    expect(joinSheetView({ state: 'loading' }, frame('相川'))).toEqual({ state: 'loading' });
    expect(joinSheetView(contents, { state: 'ready', value: null })).toEqual({ state: 'loading' });
    expect(joinSheetView(failed, frame('相川'))).toBe(failed);
    expect(joinSheetView(contents, failed)).toBe(failed);
  });
});

describe('viewReadAhead', () => {
  const opened = { state: 'ready', value: { view: { ...own, ...around }, me: '相川' } } as const;

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
