import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import type { BulkOutcome } from '../../../shared/ipc/contract';
import { type OutputMode, planOutput } from '../../../shared/print/plan-output';
import type { PrintModel } from '../../../shared/print/print-model';
import { makeSheetModel } from '../../../test/support/print-models';
import { testId, testPeriod, testSheet } from '../../../test/support/sheet-builders';
import { checkOutput, type OutputPaper, runOutput } from './output-run';

const base = testSheet();
const model = makeSheetModel();
const sheets = Array.from({ length: 20 }, (_, index): Sheet => {
  const orgUnitPath = ['市民部', index < 15 ? '市民課' : '税務課'];
  const number = String(index).padStart(3, '0');
  const stage = index < 5 ? 'disclosed' : 'confirmed';
  return {
    ...base,
    id: testId(6000 + index),
    stage,
    staff: { ...base.staff, number, orgUnitPath },
  };
});
const missing = [{ character: '😀', codePoint: 'U+1F600', path: ['title'], count: 1 }];
const free = { isCancelled: () => false, onProgress: () => {} };
const paper = async (): Promise<OutputPaper> => ({ model });
const written = async (): Promise<BulkOutcome> => ({
  outcome: 'written',
  folder: 'a',
  fileName: 'b',
});
const plan = (mode: OutputMode) => planOutput(sheets, testPeriod, mode);

describe('checkOutput', () => {
  it('counts who is not disclosed, and lists who lacks characters and who is left out', async () => {
    const steps: number[] = [];
    const check = await checkOutput(sheets, {
      ...free,
      onProgress: (done) => steps.push(done),
      paperOf: async (sheet) => {
        if (sheet === sheets[3]) return { leftOut: '読めません' };
        if (sheet === sheets[4]) throw new IkuseiError('notYours');
        return { model: sheet === sheets[6] ? { ...model, title: '😀' } : model };
      },
      checkCharacters: async ({ kind, ...rest }) =>
        kind === 'evaluation-sheet' && 'title' in rest && rest.title === '😀' ? missing : [],
    });
    expect(check).toMatchObject({ people: 20, undisclosed: 15, lackingPeople: 1 });
    expect(check?.lacking).toMatchObject([{ missing }]);
    expect(check?.leftOut.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['leftOut', '読めません'],
      ['failed', expect.stringMatching(/番号 E/u)],
    ]);
    expect(steps.at(-1)).toBe(20);
  });

  it('says nothing once it is cancelled', async () => {
    let asked = 0;
    const check = await checkOutput(sheets, {
      ...free,
      paperOf: paper,
      checkCharacters: async () => [],
      isCancelled: () => {
        asked += 1;
        return asked > 3;
      },
    });
    expect(check).toBeNull();
  });
});

describe('runOutput', () => {
  it('makes a few files at a time, and says in the order of the plan what became of them', async () => {
    let now = 0;
    let most = 0;
    const rows = await runOutput(plan('person'), {
      ...free,
      paperOf: paper,
      save: async (file) => {
        now += 1;
        most = Math.max(most, now);
        await Promise.resolve();
        now -= 1;
        const { folder, name } = file.place;
        const outcome = file.sheets[0] === sheets[1] ? 'unchanged' : 'written';
        return { outcome, folder, fileName: `${name}.pdf` };
      },
    });
    expect(most).toBeLessThanOrEqual(6);
    expect(rows.map(({ sheet }) => sheet.id)).toEqual(sheets.map(({ id }) => id));
    expect(rows[1]?.outcome).toBe('unchanged');
    expect(rows[2]).toMatchObject({ outcome: 'written', folder: '市民部 市民課', why: '' });
  });

  it('begins nothing more once it is cancelled, and says who has no file yet', async () => {
    let saved = 0;
    const rows = await runOutput(plan('person'), {
      ...free,
      paperOf: paper,
      isCancelled: () => saved >= 4,
      save: async () => {
        saved += 1;
        return written();
      },
    });
    const done = rows.filter(({ outcome }) => outcome === 'written');
    expect(done.length).toBeGreaterThanOrEqual(4);
    expect(done.length).toBeLessThan(11);
    for (const row of rows.slice(done.length)) {
      expect(row).toMatchObject({ outcome: 'leftOut', why: expect.stringContaining('まだ書いて') });
    }
  });

  it('puts those who can be read into the file of their unit, and names the others', async () => {
    const made: PrintModel[] = [];
    const rows = await runOutput(plan('unit'), {
      ...free,
      paperOf: async (sheet) => (sheet === sheets[2] ? { leftOut: '読めません' } : { model }),
      save: async (_file, whole) => {
        made.push(whole);
        return written();
      },
    });
    const sizes = made.map((one) => (one.kind === 'evaluation-sheets' ? one.sheets.length : 0));
    expect(sizes.toSorted()).toEqual([14, 5]);
    expect(rows[2]).toMatchObject({ outcome: 'leftOut', why: '読めません', fileName: '' });
    expect(rows[3]).toMatchObject({ outcome: 'written', fileName: 'b' });
  });

  it('goes on after one file that cannot be made, and stops when the disk is full', async () => {
    const one = await runOutput(plan('person'), {
      ...free,
      paperOf: paper,
      save: async (file) => {
        if (file.sheets[0] === sheets[0]) throw new IkuseiError('pdfFailed');
        return written();
      },
    });
    expect(one[0]).toMatchObject({ outcome: 'failed', why: 'PDFを作れませんでした（番号 E301）' });
    expect(one.slice(1).every(({ outcome }) => outcome === 'written')).toBe(true);
    const full = await runOutput(plan('person'), {
      ...free,
      paperOf: paper,
      save: async () => {
        throw new IkuseiError('diskFull');
      },
    });
    expect(full.filter(({ outcome }) => outcome === 'failed').length).toBeLessThan(8);
    expect(full.at(-1)).toMatchObject({
      outcome: 'leftOut',
      why: expect.stringContaining('E202'),
    });
  });
});
