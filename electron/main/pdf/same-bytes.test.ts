import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintModel } from '../../../shared/print/print-model';
import { freshTexts, makeFullSheetModel } from '../../../test/support/full-sheet-model';
import { makePaperFolders } from '../../../test/support/paper-folders';
import { buildPaperProcesses, type PaperProcesses } from '../../../test/support/paper-process';
import { makeRecoveryKeyModel, makeSheetModel } from '../../../test/support/print-models';
import { createDocumentCompiler } from './compile-document';
import { createPdfService } from './pdf-service';

const text = freshTexts(7);
const models: Record<string, PrintModel> = {
  'a sheet': makeFullSheetModel(() => text(200)),
  'a sheet whose rows run over pages': makeFullSheetModel(() => text(1500), 'landscape'),
  'a sample in two pages': { ...makeSheetModel(100, 3), layout: 'compact' },
  'the recovery key': makeRecoveryKeyModel(),
};

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

let processes: PaperProcesses;
beforeAll(async () => {
  processes = await buildPaperProcesses();
}, 60_000);
const folders = makePaperFolders();
afterAll(() => {
  processes.dispose();
  folders.dispose();
});

/** Papers of one process, one after the other. */
async function digestsOfProcess(papers: readonly PrintModel[]): Promise<string[]> {
  const service = createPdfService({
    fork: processes.fork,
    timeoutMilliseconds: 30_000,
    processes: 1,
  });
  try {
    const digests: string[] = [];
    for (const model of papers) digests.push(digestOf((await service.makePdf(model)).bytes));
    return digests;
  } finally {
    service.dispose();
  }
}

describe('the same data gives the same bytes', { timeout: 120_000 }, () => {
  const all = Object.values(models);

  it('in two processes, whatever was set before, and in this one', async () => {
    const forwards = await digestsOfProcess(all);
    const backwards = await digestsOfProcess([...all].reverse());
    expect(backwards.reverse()).toEqual(forwards);
    const compiler = createDocumentCompiler(folders);
    expect(all.map((model) => digestOf(compiler.compile(model).bytes))).toEqual(forwards);
    expect(new Set(forwards).size).toBe(all.length);
  });

  it('twice in one process, also when nothing is remembered of the first', async () => {
    const others = Array.from({ length: 12 }, (_, seed) => makeSheetModel(30, seed + 50));
    const digests = await digestsOfProcess([...all, ...all, ...others, ...all]);
    const first = digests.slice(0, all.length);
    expect(digests.slice(all.length, 2 * all.length)).toEqual(first);
    expect(digests.slice(-all.length)).toEqual(first);
  });

  it('and another output time gives others', () => {
    const compiler = createDocumentCompiler(folders);
    const model = makeSheetModel(30, 90);
    const later = { ...model, printedAt: { ...model.printedAt, local: '2027-02-25T14:06' } };
    const [one, other] = [model, later].map((paper) => digestOf(compiler.compile(paper).bytes));
    expect(one).not.toBe(other);
  });
});
