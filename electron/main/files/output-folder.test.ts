import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WriteFile } from '../profile/store-files';
import { writeFileAtomically } from './atomic-write';
import { openOutputFolder, RECORD_NAME } from './output-folder';

let base = '';
let root = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ikusei-output-'));
  root = join(base, '出力');
  mkdirSync(root);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const place = { folder: '市民部 市民課', name: '人事評価シート_佐藤' };
const open = (writeFile: WriteFile = writeFileAtomically) =>
  openOutputFolder(root, 'pdf', writeFile);
const file = (contents: string) => ({ contents, bytes: new TextEncoder().encode(contents) });
const textOf = (fileName: string) => readFileSync(join(root, place.folder, fileName), 'utf8');

describe('openOutputFolder', () => {
  it('writes a file for each owner, also where two have the same name', async () => {
    const folder = await open();
    const written = await Promise.all([
      folder.write('1', place, file('ひとり目')),
      folder.write('2', place, file('ふたり目')),
    ]);
    expect(written.map(({ fileName }) => fileName)).toEqual([
      '人事評価シート_佐藤.pdf',
      '人事評価シート_佐藤 (2).pdf',
    ]);
    expect(textOf('人事評価シート_佐藤 (2).pdf')).toBe('ふたり目');
  });

  it('finds in a second run what lies there whole, and writes the rest over its own file', async () => {
    const first = await open();
    await first.write('1', place, file('前の中身'));
    await first.write('2', place, file('同じ中身'));
    const second = await open();
    expect(await second.find('2', place, '同じ中身')).toEqual({
      folder: '市民部 市民課',
      fileName: '人事評価シート_佐藤 (2).pdf',
    });
    expect(await second.find('1', place, '新しい中身')).toBeNull();
    await second.write('1', place, file('新しい中身'));
    expect(textOf('人事評価シート_佐藤.pdf')).toBe('新しい中身');
    expect(readdirSync(join(root, place.folder))).toHaveLength(2);
  });

  it('does not take a file for whole that somebody has changed, cut off or removed', async () => {
    const folder = await open();
    await folder.write('1', place, file('中身'));
    writeFileSync(join(root, place.folder, '人事評価シート_佐藤.pdf'), '中');
    expect(await folder.find('1', place, '中身')).toBeNull();
    rmSync(join(root, place.folder), { recursive: true });
    expect(await folder.find('1', place, '中身')).toBeNull();
  });

  it('goes on where a run ended in the middle of a file or of its record', async () => {
    const broken = await open(async () => {
      throw new Error('the power is gone');
    });
    await expect(broken.write('1', place, file('中身'))).rejects.toThrow();
    appendFileSync(join(root, RECORD_NAME), '{"owner":"9","fold');
    const folder = await open();
    expect(await folder.find('1', place, '中身')).toBeNull();
    await folder.write('1', place, file('中身'));
    const again = await open();
    expect((await again.find('1', place, '中身'))?.fileName).toBe('人事評価シート_佐藤.pdf');
  });

  it('never writes over a file that was there before', async () => {
    mkdirSync(join(root, place.folder));
    writeFileSync(join(root, place.folder, '人事評価シート_佐藤.pdf'), '人のファイル');
    const folder = await open();
    const { fileName } = await folder.write('1', place, file('中身'));
    expect(fileName).toBe('人事評価シート_佐藤 (2).pdf');
    expect(textOf('人事評価シート_佐藤.pdf')).toBe('人のファイル');
  });

  it('follows no link and no record out of the folder', async () => {
    const outside = join(base, '外');
    mkdirSync(outside);
    symlinkSync(outside, join(root, place.folder));
    const entry = { owner: '1', folder: '..', fileName: '外/x.pdf', contents: null, bytes: null };
    writeFileSync(join(root, RECORD_NAME), `${JSON.stringify(entry)}\n`);
    const folder = await open();
    await expect(folder.write('1', place, file('中身'))).rejects.toMatchObject({
      errorName: 'folderNotWritable',
    });
    await folder.write('1', { folder: '..', name: '../x' }, file('中身'));
    expect(readdirSync(outside)).toEqual([]);
    expect(readdirSync(base).sort()).toEqual(['出力', '外']);
  });

  it('keeps every owner a file of her own inside, whatever she and her unit are called', async () => {
    const name = fc.oneof(
      fc.constantFrom(
        '佐藤',
        'ｻﾄｳ',
        'CON',
        '..',
        '.課',
        '../..',
        'Ａ',
        'a',
        'A',
        'が',
        'か\u3099',
        '',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, name), { maxLength: 12 }), async (names) => {
        const own = mkdtempSync(join(base, 'case-'));
        const folder = await openOutputFolder(own, 'pdf', async (path, bytes) =>
          writeFileSync(path, bytes),
        );
        const owners = names.map(([unit, person], index) => ({
          owner: `${index}`,
          place: { folder: unit, name: person },
        }));
        await Promise.all(owners.map((one) => folder.write(one.owner, one.place, file(one.owner))));
        const again = await openOutputFolder(own, 'pdf', writeFileAtomically);
        const found = await Promise.all(
          owners.map((one) => again.find(one.owner, one.place, one.owner)),
        );
        const paths = found.map((one) => join(own, one?.folder ?? '', one?.fileName ?? ''));
        expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(
          owners.map(({ owner }) => owner),
        );
        expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(
          paths.length,
        );
        for (const path of paths) expect(relative(own, path)).not.toMatch(/^\.\./u);
      }),
      { numRuns: 100 },
    );
  });
});
