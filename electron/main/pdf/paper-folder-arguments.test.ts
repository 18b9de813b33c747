import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperFolderArguments } from './paper-folder-arguments';

describe('the folders of the paper process', () => {
  it('are beside the archive when packaged, on every system', () => {
    expect(paperFolderArguments('/opt/育成ノート/resources/app.asar/out/app/main')).toEqual([
      '--templates=/opt/育成ノート/resources/app.asar.unpacked/out/app/main/templates',
      '--fonts=/opt/育成ノート/resources/app.asar.unpacked/out/app/main/fonts',
    ]);
    const windows = 'C:\\Program Files\\育成ノート\\resources\\app.asar\\out\\app\\main';
    expect(paperFolderArguments(windows)).toEqual([
      '--templates=C:\\Program Files\\育成ノート\\resources\\app.asar.unpacked\\out\\app\\main\\templates',
      '--fonts=C:\\Program Files\\育成ノート\\resources\\app.asar.unpacked\\out\\app\\main\\fonts',
    ]);
  });

  it('are those beside the bundle everywhere else', () => {
    for (const folder of [
      '/home/a/ikusei-note/out/app/main',
      '/home/a/app.asar.unpacked/out/app/main',
      '/home/a/my-app.asar/out/app/main',
    ]) {
      expect(paperFolderArguments(folder)).toEqual([]);
    }
  });

  it('are those that the packaging leaves unpacked', () => {
    const path = resolve(import.meta.dirname, '../../../build/electron-builder.json');
    const { asarUnpack } = JSON.parse(readFileSync(path, 'utf8')) as { asarUnpack: string[] };
    expect(asarUnpack).toContain('out/app/main/templates/**');
    expect(asarUnpack).toContain('out/app/main/fonts/**');
  });
});
