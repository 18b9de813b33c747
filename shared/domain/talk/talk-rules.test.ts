import { describe, expect, it } from 'vitest';
import { testId, testNow } from '../../../test/support/sheet-builders';
import { testTalk, testTalkContents } from '../../../test/support/talk-builders';
import { type TalkCircle, type TalkKind, talkKinds } from './talk';
import {
  isConfidential,
  isCounted,
  isQuotable,
  mayDeleteTalk,
  type TalkReader,
  type TalkRole,
  talkAccess,
  talkPlaces,
  talkRoleOf,
  talkRoles,
} from './talk-rules';
import { readableContents } from './talk-texts';

/** Written by hand, cell by cell: existence, topics, sharedNote, ownMemo, actions, reflection. */
const byHand: Record<TalkKind, Record<string, string>> = {
  oneOnOne: {
    person: 'write write write own write own',
    host: 'write write write own write shared',
    formerHost: 'read read read own read shared',
    successor: 'read none read none open none',
    hr: 'count none none none none none',
    other: 'none none none none none none',
  },
  workplaceMeeting: {
    person: 'write write write own write own',
    host: 'write write write own write shared',
    formerHost: 'read read read own read shared',
    successor: 'none none none none none none',
    hr: 'count none none none none none',
    other: 'none none none none none none',
  },
  consultation: {
    person: 'write write write own write own',
    host: 'write write write own write shared',
    formerHost: 'read read read own read shared',
    successor: 'none none none none none none',
    hr: 'none none none none none none',
    other: 'none none none none none none',
  },
  returnSupport: {
    person: 'write write write own write own',
    host: 'write write write own write shared',
    formerHost: 'read read read own read shared',
    successor: 'none none none none none none',
    hr: 'none none none none none none',
    other: 'none none none none none none',
  },
  career: {
    person: 'write write write own write own',
    host: 'write write write own write shared',
    formerHost: 'read read read own read shared',
    successor: 'read none read none open none',
    hr: 'none none none none none none',
    other: 'none none none none none none',
  },
  evaluation: {
    person: 'write write none own write own',
    host: 'write write none own write shared',
    formerHost: 'read read none own read shared',
    successor: 'none none none none none none',
    hr: 'none none none none none none',
    other: 'none none none none none none',
  },
};

describe('who reads and writes what of a talk', () => {
  it('is exactly this, for every kind, role and place', () => {
    const table = Object.fromEntries(
      talkKinds.map((kind) => [
        kind,
        Object.fromEntries(
          talkRoles.map((role) => [
            role,
            talkPlaces.map((place) => talkAccess(kind, role, place)).join(' '),
          ]),
        ),
      ]),
    );
    expect(table).toEqual(byHand);
  });

  it('counts held 1on1 and 職場内ミーティング only', () => {
    const counted = talkKinds.filter((kind) => isCounted({ kind, state: 'held' }));
    expect(counted).toEqual(['oneOnOne', 'workplaceMeeting']);
    expect(isCounted({ kind: 'oneOnOne', state: 'planned' })).toBe(false);
  });

  it('keeps 相談 and 職場復帰支援 between the two', () => {
    expect(talkKinds.filter(isConfidential)).toEqual(['consultation', 'returnSupport']);
  });

  it('lets a talk be deleted by who held it, and a closed one by the person too', () => {
    const deleting = talkKinds.map((kind) => talkRoles.filter((role) => mayDeleteTalk(kind, role)));
    expect(deleting).toEqual([
      ['host'],
      ['host'],
      ['person', 'host'],
      ['person', 'host'],
      ['host'],
      ['host'],
    ]);
  });

  it('lets lines be quoted from 1on1 and キャリア面談 without a topic about health', () => {
    const quotable = (theme: 'work' | 'health') =>
      talkKinds.filter((kind) => isQuotable({ kind }, [{ theme: null }, { theme }]));
    expect(quotable('work')).toEqual(['oneOnOne', 'career']);
    expect(quotable('health')).toEqual([]);
  });
});

const person = testId(10);
const host = testId(11);
const next = testId(12);
const reader = (staffId: string, superviseeIds: string[] = [], hr = false): TalkReader => ({
  staffId,
  rights: hr ? ['employee', 'hr'] : ['employee'],
  superviseeIds: new Set(superviseeIds),
});

