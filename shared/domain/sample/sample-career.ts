import type { CareerNote } from '../career/career-note';
import type { CareerPlan, CareerStep } from '../career/career-plan';
import { newStaffingNeed } from '../career/change-need';
import { newCareerPlan } from '../career/change-plan';
import { newPlacementRequest } from '../career/change-request';
import type { PlacementRequest } from '../career/placement-request';
import type { Post } from '../career/post';
import type { StaffingNeed } from '../career/staffing-need';
import { fieldOfUnit } from '../career/work-field';
import { orgUnitPath } from '../organisation/org-unit-path';
import { type Id, SCHEMA_VERSION } from '../record/record';
import type { StaffMember } from '../staff/staff-member';
import type { SampleOffice } from './sample-office';
import { makeSeededRandom, type SeededRandom } from './seeded-random';

/** The career records of the 見本 office. */
export type SampleCareers = {
  careerPlans: CareerPlan[];
  careerNotes: CareerNote[];
  placementRequests: PlacementRequest[];
  posts: Post[];
  staffingNeeds: StaffingNeed[];
};

type Making = { office: SampleOffice; fiscalYear: number; random: SeededRandom };

/**
 * Careers of a few people of 市民係; apart from the office, whose rows they do not touch. The
 * same arguments give the same records, ids included.
 */
export function makeSampleCareers(made: {
  seed: number;
  fiscalYear: number;
  office: SampleOffice;
}): SampleCareers {
  const making: Making = { ...made, random: makeSeededRandom(made.seed + 1) };
  const plans = plansOf(making);
  const requests = requestsOf(making);
  return {
    ...plans,
    ...requests,
    careerNotes: [...plans.careerNotes, ...requests.careerNotes],
    posts: postsOf(making),
    staffingNeeds: [needOf(making)],
  };
}

function plansOf(making: Making): Pick<SampleCareers, 'careerPlans' | 'careerNotes'> {
  const { fiscalYear } = making;
  const chief = named(making, '相川 直美');
  const yoshida = named(making, '𠮷田 美咲');
  const before = chiefPlan(making, chief, fiscalYear - 1);
  const shared = clerkPlan(making, yoshida, fiscalYear);
  return {
    careerPlans: [before, clerkPlan(making, yoshida, fiscalYear - 1), shared],
    careerNotes: [
      {
        ...stamp(making, chief.id, fiscalYear, 6),
        subjectId: shared.id,
        kind: 'advice',
        writerId: chief.id,
        text: '窓口の混雑を数字で捉える力は、もう係の柱になっています。次は、制度の背景まで説明できるように、法務の研修を一緒に選びましょう。',
        considers: [],
        shared: false,
        heldOn: null,
        answers: null,
      },
    ],
  };
}

/** What 市民課 asks for. */
function needOf(making: Making): StaffingNeed {
  const head = named(making, '山﨑 徹');
  const { fiscalYear } = making;
  const { id, updatedAt: now } = stamp(making, head.id, fiscalYear, 10);
  return {
    ...newStaffingNeed({ id, now, by: head.id, orgUnitId: head.orgUnitId, fiscalYear }),
    state: 'handedIn',
    work: '窓口手続のオンライン化と、待ち時間の見える化。',
    reason: '来年度、申請の半分をオンラインに移す計画のため。',
    itemIds: ['kikaku', 'chosei'],
    fields: ['digital', 'tax'],
    experience: 'システムの導入や、事務の見直しに関わった経験。',
  };
}

const formerUnits = [
  '福祉総務課',
  '市民税課',
  '資産税課',
  '道路管理課',
  '企画政策課',
  '環境政策課',
];

