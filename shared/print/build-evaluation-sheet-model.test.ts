import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  testEntry,
  testForm,
  testGoal,
  testId,
  testNow,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import type { Author } from '../domain/form/form';
import type { Settlement } from '../domain/framework/framework';
import { noGoalFacts } from '../domain/goal/goal-facts';
import { makeSampleOffice } from '../domain/sample/sample-office';
import { goalPartId, itemPartId, remarkPartId, sheetParts } from '../domain/sheet/part';
import { type GoalPlan, stages } from '../domain/sheet/sheet';
import {
  buildBlankEvaluationSheetModel,
  buildEvaluationSheetModel,
} from './build-evaluation-sheet-model';
import { evaluationSheetModelSchema } from './evaluation-sheet-model';

const form = testForm();
const authors: Author[] = ['employee', 'first', 'second'];
const goals = [goalPartId(testId(31)), goalPartId(testId(32)), goalPartId(testId(33))] as const;
const entries = [
  testEntry(goals[0], 'employee', { goal: testGoal(), rating: 'A', text: '本人の成果' }),
  testEntry(goals[0], 'first', { rating: 'B', text: '一次の成果' }),
  testEntry(goals[0], 'second', { rating: 'C' }),
  testEntry(goals[1], 'employee', {
    goal: testGoal({ order: 2, difficulty: 'low', level: ' ', weight: '' }),
  }),
  testEntry(goals[2], 'employee', {
    goal: testGoal({ order: 3, difficulty: 'normal', content: '消した目標' }),
    removed: true,
  }),
  testEntry(itemPartId('sessho-otai'), 'employee', { rating: 'A', text: '本人の事実' }),
  testEntry(itemPartId('sessho-otai'), 'first', { rating: 'B', text: '一次の事実' }),
  testEntry(itemPartId('sessho-otai'), 'second', { rating: 'S', text: '二次の事実' }),
  testEntry(remarkPartId('development', 'strengths'), 'employee', { text: '本人の長所の文' }),
  testEntry(remarkPartId('development', 'advice'), 'first', { text: '一次の助言' }),
  testEntry(remarkPartId('overall', 'first'), 'first', { text: '一次の所見', rating: 'B' }),
  testEntry(remarkPartId('overall', 'second'), 'second', { text: '二次の所見', rating: 'D' }),
];

function build(changes: Partial<Parameters<typeof buildEvaluationSheetModel>[0]> = {}) {
  return buildEvaluationSheetModel({
    sheet: testSheet(form),
    form,
    period: testPeriod,
    entries,
    settlements: [],
    readable: authors,
    goalFacts: noGoalFacts,
    printedAt: '2026-11-22T14:05',
    sample: false,
    ...changes,
  });
}

function rowOf(model: ReturnType<typeof build>, name: string) {
  return model.itemSections
    .flatMap(({ groups }) => groups)
    .flatMap(({ rows }) => rows)
    .find((row) => row.name === name);
}

