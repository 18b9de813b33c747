import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyTables } from '../framework/policy-tables';
import { staffStatuses } from '../staff/roster-facts';
import { compareRosters } from './compare-rosters';
import { type RosterReading, readRoster } from './read-roster';
import { rosterColumns } from './roster-columns';
import type { RosterPerson } from './roster-person';
import { writeRoster } from './write-roster';

const { frameworks } = policyTables;
const HEAD = ['職員番号', '氏名', 'フリガナ', '所属', '職位', '級', '一次評価者番号', '状態'];
const chief = ['100001', '山﨑 徹', 'ヤマザキ トオル', '市民部　市民課', '課長', '6級', '', ''];
const clerk = [
  '100234',
  '𠮷田 美咲',
  'ヨシダ ミサキ',
  '市民部 市民課 市民係',
  '主任',
  '３級',
  '100001',
  '',
];

function read(...rows: string[][]): RosterReading {
  return readRoster([HEAD, ...rows], frameworks);
}

/** What is said, as `row column message`. */
function said({ problems }: RosterReading): string[] {
  return problems.map(
    ({ weight, row, column, message }) => `${weight} ${row} ${column} ${message}`,
  );
}

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const name = fc.stringMatching(/^[\u4e00-\u4eff]{1,4} [\u3042-\u3093]{1,4}$/u);
const post = fc.constantFrom(
  { positionName: '主事', grade: '1級', positionId: 'shuji', sectionHead: false },
  { positionName: '副主幹', grade: '5級', positionId: 'shusa', sectionHead: false },
  { positionName: '副主幹', grade: '5級', positionId: 'kakaricho', sectionHead: true },
  { positionName: '部長', grade: '8級', positionId: 'bucho', sectionHead: false },
);

