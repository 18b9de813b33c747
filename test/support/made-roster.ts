import { type RosterColumn, rosterColumns } from '../../shared/domain/roster/roster-columns';
import { givenNames, surnames } from '../../shared/domain/sample/sample-names';
import { makeSeededRandom } from '../../shared/domain/sample/seeded-random';

/** A row of the roster file, by its columns; what is left out is empty. */
export type MadeRow = Partial<Record<RosterColumn, string>>;

export type PlantedFault = { row: number; column: RosterColumn; words: string };

const DEPARTMENTS = 10;
const DIVISIONS = 6;
const SECTIONS = 4;
/** Beside its head. */
const SECTION_PEOPLE = 11;
export const MADE_PEOPLE = 3_000;

const lowPosts = [
  { position: '主事', grade: '1級' },
  { position: '技師', grade: '２級' },
  { position: '主任', grade: '3級' },
  { position: '主査', grade: '4級' },
  { position: '副主幹', grade: '5級' },
  { position: '事務補助員', grade: '', appointment: '会計年度任用職員', term: '令和9年3月31日' },
  { position: '業務主任', grade: '', payTable: '行政職給料表(2)' },
] as const;

/** Without the kanji that only Unicode has. */
const commonSurnames = surnames.filter(({ name }) => [...name].length === name.length);

/**
 * The roster of a made office of 3,000: ten departments below a 副市長, with some who hold a
 * second post, are on leave or have left. The same in every run, and of characters that
 * CP932 has.
 */
export function makeRosterRows(): MadeRow[] {
  const random = makeSeededRandom(3_000);
  const rows: MadeRow[] = [];
  let people = 0;
  const add = (row: MadeRow): string => {
    const family = random.pick(commonSurnames);
    const given = random.pick(givenNames);
    people += 1;
    const number = String(700_000 + people);
    rows.push({
      number,
      name: `${family.name} ${given.name}`,
      kana: `${family.kana} ${given.kana}`,
      postKind: '主務',
      appointer: '市長',
      workingHours: 'フルタイム',
      hiredOn:
        people % 3 === 0 ? `平成${(people % 25) + 1}年4月1日` : `${1995 + (people % 30)}/4/1`,
      assignedOn: 'R8.4.1',
      status: people % 60 === 7 ? '育休' : '在職',
      ...row,
    });
    return number;
  };
  const top = add({ unit: '市長室', position: '副市長', payTable: '特別職', grade: '' });
  for (let d = 1; d <= DEPARTMENTS; d += 1) {
    const department = `第${d}部`;
    const place = { unitCode: `${d}00`, unit: department };
    const director = add({ ...place, position: '部長', grade: '8級', firstEvaluator: top });
    for (let v = 1; v <= DIVISIONS; v += 1) {
      const division = { unitCode: `${d}${v}0`, unit: `${department}　第${v}課` };
      const chief = add({
        ...division,
        position: '課長',
        grade: '6級',
        firstEvaluator: director,
        secondEvaluator: top,
      });
      for (let s = 1; s <= SECTIONS; s += 1) {
        const section = { unitCode: `${d}${v}${s}`, unit: `${division.unit}　第${s}係` };
        const head = add({
          ...section,
          position: '副主幹',
          grade: '5級',
          sectionHead: '○',
          firstEvaluator: chief,
          secondEvaluator: director,
        });
        const isLast = d === DEPARTMENTS && v === DIVISIONS && s === SECTIONS;
        for (let p = 0; isLast ? people < MADE_PEOPLE : p < SECTION_PEOPLE; p += 1) {
          const number = add({
            ...section,
            ...random.pick(lowPosts),
            firstEvaluator: head,
            secondEvaluator: chief,
          });
          if (people % 40 !== 0) continue;
          const { name = '', kana = '' } = rows.at(-1) ?? {};
          rows.push({
            number,
            name,
            kana,
            unitCode: '990',
            unit: '総務部　職員課',
            position: '主査',
            postKind: '兼務',
            firstEvaluator: director,
          });
        }
      }
    }
  }
  return rows;
}

