import { describe, expect, it } from 'vitest';
import {
  testEntry,
  testForm,
  testGoal,
  testId,
  testNow,
  testSheet,
} from '../../../test/support/sheet-builders';
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
    return { sheet, form, entries: readableEntries(entries, access), unitGoals };
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
