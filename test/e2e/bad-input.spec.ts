import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AppDriver } from '../support/app-driver';
import { answerSaveDialog } from '../support/save-dialog';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { codeIn } from './pages/stop-page';

const isRoot = process.getuid?.() === 0;
const oldBytes = '古い中身';
const typed = '保存できなくても残る文字。髙﨑𠮷';

type Place = { folder: string; target: string };

type Case = {
  name: string;
  code: string;
  /** Makes saving to the target fail; says how, and gives back what undoes it. */
  hinder: (app: AppDriver, place: Place) => Promise<{ how: string; undo: () => Promise<void> }>;
  /** The folder itself goes, so the old file cannot be looked at afterwards. */
  folderGoes?: boolean;
};

const cases: readonly Case[] = [
  { name: '書き込めないフォルダ', code: 'E201', hinder: makeUnwritable },
  { name: '空きのないディスク', code: 'E202', hinder: fillDisk },
  { name: '開かれている保存先', code: 'E203', hinder: holdTarget },
  { name: '途中で消えるフォルダ', code: 'E204', hinder: removeFolder, folderGoes: true },
];

for (const { name, code, hinder, folderGoes = false } of cases) {
  test(`PDFの保存先が悪い：${name}は ${code}、何も壊さず、別の場所に保存できる`, async ({
    sample: app,
    workFolder,
  }) => {
    const sheet = await openSampleSheet(app);
    const part = await writeSomewhere(sheet);
    const place = { folder: join(workFolder, '保存先'), target: '' };
    place.target = join(place.folder, 'シート.pdf');
    mkdirSync(place.folder);
    writeFileSync(place.target, oldBytes);
    await answerSaveDialog(app, place.target);
    const { how, undo } = await hinder(app, place);
    process.stdout.write(`[${name}] ${how}\n`);
    try {
      await app.page.getByRole('button', { name: 'PDFにする' }).click();
      await sheet.agreeToUndisclosed();
      const alert = app.page.getByRole('main').getByRole('alert');
      await alert.waitFor();
      expect(await codeIn(alert)).toBe(code);
      await expect(alert).toContainText(place.folder);
      await expect(sheet.textBox(part)).toHaveValue(typed);
      if (!folderGoes) {
        expect(readdirSync(place.folder).filter((file) => file.startsWith('.ikusei'))).toEqual([]);
        expect(readFileSync(place.target, 'utf8')).toBe(oldBytes);
      }
    } finally {
      await undo();
    }
    await saveElsewhere(app, join(workFolder, '別の場所.pdf'));
  });
}

test('保存先を選ぶのをやめると、何も起こらない', async ({ sample: app, workFolder }) => {
  const sheet = await openSampleSheet(app);
  const part = await writeSomewhere(sheet);
  await app.evaluateMain(({ dialog }) => {
    dialog.showSaveDialog = async () => {
      Reflect.set(globalThis, 'testAsked', true);
      return { canceled: true, filePath: '' };
    };
  }, null);
  const button = app.page.getByRole('button', { name: 'PDFにする' });
  await button.click();
  await sheet.agreeToUndisclosed();
  await expect
    .poll(() => app.evaluateMain(() => Reflect.get(globalThis, 'testAsked') === true, null))
    .toBe(true);
  await expect(button).toBeEnabled();
  await expect(app.page.getByRole('alert')).toHaveCount(0);
  await expect(app.page.getByText('PDFを保存しました')).toHaveCount(0);
  await expect(sheet.textBox(part)).toHaveValue(typed);
  expect(readdirSync(workFolder)).toEqual([]);
});

test('前からあるファイルは、新しい中身にそっくり替わる', async ({ sample: app, workFolder }) => {
  await openSampleSheet(app);
  const target = join(workFolder, 'シート.pdf');
  writeFileSync(target, oldBytes);
  await saveElsewhere(app, target);
  expect(readdirSync(workFolder).sort()).toEqual(['シート.pdf']);
});

async function openSampleSheet(app: AppDriver): Promise<SheetPage> {
  const shell = new ShellPage(app.page);
  await shell.actAs(sampleStaff.employee);
  await shell.goTo('人事評価');
  await new SheetListPage(app.page).open(sampleStaff.employee);
  await app.page.getByRole('article').first().waitFor();
  return new SheetPage(app.page);
}

async function writeSomewhere(sheet: SheetPage): Promise<string> {
  const part = '職務知識';
  await sheet.write(part, typed);
  await sheet.untilSaved();
  return part;
}

async function saveElsewhere(app: AppDriver, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await new SheetPage(app.page).savePdf();
  expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const rests = readdirSync(dirname(path)).filter((file) => file.startsWith('.ikusei'));
  expect(rests).toEqual([]);
}

/** Root writes anywhere, so main drops its rights for the attempt; the browser keeps its. */
async function makeUnwritable(app: AppDriver, { folder }: Place) {
  chmodSync(folder, 0o555);
  chmodSync(dirname(folder), 0o755);
  const drop = (uid: number) =>
    app.evaluateMain((_electron, id) => process.seteuid?.(id), uid).then(() => undefined);
  if (isRoot) await drop(65_534);
  return {
    how: isRoot ? 'main as uid 65534, folder 0555' : 'folder 0555',
    async undo() {
      if (isRoot) await drop(0);
      chmodSync(folder, 0o755);
    },
  };
}

/** A real file system without room where one may be mounted, else a failing write. */
async function fillDisk(app: AppDriver, { folder, target }: Place) {
  const mounted =
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]).status === 0;
  if (mounted) {
    writeFileSync(target, oldBytes);
    return {
      how: 'real tmpfs of 16 kB',
      async undo() {
        spawnSync('umount', [folder]);
      },
    };
  }
  await app.evaluateMain(failWrites, true);
  return { how: 'injected ENOSPC', undo: () => app.evaluateMain(failWrites, false) };
}

/** Lets every write through a file handle of main fail with ENOSPC, or stops doing so. */
async function failWrites(_electron: unknown, fail: boolean): Promise<void> {
  const { open } = process.getBuiltinModule('node:fs/promises');
  const handle = await open(process.execPath, 'r');
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  prototype.testWriteFile ??= prototype.writeFile;
  prototype.writeFile = fail
    ? async () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      }
    : prototype.testWriteFile;
}

/**
 * A file that something is mounted on cannot be replaced: EBUSY, as where Windows has it
 * open. Elsewhere a folder stands in the way, which no rename replaces either.
 */
async function holdTarget(_app: AppDriver, { folder, target }: Place) {
  const held = join(dirname(folder), 'held');
  writeFileSync(held, oldBytes);
  const mounted =
    process.platform === 'linux' && spawnSync('mount', ['--bind', held, target]).status === 0;
  test.info().skip(!mounted, 'nothing may be mounted here, and only a mount makes a file busy');
  return {
    how: 'real EBUSY of a mounted file',
    async undo() {
      spawnSync('umount', [target]);
    },
  };
}

/** The folder goes while the person looks at the dialog. */
async function removeFolder(app: AppDriver, { folder, target }: Place) {
  await app.evaluateMain(
    ({ dialog }, place) => {
      dialog.showSaveDialog = async () => {
        process.getBuiltinModule('node:fs').rmSync(place.folder, { recursive: true });
        return { canceled: false, filePath: place.target };
      };
    },
    { folder, target },
  );
  return { how: 'removed while the dialog is open', async undo() {} };
}
