import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type ProfilePaths, profilePaths } from '../../electron/main/profile/profile-paths';
import type { AppDriver } from '../support/app-driver';
import {
  foundRealStore,
  makeOwnSheet,
  openOwnSheet,
  readTexts,
  untilOpen,
  visitSampleOffice,
  writableParts,
} from '../support/real-store';
import { expect, test } from './fixtures';
import { StopPage } from './pages/stop-page';

type Texts = Record<string, string>;
type Template = { folder: string; whole: Texts; copied: Texts };
type Damage = {
  name: string;
  /** The codes a stop may carry; empty when the store must open whole. */
  codes: readonly string[];
  /** One of the kinds that every run tries: together they bring up every screen there is for it. */
  always?: true;
  work: (paths: ProfilePaths) => Promise<void>;
};

const damages: readonly Damage[] = [
  {
    name: '.ldb のバイトを書き換える',
    always: true,
    codes: ['E101', 'E107'],
    work: async (paths) => flipBytes(await storeFile(paths, /\.ldb$/u)),
  },
  {
    name: 'MANIFEST を半分に切る',
    codes: ['E101', 'E107'],
    work: async (paths) => cutTo(await storeFile(paths, /^MANIFEST/u), 0.5),
  },
  {
    name: '.ldb を1つ消す',
    codes: ['E101', 'E107'],
    work: async (paths) => rm(await storeFile(paths, /\.ldb$/u)),
  },
  {
    name: 'CURRENT を消す',
    codes: ['E101', 'E107'],
    work: async (paths) => rm(await storeFile(paths, /^CURRENT$/u)),
  },
  {
    name: '.log を60％に切る',
    codes: ['E101', 'E107'],
    work: async (paths) => cutTo(await storeFile(paths, /\.log$/u), 0.6),
  },
  {
    name: 'IndexedDB フォルダを消す',
    always: true,
    codes: ['E101'],
    work: (paths) => rm(paths.indexedDb, { recursive: true }),
  },
  {
    name: '見張りファイルだけ消す',
    always: true,
    codes: [],
    work: (paths) => rm(paths.sentinel),
  },
  {
    name: '鍵のファイルを消す',
    always: true,
    codes: ['E104'],
    work: (paths) => rm(paths.realKey),
  },
  {
    name: '鍵のファイルを壊す',
    always: true,
    codes: ['E109'],
    work: (paths) => writeFile(paths.realKey, '{"format":1,"keyId":'),
  },
  {
    name: '見張りファイルを壊す',
    codes: ['E101'],
    work: (paths) => writeFile(paths.sentinel, '\u0000\u0000\u0000\u0000'),
  },
];

const tried = damages.filter(
  ({ always = false }) => always || process.env['IKUSEI_KILLS'] !== undefined,
);

test(`@soak ${tried.length}通りに壊れた記録は、全部読めるか、何も消さずに止まって控えから戻せる`, async ({
  launch,
  workFolder,
}) => {
  test.setTimeout(600_000);
  const template = await makeTemplate(launch, join(workFolder, 'template'));
  const table: string[] = [];
  const waiting = [...tried.entries()];
  async function workThrough(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, damage] = next;
      const userData = join(workFolder, `damage-${index}`);
      await cp(template.folder, userData, { recursive: true, preserveTimestamps: true });
      const paths = profilePaths(userData);
      await damage.work(paths);
      const outcome = await startDamaged(launch, paths, template, damage.codes);
      table[index] = `${damage.name}　→　${outcome.words}`;
      expect.soft(outcome.problems, damage.name).toEqual([]);
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  // Two at a time: a start is mostly waiting. Both end before the test does, so that
  // nothing is started after it.
  const lanes = await Promise.allSettled([workThrough(), workThrough()]);
  process.stdout.write(`\n${table.join('\n')}\n`);
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
});

type Launch = (options: { userData: string }) => Promise<AppDriver>;

/** A real store with `.ldb` files, two good copies, and text that only the log holds. */
async function makeTemplate(launch: Launch, folder: string): Promise<Template> {
  const first = await launch({ userData: folder });
  await foundRealStore(first);
  await writeEverywhere(first, await makeOwnSheet(first), '一回目');
  await first.quit();

  const second = await launch({ userData: folder });
  const copied = await writeEverywhere(second, await openOwnSheet(second), '二回目');
  // The sample office is in the same files and large enough for LevelDB to make tables.
  await visitSampleOffice(second);
  await openOwnSheet(second);
  await second.quit();

  const third = await launch({ userData: folder });
  const whole = await writeEverywhere(third, await openOwnSheet(third), '三回目');
  await third.quit();
  return { folder, whole, copied };
}

async function writeEverywhere(
  app: AppDriver,
  sheet: Awaited<ReturnType<typeof openOwnSheet>>,
  word: string,
): Promise<Texts> {
  const texts: Texts = {};
  for (const part of await writableParts(sheet)) {
    const text = `${word}の${part}。${'窓口で確かめた事実を書きました。'.repeat(60)}`;
    await sheet.write(part, text);
    texts[part] = text;
  }
  await sheet.untilSaved();
  expect(app.errors()).toBe('');
  return texts;
}

