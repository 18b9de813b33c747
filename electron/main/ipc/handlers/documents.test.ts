import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../../shared/domain/errors';
import {
  MAX_PREVIEW_BYTES,
  type PrintOutcome,
  type Purpose,
  type SaveOutcome,
} from '../../../../shared/ipc/contract';
import { makeRecoveryKeyModel } from '../../../../test/support/print-models';
import type { CompiledDocument } from '../../pdf/compile-document';
import { createSettingsStore, withLastFolder } from '../../settings-store';
import { createDocumentHandlers } from './documents';

const paper: CompiledDocument = {
  bytes: new TextEncoder().encode('%PDF-1.7 見本'),
  standard: 'a-2a',
  missing: [],
};
const request = {
  purpose: 'evaluation-sheet' as const,
  suggestedName: '人事評価シート_𠮷田 美咲',
  model: makeRecoveryKeyModel(),
  missingAllowed: false,
};
const missing = [{ character: '𪚲', codePoint: 'U+2A6B2', path: ['header', 'name'], count: 1 }];

let root = '';
let documentsFolder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ikusei-documents-'));
  documentsFolder = join(root, 'Documents');
  mkdirSync(documentsFolder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Handlers over real files; the dialog gives `choose`'s answer. */
function setUp(choose: (proposed: string) => string | null = (proposed) => proposed) {
  const asked: { path: string; purpose: Purpose }[] = [];
  const opened: string[] = [];
  const revealed: string[] = [];
  const settings = createSettingsStore(join(root, 'settings.json'));
  const log: string[] = [];
  const behaviour = {
    make: async (): Promise<CompiledDocument> => paper,
    openReason: '',
    print: async (): Promise<PrintOutcome> => 'printed',
  };
  let handles = 0;
  const handlers = createDocumentHandlers({
    dialog: {
      showSave: async ({ path, purpose }) => {
        log.push('dialog');
        asked.push({ path, purpose });
        return choose(path);
      },
    },
    pdf: {
      makePdf: () => {
        log.push('make');
        return behaviour.make();
      },
    },
    settings,
    shell: {
      openPath: async (path) => {
        opened.push(path);
        return behaviour.openReason;
      },
      showItemInFolder: (path) => {
        revealed.push(path);
      },
    },
    printPage: () => behaviour.print(),
    documentsFolder: () => documentsFolder,
    newHandle: () => {
      handles += 1;
      return `handle-${handles}`;
    },
  });
  return { handlers, asked, opened, revealed, settings, log, behaviour };
}

/** The file that a save has written. */
async function savedFile(saving: Promise<SaveOutcome>) {
  const saved = await saving;
  if (saved.outcome !== 'saved') throw new Error(saved.outcome);
  return saved.file;
}

describe('saveTable', () => {
  it('writes the bytes that the page has encoded', async () => {
    const { handlers, asked } = setUp();
    const written = Buffer.from([0x90, 0x45, 0x88, 0xf5]);
    const bytes = written.toString('base64');
    const saved = await handlers.saveTable({
      purpose: 'roster',
      kind: 'csv',
      suggestedName: '職員名簿',
      bytes,
    });
    expect(asked).toEqual([{ path: join(documentsFolder, '職員名簿.csv'), purpose: 'roster' }]);
    expect(saved).toMatchObject({ outcome: 'saved', file: { fileName: '職員名簿.csv' } });
    expect(readFileSync(join(documentsFolder, '職員名簿.csv'))).toEqual(written);
  });

  it('writes nothing when the person cancels', async () => {
    const { handlers } = setUp(() => null);
    const saved = await handlers.saveTable({
      purpose: 'roster',
      kind: 'json',
      suggestedName: 'x',
      bytes: 'YQ==',
    });
    expect(saved).toEqual({ outcome: 'cancelled' });
    expect(readdirSync(documentsFolder)).toEqual([]);
  });
});

describe('saveCertificate', () => {
  it('writes a certificate under the ending of what it is, and nothing under another', async () => {
    const { handlers } = setUp();
    const written = Buffer.from('%PDF-1.7 修了証');
    const request = { suggestedName: '修了証', bytes: written.toString('base64') };
    await handlers.saveCertificate({ kind: 'pdf', ...request });
    expect(readFileSync(join(documentsFolder, '修了証.pdf'))).toEqual(written);
    await expect(handlers.saveCertificate({ kind: 'png', ...request })).rejects.toMatchObject({
      errorName: 'badRequest',
    });
    expect(readdirSync(documentsFolder)).toEqual(['修了証.pdf']);
  });
});

describe('savePdf', () => {
  it('writes the paper where the person says and gives a handle to it', async () => {
    const { handlers, asked } = setUp();
    const saved = await handlers.savePdf(request);
    expect(saved).toEqual({
      outcome: 'saved',
      file: {
        handle: 'handle-1',
        fileName: '人事評価シート_𠮷田 美咲.pdf',
        folder: documentsFolder,
      },
      standard: 'a-2a',
      missing: [],
    });
    expect(asked).toEqual([
      { path: join(documentsFolder, '人事評価シート_𠮷田 美咲.pdf'), purpose: 'evaluation-sheet' },
    ]);
    const file = join(documentsFolder, '人事評価シート_𠮷田 美咲.pdf');
    expect(readFileSync(file).equals(Buffer.from(paper.bytes))).toBe(true);
    expect(readdirSync(documentsFolder)).toHaveLength(1);
  });

  it('proposes no name that could leave the folder', async () => {
    const { handlers, asked } = setUp(() => null);
    await handlers.savePdf({ ...request, suggestedName: '../../etc/passwd' });
    expect(asked[0]?.path.startsWith(documentsFolder)).toBe(true);
    expect(asked[0]?.path.slice(documentsFolder.length + 1)).not.toContain('/');
  });

  it('asks for a place once the paper is sound, and writes only afterwards', async () => {
    const { handlers, log } = setUp((path) => {
      expect(readdirSync(documentsFolder)).toEqual([]);
      return path;
    });
    await handlers.savePdf(request);
    expect(log).toEqual(['make', 'dialog']);
  });

  it('does nothing when the person cancels', async () => {
    const { handlers, settings } = setUp(() => null);
    expect(await handlers.savePdf(request)).toEqual({ outcome: 'cancelled' });
    expect(readdirSync(documentsFolder)).toEqual([]);
    expect((await settings.read()).lastFolders).toEqual({});
  });

  it('neither asks nor writes before the person has agreed to what prints as 〓', async () => {
    const { handlers, behaviour, log } = setUp();
    behaviour.make = async () => ({ ...paper, missing });
    expect(await handlers.savePdf(request)).toEqual({ outcome: 'missing', missing });
    expect(log).toEqual(['make']);
    expect(readdirSync(documentsFolder)).toEqual([]);
    const agreed = await handlers.savePdf({ ...request, missingAllowed: true });
    expect(agreed).toMatchObject({ outcome: 'saved', missing });
    expect(readdirSync(documentsFolder)).toHaveLength(1);
  });

  it('passes on why the paper failed, and leaves the old one', async () => {
    const old = join(documentsFolder, 'a.pdf');
    writeFileSync(old, 'old');
    const { handlers, behaviour } = setUp(() => old);
    behaviour.make = () => Promise.reject(new IkuseiError('pdfTimeout'));
    await expect(handlers.savePdf(request)).rejects.toMatchObject({ errorName: 'pdfTimeout' });
    expect(readFileSync(old, 'utf8')).toBe('old');
  });

  it('passes on why it could not be written, and gives no handle', async () => {
    const { handlers } = setUp(() => join(root, 'gone', 'a.pdf'));
    await expect(handlers.savePdf(request)).rejects.toMatchObject({
      errorName: 'folderVanished',
    });
    await expect(handlers.open('handle-1')).rejects.toMatchObject({ errorName: 'badRequest' });
  });

  it('replaces a file the person agreed to replace', async () => {
    const old = join(documentsFolder, 'a.PDF');
    writeFileSync(old, 'old');
    const { handlers } = setUp(() => old);
    expect((await savedFile(handlers.savePdf(request))).fileName).toBe('a.PDF');
    expect(readFileSync(old).equals(Buffer.from(paper.bytes))).toBe(true);
  });

  it('adds the extension, and never over a file nobody was asked about', async () => {
    const { handlers } = setUp(() => join(documentsFolder, '令和8.10.1'));
    expect((await savedFile(handlers.savePdf(request))).fileName).toBe('令和8.10.1.pdf');
    writeFileSync(join(documentsFolder, '令和8.10.1.pdf'), 'old');
    expect((await savedFile(handlers.savePdf(request))).fileName).toBe('令和8.10.1 (2).pdf');
    expect(readFileSync(join(documentsFolder, '令和8.10.1.pdf'), 'utf8')).toBe('old');
  });

  it('remembers the folder of each purpose', async () => {
    const share = join(root, '共有');
    mkdirSync(share);
    const { handlers, asked } = setUp(() => join(share, 'a.pdf'));
    await handlers.savePdf(request);
    await handlers.savePdf(request);
    await handlers.savePdf({ ...request, purpose: 'recovery-key' });
    const name = '人事評価シート_𠮷田 美咲.pdf';
    expect(asked.map(({ path }) => path)).toEqual([
      join(documentsFolder, name),
      join(share, name),
      join(documentsFolder, name),
    ]);
  });

  it('begins in the documents folder when the remembered one is gone', async () => {
    const { handlers, asked, settings } = setUp(() => null);
    await settings.update((old) => withLastFolder(old, 'evaluation-sheet', join(root, 'gone')));
    await handlers.savePdf(request);
    expect(asked[0]?.path.startsWith(documentsFolder)).toBe(true);
  });

  it('counts as saved even when the folder cannot be remembered', async () => {
    const { handlers, settings } = setUp();
    settings.update = () => Promise.reject(new IkuseiError('diskFull'));
    expect(await handlers.savePdf(request)).toMatchObject({ outcome: 'saved' });
  });
});

describe('open and revealFolder', () => {
  it('open what this run wrote', async () => {
    const { handlers, opened, revealed } = setUp();
    await handlers.savePdf(request);
    await handlers.open('handle-1');
    await handlers.revealFolder('handle-1');
    const path = join(documentsFolder, '人事評価シート_𠮷田 美咲.pdf');
    expect([opened, revealed]).toEqual([[path], [path]]);
  });

  it('refuse everything else', async () => {
    const { handlers, opened, revealed } = setUp();
    await handlers.savePdf(request);
    for (const handle of ['handle-2', '', '/etc/passwd', '__proto__']) {
      await expect(handlers.open(handle)).rejects.toMatchObject({ errorName: 'badRequest' });
      await expect(handlers.revealFolder(handle)).rejects.toMatchObject({
        errorName: 'badRequest',
      });
    }
    expect([opened, revealed]).toEqual([[], []]);
  });

  it('say that the file is gone', async () => {
    const { handlers, opened, revealed } = setUp();
    const saved = await savedFile(handlers.savePdf(request));
    rmSync(join(documentsFolder, saved.fileName));
    await expect(handlers.open('handle-1')).rejects.toMatchObject({ errorName: 'fileGone' });
    await expect(handlers.revealFolder('handle-1')).rejects.toMatchObject({
      errorName: 'fileGone',
    });
    expect([opened, revealed]).toEqual([[], []]);
  });

  it('say that no program opened it', async () => {
    const { handlers, behaviour } = setUp();
    await handlers.savePdf(request);
    behaviour.openReason = 'No application is associated';
    await expect(handlers.open('handle-1')).rejects.toMatchObject({ errorName: 'openFailed' });
  });
});

describe('previewPdf', () => {
  it('gives the paper as savePdf would write it, and writes nothing', async () => {
    const { handlers, behaviour, log } = setUp();
    behaviour.make = async () => ({ ...paper, standard: 'a-2b', missing });
    expect(await handlers.previewPdf(request.model)).toEqual({
      pdf: Buffer.from(paper.bytes).toString('base64'),
      standard: 'a-2b',
      missing,
    });
    expect(log).toEqual(['make']);
    expect(readdirSync(documentsFolder)).toEqual([]);
  });

  it('refuses a paper too large for the wire by name', async () => {
    const { handlers, behaviour } = setUp();
    behaviour.make = async () => ({ ...paper, bytes: new Uint8Array(MAX_PREVIEW_BYTES + 1) });
    await expect(handlers.previewPdf(request.model)).rejects.toMatchObject({
      errorName: 'paperTooLarge',
    });
  });
});

describe('print', () => {
  it('says how the dialog ended', async () => {
    const { handlers, behaviour } = setUp();
    expect(await handlers.print({ landscape: false })).toBe('printed');
    behaviour.print = async () => 'cancelled';
    expect(await handlers.print({ landscape: true })).toBe('cancelled');
  });
});