/** Up to three posts of everybody but 会計年度任用職員: the last one is the present. */
function postsOf(making: Making): Post[] {
  const { office, fiscalYear, random } = making;
  return office.staff
    .filter(({ frameworkId }) => frameworkId !== 'kaikei-nendo')
    .flatMap((member) => {
      const path = orgUnitPath(office.orgUnits, member.orgUnitId);
      const lengths = [1 + random.integer(6), 2 + random.integer(4), 2 + random.integer(4)].slice(
        0,
        member.grade === '1級' ? 1 : 1 + random.integer(3),
      );
      let lastYear: number | null = null;
      return lengths.map((years, index): Post => {
        const to = lastYear;
        const from: number = (to ?? fiscalYear + 1) - years;
        lastYear = from;
        const unitName = index === 0 ? path.join(' ') : random.pick(formerUnits);
        return {
          ...stamp(making, member.id, from, 4),
          staffId: member.id,
          unitId: index === 0 ? member.orgUnitId : null,
          unitName,
          positionName: '',
          jobTitle: index === 0 ? member.jobTitle : '主事',
          duties: '',
          field: fieldOfUnit(index === 0 ? path : [unitName]),
          from: `${from}-04-01`,
          to: to === null ? null : `${to}-03-31`,
          concurrent: false,
          state: 'confirmed',
          removed: false,
        };
      });
    });
}

/** One that goes through the 所属長, one that is sealed, and two whose time is over. */
function requestsOf(making: Making): Pick<SampleCareers, 'placementRequests' | 'careerNotes'> {
  const { fiscalYear } = making;
  const takahashi = named(making, '髙橋 翔');
  const chief = named(making, '相川 直美');
  const [clerk = takahashi] = making.office.staff.filter(
    ({ firstEvaluatorId, id }) => firstEvaluatorId !== chief.id && id !== takahashi.id,
  );
  const open = requestOf(making, takahashi, fiscalYear, {
    route: 'throughHead',
    wishes: [
      {
        unitId: null,
        field: 'planning',
        words: '総合計画や行政改革の仕事',
        reason: '窓口で見えた課題を、市全体の計画につなげたい。',
      },
      { unitId: null, field: 'digital', words: '', reason: '手続のオンライン化を進めたい。' },
    ],
  });
  const old = [takahashi, chief].map((member) =>
    requestOf(making, member, fiscalYear - 4, {
      stay: true,
      stayReason: '新しい窓口の立ち上げを見届けたい。',
    }),
  );
  return {
    placementRequests: [
      open,
      requestOf(making, clerk, fiscalYear, { stay: true, stayReason: '今の事務を仕上げたい。' }),
      ...old,
    ],
    careerNotes: [
      {
        ...stamp(making, takahashi.id, fiscalYear, 10),
        subjectId: open.id,
        kind: 'consideration',
        writerId: takahashi.id,
        text: '保育園の送りのため、朝9時からの勤務を続けたい。',
        considers: ['childcare'],
        shared: false,
        heldOn: null,
        answers: null,
      },
    ],
  };
}

function requestOf(
  making: Making,
  member: StaffMember,
  fiscalYear: number,
  said: Partial<PlacementRequest>,
): PlacementRequest {
  const { id, updatedAt: now } = stamp(making, member.id, fiscalYear, 10);
  return {
    ...newPlacementRequest({ id, now, by: member.id, fiscalYear }),
    state: 'handedIn',
    handedInOn: `${fiscalYear}-10-20`,
    headIds:
      said.route === 'throughHead'
        ? [member.firstEvaluatorId, member.secondEvaluatorId].filter((id) => id !== null)
        : [],
    ...said,
  };
}