type Outcome = { words: string; problems: string[] };

async function startDamaged(
  launch: Launch,
  paths: ProfilePaths,
  template: Template,
  codes: readonly string[],
): Promise<Outcome> {
  const { userData } = paths;
  const problems: string[] = [];
  const before = await storedFiles(paths);
  const evidence = await evidenceOf(template, before);
  const copies = await filesOf(paths.coldCopies);

  const first = await launch({ userData });
  if (!(await new StopPage(first.page).isShown())) {
    const texts = await readTexts(await openOwnSheet(first));
    if (!sameTexts(texts, template.whole)) problems.push('opened, but not whole');
    await first.quit();
    return { words: '全部の文字が開けた', problems };
  }
  const code = await new StopPage(first.page).code();
  if (!codes.includes(code)) problems.push(`stopped with ${code}`);
  await first.quit();
  problems.push(...(await missingFrom([paths.store, paths.keys, paths.indexedDb], before)));
  const kept = await filesOf(paths.coldCopies);
  for (const [path, hash] of copies) {
    if (kept.get(path) !== hash) problems.push(`cold copy changed: ${path}`);
  }

  const second = await launch({ userData });
  const stop = new StopPage(second.page);
  const again = await stop.code();
  if (!codes.includes(again)) problems.push(`the second start stopped with ${again}`);
  problems.push(...(await missingFrom([paths.store, paths.keys, paths.indexedDb], before)));
  if ((await stop.copies().count()) !== 2) problems.push('not both copies are offered');
  await second.evaluateMain(({ app }) => {
    app.relaunch = () => {};
  }, null);
  await stop.restoreNewest();
  // The browser is gone; this waits for main.
  await second.kill();

  const third = await launch({ userData });
  await untilOpen(third);
  const texts = await readTexts(await openOwnSheet(third));
  if (!sameTexts(texts, template.copied)) problems.push('the copy did not bring its data back');
  await third.quit();
  problems.push(...(await missingFrom([paths.quarantine], evidence)));
  const words = `${code} で止まり、2回目も ${again} で止まり、控えの文字が全部戻った`;
  return { words, problems };
}

/** The store's files, by their place in the profile. */
async function storedFiles(paths: ProfilePaths): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [path, hash] of await filesOf(paths.indexedDb)) found.set(`IndexedDB/${path}`, hash);
  for (const file of [paths.realKey, paths.sentinel]) {
    if (existsSync(file)) found.set(relative(paths.userData, file), await hashOf(file));
  }
  return found;
}

/** What somebody who looks into the damage needs: the changed file, or the whole database. */
async function evidenceOf(
  template: Template,
  before: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const sound = await storedFiles(profilePaths(template.folder));
  const changed = [...sound].filter(([path, hash]) => before.get(path) !== hash);
  const inDatabase = (path: string) => path.startsWith('IndexedDB/');
  const wholeDatabase = changed.some(([path]) => inDatabase(path));
  return new Map(
    [...before].filter(([path]) =>
      inDatabase(path) ? wholeDatabase : changed.some(([name]) => name === path),
    ),
  );
}

/** Those of the files that are nowhere below the folders as they were. */
async function missingFrom(
  folders: readonly string[],
  wanted: ReadonlyMap<string, string>,
): Promise<string[]> {
  const hashes = new Set<string>();
  for (const folder of folders) {
    for (const hash of (await filesOf(folder)).values()) hashes.add(hash);
  }
  return [...wanted]
    .filter(([, hash]) => !hashes.has(hash))
    .map(([path]) => `not kept as it was: ${path}`);
}

async function filesOf(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (!existsSync(folder)) return found;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(relative(folder, path), await hashOf(path));
  }
  return found;
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

function sameTexts(one: Texts, other: Texts): boolean {
  const names = Object.keys(other);
  return names.length > 10 && names.every((name) => one[name] === other[name]);
}

/** The first file of that name; LevelDB sorts, so the first table holds the first store. */
async function storeFile(paths: ProfilePaths, name: RegExp): Promise<string> {
  const found = await readdir(paths.indexedDb, { withFileTypes: true, recursive: true });
  const file = found
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .sort((one, other) => one.name.localeCompare(other.name))[0];
  if (file === undefined) throw new Error(`no ${name.source} in the store`);
  return join(file.parentPath, file.name);
}

async function cutTo(path: string, share: number): Promise<void> {
  await truncate(path, Math.floor((await readFile(path)).length * share));
}

/** Turns 64 bytes over at each of 16 places. */
async function flipBytes(path: string): Promise<void> {
  const bytes = await readFile(path);
  for (let place = 1; place <= 16; place += 1) {
    const start = Math.floor((bytes.length * place) / 17);
    for (let at = start; at < start + 64; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  }
  const handle = await open(path, 'r+');
  await handle.write(bytes, 0, bytes.length, 0);
  await handle.close();
}
