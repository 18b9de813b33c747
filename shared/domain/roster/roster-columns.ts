/** The columns of 職員課's roster file, in the order in which it is written out. */
export const rosterColumns = [
  { key: 'number', heading: '職員番号', others: ['番号', '職員コード', '職員No', '社員番号'] },
  { key: 'name', heading: '氏名', others: ['職員氏名', '名前', '漢字氏名'] },
  {
    key: 'kana',
    heading: 'フリガナ',
    others: ['カナ氏名', '氏名カナ', 'よみがな', '氏名フリガナ'],
  },
  { key: 'unitCode', heading: '所属コード', others: ['所属CD', '所属番号'] },
  { key: 'unit', heading: '所属', others: ['所属名', '所属名称', '部署'] },
  { key: 'position', heading: '職位', others: ['職名', '役職', '補職名'] },
  { key: 'payTable', heading: '給料表', others: ['給料表名', '給料表区分'] },
  { key: 'grade', heading: '級', others: ['職務の級', '級号給の級', '等級'] },
  { key: 'sectionHead', heading: '係長職', others: ['係長職区分', '係長'] },
  { key: 'officeRetired', heading: '役職定年', others: ['役職定年者', '役定'] },
  { key: 'appointment', heading: '任用区分', others: ['任用', '職員区分', '任用形態'] },
  {
    key: 'probationEndsOn',
    heading: '条件付採用終了日',
    others: ['条件附採用終了日', '条件付終了日'],
  },
  { key: 'term', heading: '任期', others: ['任期満了日', '任用期間'] },
  { key: 'workingHours', heading: '勤務時間区分', others: ['勤務時間', '勤務区分'] },
  { key: 'appointer', heading: '任命権者', others: [] },
  { key: 'postKind', heading: '主務・兼務', others: ['主務兼務', '本務兼務', '主兼', '兼務区分'] },
  { key: 'hiredOn', heading: '採用年月日', others: ['採用日', '入庁日'] },
  { key: 'assignedOn', heading: '現所属配属日', others: ['配属日', '現所属異動日', '異動日'] },
  {
    key: 'firstEvaluator',
    heading: '一次評価者番号',
    others: ['1次評価者番号', '一次評価者', '第一次評価者番号'],
  },
  {
    key: 'secondEvaluator',
    heading: '二次評価者番号',
    others: ['2次評価者番号', '二次評価者', '第二次評価者番号'],
  },
  { key: 'status', heading: '状態', others: ['在職状態', '在職区分', '休職区分'] },
] as const;

export type RosterColumn = (typeof rosterColumns)[number]['key'];

/** Without these nobody can be told apart or placed. */
export const neededColumns: readonly RosterColumn[] = ['number', 'name', 'unit', 'position'];

/** The heading by which a column is spoken of on screen. */
export function headingOf(column: RosterColumn): string {
  return rosterColumns.find(({ key }) => key === column)?.heading ?? column;
}

/** Headings are compared without width, case, spaces, brackets and points. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s・･()（）「」【】[\]._:：※*／/-]/gu, '')
    .toLowerCase();
}

const byHeading: ReadonlyMap<string, RosterColumn> = new Map(
  rosterColumns.flatMap(({ key, heading, others }) =>
    [heading, ...others].map((known): [string, RosterColumn] => [foldHeading(known), key]),
  ),
);

/** The column a heading stands for, or null. */
export function columnOfHeading(heading: string): RosterColumn | null {
  return byHeading.get(foldHeading(heading)) ?? null;
}
