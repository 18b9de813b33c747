import { describe, expect, it } from 'vitest';
import { testEntry, testId, testNow, testSheet } from '../../../test/support/sheet-builders';
import { itemPartId } from '../sheet/part';
import { type Stage, stages } from '../sheet/sheet';
import { readableEntries } from '../sheet/stage-rules';
import type { EvaluatorAssignment, SheetRemark } from './evaluator-assignment';
import { changeTitle } from './evaluator-change-words';
import {
  changeEffect,
  changesForPerson,
  consultedAccess,
  evaluatorChanges,
  isConsulted,
  mayReadRemark,
  type RemarkKind,
  type RemarkReader,
  remarkKinds,
  remarkReadersOf,
} from './evaluator-changes';

const readers: readonly RemarkReader[] = ['employee', 'first', 'second', 'consulted', 'hr'];

/**
 * Written out by hand: who reads what of the first evaluator's column, before and after it
 * is disclosed. e 本人, f 一次, s 二次, c 意見を求められた評価者, h 職員課.
 */
const table: Record<RemarkKind, { before: string; after: string }> = {
  change: { before: 'efsch', after: 'efsch' },
  formerColumn: { before: 'fh', after: 'fh' },
  handover: { before: 'fh', after: 'efh' },
  opinion: { before: 'fh', after: 'fh' },
  hostOpinion: { before: 'fsh', after: 'fsh' },
};

const snapshot = (number: number, name: string) => ({
  staffId: testId(number),
  name,
  jobTitle: '係長',
});

function assignment(
  changes: Partial<Omit<EvaluatorAssignment, 'onSheet'>>,
  onSheet: Partial<SheetRemark>,
): EvaluatorAssignment {
  return {
    id: testId(70),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(1),
    staffId: testId(10),
    role: 'first',
    evaluatorId: testId(11),
    from: '2026-10-01',
    to: null,
    remark: '',
    ...changes,
    onSheet: {
      sheetId: testId(5),
      evaluator: snapshot(11, '相川 直美'),
      former: null,
      formerColumn: [],
      text: '',
      organisation: '',
      ...onSheet,
    },
  };
}

describe('who reads what stands beside the columns', () => {
  it.each(remarkKinds)('%s: every reader, before and after 開示', (kind) => {
    const read = (disclosed: boolean) =>
      readers
        .filter((one) => mayReadRemark({ kind, column: 'first', readers: [one], disclosed }))
        .map((one) => one.charAt(0))
        .join('');
    expect({ before: read(false), after: read(true) }).toEqual(table[kind]);
  });

  it('lets nobody without a part in the sheet read anything', () => {
    for (const kind of remarkKinds) {
      expect(mayReadRemark({ kind, column: 'first', readers: [], disclosed: true })).toBe(false);
    }
  });

  it('makes somebody on her own sheet the employee and nothing else', () => {
    expect(remarkReadersOf(['employee'], true)).toEqual(['employee']);
    expect(remarkReadersOf(['hr'], true)).toEqual(['hr', 'consulted']);
  });
});

describe('what happened beside the columns', () => {
  const change = assignment(
    { evaluatorId: testId(13), remark: '人事異動' },
    {
      evaluator: snapshot(13, '山口 恵'),
      former: snapshot(11, '相川 直美'),
      formerColumn: [testEntry(itemPartId('setsugu'), 'first', { text: '前の評価者の下書き' })],
    },
  );
  const handover = assignment({ id: testId(71), from: '2026-04-01' }, { text: '引継ぎの文' });
  const opinion = assignment(
    { id: testId(72), role: 'consulted', evaluatorId: testId(14) },
    { evaluator: snapshot(14, '森 翼'), text: '併任先の意見' },
  );
  const host = assignment(
    { id: testId(73), role: 'consulted', evaluatorId: testId(15) },
    { text: '派遣先の意見', organisation: '神奈川県' },
  );
  const all = [change, handover, opinion, host];
  const sheet = { ...testSheet(), stage: 'inProgress' as Stage };
  const asRoles = (roles: readonly RemarkReader[], staffId = testId(99)) =>
    evaluatorChanges(all, sheet, { staffId, roles });

  it('hands the new evaluator all of it, oldest first, with the name of the former one', () => {
    const lines = asRoles(['first'], testId(13));
    expect(lines.map(({ kind }) => kind)).toEqual(['handover', 'change', 'opinion', 'hostOpinion']);
    expect(lines[1]?.formerName).toBe('相川 直美');
    expect(lines[1]?.formerColumn).toHaveLength(1);
  });

  it('tells the person who evaluates her, and nothing that was written, before 開示', () => {
    const text = JSON.stringify(asRoles(['employee'], testId(10)));
    expect(text).toContain('山口 恵');
    for (const kept of ['人事異動', '下書き', '引継ぎの文', '併任先の意見', '派遣先の意見']) {
      expect(text).not.toContain(kept);
    }
    const disclosed = { ...sheet, stage: 'disclosed' as Stage };
    const reader = { staffId: testId(10), roles: ['employee'] as const };
    expect(JSON.stringify(evaluatorChanges(all, disclosed, reader))).toContain('引継ぎの文');
    const kept = { ...disclosed, disclosedColumns: { first: false, second: true } };
    expect(JSON.stringify(evaluatorChanges(all, kept, reader))).not.toContain('引継ぎの文');
  });

  it('hands who is consulted her own opinion, and no other text', () => {
    const text = JSON.stringify(asRoles(['consulted'], testId(14)));
    expect(text).toContain('併任先の意見');
    for (const kept of ['人事異動', '下書き', '引継ぎの文', '派遣先の意見']) {
      expect(text).not.toContain(kept);
    }
    expect(isConsulted(all, sheet.id, testId(14))).toBe(true);
    // 職員課, who entered what a host has said, is not consulted by it.
    expect(isConsulted(all, sheet.id, testId(15))).toBe(false);
  });

  it('says that somebody was named where nobody evaluated before, also to the person', () => {
    const named = assignment({}, { former: null, named: true });
    const reader = { staffId: testId(10), roles: ['employee'] as const };
    const lines = changesForPerson(evaluatorChanges([named], sheet, reader), {
      disclosedColumns: { first: true, second: true },
    });
    expect(lines.map(changeTitle)).toEqual(['一次評価者の決定（令和8年10月1日から）　相川 直美']);
  });

  it('says nothing of another sheet', () => {
    expect(
      evaluatorChanges(all, { ...sheet, id: testId(6) }, { staffId: testId(1), roles: ['hr'] }),
    ).toEqual([]);
  });
});

