import { describe, expect, it } from 'vitest';
import { testId, testNow } from '../../../test/support/sheet-builders';
import { newCareerPlan } from '../career/change-plan';
import { changeRecord, newOwnRecord } from '../training/change-training';
import {
  eventDays,
  eventYears,
  type PersonRecordSource,
  personEvents,
  yearsOf,
} from './person-record';

const made = { id: testId(1), now: testNow, by: testId(10) };
const stamp = { schemaVersion: 5, updatedAt: testNow, updatedBy: testId(10) };
const post = {
  id: testId(2),
  ...stamp,
  staffId: testId(10),
  unitId: null,
  unitName: '市民課',
  positionName: '主任',
  jobTitle: '',
  duties: '窓口',
  field: null,
  from: '1996-04-01',
  to: null,
  concurrent: false,
  state: 'confirmed' as const,
  removed: false,
};
const source: PersonRecordSource = {
  posts: [post],
  training: [
    changeRecord(
      newOwnRecord(testId(10), 'special', made),
      { title: '法務研修', startsOn: '2026-06-01', hours: 6 },
      made,
    ),
    newOwnRecord(testId(10), 'self', { ...made, id: testId(3) }),
  ],
  evaluations: [
    {
      id: testId(4),
      periodName: '令和7年度',
      disclosedOn: '2026-03-20',
      rating: 'A',
      positionName: '主任',
    },
  ],
  plans: [
    newCareerPlan({ id: testId(5), now: testNow, by: testId(10), fiscalYear: 2026, before: null }),
  ],
  talks: [
    { id: testId(8), kind: 'oneOnOne', on: '2026-05-10', state: 'held' },
    { id: testId(9), kind: 'oneOnOne', on: '2026-12-10', state: 'planned' },
  ],
  interviews: [
    { id: testId(6), kind: 'start', heldOn: '2026-05-20' },
    { id: testId(7), kind: 'end', heldOn: null },
  ],
};

describe('the record of a person', () => {
  it('puts every part on one axis, the latest first, and nothing without a day', () => {
    expect(personEvents(source).map(({ part, from, title }) => `${from} ${part} ${title}`)).toEqual(
      [
        '2026-06-01 training 法務研修',
        '2026-05-20 talks 期首面談',
        '2026-05-10 talks 1on1',
        '2026-04-01 plans 令和8年度のキャリアプラン',
        '2026-03-20 evaluations 令和7年度　評語 A',
        '1996-04-01 posts 市民課 主任',
      ],
    );
  });

  it('has its years from the first day to today, and a post that goes on reaches today', () => {
    const events = personEvents(source);
    const years = yearsOf(events, '2026-11-25');
    expect([years.length, years[0], years.at(-1)]).toEqual([31, 1996, 2026]);
    expect(eventYears(post, '2026-11-25')).toEqual({ first: 1996, last: 2026 });
    expect(yearsOf([], '2026-11-25')).toEqual([2026]);
    expect(events.slice(-2).map(eventDays)).toEqual(['令和8年3月20日', '平成8年4月1日〜現在']);
  });
});
