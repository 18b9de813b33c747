import type { NamedPerson } from './sample-names';
import type { WorkTheme } from './sample-work';

/** A desk of the sample office; `person` when somebody in particular sits there. */
export type Desk = { positionId: string; jobTitle: string; grade: string; person?: NamedPerson };

export type SectionPlan = { name: string; theme: WorkTheme; chief?: NamedPerson; desks: Desk[] };
export type DivisionPlan = { name: string; head?: NamedPerson; sections: SectionPlan[] };
export type DepartmentPlan = { name: string; divisions: DivisionPlan[] };

const clerk: Desk = { positionId: 'shuji', jobTitle: '主事', grade: '2級' };
const newClerk: Desk = { positionId: 'shuji', jobTitle: '主事', grade: '1級' };
const engineer: Desk = { positionId: 'shuji', jobTitle: '技師', grade: '2級' };
const seniorClerk: Desk = { positionId: 'shunin', jobTitle: '主任', grade: '3級' };
const chiefClerk: Desk = { positionId: 'shusa', jobTitle: '主査', grade: '4級' };
const deputyManager: Desk = { positionId: 'shusa', jobTitle: '副主幹', grade: '5級' };
const veteran: Desk = { positionId: 'yakushoku-teinen', jobTitle: '専任主査', grade: '' };
const worker: Desk = { positionId: 'ginou-romu', jobTitle: '技能員', grade: '2級' };
const chiefWorker: Desk = { positionId: 'gyomu-shunin-shusa', jobTitle: '業務主任', grade: '4級' };
const fixedTerm: Desk = { positionId: 'kaikei-nendo', jobTitle: '会計年度任用職員', grade: '' };

export const personnelDivisionName = '職員課';

/** Three departments, eight units where people work. Every position of the policy sits. */
export const departments: readonly DepartmentPlan[] = [
  {
    name: '総務部',
    divisions: [
      {
        name: personnelDivisionName,
        sections: [
          {
            name: '人材育成係',
            theme: 'personnel',
            desks: [deputyManager, seniorClerk, clerk, newClerk, fixedTerm],
          },
        ],
      },
      {
        name: '財政課',
        sections: [
          {
            name: '財政係',
            theme: 'finance',
            desks: [chiefClerk, veteran, seniorClerk, seniorClerk, clerk],
          },
        ],
      },
    ],
  },
  {
    name: '市民部',
    divisions: [
      {
        name: '市民課',
        head: 'yamazaki',
        sections: [
          {
            name: '市民係',
            theme: 'counter',
            chief: 'aikawa',
            desks: [
              { ...chiefClerk, person: 'takahashi' },
              { ...seniorClerk, person: 'yoshida' },
              { ...clerk, person: 'okubo' },
              { ...fixedTerm, person: 'katsuragi' },
            ],
          },
          {
            name: '証明係',
            theme: 'certificates',
            desks: [deputyManager, seniorClerk, seniorClerk, newClerk, fixedTerm],
          },
        ],
      },
      {
        name: '保険年金課',
        sections: [
          {
            name: '国保係',
            theme: 'insurance',
            desks: [
              chiefClerk,
              veteran,
              { ...seniorClerk, person: 'chosokabe' },
              clerk,
              newClerk,
              fixedTerm,
            ],
          },
        ],
      },
    ],
  },
  {
    name: '都市環境部',
    divisions: [
      {
        name: '環境事業課',
        sections: [
          {
            name: '収集係',
            theme: 'collection',
            desks: [chiefClerk, chiefWorker, worker, worker, worker, fixedTerm],
          },
        ],
      },
      {
        name: '道路課',
        sections: [
          {
            name: '管理係',
            theme: 'roadRegister',
            desks: [chiefClerk, veteran, seniorClerk, clerk, newClerk],
          },
          {
            name: '維持係',
            theme: 'roadRepair',
            desks: [deputyManager, seniorClerk, engineer, chiefWorker, worker],
          },
        ],
      },
    ],
  },
];
