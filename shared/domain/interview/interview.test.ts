import { describe, expect, it } from 'vitest';
import {
  testEntry,
  testForm,
  testGoal,
  testId,
  testNow,
  testSheet,
} from '../../../test/support/sheet-builders';
import type { GoalLog } from '../goal/goal-log';
import { stages } from '../sheet/sheet';
import { accessTo, readableEntries, type Viewer } from '../sheet/stage-rules';
import { interviewAgenda } from './agenda';
import { agreeToInterview, changeInterview, newInterview } from './change-interview';
import { type Interview, interviewKinds } from './interview';
import { mayAgree, mayReadInterview, mayWriteInterview } from './interview-rules';

const evaluator = testId(11);
const made = { now: testNow, by: evaluator };
const blank = (kind: Interview['kind'] = 'start') =>
  newInterview({ ...made, id: testId(70), sheetId: testId(5), kind });
const filled = (kind: Interview['kind']) =>
  changeInterview(blank(kind), { text: '話したこと', heldOn: '2026-05-20' }, made);

describe('who reads and writes a record, at every kind and stage', () => {
  const viewers: [string, Viewer, string][] = [
    ['employee', ['employee'], testId(10)],
    ['holder', ['first'], evaluator],
    ['other', ['second'], testId(12)],
    ['hr', ['hr'], testId(40)],
    ['nobody', [], testId(50)],
  ];
  const table = Object.fromEntries(
    interviewKinds.map((kind) => [
      kind,
      Object.fromEntries(
        stages.map((stage) => [
          stage,
          viewers
            .map(([name, viewer, staffId]) => {
              const reader = { viewer, staffId, stage };
              const reads = mayReadInterview(filled(kind), reader) ? 'r' : '';
              const writes = mayWriteInterview(kind, reader) ? 'w' : '';
              const agrees = mayAgree(filled(kind), reader) ? 'a' : '';
              return `${name}:${reads}${writes}${agrees}`;
            })
            .join(' '),
        ]),
      ),
    ]),
  );
  // Each evaluator writes a record of her own: `other` reads none of the holder's.
  const running = 'employee:ra holder:rwa other:w hr:r nobody:';
  const kept = 'employee: holder:rwa other:w hr:r nobody:';
  const closed = 'employee:ra holder:r other: hr:r nobody:';
  const years = (during: string, disclosed: string, completed: string, exempt: string) =>
    Object.fromEntries(
      stages.map((stage) => {
        const last = { disclosed, completed, exempt }[stage as string];
        return [stage, last ?? during];
      }),
    );

  it('is exactly this', () => {
    expect(table).toEqual({
      start: years(running, running, closed, closed),
      middle: years(running, running, closed, closed),
      end: years(kept, running, closed, 'employee: holder:r other: hr:r nobody:'),
    });
  });

  it('keeps a record without a date from the person, at every kind and stage', () => {
    for (const kind of interviewKinds) {
      for (const stage of stages) {
        const reader = { viewer: ['employee'] as const, staffId: testId(10), stage };
        expect(mayReadInterview(blank(kind), reader)).toBe(false);
      }
    }
  });
});

describe('agreements', () => {
  it('are emptied by a later change, and the record says so until somebody agrees', () => {
    const agreed = agreeToInterview(filled('start'), { ...made, by: testId(10) });
    expect(agreed.agreements).toHaveLength(1);
    const changed = changeInterview(agreed, { text: '書き直し' }, made);
    expect(changed).toMatchObject({ agreements: [], agreementsLapsed: true });
    expect(agreeToInterview(changed, made)).toMatchObject({ agreementsLapsed: false });
  });

  it('stand when the same text is saved again', () => {
    const agreed = agreeToInterview(filled('start'), made);
    expect(changeInterview(agreed, { text: '話したこと' }, made)).toBe(agreed);
  });
});