describe('buildEvaluationSheetModel', () => {
  it('says who, when and in what form, in final Japanese', () => {
    const model = build({ sample: true });
    expect(evaluationSheetModelSchema.parse(model)).toEqual(model);
    expect(model).toMatchObject({
      title: '人事評価シート',
      formNumber: '様式第1号（初期値）',
      periodLine: '令和8年度 年間評価（評価対象期間 令和8年4月1日～令和9年3月31日）',
      printedAt: { local: '2026-11-22T14:05', text: '令和8年11月22日 14:05' },
      layout: 'portrait',
      blank: false,
      sample: true,
      role: '幅広い知識を習得し、困難な業務の中心的役割を担う。',
      header: {
        number: '100234',
        name: '𠮷田 美咲',
        positionAndGrade: '主任（3級）',
        orgUnit: '市民部 市民課 市民係',
        firstEvaluator: '市民係長 相川 直美',
        secondEvaluator: '市民課長 山﨑 徹',
      },
      sectionTitles: { items: '能力、意識・行動' },
    });
    expect(model.notes).toHaveLength(2);
    expect(model.scale.map(({ rating }) => rating).join('')).toBe('SABCD');
  });

  it('prints goals in order, without the one taken off', () => {
    const [first, second, ...more] = build().goals;
    expect(more).toEqual([]);
    expect(first).toEqual({
      content: '郵送請求の処理日数の短縮',
      plan: '2月末／平均6日を3日に／様式統一と下読み分担',
      weight: '40',
      difficulty: '◎',
      details: [],
      ratings: { employee: 'A', first: 'B', second: 'C' },
      evidence: [
        { label: '本人', text: '本人の成果' },
        { label: '一次', text: '一次の成果' },
      ],
    });
    expect(second).toMatchObject({
      plan: '2月末／様式統一と下読み分担',
      weight: '',
      difficulty: '△',
      evidence: [],
    });
    expect(JSON.stringify(build())).not.toContain('消した目標');
  });

  it('says under the plan why a goal is hard, how much it weighs and that it is a challenge', () => {
    const goal = (changes: Partial<GoalPlan>) =>
      build({ entries: [testEntry('goal/a', 'employee', { goal: testGoal(changes) })] }).goals[0];
    const told = { difficultyReason: '前例がない', importance: 'low', challenge: true } as const;
    expect(goal({ difficulty: 'high', ...told })?.details).toEqual([
      { label: '重要度', text: '△' },
      { label: '困難度の理由', text: '前例がない' },
      { label: '挑戦', text: '上位職相当への挑戦' },
    ]);
    expect(goal({ difficulty: 'normal', difficultyReason: '前例がない' })?.details).toEqual([]);
  });

  it('says in a short line what was changed since it was agreed', () => {
    const goal = (id: string, changes: Partial<GoalPlan>) =>
      testEntry(`goal/${id}`, 'employee', { goal: testGoal(changes) });
    const agreed = [goal('a', { deadline: '9月末' }), goal('c', { content: '取りやめた目標' })];
    const model = build({
      entries: [
        goal('a', { difficulty: 'normal' }),
        goal('b', { order: 2, unitGoalId: testId(9) }),
      ],
      goalFacts: {
        agreed,
        unitGoals: [
          { id: testId(9), unitName: '市民課', content: '待ち時間を減らす', removed: false },
        ],
      },
    });
    expect(model.goals.map(({ details }) => details)).toEqual([
      [{ label: '合意時から変更', text: 'いつまでに・困難度' }],
      [
        { label: '組織目標', text: '待ち時間を減らす' },
        { label: '合意時から変更', text: '加えた目標' },
      ],
    ]);
    expect(model.goalsNote).toBe('合意の後に取り除いた目標：取りやめた目標');
  });

  it('draws a merged cell once and marks only what is open', () => {
    const [ability, conduct] = build().itemSections;
    expect(ability?.groups.map(({ rows, unsettled }) => [rows.length, unsettled])).toEqual([
      [1, true],
      [1, true],
      [1, false],
      [4, false],
      [1, false],
    ]);
    expect(conduct?.groups.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1]);
  });

  it('carries no mark once the question is settled, though the frozen wording stays', () => {
    const settlements: Settlement[] = [
      {
        questionId: 'taikeizu-1/shokumu-chishiki/shuji',
        text: '別の文言。',
        settledAt: testNow,
        settledBy: testId(1),
      },
    ];
    const groups = build({ settlements }).itemSections[0]?.groups;
    expect(groups?.[0]).toMatchObject({
      unsettled: false,
      expectation: '自己の立場を踏まえ、職務内容や上司の指示等を正確に理解できる。',
    });
    expect(groups?.[1]?.unsettled).toBe(true);
  });

  it('labels texts by column, but not where one column only can appear', () => {
    const labels = (readable: Author[], name: string) =>
      rowOf(build({ readable }), name)?.evidence.map(({ label }) => label);
    expect(labels(authors, '折衝・応対力')).toEqual(['本人', '一次', '二次']);
    expect(labels(['employee'], '折衝・応対力')).toEqual(['']);
    const remarks = build().development.map(({ texts }) => texts);
    expect(remarks).toEqual([
      [{ label: '本人', text: '本人の長所の文' }],
      [],
      [],
      [{ label: '', text: '一次の助言' }],
    ]);
  });

  it('prints the overall remarks, empty where nothing may be read', () => {
    expect(build({ readable: ['employee', 'first'] }).overall).toEqual([
      { name: '一次評価者', text: '一次の所見', rating: 'B' },
      { name: '二次評価者', text: '', rating: '' },
    ]);
  });

  it('has no item section for 会計年度任用職員, and no empty brackets', () => {
    const fixedTerm = testForm('kaikei-nendo');
    const staff = testStaff(10, { grade: '', firstEvaluatorId: null });
    const model = build({ form: fixedTerm, sheet: testSheet(fixedTerm, staff) });
    expect(model.itemSections).toEqual([]);
    expect(model.header).toMatchObject({
      positionAndGrade: '会計年度任用職員',
      firstEvaluator: '',
    });
    expect(evaluationSheetModelSchema.safeParse(model).success).toBe(true);
  });

  it('has the one remark that is shared while the columns are closed', () => {
    const text = '様式の置き場を分けたい';
    const shared = testEntry('development/improvement', 'first', { text });
    const closed = testEntry('development/growth', 'first', { text: '開示前の所見' });
    const paper = (more: { shared?: readonly Author[] }) =>
      JSON.stringify(build({ entries: [shared, closed], readable: ['employee'], ...more }));
    expect(paper({ shared: ['employee', 'first'] })).toContain(text);
    expect(paper({ shared: ['employee', 'first'] })).not.toContain('開示前の所見');
    expect(paper({})).not.toContain(text);
  });

  it('never lets anything of an unreadable author in', () => {
    const secretOf: Record<Author, string> = { employee: '壱壱', first: '弐弐', second: '参参' };
    const goal = testEntry(goals[0], 'employee', {
      goal: testGoal({ content: '壱壱', level: '壱壱', method: '壱壱', deadline: '壱壱' }),
    });
    const written = sheetParts(form, [goal]).flatMap((part) =>
      authors
        .filter((author) => part.partId !== goal.partId || author !== 'employee')
        .map((author) =>
          testEntry(part.partId, author, { text: secretOf[author], rating: secretOf[author] }),
        ),
    );
    fc.assert(
      fc.property(fc.subarray(authors), (readable) => {
        const printed = JSON.stringify(build({ readable, entries: [goal, ...written] }));
        for (const author of authors) {
          // With no employee there is no goal to hang an evaluator's words on.
          expect(printed.includes(secretOf[author])).toBe(readable.includes(author));
        }
      }),
    );
  });

  it('makes a valid paper of every sheet of the sample office', () => {
    const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
    for (const sheet of office.sheets) {
      const sheetForm = office.forms.find(({ id }) => id === sheet.formId);
      const period = office.periods.find(({ id }) => id === sheet.periodId);
      if (sheetForm === undefined || period === undefined) throw new Error('a torn sheet');
      const model = build({
        sheet,
        form: sheetForm,
        period,
        entries: office.sheetEntries.filter(({ sheetId }) => sheetId === sheet.id),
      });
      expect(evaluationSheetModelSchema.parse(model)).toEqual(model);
    }
  });
});

