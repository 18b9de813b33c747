import { describe, expect, it } from 'vitest';
import { testEntry, testGoal, testId, testSheet } from '../../../test/support/sheet-builders';
import type { Author } from '../form/form';
import type { Right } from '../store/meta';
import { type Sheet, type Stage, stages } from './sheet';
import {
  accessTo,
  hasHandedIn,
  mayChange,
  mayListSheet,
  mayRead,
  mayWrite,
  readableAuthors,
  readableEntries,
  readableIn,
  type SheetPlace,
  sheetPlaces,
  type ViewerRole,
  viewerOf,
  writableAuthors,
} from './stage-rules';

const letters: Record<string, ViewerRole> = { e: 'employee', f: 'first', s: 'second', h: 'hr' };
const authorLetters: [string, Author][] = [
  ['e', 'employee'],
  ['f', 'first'],
  ['s', 'second'],
];

type Reads = { plan: string; results: string };
const same = (authors: string): Reads => ({ plan: authors, results: authors });
const results = sheetPlaces.filter((place) => place !== 'goalPlan');
const secondResults = results.filter((place) => place !== 'sharedRemark');
const shared: readonly SheetPlace[] = ['sharedRemark'];

/** The person and her first evaluator read each other's 担当業務の改善点 at these stages. */
const sharing = (stage: Stage) => stage !== 'goalSetting';

/**
 * Written out by hand from the design: whose columns each role reads, a goal's plan apart
 * from everything else, and who writes where.
 */
const table: Record<
  Stage,
  {
    e: Reads;
    f: Reads;
    s: Reads;
    h: Reads;
    writes: Partial<Record<Author, readonly SheetPlace[]>>;
  }
> = {
  goalSetting: {
    e: same('e'),
    f: same('f'),
    s: same('s'),
    h: same(''),
    writes: { employee: sheetPlaces },
  },
  goalAgreement: {
    e: same('e'),
    f: { plan: 'ef', results: 'f' },
    s: { plan: 'es', results: 's' },
    h: { plan: 'e', results: '' },
    writes: { employee: results, first: shared },
  },
  inProgress: {
    e: same('e'),
    f: { plan: 'ef', results: 'f' },
    s: { plan: 'es', results: 's' },
    h: { plan: 'e', results: '' },
    writes: { employee: sheetPlaces, first: shared },
  },
  selfEvaluation: {
    e: same('e'),
    f: { plan: 'ef', results: 'f' },
    s: { plan: 'es', results: 's' },
    h: { plan: 'e', results: '' },
    writes: { employee: results, first: shared },
  },
  firstEvaluation: {
    e: same('e'),
    f: same('ef'),
    s: same('es'),
    h: same('e'),
    writes: { first: results },
  },
  secondEvaluation: {
    e: same('e'),
    f: same('ef'),
    s: same('efs'),
    h: same('ef'),
    writes: { second: secondResults },
  },
  leveling: { e: same('e'), f: same('ef'), s: same('efs'), h: same('efs'), writes: {} },
  confirmation: { e: same('e'), f: same('ef'), s: same('efs'), h: same('efs'), writes: {} },
  confirmed: { e: same('e'), f: same('ef'), s: same('efs'), h: same('efs'), writes: {} },
  disclosed: {
    e: same('efs'),
    f: same('efs'),
    s: same('efs'),
    h: same('efs'),
    writes: { first: ['development', 'sharedRemark'] },
  },
  completed: { e: same('efs'), f: same('efs'), s: same('efs'), h: same('efs'), writes: {} },
  exempt: {
    e: same('e'),
    f: { plan: 'ef', results: 'f' },
    s: { plan: 'es', results: 's' },
    h: { plan: 'e', results: '' },
    writes: {},
  },
};

/** Every set of roles that a person can have on one sheet. */
const viewers = Array.from({ length: 16 }, (_, bits) =>
  ['e', 'f', 's', 'h'].filter((_letter, index) => (bits >> index) % 2 === 1),
);

describe('every role at every stage in every section', () => {
  it.each(stages)('%s', (stage) => {
    const row = table[stage];
    for (const held of viewers) {
      // About herself she is the employee only, whatever else she is.
      const acting = held.includes('e') ? ['e'] : held;
      const viewer = held.map((letter) => letters[letter] as ViewerRole);
      for (const place of sheetPlaces) {
        const read = acting
          .map((letter) => row[letter as 'e' | 'f' | 's' | 'h'])
          .map((reads) => (place === 'goalPlan' ? reads.plan : reads.results))
          .join('');
        for (const [letter, author] of authorLetters) {
          const question = { viewer, author, place, stage, skippedStages: [] };
          const said = `${held.join('') || 'nobody'} · ${place} · ${author}`;
          const isShared =
            place === 'sharedRemark' &&
            sharing(stage) &&
            'ef'.includes(letter) &&
            acting.some((one) => 'ef'.includes(one));
          expect(mayRead(question), `reads: ${said}`).toBe(read.includes(letter) || isShared);
          const writes = acting.includes(letter) && row.writes[author]?.includes(place) === true;
          expect(mayWrite(question), `writes: ${said}`).toBe(writes);
        }
      }
    }
  });
});