/** People as a roster may have them; the evaluators of each stand before her. */
const people = fc
  .array(
    fc.record({
      name,
      kana: fc.constantFrom('', 'ヨシダ ミサキ'),
      unitPath: fc.constantFrom(['市民部'], ['市民部', '市民課', '市民係']),
      post,
      probationEndsOn: fc.option(day, { nil: null }),
      hiredOn: fc.option(day, { nil: null }),
      status: fc.constantFrom(...staffStatuses),
      side: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((made) =>
    made.map(({ post: held, side, name: who, kana, unitPath, ...facts }, index): RosterPerson => {
      const above = index === 0 ? null : String(100_000 + index - 1);
      const { positionName, sectionHead, ...place } = held;
      const beside = {
        unitCode: '31',
        unitPath: ['総務部', '職員課'],
        positionName: '主査',
        firstEvaluator: above,
        secondEvaluator: null,
      };
      return {
        ...place,
        number: String(100_000 + index),
        name: who,
        kana,
        unitPath: [...unitPath],
        frameworkId: 'taikeizu-1',
        firstEvaluator: above,
        secondEvaluator: null,
        facts: {
          ...facts,
          positionName,
          sectionHead,
          unitCode: '',
          payTable: '',
          officeRetired: false,
          appointment: '',
          term: '',
          workingHours: '',
          appointer: '市長',
          assignedOn: null,
          concurrentPosts: side ? [beside] : [],
        },
      };
    }),
  );

describe('readRoster', () => {
  it('takes a person as she is written, with her place in the policy’s table', () => {
    const { people: found, problems } = read(chief, clerk);
    expect(problems).toEqual([
      {
        weight: 'gap',
        row: 2,
        column: 'firstEvaluator',
        message: '一次評価者が決まっていません。',
      },
    ]);
    expect(found[1]).toMatchObject({
      number: '100234',
      name: '𠮷田 美咲',
      unitPath: ['市民部', '市民課', '市民係'],
      frameworkId: 'taikeizu-1',
      positionId: 'shunin',
      firstEvaluator: '100001',
      facts: { status: 'active', positionName: '主任' },
    });
  });

  it('takes out of a cell what cannot be stored, and nothing else', () => {
    const written = [
      ' 100900\u0007',
      '\u3000髙橋\t 翔　',
      '',
      '市民部\r\n市民課',
      '主事',
      '',
      '',
      '',
    ];
    expect(read(chief, written).people[1]).toMatchObject({
      number: '100900',
      name: '髙橋  翔',
      unitPath: ['市民部', '市民課'],
    });
  });

  it('finds the columns in any order, under other names and below a title', () => {
    const rows = [
      ['令和8年度 職員名簿', '', '', ''],
      ['【職名】', '職員 番号', '所属名', '名前', '備考'],
      ['主事補', '００１２３', '消防本部', '相川 直美', '×'],
    ];
    const { people: found, ignored } = readRoster(rows, frameworks);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      number: '00123',
      positionId: 'shuji',
      unitPath: ['消防本部'],
    });
    expect(ignored).toEqual(['備考']);
  });

  it('comes back from the file it writes, in whatever order the rows stand', () => {
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.nat()), (roster, order) => {
        const [head = [], ...rows] = writeRoster(roster);
        const shuffled = rows
          .map((row) => ({ row, key: order.next().value }))
          .toSorted((one, other) => Number(one.key) - Number(other.key))
          .map(({ row }) => row);
        const { people: found, problems } = readRoster([head, ...shuffled], frameworks);
        expect(problems.filter(({ weight }) => weight === 'fault')).toEqual([]);
        expect(found.toSorted((one, other) => one.number.localeCompare(other.number))).toEqual(
          roster,
        );
      }),
    );
  });

  it('throws on no table whatever', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ...rosterColumns.map(({ heading }) => heading),
        '主務',
        '兼務',
        '課長',
        '100001',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 22 }), { maxLength: 12 }), (rows) => {
        const { people: found, problems } = readRoster(rows, frameworks);
        expect(found.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    [
      'a position nobody has',
      4,
      '係員見習い',
      '4 position 「係員見習い」という職位は、体系図Iにありません。',
    ],
    [
      'a grade that is not the position’s',
      5,
      '7級',
      '4 grade 主任は3級です。「7級」とは合いません。',
    ],
    ['no name', 1, '', '4 name 氏名がありません。'],
    ['no number', 0, '', '4 number 職員番号がありません。'],
    ['herself as her evaluator', 6, '100999', '4 firstEvaluator 自分を評価することはできません。'],
    ['an evaluator who is not there', 6, '777', '4 firstEvaluator 職員番号777の職員がいません。'],
    ['a state there is not', 7, '異動中', '4 status 「異動中」という状態はありません。'],
    ['a name as long as a file', 1, '名'.repeat(400), '4 name 長すぎます（300字までです）。'],
  ])('refuses %s, with row and column', (_what, column, value, expected) => {
    const wrong = ['100999', '高橋 翔', '', '市民部', '主任', '3級', '100001', ''];
    wrong[column] = value;
    expect(said(read(chief, clerk, wrong))).toContain(`fault ${expected}`);
  });

  it('refuses dates that do not exist and flags that are none', () => {
    const rows = [
      ['職員番号', '氏名', '所属', '職位', '条件付採用終了日', '採用年月日', '係長職'],
      ['1', '高橋 翔', '市民部', '主事', '令和8年2月30日', 'R8.4.1', ''],
      ['2', '相川 直美', '市民部', '主幹', '', '来年', 'たぶん'],
    ];
    expect(said(readRoster(rows, frameworks)).filter((words) => words.startsWith('fault'))).toEqual(
      [
        'fault 2 probationEndsOn 「令和8年2月30日」：2026年の2月は28日までです。',
        'fault 3 sectionHead 「たぶん」は「○」か空白にします。',
        'fault 3 hiredOn 「来年」：年月日として読めません。',
      ],
    );
  });

  it('takes the 主務 row, keeps 兼務 beside it, and refuses a second 主務', () => {
    const head = ['職員番号', '氏名', '所属', '職位', '主務・兼務'];
    const main = ['1', '高橋 翔', '市民部', '主査', '主務'];
    const side = ['1', '高橋 翔', '総務部', '主査', '兼務'];
    const { people: found } = readRoster([head, side, main], frameworks);
    expect(found).toHaveLength(1);
    expect(found[0]?.unitPath).toEqual(['市民部']);
    expect(found[0]?.facts.concurrentPosts[0]?.unitPath).toEqual(['総務部']);
    expect(said(readRoster([head, main, main], frameworks))).toContain(
      'fault 3 postKind 職員番号1の主務の行が、2行目にもあります。主務は1行だけにします。',
    );
    expect(said(readRoster([head, side], frameworks))).toContain(
      'fault 2 postKind 職員番号1に、主務の行がありません。',
    );
  });

  it('finds people who evaluate one another in a ring, once', () => {
    const at = (number: string, evaluator: string) => [
      number,
      `職員${number}`,
      '',
      '市民部',
      '主査',
      '',
      evaluator,
      '',
    ];
    const reading = read(at('1', '2'), at('2', '3'), at('3', '1'), at('4', '1'));
    expect(said(reading).filter((words) => words.startsWith('fault'))).toEqual([
      'fault 2 firstEvaluator 評価者が一回りしています（職員1→職員2→職員3→職員1）。',
    ]);
  });

  it('says what a table lacks that is no roster', () => {
    expect(said(readRoster([['a', 'b']], frameworks))[0]).toContain('見出しの行が見つかりません');
    expect(said(readRoster([['職員番号', '氏名']], frameworks))[0]).toContain(
      '「所属」「職位」の列がありません',
    );
    expect(said(readRoster([HEAD], frameworks))[0]).toContain('職員の行がありません');
    const long = Array.from({ length: 20_001 }, () => ['1']);
    expect(said(readRoster(long, frameworks))[0]).toContain('行が多すぎます（20001行');
  });
});

