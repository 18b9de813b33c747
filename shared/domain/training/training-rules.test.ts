import { describe, expect, it } from 'vitest';
import { testId, testNow } from '../../../test/support/sheet-builders';
import { moveApplication, newApplication } from './change-training';
import { handDownStates } from './hand-down';
import { ojtStates } from './ojt-plan';
import { type ApplicationState, applicationStates } from './training-application';
import { callKinds } from './training-call';
import {
  type ApplicationMove,
  type ApplicationPlace,
  applicationMoves,
  applicationPlaces,
  mayArrangeOjt,
  mayMoveApplication,
  mayMoveOjt,
  mayReadApplication,
  mayReadHandDown,
  mayReadOjt,
  mayReadRecord,
  mayWriteApplication,
  mayWriteHandDown,
  mayWriteOjt,
  mayWriteRecord,
  type OjtPlace,
  ojtPlaces,
  type RecordPlace,
  readableApplication,
  recordPlaces,
  type TrainingRole,
  takesApplications,
  trainingViewer,
} from './training-rules';

const roles: Record<string, TrainingRole> = { s: 'self', h: 'head', k: 'hr', p: 'partner' };
const whoOf = (may: (role: TrainingRole) => boolean) =>
  Object.entries(roles)
    .filter(([, role]) => may(role))
    .map(([letter]) => letter)
    .join('');

/** Written out by hand: who reads/writes each place at each state; s 本人, h 所属長, k 職員課. */
const applications: Record<ApplicationState, Record<ApplicationPlace, string>> = {
  draft: { reason: 's/s', opinion: '/', decision: '/', report: '/' },
  applied: { reason: 'shk/', opinion: 'h/h', decision: 'k/k', report: '/' },
  recommended: { reason: 'shk/', opinion: 'hk/', decision: 'k/k', report: '/' },
  accepted: { reason: 'shk/', opinion: 'hk/', decision: 'shk/', report: '/' },
  declined: { reason: 'shk/', opinion: 'hk/', decision: 'shk/', report: '/' },
  attended: { reason: 'shk/', opinion: 'hk/', decision: 'shk/', report: 's/s' },
  absent: { reason: 'shk/', opinion: 'hk/', decision: 'shk/', report: '/' },
  reported: { reason: 'shk/', opinion: 'hk/', decision: 'shk/', report: 'shk/' },
  withdrawn: { reason: 'shk/', opinion: 'hk/', decision: 'k/', report: '/' },
};

const moves: Record<ApplicationState, Partial<Record<ApplicationMove, string>>> = {
  draft: { apply: 's' },
  applied: { withdraw: 's', recommend: 'h', accept: 'k', decline: 'k' },
  recommended: { withdraw: 's', accept: 'k', decline: 'k' },
  accepted: { attend: 'k', missed: 'k', reopen: 'k' },
  declined: { reopen: 'k' },
  attended: { handInReport: 's' },
  absent: { unmiss: 'k' },
  reported: {},
  withdrawn: {},
};

