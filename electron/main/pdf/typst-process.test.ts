import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePaperFolders } from '../../../test/support/paper-folders';
import { makeRecoveryKeyModel, makeSheetModel } from '../../../test/support/print-models';
import { readPdf } from '../../../test/support/read-pdf';
import { type PdfResponse, pdfResponseSchema } from './pdf-messages';

class FakeParentPort extends EventEmitter {
  readonly sent: PdfResponse[] = [];
  postMessage(message: unknown): void {
    this.sent.push(pdfResponseSchema.parse(structuredClone(message)));
  }
  ask(data: unknown): PdfResponse | undefined {
    this.sent.length = 0;
    this.emit('message', { data, ports: [] });
    return this.sent[0];
  }
}

const folders = makePaperFolders();
const port = new FakeParentPort();
const given = [...process.argv];

beforeAll(async () => {
  process.argv.push(`--templates=${folders.templates}`, `--fonts=${folders.fonts}`);
  Object.defineProperty(process, 'parentPort', { value: port, configurable: true });
  await import('./typst-process');
});
afterAll(() => {
  process.argv.splice(0, process.argv.length, ...given);
  Reflect.deleteProperty(process, 'parentPort');
  folders.dispose();
});

describe('the Typst process', () => {
  it('answers with the paper', async () => {
    const response = port.ask({ id: 3, model: makeSheetModel(20, 3), charactersOnly: false });
    if (response === undefined || !response.ok) throw new Error('no paper');
    expect(response.id).toBe(3);
    expect(response.standard).toBe('a-2a');
    expect((await readPdf(response.bytes)).compact).toContain('人事評価シート');
  });

  it('refuses a model that is none, under the number of the request', () => {
    const model = { ...makeRecoveryKeyModel(), groups: ['#panic()'] };
    expect(port.ask({ id: 4, model })).toMatchObject({ id: 4, ok: false });
    expect(port.ask({ id: 5, model: { kind: '../../secret' } })).toMatchObject({ ok: false });
  });

  it('looks up the characters alone', () => {
    const model = { ...makeSheetModel(20, 3), title: '様式😀' };
    const response = port.ask({ id: 4, model, charactersOnly: true });
    if (response === undefined || !response.ok) throw new Error('no answer');
    expect(response.bytes).toHaveLength(0);
    expect(response.missing).toMatchObject([{ character: '😀', path: ['title'] }]);
  });

  it('is silent to what has no number, and lives on', () => {
    expect(port.ask('nonsense')).toBeUndefined();
    expect(port.ask({ id: 6, model: makeRecoveryKeyModel(), charactersOnly: false })).toMatchObject(
      { ok: true },
    );
  });
});
