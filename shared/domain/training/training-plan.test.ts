import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testFrameworkSet, testId, testNow } from '../../../test/support/sheet-builders';
import { certificateTypeOf } from './certificate';
import {
  changeRecord,
  missingFor,
  newApplication,
  newCall,
  newOwnRecord,
  recordOfAttendance,
} from './change-training';
import { comparePlans } from './compare-plans';
import { monthsOf } from './ojt-plan';
import { PLAN_LIMITS, type PlanCourse, readTrainingPlan } from './read-training-plan';
import { gapOfRating, gapsOfPlan, suggestTraining } from './suggest-training';
import type { TrainingCall } from './training-call';
import { sortRecords, totalOf, yearOfRecord } from './training-totals';

const { frameworks } = testFrameworkSet().tables;
const made = { id: testId(70), now: testNow, by: testId(40) };
const itemId = frameworks[0]?.items.find(({ name }) => name === '折衝・応対力')?.id ?? '';

function read(rows: string[][]) {
  return readTrainingPlan(rows, frameworks, 2026);
}

function callOf(course: Partial<PlanCourse> & { title: string }, id = testId(70)): TrainingCall {
  const { row: _row, ...rest } = { row: 0, ...course };
  return newCall({ kind: 'course', fiscalYear: 2026, ...rest }, { ...made, id });
}

describe('a yearly plan from a file', () => {
  const headings = ['区分', '研修名', '対象', '開始日', '終了日', '時間', '定員', '能力', '備考'];

  it('is read in any order of columns, with days of every era as they are written', () => {
    const { courses, problems, ignored } = read([
      ['令和8年度 職員研修実施計画'],
      headings,
      [
        '特別研修',
        '折衝力向上研修',
        '主任',
        'R8.6.3',
        '令和8年6月4日',
        '１２時間',
        '20名',
        '折衝・応対力、接遇',
        'x',
      ],
      ['派遣研修', '政策形成', '', '令和元年5月1日', '', '', '', '', ''],
      ['基本研修', '昔の研修', '', '昭和64年1月7日', 'H1.1.8', '', '', '', ''],
    ]);
    expect(problems.filter(({ weight }) => weight === 'fault')).toEqual([]);
    expect(ignored).toEqual(['備考']);
    expect(courses[0]).toMatchObject({
      title: '折衝力向上研修',
      trainingKind: 'special',
      startsOn: '2026-06-03',
      endsOn: '2026-06-04',
      hours: 12,
      seats: 20,
    });
    expect(courses[0]?.itemIds).toContain(itemId);
    expect(courses[1]?.startsOn).toBe('2019-05-01');
    expect(courses[2]).toMatchObject({ startsOn: '1989-01-07', endsOn: '1989-01-08' });
    // Another year's days are said, and may stay.
    expect(problems.map(({ row, weight }) => `${row} ${weight}`)).toEqual(['4 gap', '5 gap']);
  });

  it('says every fault with its row and column', () => {
    const { problems } = read([
      headings,
      ['特別研修', '折衝力', '', 'R8.6.4', 'R8.6.3', '', '', '', ''],
      ['実地研修', '', '', '昭和65年1月1日', '', '半日', '若干名', '忍術', ''],
      ['基本研修', '新採用', '', 'R8.2.30', '', '', '', '', ''],
      ['基本研修', '主任', '', '', '', '', '', '', ''],
      ['基本研修', '主任', '', '', '', '', '', '', ''],
    ]);
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 endsOn',
      '3 title',
      '3 kind',
      '3 items',
      '3 startsOn',
      '3 hours',
      '3 seats',
      '4 startsOn',
      '6 title',
    ]);
    expect(problems[0]?.message).toBe('終了日が、開始日（令和8年6月4日）より前です。');
    expect(problems[3]?.message).toBe('「忍術」という能力は、体系図にありません。');
    expect(problems[4]?.message).toContain('平成');
    expect(problems.every(({ weight }) => weight === 'fault')).toBe(true);
  });

  it('is refused whole where it is no plan', () => {
    expect(read([['職員番号', '氏名']]).problems[0]?.message).toContain('見出しの行');
    expect(read([['区分', '研修名', '区分']]).problems[0]?.message).toContain('二つあります');
    expect(read([['区分', '研修名']]).problems[0]?.message).toBe('研修の行がありません。');
    const long = Array.from({ length: PLAN_LIMITS.rows + 1 }, () => ['区分', '研修名']);
    expect(read(long).problems[0]?.message).toContain('行が多すぎます');
  });

  it('never throws, whatever the cells hold, and names each row that it takes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 9 }), { maxLength: 20 }), (rows) => {
        const { courses } = read([headings, ...rows]);
        for (const { row } of courses) expect(rows[row - 2]).toBeDefined();
      }),
    );
  });

  it('knows a course again, and says what it would change', () => {
    const [one, two, three] = read([
      headings,
      ['特別研修', '折衝力', '主任', 'R8.6.3', '', '', '', '', ''],
      ['基本研修', '新採用', '', 'R8.4.1', '', '', '', '', ''],
      ['基本研修', '新採用', '', 'R8.10.1', '', '', '', '', ''],
    ]).courses;
    if (one === undefined || two === undefined || three === undefined) throw new Error('no rows');
    const known = [
      { ...callOf(one), startsOn: '2026-06-10' },
      callOf(two, testId(71)),
      callOf(three, testId(72)),
    ];
    const { added, changed, unchanged } = comparePlans(known, [one, two, three]);
    expect([added.length, changed.map(({ course }) => course.title), unchanged]).toEqual([
      0,
      ['折衝力'],
      2,
    ]);
    expect(comparePlans([], [one, two]).added).toEqual([one, two]);
  });
});