describe('a column that was left out', () => {
  const skipped = (stage: Stage, skippedStages: Stage[]) => ({ stage, skippedStages });
  const asked = (
    role: ViewerRole,
    author: Author,
    standing: { stage: Stage; skippedStages: Stage[] },
  ) => mayRead({ viewer: [role], author, place: 'ability', ...standing });

  it('stays its author’s draft for ever: nobody else reads it, the person least of all', () => {
    for (const stage of stages) {
      const noFirst = skipped(stage, ['firstEvaluation']);
      for (const role of ['employee', 'second', 'hr'] as const) {
        expect(asked(role, 'first', noFirst), `${role} at ${stage}`).toBe(false);
      }
      expect(asked('first', 'first', noFirst)).toBe(true);
      expect(hasHandedIn(noFirst, 'first')).toBe(false);
      for (const role of ['first', 'second', 'hr'] as const) {
        expect(asked(role, 'employee', skipped(stage, ['selfEvaluation']))).toBe(false);
      }
    }
  });

  it('keeps no other column from being read', () => {
    const noFirst = skipped('disclosed', ['firstEvaluation']);
    expect(asked('employee', 'second', noFirst)).toBe(true);
    expect(asked('second', 'employee', noFirst)).toBe(true);
    // The goals were handed in, whatever became of their evaluation.
    const noSelf = {
      ...skipped('firstEvaluation', ['selfEvaluation']),
      place: 'goalPlan',
    } as const;
    expect(mayRead({ viewer: ['first'], author: 'employee', ...noSelf })).toBe(true);
  });
});

describe('a person and a sheet', () => {
  const begun = { ...testSheet(), stage: 'firstEvaluation' } as const;
  const disclosed: Sheet = { ...begun, stage: 'disclosed' };
  const person = (number: number, rights: Right[] = ['employee']) => ({
    staffId: testId(number),
    rights,
  });

  it.each([
    ['employee', person(10), ['employee'], ['employee'], []],
    ['first evaluator', person(11), ['first'], ['employee', 'first'], ['first']],
    ['second evaluator', person(12), ['second'], ['employee', 'second'], []],
    ['職員課', person(99, ['employee', 'hr']), ['hr'], ['employee'], []],
    ['職員課 about herself', person(10, ['employee', 'hr']), ['employee'], ['employee'], []],
    [
      '職員課 as evaluator',
      person(11, ['employee', 'hr']),
      ['first', 'hr'],
      ['employee', 'first'],
      ['first'],
    ],
    ['a stranger', person(99), [], [], []],
  ] as const)('%s', (_name, identity, viewer, reads, writes) => {
    const asked = { staffId: identity.staffId, rights: [...identity.rights] };
    expect(viewerOf(begun, asked)).toEqual(viewer);
    expect(readableAuthors(begun, asked)).toEqual(reads);
    expect(writableAuthors(begun, asked)).toEqual(writes);
    expect(mayListSheet(begun, asked)).toBe(viewer.length > 0);
    expect(readableAuthors(disclosed, asked)).toHaveLength(viewer.length > 0 ? 3 : 0);
  });

  it('an evaluator of one sheet is the employee of another', () => {
    const ownSheet = { ...begun, staffId: testId(11), firstEvaluator: begun.secondEvaluator };
    expect(readableAuthors(ownSheet, person(11))).toEqual(['employee']);
    expect(readableAuthors(begun, person(11))).toEqual(['employee', 'first']);
  });

  it('a sheet without evaluators is nobody else’s', () => {
    const alone = { ...begun, firstEvaluator: null, secondEvaluator: null };
    expect(mayListSheet(alone, person(11))).toBe(false);
    expect(mayListSheet(alone, person(10))).toBe(true);
  });

  it('職員課’s own people are handled by the one who is named, and by nobody else of it', () => {
    const handled = { ...begun, handlerId: testId(98) };
    expect(viewerOf(handled, person(99, ['employee', 'hr']))).toEqual([]);
    expect(viewerOf(handled, person(98, ['employee', 'hr']))).toEqual(['hr']);
    // Being named gives nobody a right that she does not have.
    expect(viewerOf(handled, person(98))).toEqual([]);
  });

  it('a column that is not disclosed stays closed to the person, and to nobody else', () => {
    const kept = { ...disclosed, disclosedColumns: { first: true, second: false } };
    expect(readableAuthors(kept, person(10))).toEqual(['employee', 'first']);
    expect(readableAuthors(kept, person(11))).toEqual(['employee', 'first', 'second']);
  });
});

