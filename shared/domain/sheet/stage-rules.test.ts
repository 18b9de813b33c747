import { describe, expect, it } from 'vitest';
import { testId, testSheet } from '../../../test/support/sheet-builders';
import type { Author } from '../form/form';
import type { Right } from '../store/meta';
import type { Sheet } from './sheet';
import {
  mayListSheet,
  mayRead,
  mayWrite,
  readableAuthors,
  type ViewerRole,
  viewerOf,
  writableAuthors,
} from './stage-rules';

const letters: Record<string, ViewerRole> = { e: 'employee', f: 'first', s: 'second', h: 'hr' };
const authors: [string, Author][] = [
  ['e', 'employee'],
  ['f', 'first'],
  ['s', 'second'],
];

/** Every set of roles: whose columns it reads and writes while drafting, then disclosed. */
const table: [viewer: string, reads: string, writes: string, disclosedReads: string][] = [
  ['', '', '', ''],
  ['e', 'e', 'e', 'efs'],
  ['f', 'ef', 'f', 'efs'],
  ['s', 'efs', 's', 'efs'],
  ['h', 'efs', '', 'efs'],
  ['fs', 'efs', 'fs', 'efs'],
  ['fh', 'efs', 'f', 'efs'],
  ['sh', 'efs', 's', 'efs'],
  ['fsh', 'efs', 'fs', 'efs'],
  // About herself she is the employee only, whatever else she is.
  ['ef', 'e', 'e', 'efs'],
  ['es', 'e', 'e', 'efs'],
  ['eh', 'e', 'e', 'efs'],
  ['efs', 'e', 'e', 'efs'],
  ['efh', 'e', 'e', 'efs'],
  ['esh', 'e', 'e', 'efs'],
  ['efsh', 'e', 'e', 'efs'],
];

describe('the stage rules', () => {
  it('are asked for every set of roles', () => {
    expect(new Set(table.map(([viewer]) => viewer)).size).toBe(16);
  });

  it.each(table)(
    'viewer "%s" reads "%s", writes "%s"; disclosed reads "%s"',
    (who, reads, writes, disclosed) => {
      const viewer = Array.from(who, (letter) => letters[letter] as ViewerRole);
      for (const [letter, author] of authors) {
        expect(mayRead({ viewer, author, stage: 'drafting' })).toBe(reads.includes(letter));
        expect(mayWrite({ viewer, author, stage: 'drafting' })).toBe(writes.includes(letter));
        expect(mayRead({ viewer, author, stage: 'disclosed' })).toBe(disclosed.includes(letter));
        expect(mayWrite({ viewer, author, stage: 'disclosed' })).toBe(false);
      }
    },
  );
});

describe('a person and a sheet', () => {
  const drafting = testSheet();
  const disclosed: Sheet = { ...drafting, stage: 'disclosed' };
  const person = (number: number, rights: Right[] = ['employee']) => ({
    staffId: testId(number),
    rights,
  });

  it.each([
    ['employee', person(10), ['employee'], ['employee'], ['employee']],
    ['first evaluator', person(11), ['first'], ['employee', 'first'], ['first']],
    ['second evaluator', person(12), ['second'], ['employee', 'first', 'second'], ['second']],
    ['職員課', person(99, ['employee', 'hr']), ['hr'], ['employee', 'first', 'second'], []],
    [
      '職員課 about herself',
      person(10, ['employee', 'hr']),
      ['employee'],
      ['employee'],
      ['employee'],
    ],
    [
      '職員課 as evaluator',
      person(11, ['employee', 'hr']),
      ['first', 'hr'],
      ['employee', 'first', 'second'],
      ['first'],
    ],
    ['a stranger', person(99), [], [], []],
  ] as const)('%s', (_name, identity, viewer, reads, writes) => {
    const asked = { staffId: identity.staffId, rights: [...identity.rights] };
    expect(viewerOf(drafting, asked)).toEqual(viewer);
    expect(readableAuthors(drafting, asked)).toEqual(reads);
    expect(writableAuthors(drafting, asked)).toEqual(writes);
    expect(mayListSheet(drafting, asked)).toBe(reads.length > 0);
    expect(writableAuthors(disclosed, asked)).toEqual([]);
    expect(readableAuthors(disclosed, asked)).toHaveLength(viewer.length > 0 ? 3 : 0);
  });

  it('an evaluator of one sheet is the employee of another', () => {
    const ownSheet = { ...drafting, staffId: testId(11), firstEvaluator: drafting.secondEvaluator };
    expect(readableAuthors(ownSheet, person(11))).toEqual(['employee']);
    expect(readableAuthors(drafting, person(11))).toEqual(['employee', 'first']);
  });

  it('a sheet without evaluators is nobody else’s', () => {
    const alone = { ...drafting, firstEvaluator: null, secondEvaluator: null };
    expect(mayListSheet(alone, person(11))).toBe(false);
    expect(mayListSheet(alone, person(10))).toBe(true);
  });
});