describe('an application', () => {
  const handedIn = (state: ApplicationState) => ({ state, recommendedOn: '2026-06-01' });

  it('is read and written as the table says, in every place at every state', () => {
    for (const state of applicationStates) {
      for (const place of applicationPlaces) {
        const reads = whoOf((role) => mayReadApplication(place, handedIn(state), 'course', [role]));
        const writes = whoOf((role) => mayWriteApplication(place, { state }, 'course', [role]));
        expect([state, place, `${reads}/${writes}`]).toEqual([
          state,
          place,
          applications[state][place],
        ]);
      }
    }
  });

  it('goes on as the table says, by whom it says', () => {
    for (const state of applicationStates) {
      const found = (Object.keys(applicationMoves) as ApplicationMove[]).flatMap((move) => {
        const who = whoOf((role) => mayMoveApplication(move, { state }, 'course', [role]));
        return who === '' ? [] : [[move, who]];
      });
      expect([state, Object.fromEntries(found)]).toEqual([state, moves[state]]);
    }
  });

  it('stands where it stood before, once its decision is taken back', () => {
    const applied = newApplication(
      { callId: testId(1), staffId: testId(2) },
      { id: testId(3), now: testNow, by: testId(2) },
    );
    const made = { now: testNow, by: testId(40), today: '2026-07-01' };
    for (const decided of ['accepted', 'declined'] as const) {
      const before = { ...applied, state: decided, decidedOn: '2026-06-10' };
      expect(moveApplication(before, 'reopen', made)).toMatchObject({
        state: 'applied',
        decidedOn: null,
      });
      const named = { ...before, recommendedOn: '2026-06-01' };
      expect(moveApplication(named, 'reopen', made).state).toBe('recommended');
    }
    const missed = { ...applied, state: 'absent' as const, decidedOn: '2026-06-10' };
    expect(moveApplication(missed, 'unmiss', made)).toMatchObject({
      state: 'accepted',
      decidedOn: '2026-06-10',
    });
  });

  it('of 庁内公募 is nothing to the head, who would have to let her go', () => {
    for (const kind of callKinds) {
      const reads = applicationStates.some((state) =>
        mayReadApplication('reason', handedIn(state), kind, ['head']),
      );
      const recommends = mayMoveApplication('recommend', { state: 'applied' }, kind, ['head']);
      expect([kind, reads, recommends]).toEqual([kind, kind !== 'posting', kind !== 'posting']);
    }
  });

  it('keeps an opinion that was never handed in from 職員課, whatever was decided', () => {
    for (const state of applicationStates) {
      const asked = { state, recommendedOn: null };
      expect(mayReadApplication('opinion', asked, 'course', ['hr'])).toBe(false);
    }
  });

  it('reaches a reader without what is not hers', () => {
    const whole = {
      ...newApplication(
        { callId: testId(1), staffId: testId(2) },
        { id: testId(3), now: testNow, by: testId(2) },
      ),
      state: 'recommended' as const,
      recommendedOn: '2026-06-01',
      reason: '学びたい',
      opinion: '所属長の意見',
      decisionNote: '決定の案',
      report: '報告の下書き',
    };
    expect(readableApplication(whole, 'course', ['self'])).toMatchObject({
      reason: '学びたい',
      opinion: '',
      decisionNote: '',
      report: '',
    });
    expect(readableApplication(whole, 'course', ['hr'])).toMatchObject({
      opinion: '所属長の意見',
      decisionNote: '決定の案',
      report: '',
    });
    expect(readableApplication(whole, 'course', [])).toBeNull();
    expect(readableApplication({ ...whole, state: 'draft' }, 'course', ['head', 'hr'])).toBeNull();
  });

  it('is taken while the call is open, its last day included', () => {
    const call = { state: 'open', applyBy: '2026-06-30' } as const;
    expect(takesApplications(call, '2026-06-30')).toBe(true);
    expect(takesApplications(call, '2026-07-01')).toBe(false);
    expect(takesApplications({ ...call, applyBy: null }, '2030-01-01')).toBe(true);
    expect(takesApplications({ ...call, state: 'planned' }, '2026-06-01')).toBe(false);
    expect(takesApplications({ ...call, state: 'closed' }, '2026-06-01')).toBe(false);
  });
});

describe('a training record', () => {
  const table: Record<'own' | 'call', Record<RecordPlace, string>> = {
    own: { facts: 's', use: 's', certificate: 's' },
    call: { facts: 'k', use: 's', certificate: 'sk' },
  };

  it('is read by the person, her head and 職員課, and written as the table says', () => {
    for (const source of ['own', 'call'] as const) {
      expect(whoOf((role) => mayReadRecord({ source, removed: false }, [role]))).toBe('shk');
      for (const place of recordPlaces) {
        const writes = whoOf((role) => mayWriteRecord(place, { source }, [role]));
        expect([source, place, writes]).toEqual([source, place, table[source][place]]);
      }
    }
  });

  it('is there only for who can bring it back, once it is taken out', () => {
    const who = (source: 'own' | 'call') =>
      whoOf((role) => mayReadRecord({ source, removed: true }, [role]));
    expect([who('own'), who('call')]).toEqual(['s', 'k']);
  });
});

