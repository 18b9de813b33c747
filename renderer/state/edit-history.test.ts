import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EditHistory, type EditStep, noEdits, recordStep, turnStep } from './edit-history';

/** A page with two fields, on which steps are typed, undone and done again. */
function makePage() {
  const fields: Record<string, string> = { a: '', b: '' };
  let history: EditHistory = noEdits;
  return {
    fields,
    type(place: string, text: string, at: number) {
      const before = fields[place] ?? '';
      const put = (value: string) => () => {
        fields[place] = value;
      };
      fields[place] = text;
      const step: EditStep = {
        place,
        words: place,
        at,
        typed: true,
        undo: put(before),
        redo: put(text),
      };
      history = recordStep(history, step);
    },
    turn(direction: 'undo' | 'redo'): boolean {
      const turned = turnStep(history, direction);
      if (turned === null) return false;
      turned.step[direction]();
      history = turned.history;
      return true;
    },
  };
}

describe('the history of a page', () => {
  it('takes typing without a pause as one step, and a pause or another field as the next', () => {
    const page = makePage();
    page.type('a', 'あ', 0);
    page.type('a', 'あい', 1_000);
    page.type('a', 'あいう', 5_000);
    page.type('b', 'え', 5_100);
    page.turn('undo');
    expect(page.fields).toEqual({ a: 'あいう', b: '' });
    page.turn('undo');
    expect(page.fields['a']).toBe('あい');
    page.turn('undo');
    expect(page.fields['a']).toBe('');
    expect(page.turn('undo')).toBe(false);
  });

  it('is a step more after twenty seconds of typing that never pauses', () => {
    const page = makePage();
    for (let at = 0; at <= 21_000; at += 1_000) page.type('a', `${page.fields['a']}字`, at);
    page.turn('undo');
    expect(page.fields['a']).toBe('字'.repeat(21));
    page.turn('undo');
    expect(page.fields['a']).toBe('');
  });

  it('forgets what was undone once something else is typed', () => {
    const page = makePage();
    page.type('a', 'あ', 0);
    page.turn('undo');
    page.type('a', 'い', 100);
    expect(page.turn('redo')).toBe(false);
    page.turn('undo');
    expect(page.fields['a']).toBe('');
  });

  it('comes back to nothing, and to everything again, whatever was typed', () => {
    const typing = fc.record({
      place: fc.constantFrom('a', 'b'),
      text: fc.string(),
      wait: fc.integer({ min: 0, max: 4_000 }),
    });
    fc.assert(
      fc.property(fc.array(typing, { maxLength: 30 }), (typings) => {
        const page = makePage();
        let now = 0;
        for (const { place, text, wait } of typings) {
          now += wait;
          page.type(place, text, now);
        }
        const typed = { ...page.fields };
        while (page.turn('undo'));
        expect(page.fields).toEqual({ a: '', b: '' });
        while (page.turn('redo'));
        expect(page.fields).toEqual(typed);
      }),
    );
  });
});
