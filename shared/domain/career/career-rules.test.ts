import { describe, expect, it } from 'vitest';
import { testId, testOrgUnits, testStaff } from '../../../test/support/sheet-builders';
import {
  type CareerSetting,
  careerPlaces,
  careerRoles,
  careerViewerOf,
  careerWays,
  hasHead,
  mayReadCareer,
  mayWriteCareer,
  planWay,
  requestWay,
} from './career-rules';

/**
 * Written by hand from the policy and the issue, not from the code. Columns: self, supervisor,
 * hr, handler. W writes and reads, r reads, · does not learn that there is anything.
 */
const table = `
plan                draft   W · · ·
plan                open    W r r r
plan                sealed  · · · ·
advice              draft   r · · ·
advice              open    r W r r
advice              sealed  · · · ·
request             draft   W · · ·
request             open    r r · r
request             sealed  r · · r
consideration       draft   W · · ·
consideration       open    r · · r
consideration       sealed  r · · r
sharedConsideration draft   W · · ·
sharedConsideration open    r r · r
sharedConsideration sealed  r · · r
opinion             draft   · · · ·
opinion             open    · W · r
opinion             sealed  · · · ·
hrTalk              draft   · · · ·
hrTalk              open    · · · W
hrTalk              sealed  · · · W
posts               draft   · · · ·
posts               open    r r W W
posts               sealed  · · · ·
proposedPosts       draft   · · · ·
proposedPosts       open    W · W W
proposedPosts       sealed  · · · ·
destruction         draft   · · · ·
destruction         open    · · · W
destruction         sealed  · · · ·
`;

describe('who reads and writes what of a career', () => {
  it('is this table for every role, place and way', () => {
    const letter = (role: (typeof careerRoles)[number], ...where: [string, string]) => {
      const [place, way] = where as [(typeof careerPlaces)[number], (typeof careerWays)[number]];
      if (mayWriteCareer([role], place, way)) return 'W';
      return mayReadCareer([role], place, way) ? 'r' : '·';
    };
    const written = table.trim().split('\n');
    expect(written).toHaveLength(careerPlaces.length * careerWays.length);
    for (const line of written) {
      const [place = '', way = '', ...cells] = line.split(/\s+/u);
      const found = careerRoles.map((role) => letter(role, place, way));
      expect(`${place} ${way} ${found.join(' ')}`).toBe(`${place} ${way} ${cells.join(' ')}`);
    }
  });

  it('lets whoever writes read, and nobody who is nothing to the person', () => {
    for (const place of careerPlaces) {
      for (const way of careerWays) {
        expect(mayReadCareer([], place, way)).toBe(false);
        expect(mayWriteCareer([], place, way)).toBe(false);
        for (const role of careerRoles) {
          if (mayWriteCareer([role], place, way)) {
            expect(mayReadCareer([role], place, way)).toBe(true);
          }
        }
      }
    }
  });

  it('never lets a supervisor learn of a sealed request or of a draft', () => {
    for (const place of careerPlaces) {
      expect(mayReadCareer(['supervisor'], place, 'sealed')).toBe(false);
      expect(mayReadCareer(['supervisor'], place, 'draft')).toBe(false);
    }
  });

  it('tells the way of a plan and of a request from its state', () => {
    expect(planWay({ state: 'draft' })).toBe('draft');
    expect(planWay({ state: 'shared' })).toBe('open');
    expect(requestWay({ state: 'draft', route: 'throughHead' })).toBe('draft');
    expect(requestWay({ state: 'draft', route: 'sealed' })).toBe('draft');
    expect(requestWay({ state: 'handedIn', route: 'throughHead' })).toBe('open');
    expect(requestWay({ state: 'handedIn', route: 'sealed' })).toBe('sealed');
  });
});

describe('what somebody is to a person', () => {
  const personnel = { ...testOrgUnits[1], id: testId(30), name: '職員課', parentId: testId(20) };
  const person = testStaff(10);
  const setting: CareerSetting = {
    day: '2026-11-25',
    orgUnits: [...testOrgUnits, personnel as (typeof testOrgUnits)[number]],
    assignments: [],
    settings: { ownUnitId: null, ownHandlerId: null, ownDeputyId: null },
    me: testStaff(40, { orgUnitId: testId(30) }),
  };
  const hr = (number: number) => ({
    staffId: testId(number),
    rights: ['employee', 'hr'] as ('employee' | 'hr')[],
  });

  it('is herself, her supervisor, 職員課 or nobody', () => {
    const ask = (number: number) =>
      careerViewerOf(person, { staffId: testId(number), rights: ['employee'] }, setting);
    expect(ask(10)).toEqual(['self']);
    expect(ask(11)).toEqual(['supervisor']);
    expect(ask(12)).toEqual(['supervisor']);
    expect(ask(13)).toEqual([]);
    expect(careerViewerOf(person, hr(40), setting)).toEqual(['hr', 'handler']);
  });

  it('is the person alone on her own records, and the supervisor alone, even in 職員課', () => {
    expect(careerViewerOf(person, hr(10), setting)).toEqual(['self']);
    expect(careerViewerOf(person, hr(11), setting)).toEqual(['supervisor']);
  });

  it('is her supervisor of today, not of before', () => {
    const { schemaVersion, updatedAt, updatedBy } = person;
    const assignment = {
      id: testId(50),
      schemaVersion,
      updatedAt,
      updatedBy,
      staffId: testId(10),
      role: 'first' as const,
      evaluatorId: testId(13),
      from: '2026-10-01',
      to: null,
      remark: '',
    };
    const moved = { ...setting, assignments: [assignment] };
    const ask = (number: number) =>
      careerViewerOf(person, { staffId: testId(number), rights: ['employee'] }, moved);
    expect(ask(13)).toEqual(['supervisor']);
    expect(ask(11)).toEqual([]);
  });

  it('handles the requests of its own people only as the one who is named', () => {
    const colleague = testStaff(41, { orgUnitId: testId(30), firstEvaluatorId: testId(42) });
    const named = {
      ...setting,
      settings: { ownUnitId: testId(30), ownHandlerId: testId(43), ownDeputyId: testId(44) },
    };
    expect(careerViewerOf(colleague, hr(40), named)).toEqual(['hr']);
    expect(careerViewerOf(colleague, hr(43), named)).toEqual(['hr', 'handler']);
    expect(careerViewerOf(person, hr(40), named)).toEqual(['hr', 'handler']);
    const ofHandler = testStaff(43, { orgUnitId: testId(30) });
    expect(careerViewerOf(ofHandler, hr(40), named)).toEqual(['hr']);
    expect(careerViewerOf(ofHandler, hr(44), named)).toEqual(['hr', 'handler']);
  });

  it('leaves only the sealed route to somebody without a 所属長', () => {
    expect(hasHead(person, setting)).toBe(true);
    const alone = testStaff(10, { firstEvaluatorId: null, secondEvaluatorId: null });
    expect(hasHead(alone, setting)).toBe(false);
  });
});