describe('a paper that is given to the person', () => {
  const kept = (disclosedColumns: { first: boolean; second: boolean }) =>
    changesForPerson(
      evaluatorChanges(
        [
          assignment(
            { remark: '人事異動' },
            { former: snapshot(12, '前任'), formerColumn: [], text: '引継ぎの文' },
          ),
          assignment({ id: testId(72), role: 'consulted' }, { text: '併任先の意見' }),
          assignment(
            { id: testId(73), role: 'consulted' },
            { text: '派遣先の意見', organisation: '神奈川県' },
          ),
        ],
        { ...testSheet(), stage: 'disclosed' },
        { staffId: testId(99), roles: ['hr', 'first'] },
      ),
      { disclosedColumns },
    ).map(({ kind, text }) => [kind, text]);

  it('names who came, without the reason, and no opinion', () => {
    expect(kept({ first: false, second: false })).toEqual([['change', '']]);
  });

  it('has 引継ぎ of a column that is disclosed to her', () => {
    expect(kept({ first: true, second: false })).toEqual([
      ['change', ''],
      ['handover', '引継ぎの文'],
    ]);
  });
});

describe('who is consulted', () => {
  it.each(stages)(
    'at %s reads the person as far as she has handed in, and no evaluator',
    (stage) => {
      const entries = (['employee', 'first', 'second'] as const).map((author) =>
        testEntry(itemPartId('setsugu'), author, { text: author }),
      );
      const early: readonly Stage[] = [
        'goalSetting',
        'goalAgreement',
        'inProgress',
        'selfEvaluation',
        'exempt',
      ];
      const read = readableEntries(entries, consultedAccess({ stage, skippedStages: [] })).map(
        ({ author }) => author,
      );
      expect(read).toEqual(early.includes(stage) ? [] : ['employee']);
    },
  );
});

describe('a change of evaluator', () => {
  const period = { endsOn: '2027-03-31' };
  const evaluator = snapshot(13, '山口 恵');
  const effect = (stage: Stage, from: string, role: 'first' | 'second' = 'first') =>
    changeEffect({ ...testSheet(), stage }, period, {
      role,
      evaluator,
      from,
      today: '2027-03-31',
    });

  it('in the middle of the period takes the sheet over', () => {
    expect(effect('inProgress', '2026-10-01')).toBe('changes');
    expect(effect('firstEvaluation', '2027-03-31')).toBe('changes');
  });

  it('at 1 April leaves the sheet to the evaluator of the period', () => {
    expect(effect('firstEvaluation', '2027-04-01')).toBe('afterPeriod');
  });

  it('comes too late once the evaluation is handed in, for that column alone', () => {
    expect(effect('secondEvaluation', '2027-03-01')).toBe('tooLate');
    expect(effect('secondEvaluation', '2027-03-01', 'second')).toBe('changes');
    expect(effect('leveling', '2027-03-01', 'second')).toBe('tooLate');
  });

  it('is not made before its day: until then the present evaluator has the sheet', () => {
    const on = (today: string) =>
      changeEffect({ ...testSheet(), stage: 'inProgress' }, period, {
        role: 'first',
        evaluator,
        from: '2027-01-01',
        today,
      });
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual(['ahead', 'changes']);
  });

  it('needs another person, and never herself', () => {
    const to = (number: number) =>
      changeEffect(testSheet(), period, {
        role: 'first',
        evaluator: snapshot(number, ''),
        from: '2026-10-01',
        today: '2026-10-01',
      });
    expect([to(10), to(11), to(12)]).toEqual(['notAnother', 'notAnother', 'changes']);
  });
});
