import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printedAtOf } from '../../../../shared/print/printed-at';
import { makeSheetModel } from '../../../../test/support/print-models';
import { writeFileAtomically } from '../../files/atomic-write';
import { RECORD_NAME } from '../../files/output-folder';
import type { CompiledDocument } from '../../pdf/compile-document';
import { createSettingsStore } from '../../settings-store';
import { createBulkHandlers } from './bulk';

let root = '';
let chosen = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ikusei-bulk-'));
  chosen = join(root, '出力先');
  mkdirSync(chosen);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const missing = [{ character: '𪚲', codePoint: 'U+2A6B2', path: ['header', 'name'], count: 1 }];

function setUp(folder: string | null = chosen, lacking: CompiledDocument['missing'] = []) {
  const log: string[] = [];
  const handlers = createBulkHandlers({
    showFolder: async (startsAt) => {
      log.push(`dialog ${startsAt}`);
      return folder;
    },
    pdf: {
      makePdf: async () => {
        log.push('make');
        return { bytes: new TextEncoder().encode('%PDF'), standard: 'a-2a', missing: lacking };
      },
      checkCharacters: async () => lacking,
    },
    settings: createSettingsStore(join(root, 'settings.json')),
    writeFile: writeFileAtomically,
    openPath: async (path) => {
      log.push(`open ${path}`);
      return '';
    },
    documentsFolder: () => root,
    newGrant: () => 'grant',
    appVersion: '1.0.0',
  });
  return { handlers, log };
}

const model = makeSheetModel();
const asked = {
  grant: 'grant',
  owner: 'sheet-1',
  place: { folder: '市民部 市民課', name: '人事評価シート_佐藤' },
  model,
  missingAllowed: false,
};

describe('the bulk handlers', () => {
  it('write below the folder that the person chose, and find it again at another hour', async () => {
    const { handlers, log } = setUp();
    expect(await handlers.chooseFolder()).toEqual({ grant: 'grant', name: '出力先', path: chosen });
    const file = { folder: '市民部 市民課', fileName: '人事評価シート_佐藤.pdf' };
    expect(await handlers.savePdf(asked)).toEqual({ outcome: 'written', ...file });
    const later = { ...model, printedAt: printedAtOf('2027-03-01T09:00') };
    expect(await handlers.savePdf({ ...asked, model: later })).toEqual({
      outcome: 'unchanged',
      ...file,
    });
    const changed = { ...later, undisclosed: true };
    expect(await handlers.savePdf({ ...asked, model: changed })).toEqual({
      outcome: 'written',
      ...file,
    });
    expect(log.filter((one) => one === 'make')).toHaveLength(2);
    expect(readFileSync(join(chosen, file.folder, file.fileName), 'utf8')).toBe('%PDF');
    expect(readdirSync(chosen).sort()).toEqual(['市民部 市民課', RECORD_NAME].sort());
    await handlers.openFolder('grant');
    await handlers.chooseFolder();
    expect(log.slice(-2)).toEqual([`open ${chosen}`, `dialog ${chosen}`]);
  });

  it('write nothing into a folder that was never chosen', async () => {
    const { handlers, log } = setUp(null);
    expect(await handlers.chooseFolder()).toBeNull();
    await expect(handlers.savePdf(asked)).rejects.toMatchObject({ errorName: 'badRequest' });
    await expect(handlers.openFolder(chosen)).rejects.toMatchObject({ errorName: 'badRequest' });
    expect(log).toEqual([`dialog ${root}`]);
  });

  it('write no paper with characters that are lacking before somebody agreed', async () => {
    const { handlers } = setUp(chosen, missing);
    await handlers.chooseFolder();
    expect(await handlers.checkCharacters(model)).toEqual(missing);
    expect(await handlers.savePdf(asked)).toEqual({ outcome: 'missing' });
    expect(readdirSync(chosen)).toEqual([]);
    const agreed = await handlers.savePdf({ ...asked, missingAllowed: true });
    expect(agreed.outcome).toBe('written');
  });
});