describe('buildBlankEvaluationSheetModel', () => {
  const made = {
    form,
    period: testPeriod,
    settlements: [],
    printedAt: '2026-11-22T14:05',
    sample: false,
  };

  it('has every place of the form, and nothing that anybody wrote', () => {
    const model = buildBlankEvaluationSheetModel({ ...made, sheet: testSheet(form) });
    expect(evaluationSheetModelSchema.parse(model)).toEqual(model);
    expect(model.blank).toBe(true);
    expect(model.header).toEqual(build().header);
    expect(model.goals).toHaveLength(5);
    expect(rowOf(model, '折衝・応対力')).toEqual({
      name: '折衝・応対力',
      evidence: ['本人', '一次', '二次'].map((label) => ({ label, text: '' })),
      ratings: { employee: '', first: '', second: '' },
    });
    expect(model.itemSections[0]?.groups.map(({ expectation }) => expectation)).toEqual(
      build().itemSections[0]?.groups.map(({ expectation }) => expectation),
    );
    expect(model.development.every(({ texts }) => texts.length > 0)).toBe(true);
    expect(model.overall.map(({ text, rating }) => text + rating)).toEqual(['', '']);
  });

  it('leaves the head blank without a person, but for the position the form is for', () => {
    const model = buildBlankEvaluationSheetModel({ ...made, sheet: null, layout: 'landscape' });
    expect(model.layout).toBe('landscape');
    const { positionAndGrade, ...others } = model.header;
    expect(positionAndGrade).toBe('主任');
    expect(Object.values(others).join('')).toBe('');
  });
});

describe('the output time', () => {
  it.each(['2026-11-22', '2026-11-22T14:05Z', '2026-11-22T14:05:09', '2026-13-01T00:00'])(
    'is no document date when it is %s',
    (local) => {
      const model = build();
      const printedAt = { ...model.printedAt, local };
      expect(evaluationSheetModelSchema.safeParse({ ...model, printedAt }).success).toBe(false);
    },
  );
});

describe('what stands beside the columns', () => {
  const change = {
    id: testId(70),
    kind: 'change',
    role: 'first',
    name: '森 翼',
    formerName: '相川 直美',
    organisation: '',
    from: '2026-10-01',
    writtenAt: testNow,
    text: '',
    formerColumn: [testEntry(itemPartId('setsugu'), 'first', { text: '前の評価者の下書き' })],
  } as const;

  it('is on the paper as far as its reader knows it, and never a former draft', () => {
    const model = build({ changes: [change] });
    expect(evaluationSheetModelSchema.parse(model).besides).toEqual([
      { label: '一次評価者の異動（令和8年10月1日から）　相川 直美 → 森 翼', text: '' },
    ]);
    expect(JSON.stringify(model)).not.toContain('前の評価者の下書き');
    expect(build().besides).toEqual([]);
  });
});

describe('開示前・取扱注意', () => {
  it.each(stages)('is on a sheet until its person has been shown her result: %s', (stage) => {
    const sheet = { ...testSheet(form), stage };
    const isShown = stage === 'disclosed' || stage === 'completed';
    expect(build({ sheet }).undisclosed).toBe(!isShown);
  });

  it('is on no blank form', () => {
    const made = { form, period: testPeriod, settlements: [], sample: false };
    const blank = buildBlankEvaluationSheetModel({
      ...made,
      sheet: testSheet(form),
      printedAt: '2026-11-22T14:05',
    });
    expect(blank.undisclosed).toBe(false);
  });
});
