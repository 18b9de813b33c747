import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testId, testNow } from '../../../test/support/sheet-builders';
import { itemPartId } from '../sheet/part';
import { changeNote, type NotePatch } from './change-note';
import { notesAbout, sortNotes } from './choose-notes';
import { type ConductNote, conductNoteSchema } from './conduct-note';
import { readNoteDay } from './note-day';
import { quoteOfNote, withQuote } from './note-words';

const TODAY = '2026-11-25';
const writer = testId(11);
const person = testId(10);
const year = { startsOn: '2026-04-01', endsOn: '2027-03-31' };

function change(existing: ConductNote | null, patch: NotePatch, by = writer): ConductNote | null {
  return changeNote(existing, { patch, id: testId(70), today: TODAY, now: testNow, by });
}

function note(patch: NotePatch, id = testId(70)): ConductNote {
  const made = change(null, { staffId: person, text: '窓口で待つ方に声をかけた', ...patch });
  if (made === null) throw new Error('nothing is written in it');
  return { ...made, id };
}

describe('changeNote', () => {
  it('makes a note of the writer, of today, as soon as something is written', () => {
    expect(change(null, { staffId: person, tone: 'good' })).toBeNull();
    expect(change(null, { text: ' 　\n' })).toBeNull();
    const made = change(null, { text: '声をかけた' });
    expect(made).toMatchObject({ writerId: writer, happenedOn: TODAY, staffId: null });
    expect(conductNoteSchema.safeParse(made).success).toBe(true);
  });

  it('takes out what cannot be stored, and names a part once', () => {
    const part = itemPartId('setsugu');
    const made = note({ text: 'あ\u0000い\r\nう\ud800', partIds: [part, part] });
    expect(made.text).toBe('あい\nう');
    expect(made.partIds).toEqual([part]);
  });

  it('is the note itself when nothing changes, and keeps what it does not know', () => {
    const before = { ...note({}), later: '新しい版の欄' };
    expect(change(before, { text: before.text, partIds: [...before.partIds] })).toBe(before);
    expect(change(before, { tone: 'improve' })).toMatchObject({
      tone: 'improve',
      later: '新しい版の欄',
      staffId: person,
    });
  });

  it('refuses everybody but its writer', () => {
    expect(() => change(note({}), { text: '別の人' }, testId(12))).toThrow('E114');
  });

  it('stores any text without losing a letter of what can be printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const made = change(null, { text });
        if (made === null) expect(text.trim()).toBe('');
        else expect(change(made, { text: made.text })).toBe(made);
      }),
    );
  });
});

describe('notesAbout', () => {
  it.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('of a note of %s says %s', (happenedOn, chosen) => {
    expect(notesAbout([note({ happenedOn })], person, year)).toHaveLength(chosen ? 1 : 0);
  });

  it('leaves out what is about others, about nobody yet, taken out, or empty', () => {
    const left = [
      note({ staffId: testId(12) }),
      note({ staffId: null }),
      note({ removed: true }),
      { ...note({}), text: ' ' },
    ];
    expect(notesAbout(left, person, year)).toEqual([]);
  });

  it('puts the latest day first, and of one day the one begun last', () => {
    const days = ['2026-06-03', '2026-11-01', '2026-06-03'];
    const notes = days.map((happenedOn, index) => note({ happenedOn }, testId(70 + index)));
    expect(sortNotes(notes).map(({ id }) => id)).toEqual([testId(71), testId(72), testId(70)]);
  });
});

describe('quoteOfNote', () => {
  it('says the day and what happened', () => {
    expect(quoteOfNote({ happenedOn: '2026-06-03', text: '声をかけた。\n' })).toBe(
      '6月3日 声をかけた。',
    );
  });

  it('goes behind what is written, as a line of its own, and only once', () => {
    const quote = '6月3日 声をかけた。';
    expect(withQuote('', quote)).toBe(quote);
    expect(withQuote('前の文。\n', quote)).toBe(`前の文。\n${quote}`);
    const twice = withQuote(`前の文。\n${quote}`, quote);
    expect(withQuote(twice, quote)).toBe(`前の文。\n${quote}`);
  });
});

describe('readNoteDay', () => {
  it.each([
    ['6月3日', '2026-06-03'],
    ['６／３', '2026-06-03'],
    ['11/25', '2026-11-25'],
    ['12/1', '2025-12-01'],
    ['R8.6.3', '2026-06-03'],
    ['20260603', '2026-06-03'],
  ])('%s is %s', (typed, day) => {
    expect(readNoteDay(typed, TODAY)).toEqual({ kind: 'day', day });
  });

  it('says of a day that does not exist what is wrong, and of words nothing', () => {
    expect(readNoteDay('2月30日', TODAY)).toMatchObject({ kind: 'wrong' });
    expect(readNoteDay('このあいだ', TODAY)).toEqual({ kind: 'words' });
  });
});
