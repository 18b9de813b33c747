import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../../shared/domain/errors';
import type { Purpose } from '../../../../shared/ipc/contract';
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
};

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
  const behaviour = { make: async () => paper, openReason: '' };
  let handles = 0;
  const handlers = createDocumentHandlers({
    dialog: {
      showSave: async (path, purpose) => {
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
    documentsFolder: () => documentsFolder,
    newHandle: () => {
      handles += 1;
      return `handle-${handles}`;
    },
  });
  return { handlers, asked, opened, revealed, settings, log, behaviour };
}

describe('savePdf', () => {
  it('writes the paper where the person says and gives a handle to it', async () => {
    const { handlers, asked } = setUp();
    const saved = await handlers.savePdf(request);
    expect(saved).toEqual({
      handle: 'handle-1',
      fileName: '人事評価シート_𠮷田 美咲.pdf',
      folder: documentsFolder,
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

  it('sets the paper while the dialog is open, but writes only afterwards', async () => {
    const { handlers, log } = setUp((path) => {
      expect(readdirSync(documentsFolder)).toEqual([]);
      return path;
    });
    await handlers.savePdf(request);
    expect(log).toEqual(['make', 'dialog']);
  });

  it('does nothing when the person cancels, even where the paper failed', async () => {
    const { handlers, behaviour, settings } = setUp(() => null);
    behaviour.make = () => Promise.reject(new IkuseiError('pdfFailed'));
    expect(await handlers.savePdf(request)).toBeNull();
    expect(readdirSync(documentsFolder)).toEqual([]);
    expect((await settings.read()).lastFolders).toEqual({});
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
    expect((await handlers.savePdf(request))?.fileName).toBe('a.PDF');
    expect(readFileSync(old).equals(Buffer.from(paper.bytes))).toBe(true);
  });

  it('adds the extension, and never over a file nobody was asked about', async () => {
    const { handlers } = setUp(() => join(documentsFolder, '令和8.10.1'));
    expect((await handlers.savePdf(request))?.fileName).toBe('令和8.10.1.pdf');
    writeFileSync(join(documentsFolder, '令和8.10.1.pdf'), 'old');
    expect((await handlers.savePdf(request))?.fileName).toBe('令和8.10.1 (2).pdf');
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
    expect(await handlers.savePdf(request)).not.toBeNull();
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
    const saved = await handlers.savePdf(request);
    rmSync(join(documentsFolder, saved?.fileName ?? ''));
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