function clerkPlan(making: Making, member: StaffMember, fiscalYear: number): CareerPlan {
  const { id, updatedAt: now } = stamp(making, member.id, fiscalYear, 5);
  const isNow = fiscalYear === making.fiscalYear;
  return {
    ...newCareerPlan({ id, now, by: member.id, fiscalYear, before: null }),
    state: 'shared',
    analysis: {
      experience:
        '福祉総務課で3年、生活支援の相談を受けた。市民課に移ってからは、転入転出と証明の窓口を担当している。',
      strengths: '相手の話を最後まで聞き、必要な手続を順序立てて案内できる。',
      challenges: '制度の根拠を聞かれたときに、条文まで戻って説明する力。',
      values: '困っている方が、もう一度来なくてよい窓口にすること。',
      wantTo: '窓口の改善を、課をまたいで進める仕事をしたい。',
      canDo: '住民記録の事務、相談の記録、新人への教え方。',
      askedFor: '後輩の指導と、事務の見直しの提案。',
    },
    selfChecks: [
      ['shokumu-chishiki', 3, 2],
      ['rikai-jokyo-ninshiki', 4, 3],
      ['setsugu', 5, 4],
      ['sessho-otai', 3, 3],
      ['chosei', 3, 2],
      ['kikaku', 2, 2],
      ['shido-ikusei', 3, 2],
      ['handan', 3, 3],
    ].map(([itemId, present, wished]) => ({
      itemId: String(itemId),
      present: Number(present),
      wished: Number(wished),
    })),
    wishedPositionId: 'kakaricho',
    vision: {
      in1: '戸籍の届出を一人で受けられるようになる。',
      in3: '窓口全体の流れを設計し直す提案をまとめる。',
      in5: '主査として、係の改善と後輩の育成を任される。',
      in10: '市民の声を施策につなげる課で、係長として働く。',
    },
    wishedPaths: ['specialist', 'openCall'],
    wishedField: '市民協働や行政手続のデジタル化',
    neededItemIds: ['kikaku', 'chosei'],
    neededText: '戸籍実務、データの集計と見せ方',
    steps: stepsOf(making, fiscalYear, isNow),
  };
}

function stepsOf(making: Making, fiscalYear: number, isNow: boolean): CareerStep[] {
  const step = (
    kind: CareerStep['kind'],
    text: string,
    due: string,
    state: CareerStep['state'],
  ): CareerStep => ({
    id: making.random.id(Date.UTC(fiscalYear, 4, 10)),
    kind,
    text,
    due,
    state,
    doneOn: '',
  });
  return isNow
    ? [
        step('training', '政策法務研修（初級）を受ける', '12月まで', 'planned'),
        step('ojt', '戸籍の届出を、主査に付いて月4件受ける', '年度内', 'doing'),
        step('licence', '統計検定3級', '2月まで', 'planned'),
        step('work', '窓口の待ち時間の見える化', '年度内', 'doing'),
      ]
    : [step('training', '接遇研修を受ける', '9月まで', 'done')];
}

function chiefPlan(making: Making, member: StaffMember, fiscalYear: number): CareerPlan {
  const { id, updatedAt: now } = stamp(making, member.id, fiscalYear, 5);
  const blank = newCareerPlan({ id, now, by: member.id, fiscalYear, before: null });
  return {
    ...blank,
    state: 'shared',
    analysis: {
      ...blank.analysis,
      experience: '税と窓口を行き来しながら、主査として新しい窓口システムの導入を経験した。',
      strengths: '係の仕事を分け、期限までに終わらせる段取り。',
      challenges: '他課との調整を早めに始めること。',
    },
    selfChecks: ['shokumu-chishiki', 'chosei', 'shido-ikusei', 'handan'].map((itemId) => ({
      itemId,
      present: 3,
      wished: 2,
    })),
    wishedPositionId: 'kacho',
    vision: { ...blank.vision, in3: '市民課の次の5年の窓口を描く。', in10: '市民部の施策を担う。' },
    wishedPaths: ['manager'],
    steps: [
      {
        id: making.random.id(Date.UTC(fiscalYear, 4, 10)),
        kind: 'training',
        text: '管理監督者研修を受ける',
        due: '年度内',
        state: 'planned',
        doneOn: '',
      },
    ],
  };
}

function stamp(making: Making, by: Id, fiscalYear: number, month: number) {
  const at = Date.UTC(fiscalYear, month - 1, 20);
  return {
    id: making.random.id(at),
    schemaVersion: SCHEMA_VERSION,
    updatedAt: new Date(at).toISOString(),
    updatedBy: by,
  };
}

/** @throws RangeError when the office has nobody of that name */
function named({ office }: Making, name: string): StaffMember {
  const member = office.staff.find((one) => one.name === name);
  if (member === undefined) throw new RangeError(`nobody is called ${name}`);
  return member;
}
