/** The columns of 職員研修実施計画 as a file, in the order in which they are spoken of. */
export const planColumns = [
  { key: 'title', heading: '研修名', others: ['研修', '名称', '研修名称', '講座名'] },
  { key: 'kind', heading: '区分', others: ['種別', '研修区分', '種類'] },
  { key: 'audience', heading: '対象', others: ['対象者', '対象職員'] },
  { key: 'startsOn', heading: '開始日', others: ['日程', '実施日', '開催日', '開始'] },
  { key: 'endsOn', heading: '終了日', others: ['終了'] },
  { key: 'hours', heading: '時間数', others: ['時間', '研修時間'] },
  { key: 'seats', heading: '定員', others: ['人数', '募集人数'] },
  { key: 'items', heading: '能力', others: ['伸ばす能力', '対象能力', '能力・意識行動'] },
  { key: 'applyBy', heading: '申込期限', others: ['締切', '申込締切', '締切日'] },
  { key: 'guidance', heading: '内容', others: ['案内', '概要', '研修内容'] },
] as const;

export type PlanColumn = (typeof planColumns)[number]['key'];

export function planHeadingOf(column: PlanColumn): string {
  return planColumns.find(({ key }) => key === column)?.heading ?? column;
}