describe('the agenda', () => {
  const form = testForm();
  const entries = [
    testEntry('goal/00000000-0000-7000-8000-000000000901', 'employee', {
      goal: testGoal(),
      rating: 'A',
      text: '半分まで進めた',
    }),
    testEntry('goal/00000000-0000-7000-8000-000000000901', 'first', {
      rating: 'B',
      text: '一次だけの言葉',
    }),
    testEntry('goal/00000000-0000-7000-8000-000000000901', 'second', {
      rating: 'C',
      text: '二次だけの言葉',
    }),
  ];
  const unitGoals = [
    {
      id: testId(60),
      schemaVersion: 4,
      updatedAt: testNow,
      updatedBy: testId(1),
      periodId: testId(3),
      orgUnitId: testId(22),
      order: 1,
      content: '窓口の待ち時間を短くする',
      removed: false,
    },
  ];
  const as = (
    staffId: string,
    stage: (typeof stages)[number],
    columns = { first: true, second: true },
  ) => {
    const sheet = { ...testSheet(form), stage, disclosedColumns: columns };
    const access = accessTo(sheet, { staffId, rights: ['employee'] });
    const around = { unitGoals, agreed: null, logs: [], lastTalk: null };
    return { sheet, form, entries: readableEntries(entries, access), ...around };
  };

  it('of 期首 is the goals with deadline, level and difficulty, under the unit’s goals', () => {
    expect(interviewAgenda('start', as(evaluator, 'goalAgreement'))).toEqual([
      { title: '組織目標', lines: ['窓口の待ち時間を短くする'] },
      {
        title: '個人目標1　郵送請求の処理日数の短縮',
        lines: ['いつまでに：2月末', 'どの水準まで：平均6日を3日に', '困難度：◎'],
      },
    ]);
  });

  it('of 期中 shows the progress only where the reader may read it', () => {
    const lines = (staffId: string) =>
      interviewAgenda('middle', as(staffId, 'inProgress')).flatMap((topic) => topic.lines);
    expect(lines(testId(10))).toContain('ここまでの取組：半分まで進めた');
    expect(lines(evaluator).join()).not.toContain('半分まで進めた');
  });

  it('of 期中 lists each goal’s steps since the last talk, and how the goals have changed', () => {
    const goal = 'goal/00000000-0000-7000-8000-000000000901' as const;
    const log = (number: number, happenedOn: string, changes: Partial<GoalLog> = {}): GoalLog => ({
      id: testId(number),
      schemaVersion: 5,
      updatedAt: testNow,
      updatedBy: testId(10),
      sheetId: testId(5),
      partId: goal,
      phase: 'do',
      happenedOn,
      tags: ['improvement'],
      text: `${happenedOn}の取組`,
      removed: false,
      ...changes,
    });
    const gone = testEntry('goal/00000000-0000-7000-8000-000000000902', 'employee', {
      goal: testGoal({ content: '取りやめた目標' }),
    });
    const agreed = [
      testEntry(goal, 'employee', { goal: testGoal({ level: '平均5日に', challenge: true }) }),
      gone,
    ];
    const logs = [
      log(81, '2026-09-02'),
      log(80, '2026-05-20'),
      log(82, '2026-08-01', { tags: [], phase: 'check' }),
      log(83, '2026-08-02', { removed: true }),
      log(84, '2026-08-03', { partId: gone.partId }),
    ];
    const source = { ...as(evaluator, 'inProgress'), agreed, logs, lastTalk: '2026-05-20' };
    expect(interviewAgenda('middle', source)).toEqual([
      {
        title: '個人目標1　郵送請求の処理日数の短縮',
        lines: [
          'いつまでに：2月末',
          'どの水準まで：平均6日を3日に',
          '合意時から変更：どの水準まで（合意時「平均5日に」）、上位職相当への挑戦',
          '令和8年8月1日（確認）：2026-08-01の取組',
          '令和8年9月2日（実行・改善）：2026-09-02の取組',
        ],
      },
      { title: '合意の後に取り除いた目標', lines: ['取りやめた目標'] },
    ]);
  });

  it('of 期中 keeps to the latest steps, and says how many there were before', () => {
    const logs = Array.from({ length: 10 }, (_, index) => ({
      id: testId(100 + index),
      schemaVersion: 5,
      updatedAt: testNow,
      updatedBy: testId(10),
      sheetId: testId(5),
      partId: 'goal/00000000-0000-7000-8000-000000000901' as const,
      phase: 'do' as const,
      happenedOn: `2026-07-${10 + index}`,
      tags: [],
      text: `取組${index}`,
      removed: false,
    }));
    const [topic] = interviewAgenda('middle', { ...as(evaluator, 'inProgress'), logs });
    expect(topic?.lines).toContain('取組の記録：ほかに、これより前の 2 件');
    expect(topic?.lines.join()).not.toContain('取組1');
    expect(topic?.lines.at(-1)).toContain('取組9');
  });

  it('of 期末 names the gaps after 開示, as far as the columns are disclosed', () => {
    const words = (columns: { first: boolean; second: boolean }) =>
      JSON.stringify(interviewAgenda('end', as(testId(10), 'disclosed', columns)));
    expect(words({ first: true, second: true })).toContain('個人目標1：本人 A、一次 B、二次 C');
    expect(words({ first: true, second: false })).toContain('個人目標1：本人 A、一次 B"');
  });

  it('never shows anybody a rating of an evaluator before 開示', () => {
    for (const stage of stages.filter((one) => one !== 'disclosed' && one !== 'completed')) {
      for (const kind of interviewKinds) {
        for (const staffId of [testId(10), evaluator, testId(12)]) {
          const words = JSON.stringify(interviewAgenda(kind, as(staffId, stage)));
          expect(words).not.toMatch(/一次だけ|二次だけ|一次 B|二次 C/u);
        }
      }
    }
  });
});
