import * as z from 'zod';

/** Fields of a city's work, by which experience is counted. */
export const workFields = [
  'general',
  'planning',
  'digital',
  'finance',
  'tax',
  'resident',
  'welfare',
  'children',
  'health',
  'environment',
  'industry',
  'engineering',
  'safety',
  'education',
  'assembly',
] as const;
export const workFieldSchema = z.enum(workFields);
export type WorkField = z.infer<typeof workFieldSchema>;

export const workFieldLabels: Readonly<Record<WorkField, string>> = {
  general: '総務・人事・法務',
  planning: '企画・広報',
  digital: '情報・デジタル',
  finance: '財政・契約・管財',
  tax: '税・収納',
  resident: '窓口・戸籍・市民協働',
  welfare: '福祉・保険・年金',
  children: '子育て・保育',
  health: '健康・保健',
  environment: '環境・清掃',
  industry: '産業・観光・農政',
  engineering: '土木・建築・都市計画',
  safety: '防災・安全',
  education: '教育・文化・スポーツ',
  assembly: '議会・監査・委員会',
};

/** Words of a unit's name that say its field; the first that fits counts. */
const fieldWords: readonly (readonly [WorkField, RegExp])[] = [
  ['tax', /税|収納/u],
  ['finance', /財政|契約|管財|会計/u],
  ['digital', /情報|デジタル|DX/u],
  ['children', /子|保育|青少年/u],
  ['welfare', /福祉|保険|年金|国保|介護|障/u],
  ['health', /健康|保健|医療/u],
  ['environment', /環境|清掃|ごみ|生活/u],
  ['industry', /産業|観光|農|商|雇用/u],
  ['engineering', /土木|道路|建築|都市|下水|河川|公園|住宅|整備/u],
  ['safety', /防災|危機|消防|交通安全/u],
  ['education', /教育|学校|文化|スポーツ|図書/u],
  ['assembly', /議会|監査|委員会/u],
  ['planning', /企画|政策|広報|行政経営/u],
  ['general', /職員|人事|総務|法務|秘書|人材/u],
  ['resident', /市民|戸籍|証明|窓口|協働/u],
];

/** The field that the names of a unit suggest, the nearest unit first; null where none does. */
export function fieldOfUnit(path: readonly string[]): WorkField | null {
  for (const name of path.toReversed()) {
    const found = fieldWords.find(([, words]) => words.test(name));
    if (found !== undefined) return found[0];
  }
  return null;
}