describe('what leaves the store', () => {
  const sheet = { ...testSheet(), stage: 'inProgress' } as const;
  const goal = testEntry('goal/1', 'employee', { goal: testGoal(), rating: 'A', text: '結果' });
  const item = testEntry('item/setsugu', 'employee', { rating: 'S', text: '準備' });
  const judged = testEntry('item/setsugu', 'first', { rating: 'D', text: '秘密' });
  const entries = [goal, item, judged];
  const as = (number: number) =>
    readableEntries(entries, accessTo(sheet, { staffId: testId(number), rights: ['employee'] }));

  it('an evaluator has the goal, and nothing of the result that is being prepared', () => {
    expect(as(12)).toEqual([{ ...goal, rating: null, text: '' }]);
    expect(as(11)).toEqual([{ ...goal, rating: null, text: '' }, judged]);
  });

  it('the person has all that she wrote, and nothing of what was written about her', () => {
    expect(as(10)).toEqual([goal, item]);
  });

  it('a stranger has nothing', () => {
    expect(as(99)).toEqual([]);
  });

  it('the two who share 担当業務の改善点 have each other’s text of it, and of nothing else', () => {
    const remarks = (['employee', 'first'] as const).flatMap((author) =>
      ['improvement', 'strengths', 'growth', 'advice'].map((id) =>
        testEntry(`development/${id}`, author, { rating: 'A', text: `${author}の${id}` }),
      ),
    );
    const readBy = (number: number, stage: Stage, author: Author) =>
      readableEntries(
        remarks,
        accessTo({ ...testSheet(), stage }, { staffId: testId(number), rights: ['employee'] }),
      )
        .filter((entry) => entry.author === author)
        .map(({ partId, rating, text }) => [partId, rating, text]);
    const shared = (author: Author) => [
      ['development/improvement', null, `${author}のimprovement`],
    ];
    for (const stage of ['goalAgreement', 'inProgress', 'selfEvaluation'] as const) {
      expect(readBy(10, stage, 'first')).toEqual(shared('first'));
      expect(readBy(11, stage, 'employee')).toEqual(shared('employee'));
      expect(readBy(12, stage, 'employee')).toEqual([]);
      expect(readBy(12, stage, 'first')).toEqual([]);
    }
    for (const stage of ['firstEvaluation', 'secondEvaluation', 'confirmed'] as const) {
      expect(readBy(10, stage, 'first')).toEqual(shared('first'));
    }
    expect(readBy(10, 'goalSetting', 'first')).toEqual([]);
    expect(readBy(11, 'goalSetting', 'employee')).toEqual([]);
    const access = accessTo(
      { ...testSheet(), stage: 'inProgress' },
      { staffId: testId(10), rights: [] },
    );
    expect(readableIn(access)).toEqual(['employee']);
  });
});

describe('a change of an entry', () => {
  const accessAt = (stage: Stage, number = 10) =>
    accessTo({ ...testSheet(), stage }, { staffId: testId(number), rights: ['employee'] });
  const goalPlan = {
    partId: 'goal/1',
    author: 'employee',
    patch: { goal: { content: 'x' } },
  } as const;
  const goalResult = { partId: 'goal/1', author: 'employee', patch: { text: 'x' } } as const;

  it('of a goal’s plan is refused while it is being agreed and once it is judged', () => {
    expect(mayChange(accessAt('goalSetting'), goalPlan)).toBe(true);
    expect(mayChange(accessAt('goalAgreement'), goalPlan)).toBe(false);
    expect(mayChange(accessAt('goalAgreement'), goalResult)).toBe(true);
    expect(mayChange(accessAt('selfEvaluation'), goalPlan)).toBe(false);
    expect(mayChange(accessAt('selfEvaluation'), { ...goalPlan, patch: { removed: true } })).toBe(
      false,
    );
    expect(mayChange(accessAt('firstEvaluation'), goalResult)).toBe(false);
  });

  it('that changes nothing opens nothing either', () => {
    const empty = { partId: 'item/setsugu', author: 'first', patch: {} } as const;
    expect(mayChange(accessAt('firstEvaluation', 10), empty)).toBe(false);
    expect(mayChange(accessAt('firstEvaluation', 11), empty)).toBe(true);
  });

  it('of a part that no form has is refused', () => {
    expect(
      mayChange(accessAt('goalSetting'), {
        partId: 'x/1',
        author: 'employee',
        patch: { text: '' },
      }),
    ).toBe(false);
  });
});
