import type { Id } from '../../shared/domain/record/record';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import type { Talk, TalkKind } from '../../shared/domain/talk/talk';
import type { TalkContents } from '../../shared/domain/talk/talk-texts';
import { testId, testNow } from './sheet-builders';

const base = (number: number) => ({
  id: testId(number),
  schemaVersion: SCHEMA_VERSION,
  updatedAt: testNow,
  updatedBy: testId(11),
});

/** A 1on1 of 相川 (11) with 𠮷田 (10). */
export function testTalk(changes: Partial<Talk> = {}): Talk {
  return {
    ...base(800),
    circleId: testId(801),
    kind: 'oneOnOne',
    hostId: testId(11),
    participantIds: [testId(10)],
    on: '2026-11-10',
    at: '10:00',
    minutes: 30,
    state: 'held',
    byHand: false,
    interview: null,
    ...changes,
  };
}

/** A talk with one text in every place. */
export function testTalkContents(options: {
  kind: TalkKind;
  /** Whether the person shares how it was. */
  shared: boolean;
  /** To whom the person lets it go on. */
  handedTo: Id;
}): TalkContents & { note: NonNullable<TalkContents['note']> } {
  const talk = testTalk({ kind: options.kind });
  const { id: talkId, circleId } = talk;
  const [person, host] = [testId(10), testId(11)];
  const action = { circleId, talkId, order: 0, ownerId: person, dueOn: null };
  return {
    talk,
    circle: {
      ...base(801),
      kind: 'pair',
      leaderId: host,
      staffIds: [host, person],
      rhythm: 'asNeeded',
      proposal: null,
      byHand: false,
      handovers: [{ toId: options.handedTo, talkIds: [talkId], consentedAt: testNow }],
    },
    note: { ...base(802), talkId, text: '共有の記録', marks: [] },
    topics: [
      {
        ...base(803),
        talkId,
        authorId: person,
        order: 0,
        text: '話したいこと',
        wanted: 'listen',
        theme: 'work',
        done: false,
      },
    ],
    actions: [
      { ...base(804), ...action, text: '済んでいない約束', doneOn: null },
      { ...base(805), ...action, text: '済んだ約束', doneOn: '2026-11-20' },
    ],
    memos: [
      { ...base(806), writerId: person, talkId, text: '本人のメモ' },
      { ...base(807), writerId: host, talkId, text: '上司のメモ' },
    ],
    reflections: [
      {
        ...base(808),
        staffId: person,
        talkId,
        score: 4,
        word: '振り返りの言葉',
        shared: options.shared,
      },
    ],
  };
}
