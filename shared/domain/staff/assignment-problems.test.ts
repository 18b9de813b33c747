import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testId, testNow, testStaff } from '../../../test/support/sheet-builders';
import { dayLater } from '../period/day-steps';
import { assignmentProblems } from './assignment-problems';
import type { EvaluatorAssignment } from './evaluator-assignment';
import { evaluatorsOn } from './evaluators-on-a-day';
import type { StaffMember } from './staff-member';

const period = { startsOn: '2026-04-01', endsOn: '2027-03-31' };
const names = ['甲', '乙', '丙', '丁'];
/** 甲 evaluates all others by the roster. */
const staff: StaffMember[] = names.map((name, index) =>
  testStaff(10 + index, {
    name,
    firstEvaluatorId: index === 0 ? null : testId(10),
    secondEvaluatorId: null,
  }),
);
const idOf = (name: string) => testId(10 + names.indexOf(name));

function assign(
  who: string,
  evaluator: string,
  from: string,
  to: string | null,
  role: EvaluatorAssignment['role'] = 'first',
): EvaluatorAssignment {
  return {
    id: testId(100),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(1),
    staffId: idOf(who),
    evaluatorId: idOf(evaluator),
    role,
    from,
    to,
    remark: '',
  };
}

const said = (...assignments: EvaluatorAssignment[]) =>
  assignmentProblems({ staff, assignments }, period).map(
    ({ weight, staffId, message }) =>
      `${weight} ${staff.find(({ id }) => id === staffId)?.name} ${message}`,
  );
const firstOn = (day: string, ...assignments: EvaluatorAssignment[]) => {
  const [, second] = staff;
  if (second === undefined) throw new Error('nobody');
  return evaluatorsOn(second, assignments, day);
};

describe('evaluatorsOn', () => {
  it('names whom the assignment of the day names, and else whom the roster names', () => {
    const change = [
      assign('乙', '丙', '2026-07-01', '2026-09-30'),
      assign('乙', '丁', '2026-08-01', null, 'consulted'),
      assign('丙', '丁', '2026-07-01', null),
    ];
    expect(firstOn('2026-06-30', ...change)).toEqual({
      first: idOf('甲'),
      second: null,
      consulted: [],
    });
    expect(firstOn('2026-07-01', ...change).first).toBe(idOf('丙'));
    expect(firstOn('2026-09-30', ...change)).toMatchObject({
      first: idOf('丙'),
      consulted: [idOf('丁')],
    });
    expect(firstOn('2026-10-01', ...change).first).toBe(idOf('甲'));
  });
});

it('of two who overlap, whoever came last evaluates, in whatever order they were said', () => {
  const old = assign('乙', '丙', '2026-04-01', null);
  const later = assign('乙', '丁', '2027-04-01', null);
  for (const said of [
    [old, later],
    [later, old],
  ]) {
    expect(firstOn('2027-04-01', ...said).first).toBe(idOf('丁'));
    expect(firstOn('2027-03-31', ...said).first).toBe(idOf('丙'));
  }
});

describe('assignmentProblems', () => {
  it('finds nothing where a person hands over to the next from one day to another', () => {
    expect(
      said(
        assign('乙', '甲', '2026-04-01', '2026-09-30'),
        assign('乙', '丙', '2026-10-01', null),
        assign('乙', '丁', '2026-04-01', null, 'second'),
      ),
    ).toEqual([]);
  });

  it.each([
    ['herself', [assign('乙', '乙', '2026-04-01', null)], '乙 自分を評価することはできません。'],
    [
      'days turned round',
      [assign('乙', '丙', '2026-04-02', '2026-04-01')],
      '乙 終わりの日が、始まりの日より前です。',
    ],
    [
      'two on one day',
      [assign('乙', '丙', '2026-04-01', null), assign('乙', '丁', '2026-10-01', null)],
      '乙 令和8年10月1日に、一次評価者が二人います。',
    ],
    [
      'a ring that closes within the year',
      [assign('甲', '丙', '2026-10-01', null)],
      '甲 令和8年10月1日に、評価者が一回りしています（甲→丙→甲）。',
    ],
    [
      'a ring that closes when an assignment ends',
      [assign('甲', '丙', '2026-04-01', null), assign('丙', '丁', '2026-04-01', '2026-06-30')],
      '甲 令和8年7月1日に、評価者が一回りしています（甲→丙→甲）。',
    ],
  ])('finds %s', (_what, assignments, expected) => {
    expect(said(...assignments)).toContain(`fault ${expected}`);
  });

  it('tells the days between two, as far as they lie in the period', () => {
    expect(
      said(
        assign('乙', '丙', '2026-04-01', '2026-06-30'),
        assign('乙', '丁', '2026-07-11', '2026-12-31'),
        assign('乙', '丙', '2027-01-02', null),
      ),
    ).toEqual([
      'gap 乙 令和8年7月1日から令和8年7月10日までの一次評価者が決まっていません（名簿の評価者になります）。',
      'gap 乙 令和9年1月1日の一次評価者が決まっていません（名簿の評価者になります）。',
    ]);
    expect(
      said(assign('乙', '丙', '2024-04-01', '2024-06-30'), assign('乙', '丁', '2026-04-01', null)),
    ).toEqual([]);
  });

  it('agrees with a look at every single day', () => {
    const day = fc.nat(40).map((days) => dayLater('2026-04-01', days));
    const assignment = fc
      .record({
        who: fc.constantFrom(...names),
        evaluator: fc.constantFrom(...names),
        from: day,
        to: fc.option(day, { nil: null }),
      })
      .filter(({ who, evaluator, from, to }) => who !== evaluator && (to === null || to >= from))
      .map(({ who, evaluator, from, to }) => assign(who, evaluator, from, to));
    fc.assert(
      fc.property(fc.array(assignment, { maxLength: 6 }), (assignments) => {
        const days = Array.from({ length: 60 }, (_, index) => dayLater(period.startsOn, index));
        const hasRing = days.some((on) =>
          staff.some((start) => {
            let person: StaffMember | undefined = start;
            for (let step = 0; step < staff.length; step += 1) {
              const { first } = evaluatorsOn(person, assignments, on);
              const next = staff.find(({ id }) => id === first);
              if (next === undefined) return false;
              if (next === start) return true;
              person = next;
            }
            return false;
          }),
        );
        expect(said(...assignments).some((words) => words.includes('一回り'))).toBe(hasRing);
      }),
    );
  });
});