describe('a roster that does not say everything', () => {
  const FULL = [...HEAD, '採用年月日', '主務・兼務'];
  const known = readRoster(
    [
      FULL,
      [...chief, 'H10.4.1', '主務'],
      [...clerk, 'R2.4.1', '主務'],
      ['100234', '𠮷田 美咲', '', '総務部 職員課', '主査', '', '100001', '', '', '兼務'],
      ['008301', '関口 里奈', '', '市民部', '主任', '3級', '100001', '', '', '主務'],
    ],
    frameworks,
  ).people;

  it('leaves what a lacking column would say as it is', () => {
    const rows = [
      ['職員番号', '氏名', '所属', '職位'],
      ['100234', '𠮷田 美咲', '市民部 戸籍課', '主任'],
    ];
    const { people: found, problems } = readRoster(rows, frameworks, known);
    expect(problems).toEqual([]);
    const before = known.find(({ number }) => number === '100234');
    expect(before?.facts.concurrentPosts).toHaveLength(1);
    expect(found).toEqual([{ ...before, unitPath: ['市民部', '戸籍課'] }]);
  });

  it('leaves a concurrent post’s evaluator as it is, and gives it nothing of the main post', () => {
    const rows = [
      ['職員番号', '氏名', '所属', '職位', '主務・兼務'],
      ['100234', '𠮷田 美咲', '市民部 市民課 市民係', '主任', '主務'],
      ['100234', '𠮷田 美咲', '総務部 職員課', '主査', '兼務'],
      ['100234', '𠮷田 美咲', '消防本部', '主査', '兼務'],
    ];
    const [before] = known.filter(({ number }) => number === '100234');
    const [person] = readRoster(rows, frameworks, known).people;
    expect(person?.facts.concurrentPosts).toEqual([
      ...(before?.facts.concurrentPosts ?? []),
      {
        unitCode: '',
        unitPath: ['消防本部'],
        positionName: '主査',
        firstEvaluator: null,
        secondEvaluator: null,
      },
    ]);
  });

  it('empties what an empty cell of a column says', () => {
    const rows = [
      ['職員番号', '氏名', '所属', '職位', 'フリガナ'],
      ['100234', '𠮷田 美咲', '市民部', '主任', ''],
    ];
    expect(readRoster(rows, frameworks, known).people[0]?.kana).toBe('');
  });

  it('takes an evaluator who is known and not in the file', () => {
    const rows = [HEAD, ['100900', '新人 一郎', '', '市民部', '主事', '1級', '100001', '']];
    expect(readRoster(rows, frameworks, known).problems).toEqual([]);
    expect(said(readRoster(rows, frameworks))).toEqual([
      'fault 2 firstEvaluator 職員番号100001の職員がいません。',
    ]);
  });

  it('finds a ring that runs through people who are not in the file', () => {
    const rows = [HEAD, [...chief.slice(0, 6), '100234', '']];
    expect(said(readRoster(rows, frameworks, known))).toEqual([
      'fault 2 firstEvaluator 評価者が一回りしています（山﨑 徹→𠮷田 美咲→山﨑 徹）。',
    ]);
  });

  it('refuses a number that has lost its leading zeros', () => {
    const rows = [HEAD, ['8301', '関口 里奈', '', '市民部', '主任', '3級', '100001', '']];
    expect(said(readRoster(rows, frameworks, known))[0]).toContain(
      'fault 2 number 今の職員番号008301と、先頭の0だけが違います。',
    );
  });

  it.each([
    ['2', ''],
    ['', '2'],
  ])('refuses two people who evaluate one another (%s, %s)', (first, second) => {
    const head = [...HEAD, '二次評価者番号'];
    const one = ['1', '甲', '', '市民部', '課長', '6級', first, '', second];
    const other = ['2', '乙', '', '市民部', '課長', '6級', '', '', '1'];
    expect(said(readRoster([head, one, other], frameworks))).toContain(
      'fault 3 secondEvaluator 甲とは、互いに評価者になっています。',
    );
  });

  it('refuses two headings for one column, unless one has its very name', () => {
    const row = ['1', '100900', '新人 一郎', '市民部', '主事'];
    const loose = ['番号', '職員コード', '氏名', '所属', '職位'];
    expect(said(readRoster([loose, row], frameworks))[0]).toContain('見出しが二つあります');
    const exact = ['番号', '職員番号', '氏名', '所属', '職位'];
    expect(readRoster([exact, row], frameworks).people[0]?.number).toBe('100900');
  });

  it('shows a change of a concurrent post’s evaluator', () => {
    const changed = known.map((person) => ({
      ...person,
      facts: {
        ...person.facts,
        concurrentPosts: person.facts.concurrentPosts.map((post) => ({
          ...post,
          firstEvaluator: null,
        })),
      },
    }));
    expect(compareRosters(known, changed, frameworks).changed[0]?.fields).toEqual([
      {
        heading: '兼務',
        before: '総務部 職員課 主査（評価者 100001・－）',
        after: '総務部 職員課 主査（評価者 －・－）',
      },
    ]);
  });
});