/** The cells of the file, headings first, in the order in which it is written out. */
export function cellsOfRows(rows: readonly MadeRow[]): string[][] {
  return [
    rosterColumns.map(({ heading }) => heading),
    ...rows.map((row) => rosterColumns.map(({ key }) => row[key] ?? '')),
  ];
}

/** As the CSV of a system that puts every cell in quotes, as most do. */
export function csvOfRows(rows: readonly MadeRow[]): string {
  return cellsOfRows(rows)
    .map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`)
    .join('');
}

/** The same roster with one error of each kind, far apart, and what must be said of each. */
export function plantFaults(rows: readonly MadeRow[]): { rows: MadeRow[]; faults: PlantedFault[] } {
  const planted = rows.map((row) => ({ ...row }));
  const faults: PlantedFault[] = [];
  // Ordinary people without a second post, one after another.
  const plain = planted.flatMap((row, index) =>
    row.position === '主任' && planted[index + 1]?.postKind !== '兼務' ? [index] : [],
  );
  let next = 20;
  const somebody = (): number => {
    next += 7;
    return plain[next] ?? 0;
  };
  const plant = (column: RosterColumn, value: string, words: string) => {
    const index = somebody();
    planted[index] = { ...planted[index], [column]: value };
    faults.push({ row: index + 2, column, words });
  };
  plant('position', '係員見習い', '「係員見習い」という職位は、体系図Iにありません');
  plant('grade', '9級', '主任は3級です。「9級」とは合いません');
  plant('payTable', '医療職給料表', '「医療職給料表」に当たる体系図がありません');
  plant('hiredOn', '令和8年2月30日', '「令和8年2月30日」：2026年の2月は28日までです');
  plant('assignedOn', '平成99年4月1日', '「平成99年4月1日」');
  plant('probationEndsOn', 'らいねん', '年月日として読めません');
  plant('number', '', '職員番号がありません');
  plant('name', '', '氏名がありません');
  plant('unit', '', '所属がありません');
  plant('sectionHead', 'たぶん', '「たぶん」は「○」か空白にします');
  plant('officeRetired', '？', '「？」は「○」か空白にします');
  plant('status', '異動中', '「異動中」という状態はありません');
  plant('postKind', '専務', '「専務」は「主務」か「兼務」のどちらかにします');
  plant('postKind', '兼務', '主務の行がありません');
  plant('firstEvaluator', '999999', '職員番号999999の職員がいません');
  plant('kana', 'ア'.repeat(301), '長すぎます（300字までです）');

  const herself = somebody();
  planted[herself] = { ...planted[herself], firstEvaluator: planted[herself]?.number ?? '' };
  faults.push({
    row: herself + 2,
    column: 'firstEvaluator',
    words: '自分を評価することはできません',
  });

  const double = somebody();
  const before = planted[somebody()]?.number ?? '';
  planted.push({ ...planted[double], number: before });
  const first = planted.findIndex(({ number }) => number === before);
  faults.push({
    row: planted.length + 1,
    column: 'postKind',
    words: `職員番号${before}の主務の行が、${first + 2}行目にもあります`,
  });

  const ring = [somebody(), somebody(), somebody()];
  for (const [at, index] of ring.entries()) {
    const evaluator = planted[ring[(at + 1) % ring.length] ?? 0]?.number ?? '';
    planted[index] = { ...planted[index], firstEvaluator: evaluator };
  }
  faults.push({
    row: (ring[0] ?? 0) + 2,
    column: 'firstEvaluator',
    words: '評価者が一回りしています',
  });

  const [one, other] = [somebody(), somebody()];
  planted[one] = { ...planted[one], secondEvaluator: planted[other]?.number ?? '' };
  planted[other] = { ...planted[other], secondEvaluator: planted[one]?.number ?? '' };
  for (const index of [one, other]) {
    faults.push({ row: index + 2, column: 'secondEvaluator', words: '互いに評価者になっています' });
  }
  return { rows: planted, faults: faults.toSorted((a, b) => a.row - b.row) };
}