describe('an OJT plan', () => {
  const table: Record<(typeof ojtStates)[number], Record<OjtPlace, string>> = {
    draft: { aim: 'hp/hp', personReflection: '/', trainerReflection: '/' },
    open: { aim: 'shkp/hp', personReflection: 'shkp/s', trainerReflection: 'shkp/p' },
    closed: { aim: 'shkp/', personReflection: 'shkp/', trainerReflection: 'shkp/' },
  };

  it('is read, written and moved as the tables say', () => {
    for (const state of ojtStates) {
      for (const place of ojtPlaces) {
        const reads = whoOf((role) => mayReadOjt(place, { state, removed: false }, [role]));
        const writes = whoOf((role) => mayWriteOjt(place, { state, removed: false }, [role]));
        expect([state, place, `${reads}/${writes}`]).toEqual([state, place, table[state][place]]);
      }
    }
    const moved = ojtStates.flatMap((state) =>
      ojtStates.flatMap((to) => {
        const who = whoOf((role) => mayMoveOjt(to, { state, removed: false }, [role]));
        return who === '' ? [] : [`${state} ${to} ${who}`];
      }),
    );
    expect(moved).toEqual(['draft open hp', 'open closed h', 'closed open h']);
  });

  it('is arranged by the head until it is closed, and once taken out is there for her alone', () => {
    const found = ojtStates.map((state) => {
      const out = { state, removed: true };
      const places = ojtPlaces.map((place) => whoOf((role) => mayReadOjt(place, out, [role])));
      const writes = ojtPlaces.map((place) => whoOf((role) => mayWriteOjt(place, out, [role])));
      const moves = ojtStates.map((to) => whoOf((role) => mayMoveOjt(to, out, [role])));
      const arranges = whoOf((role) => mayArrangeOjt({ state }, [role]));
      return `${state} ${arranges} ${places.join()} ${[...writes, ...moves].join('')}`;
    });
    expect(found).toEqual(['draft h h,, ', 'open h h,h,h ', 'closed  ,, ']);
  });
});

describe('what a veteran hands down', () => {
  it('is read and written as the table says', () => {
    const found = handDownStates.map((state) => {
      const reads = whoOf((role) => mayReadHandDown({ state, removed: false }, [role]));
      const kept = whoOf((role) => mayReadHandDown({ state, removed: true }, [role]));
      return `${reads}/${whoOf((role) => mayWriteHandDown({ state }, [role]))}/${kept}`;
    });
    expect(found).toEqual(['shk/sh/sh', 'shkp/sh/sh', 'shkp/sh/sh']);
  });
});

describe('what somebody is to a record', () => {
  const heads = [testId(11), testId(12), null];
  const hr = (staffId: string) => ({
    staffId,
    rights: ['employee', 'hr'] as ('employee' | 'hr')[],
  });

  it('is the person alone about herself, with whatever rights', () => {
    expect(trainingViewer({ staffId: testId(11) }, heads, hr(testId(11)))).toEqual(['self']);
  });

  it('is every part she has in that of another, and 職員課 only where she is not the head', () => {
    const about = { staffId: testId(10), partnerId: testId(11) };
    expect(trainingViewer(about, heads, hr(testId(11)))).toEqual(['partner', 'head']);
    expect(trainingViewer(about, heads, hr(testId(40)))).toEqual(['hr']);
    expect(trainingViewer(about, heads, { staffId: testId(50), rights: ['employee'] })).toEqual([]);
  });
});
