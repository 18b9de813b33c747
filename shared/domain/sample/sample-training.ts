import type { Framework } from '../framework/framework';
import { itemIdsByName } from '../framework/item-names';
import type { Id } from '../record/record';
import { foldHeading } from '../roster/roster-columns';
import type { StaffMember } from '../staff/staff-member';
import { changeRecord, newCall, newOwnRecord } from '../training/change-training';
import type { TrainingCall } from '../training/training-call';
import type { TrainingRecord } from '../training/training-record';
import type { NamedPerson } from './sample-names';
import type { SeededRandom } from './seeded-random';

type Made = {
  named: ReadonlyMap<NamedPerson, StaffMember>;
  frameworks: readonly Framework[];
  fiscalYear: number;
  by: Id;
  random: SeededRandom;
};

type Course = Partial<TrainingCall> & Pick<TrainingCall, 'title'>;

/** The plan of the year as far as it stands, and what a few people have learned before. */
export function makeSampleTraining({ named, frameworks, fiscalYear, by, random }: Made): {
  trainingCalls: TrainingCall[];
  trainingRecords: TrainingRecord[];
} {
  const madeAt = Date.UTC(fiscalYear, 2, 26);
  const made = () => ({ id: random.id(madeAt), now: new Date(madeAt).toISOString(), by });
  const items = itemIdsByName(frameworks, foldHeading);
  const idsOf = (names: string[]) => names.flatMap((name) => items.get(foldHeading(name)) ?? []);
  const next = fiscalYear + 1;
  const calls: Course[] = [
    {
      title: '新採用職員研修（前期）',
      trainingKind: 'basic',
      audience: '新採用職員',
      startsOn: `${fiscalYear}-04-02`,
      endsOn: `${fiscalYear}-04-08`,
      hours: 35,
      itemIds: idsOf(['職務知識', '接遇', '倫理観・規律性']),
      state: 'closed',
    },
    {
      title: '折衝・交渉力向上研修',
      trainingKind: 'special',
      audience: '主事・主任',
      startsOn: `${next}-02-18`,
      endsOn: `${next}-02-19`,
      hours: 12,
      seats: 20,
      itemIds: idsOf(['折衝・応対力', '調整力']),
      guidance: '窓口と庁内調整の事例をもとに、相手の関心をとらえる話し方を練習します。',
      state: 'open',
    },
    {
      title: '政策形成派遣研修（市町村アカデミー）',
      trainingKind: 'dispatch',
      audience: '主査以下',
      startsOn: `${next}-02-02`,
      endsOn: `${next}-02-10`,
      hours: 48,
      seats: 2,
      itemIds: idsOf(['企画力', '判断力']),
      state: 'open',
    },
    {
      title: 'ハラスメント防止研修',
      trainingKind: 'special',
      audience: '全職員',
      startsOn: `${next}-03-04`,
      endsOn: `${next}-03-04`,
      hours: 2,
      itemIds: idsOf(['倫理観・規律性']),
    },
    {
      kind: 'posting',
      title: '窓口改革プロジェクトの構成員',
      audience: '在職3年以上の職員',
      applyBy: `${next}-03-31`,
      seats: 5,
      guidance: '市役所の窓口の在り方を、課を越えて一年かけて考えます。',
      state: 'open',
    },
    {
      kind: 'ojtCost',
      title: '職場研修の経費の一部負担',
      trainingKind: 'ojt',
      audience: '各課等',
      applyBy: `${next}-03-31`,
      guidance: '各課等が実施する職場研修の経費の一部を負担します。',
      state: 'open',
    },
    {
      kind: 'studyGroup',
      title: '自主研究グループへの補助',
      trainingKind: 'studyGroup',
      audience: '3人以上のグループ',
      applyBy: `${next}-03-31`,
      guidance: '補助金の交付と活動場所の提供により、自発的な学びを支援します。',
      state: 'open',
    },
  ];
  const records: [NamedPerson, Partial<TrainingRecord>][] = [
    ['yoshida', { kind: 'basic', title: '主任研修', ...day(fiscalYear - 1, '07-10'), hours: 12 }],
    ['yoshida', { kind: 'special', title: '接遇研修', ...day(fiscalYear - 2, '06-05'), hours: 6 }],
    [
      'yoshida',
      {
        source: 'own',
        kind: 'self',
        title: '手話の講座',
        ...day(fiscalYear - 1, '10-01'),
        hours: 20,
        result: '修了',
        use: '窓口で、聞こえにくい方へのご案内に使う。',
      },
    ],
    [
      'okubo',
      { kind: 'basic', title: '新採用職員研修', ...day(fiscalYear - 1, '04-02'), hours: 35 },
    ],
    ['aikawa', { kind: 'basic', title: '係長研修', ...day(fiscalYear - 1, '05-20'), hours: 12 }],
    ['aikawa', { kind: 'special', title: '評価者研修', ...day(fiscalYear, '04-22'), hours: 3 }],
  ];
  return {
    trainingCalls: calls.map((course) =>
      newCall({ kind: 'course', fiscalYear, ...course }, made()),
    ),
    trainingRecords: records.flatMap(([person, content]) => {
      const staffId = named.get(person)?.id;
      if (staffId === undefined) return [];
      const { source = 'call', kind = 'special', ...patch } = content;
      const base = { ...newOwnRecord(staffId, kind, made()), source };
      return [changeRecord(base, { result: '受講', ...patch }, made())];
    }),
  };
}

function day(fiscalYear: number, monthAndDay: string) {
  const on = `${fiscalYear}-${monthAndDay}`;
  return { startsOn: on, endsOn: on };
}