describe('a suggestion', () => {
  const scale = { steps: ['S', 'A', 'B', 'C', 'D'].map((rating) => ({ rating, meaning: '' })) };
  const calls = [
    callOf({ title: '折衝', itemIds: ['a'] }, testId(71)),
    callOf({ title: '判断', itemIds: ['a', 'b'] }, testId(72)),
    callOf({ title: '無関係', itemIds: ['c'] }, testId(73)),
    { ...callOf({ title: '終わった', itemIds: ['a'] }, testId(74)), state: 'closed' as const },
  ];
  const gaps = [
    { itemId: 'a', itemName: '折衝・応対力', rating: 'C', source: 'disclosed' as const },
    { itemId: 'b', itemName: '判断力', rating: 'D', source: 'self' as const },
    { itemId: 'c', itemName: '接遇', rating: 'B', source: 'disclosed' as const },
    { itemId: 'c', itemName: '接遇', rating: '?', source: 'self' as const },
  ].flatMap((rated) => gapOfRating(rated, scale) ?? []);
  const none = { callIds: new Set<string>(), titles: new Set<string>() };

  it('comes from the gap, the widest first, and says why', () => {
    const found = suggestTraining({ gaps, calls, taken: none });
    expect(found.map(({ call, gap }) => [call.title, gap])).toEqual([
      ['判断', 3],
      ['折衝', 1],
    ]);
    expect(found[1]?.reasons).toEqual([
      '「折衝・応対力」の開示された評語がCで、求められる水準（B）に届いていないため',
    ]);
    expect(found[0]?.reasons[1]).toContain('「判断力」の自己評価がD');
  });

  it('is none for what is taken', () => {
    const taken = { callIds: new Set([testId(72)]), titles: new Set(['折衝']) };
    expect(suggestTraining({ gaps, calls, taken })).toEqual([]);
  });

  it('comes from the self-check and the wishes of a career plan too', () => {
    const plan = {
      selfChecks: [{ itemId: 'a', present: 1, wished: 3 }],
      neededItemIds: ['c'],
    };
    const found = suggestTraining({ gaps: gapsOfPlan(plan, () => '接遇'), calls, taken: none });
    expect(found.map(({ call, gap }) => [call.title, gap])).toEqual([
      ['判断', 2],
      ['折衝', 2],
      ['無関係', 1],
    ]);
    expect(found[0]?.reasons[0]).toContain('今の職位に求められる水準に届いていない');
    expect(found[2]?.reasons).toEqual([
      'キャリアプランで「接遇」を身に付けたい能力に選んでいるため',
    ]);
  });
});

describe('records', () => {
  const own = newOwnRecord(testId(10), 'self', made);

  it('are counted by year, kind and hours', () => {
    const records = [
      changeRecord(own, { startsOn: '2026-04-01', hours: 0.1 }, made),
      changeRecord(own, { startsOn: '2026-06-01', hours: 0.2, kind: 'basic' }, made),
      changeRecord(own, { endsOn: '2026-03-31' }, made),
      own,
    ];
    expect(totalOf(records)).toMatchObject({ count: 4, hours: 0.3, byKind: { self: 3, basic: 1 } });
    expect(records.map(yearOfRecord)).toEqual([2026, 2026, 2025, null]);
    expect(sortRecords(records).map(({ startsOn, endsOn }) => startsOn ?? endsOn)).toEqual([
      null,
      '2026-06-01',
      '2026-04-01',
      '2026-03-31',
    ]);
  });

  it('are the same object when a change says the same', () => {
    expect(changeRecord(own, { title: '', hours: null }, made)).toBe(own);
    expect(changeRecord(own, { title: 'a\nb' }, made).title).toBe('a b');
  });

  it('come from an attendance only where something is learned', () => {
    const application = newApplication({ callId: testId(1), staffId: testId(10) }, made);
    const call = callOf({ title: '折衝', trainingKind: 'special', hours: 6 });
    expect(recordOfAttendance(call, application, made)).toMatchObject({
      staffId: testId(10),
      kind: 'special',
      hours: 6,
      source: 'call',
    });
    const posting = { ...call, trainingKind: null };
    expect(recordOfAttendance(posting, application, made)).toBeNull();
  });

  it('lack what a move needs until it is written', () => {
    const application = newApplication({ callId: testId(1), staffId: testId(10) }, made);
    expect(missingFor('apply', application)).toEqual(['reason']);
    expect(missingFor('apply', { ...application, reason: '学びたい' })).toEqual([]);
    expect(missingFor('handInReport', { ...application, report: 'a' })).toEqual(['use']);
    expect(missingFor('accept', application)).toEqual([]);
  });
});

describe('a certificate', () => {
  it('is known by its bytes, not by its name', () => {
    const bytes = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
    expect(certificateTypeOf(bytes('%PDF-1.7'))).toBe('pdf');
    expect(certificateTypeOf(bytes('\u0089PNG\r\n\u001a\n..'))).toBe('png');
    expect(certificateTypeOf(bytes('\u00ff\u00d8\u00ff\u00e0'))).toBe('jpg');
    expect(certificateTypeOf(bytes('MZ executable'))).toBeNull();
    expect(certificateTypeOf(new Uint8Array())).toBeNull();
  });
});

describe('the months of an OJT plan', () => {
  it('are twelve, from April', () => {
    const months = monthsOf(2026).map(({ month }) => month);
    expect([months.length, months[0], months[8], months[9], months[11]]).toEqual([
      12,
      '2026-04',
      '2026-12',
      '2027-01',
      '2027-03',
    ]);
  });
});
