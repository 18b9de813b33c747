import { describe, expect, it } from 'vitest';
import { testId, testNow, testSheet } from '../../../test/support/sheet-builders';
import { formatWareki } from '../period/wareki';
import type { Right } from '../store/meta';
import { headNotes } from './head-notes';
import {
  mayDecideProxy,
  moverRoles,
  type ProxyInput,
  type ProxyTypist,
  proxyTypists,
  typesFor,
  withTyping,
} from './proxy-rules';
import { type Sheet, type Stage, stages } from './sheet';
import { accessTo, type SheetAccess, type SheetPlace, sheetPlaces } from './stage-rules';

const everything: readonly SheetPlace[] = sheetPlaces;
const results = sheetPlaces.filter((place) => place !== 'goalPlan');

/** Written out by hand: where a typist writes in the person's column, and so reads it. */
const table: Record<Stage, readonly SheetPlace[]> = {
  goalSetting: everything,
  goalAgreement: results,
  inProgress: everything,
  selfEvaluation: results,
  firstEvaluation: [],
  secondEvaluation: [],
  leveling: [],
  confirmation: [],
  confirmed: [],
  disclosed: [],
  completed: [],
  exempt: [],
};

const people: Record<string, { staffId: string; rights: Right[] }> = {
  employee: { staffId: testId(10), rights: ['employee'] },
  'employee of 職員課': { staffId: testId(10), rights: ['employee', 'hr'] },
  first: { staffId: testId(11), rights: ['employee'] },
  second: { staffId: testId(12), rights: ['employee'] },
  hr: { staffId: testId(13), rights: ['employee', 'hr'] },
  nobody: { staffId: testId(14), rights: ['employee'] },
};

function sheetOf(stage: Stage, typist: ProxyTypist | null): Sheet {
  return { ...testSheet(), stage, proxy: { typist, typings: [] } };
}

/** What somebody has by 代理入力 that she would not have without it. */
function gained(before: SheetAccess, after: SheetAccess): Record<'reads' | 'writes', string[]> {
  const more = (kind: 'reads' | 'writes') =>
    sheetPlaces.flatMap((place) =>
      after[place][kind]
        .filter((author) => !before[place][kind].includes(author))
        .map((author) => `${place} ${author}`),
    );
  return { reads: more('reads'), writes: more('writes') };
}

describe('代理入力, for every person at every stage in every section', () => {
  it.each(stages)('%s', (stage) => {
    for (const [name, person] of Object.entries(people)) {
      for (const typist of proxyTypists) {
        const without = accessTo({ ...testSheet(), stage }, person);
        const withIt = accessTo(sheetOf(stage, typist), person);
        const more = gained(without, withIt);
        const typed = name === typist ? table[stage] : [];
        expect(more.writes, `${name} writes`).toEqual(typed.map((place) => `${place} employee`));
        // Never a column but the person's own, and that only where it is typed.
        const unread = typed.filter((place) => !without[place].reads.includes('employee'));
        expect(more.reads, `${name} reads`).toEqual(unread.map((place) => `${place} employee`));
        expect(gained(withIt, without), `${name} keeps`).toEqual({ reads: [], writes: [] });
      }
    }
  });

  it('is nobody’s once 職員課 has ended it', () => {
    for (const stage of stages) {
      for (const person of Object.values(people)) {
        const without = accessTo({ ...testSheet(), stage }, person);
        expect(accessTo(sheetOf(stage, null), person)).toEqual(without);
      }
    }
  });

  it('lets who types hand in for the person, and nobody else', () => {
    const sheet = sheetOf('selfEvaluation', 'first');
    expect(moverRoles(['first'], sheet)).toEqual(['first', 'employee']);
    expect(moverRoles(['hr'], sheet)).toEqual(['hr']);
    expect(moverRoles(['first'], { ...sheet, stage: 'firstEvaluation' })).toEqual(['first']);
    expect(typesFor(['employee'], sheetOf('goalSetting', 'hr'))).toBe(false);
  });

  it('is decided by 職員課 as long as there is something to type', () => {
    const decided = stages.filter((stage) => mayDecideProxy(['hr'], stage));
    expect(decided).toEqual(stages.filter((stage) => table[stage].length > 0));
    for (const stage of stages) {
      expect(mayDecideProxy(['first', 'second'], stage)).toBe(false);
      expect(mayDecideProxy(['employee'], stage)).toBe(false);
    }
  });
});

describe('who typed for whom', () => {
  const typing = { staffId: testId(13), name: '森 翼', on: '2026-10-01', at: testNow };
  const proxy: ProxyInput = { typist: 'hr', typings: [] };

  it('is noted once for each day', () => {
    const once = withTyping(proxy, typing);
    expect(withTyping(once, typing)).toBe(once);
    const again = withTyping(once, { ...typing, on: '2026-10-02' });
    expect(again.typings.map(({ on }) => on)).toEqual(['2026-10-01', '2026-10-02']);
  });

  it('stands at the head of the sheet, with the hours of somebody who works short ones', () => {
    const { staff } = testSheet();
    const noted = headNotes({
      staff: { ...staff, shortHours: '短時間勤務（週31時間）' },
      proxy: withTyping(proxy, typing),
    });
    expect(noted).toEqual([
      '勤務：短時間勤務（週31時間）',
      `代理入力：森 翼（${formatWareki('2026-10-01')}）`,
    ]);
    expect(headNotes({ staff })).toEqual([]);
  });
});