describe('placing in the policy’s tables', () => {
  const place = (position: string, more: Record<string, string>) => {
    const head = ['職員番号', '氏名', '所属', '職位', ...Object.keys(more)];
    const row = ['1', '高橋 翔', '市民部', position, ...Object.values(more)];
    return readRoster([head, row], frameworks).people[0]?.positionId;
  };

  it.each([
    ['副主幹', { 級: '5級', 係長職: '' }, 'shusa'],
    ['副主幹', { 級: '五級', 係長職: '○' }, 'kakaricho'],
    ['主査', { 級: '4' }, 'shusa'],
    ['技師補', { 級: '1級' }, 'shuji'],
    ['参事', { 級: '7級' }, 'kacho'],
    ['主査', { 役職定年: '該当' }, 'yakushoku-teinen'],
    ['業務主任', { 給料表: '行政職給料表（２）' }, 'gyomu-shunin-shusa'],
    ['事務補助員', { 任用区分: '会計年度任用職員' }, 'kaikei-nendo'],
    ['副市長', { 給料表: '特別職' }, ''],
  ])('puts %s %o on %s', (position, more, expected) => {
    expect(place(position, more)).toBe(expected);
  });
});

describe('compareRosters', () => {
  it('tells new, changed field by field, and unchanged', () => {
    const known = read(chief, clerk, [
      '100300',
      '大久保 健',
      '',
      '市民部',
      '主事',
      '',
      '100001',
      '',
    ]).people;
    const moved = [...clerk];
    moved[3] = '市民部 戸籍課';
    moved[4] = '主査';
    moved[5] = '4級';
    const incoming = read(chief, moved, [
      '100400',
      '関口 里奈',
      '',
      '市民部',
      '主事',
      '',
      '100001',
      '',
    ]).people;
    const { added, changed, unchanged } = compareRosters(known, incoming, frameworks);
    expect(added.map(({ name: who }) => who)).toEqual(['関口 里奈']);
    expect(unchanged).toBe(1);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.fields).toEqual([
      { heading: '所属', before: '市民部　市民課　市民係', after: '市民部　戸籍課' },
      { heading: '職位', before: '主任', after: '主査' },
      { heading: '級', before: '3級', after: '4級' },
      { heading: '体系図の職位', before: '主任', after: '副主幹・主査' },
    ]);
  });
});