describe('what somebody is to a talk', () => {
  const talk = testTalk();
  const consent = { toId: next, talkIds: [talk.id], consentedAt: testNow };
  const circle = { handovers: [consent], byHand: false };
  type Circle = Pick<TalkCircle, 'handovers' | 'byHand'>;
  it.each<[string, string, string[], boolean, Circle, TalkRole]>([
    ['the person', person, [], false, circle, 'person'],
    ['her supervisor who held it', host, [person], false, circle, 'host'],
    ['who held it and is her supervisor no more', host, [], false, circle, 'formerHost'],
    ['the next supervisor with consent', next, [person], false, circle, 'successor'],
    [
      'the next supervisor without consent',
      next,
      [person],
      false,
      { handovers: [], byHand: false },
      'other',
    ],
    [
      'the next supervisor with consent for another talk',
      next,
      [person],
      false,
      { handovers: [{ ...consent, talkIds: [testId(99)] }], byHand: false },
      'other',
    ],
    ['who was to follow and does not', next, [], false, circle, 'other'],
    ['職員課', testId(40), [], true, circle, 'hr'],
    ['a clerk of 職員課 who held it', host, [person], true, circle, 'host'],
    ['anybody else', testId(50), [], false, circle, 'other'],
  ])('%s', (_who, staffId, supervisees, hr, of, role) => {
    expect(talkRoleOf(talk, of, reader(staffId, supervisees, hr))).toBe(role);
  });

  it('a pair by hand gives back no talk of before, only those that began so', () => {
    const byHand = { ...circle, byHand: true };
    expect(talkRoleOf(talk, byHand, reader(host))).toBe('formerHost');
    expect(talkRoleOf(talk, byHand, reader(next))).toBe('other');
    const begunSo = testTalk({ byHand: true });
    expect(talkRoleOf(begunSo, byHand, reader(host))).toBe('host');
    expect(talkRoleOf(begunSo, circle, reader(host))).toBe('formerHost');
  });

  it('who holds a 相談 or leads a meeting need not be a supervisor', () => {
    for (const kind of ['consultation', 'workplaceMeeting'] as const) {
      expect(talkRoleOf(testTalk({ kind }), null, reader(host))).toBe('host');
    }
  });
});

describe('what leaves the data layer', () => {
  const contents = (kind: TalkKind = 'oneOnOne', shared = false) =>
    testTalkContents({ kind, shared, handedTo: next });
  const texts = (kind: TalkKind, who: TalkReader, shared = false) => {
    const readable = readableContents(contents(kind, shared), who);
    if (readable === null) return [];
    const { note, topics, actions, memos, reflections } = readable;
    return [
      ...(note === null ? [] : [note.text]),
      ...[...topics, ...actions, ...memos].map(({ text }) => text),
      ...reflections.map(({ word }) => word),
    ];
  };

  it('is to each of the two her own memo and not the other’s', () => {
    expect(texts('oneOnOne', reader(person))).toEqual([
      '共有の記録',
      '話したいこと',
      '済んでいない約束',
      '済んだ約束',
      '本人のメモ',
      '振り返りの言葉',
    ]);
    expect(texts('oneOnOne', reader(host, [person]))).toEqual([
      '共有の記録',
      '話したいこと',
      '済んでいない約束',
      '済んだ約束',
      '上司のメモ',
    ]);
    expect(texts('oneOnOne', reader(host, [person]), true)).toContain('振り返りの言葉');
  });

  it('is to the next supervisor the shared note and what is open', () => {
    expect(texts('oneOnOne', reader(next, [person]))).toEqual(['共有の記録', '済んでいない約束']);
  });

  it.each(talkKinds)('is nothing of %s to anybody else', (kind) => {
    for (const who of [reader(testId(50)), reader(testId(40), [], true), reader(next)]) {
      expect(texts(kind, who)).toEqual([]);
      expect(readableContents(contents(kind), who)).toBeNull();
    }
  });

  it('is of 相談 nothing to a successor', () => {
    for (const kind of ['consultation', 'returnSupport'] as const) {
      expect(texts(kind, reader(person))).toContain('共有の記録');
      expect(texts(kind, reader(next, [person]))).toEqual([]);
    }
  });
});
