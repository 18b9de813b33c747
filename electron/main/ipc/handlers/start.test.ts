import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type ErrorName, IkuseiError } from '../../../../shared/domain/errors';
import { contract, startReportSchema } from '../../../../shared/ipc/contract';
import {
  putTree,
  sentinelOf,
  steppingClock,
  temporaryProfile,
  treeOf,
} from '../../../../test/support/profile-folder';
import { writeFileAtomically } from '../../files/atomic-write';
import type { SafeStorage } from '../../keys/account-guard';
import { createKeyStore } from '../../keys/key-store';
import { createColdCopies } from '../../profile/cold-copies';
import { prepareProfile } from '../../profile/prepare-profile';
import type { ProfilePaths } from '../../profile/profile-paths';
import { createCopyRestorer } from '../../profile/restore-copy';
import { createSentinelFile } from '../../profile/sentinel-file';
import type { WriteFile } from '../../profile/store-files';
import { createExportHandlers } from './exports';
import { createKeyHandlers } from './keys';
import { createSentinelHandlers } from './sentinel';
import { createStartHandlers } from './start';

const now = steppingClock();

const noStorage: SafeStorage = {
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: () => Promise.reject(new Error('not available')),
  decryptStringAsync: () => Promise.reject(new Error('not available')),
};

/** Windows' storage belongs to one browser folder: from another one it opens nothing. */
function storageOf(folder: string): SafeStorage {
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.from(`${folder} ${text}`),
    async decryptStringAsync(sealed) {
      const [owner, result = ''] = sealed.toString().split(' ');
      if (owner !== folder) throw new Error('sealed in another folder');
      return { result, shouldReEncrypt: false };
    },
  };
}

/** One start of main, as `main.ts` puts it together. */
async function start(
  paths: ProfilePaths,
  refusal: ErrorName | null = null,
  writeFile: WriteFile = writeFileAtomically,
  safeStorage: SafeStorage = noStorage,
) {
  const common = { paths, writeFile, now };
  const version = { electronMajor: 45, appVersion: '0.1.0' };
  const coldCopies = createColdCopies({ ...common, ...version });
  const restorer = createCopyRestorer(common);
  const sentinel = createSentinelFile({ path: paths.sentinel, writeFile });
  const keys = createKeyStore({
    ...common,
    platform: 'win32',
    safeStorage,
    readSentinel: () => sentinel.read(),
    untilSealsLast: async () => {},
  });
  const prepared = await prepareProfile({
    paths,
    platform: 'linux',
    driveKind: 'local',
    electronMajor: 45,
    coldCopies,
    restorer,
    sentinel,
  });
  let relaunches = 0;
  const warnings: unknown[] = [];
  return {
    start: createStartHandlers({
      versions: { app: '0.1.0', electron: '45.4.1', chromium: '156' },
      prepared:
        refusal === null ? prepared : { ...prepared, refusal: { name: refusal, detail: '' } },
      coldCopies,
      restorer,
      sentinel,
      keys,
      warn: (error) => warnings.push(error),
      relaunch: () => {
        relaunches += 1;
      },
    }),
    keys: createKeyHandlers(keys),
    sentinel: createSentinelHandlers(sentinel),
    exports: createExportHandlers({ folder: paths.exports, writeFile: writeFileAtomically, now }),
    relaunches: () => relaunches,
    warnings,
  };
}

describe('the start of a PC', () => {
  it('goes from nothing to a store that is copied and can be put back', async () => {
    const paths = await temporaryProfile();
    const first = await start(paths);
    expect(startReportSchema.parse(await first.start.report())).toEqual({
      versions: { app: '0.1.0', electron: '45.4.1', chromium: '156' },
      refusal: null,
      sentinel: null,
      coldCopies: [],
      keyGuardedByOs: false,
    });
    expect(await first.keys.open('real')).toEqual({ state: 'none' });
    const made = await first.keys.create('real');
    await putTree(paths.indexedDb, { 'db/CURRENT': 'good' });
    expect(await first.sentinel.write(sentinelOf(2))).toBeUndefined();
    await first.start.finish({ outcome: 'opened', detail: '' });

    const second = await start(paths);
    expect(await second.keys.open('real')).toEqual(made);
    await second.start.finish({ outcome: 'opened', detail: '' });
    await putTree(paths.indexedDb, { 'db/CURRENT': 'emptied' });

    const third = await start(paths);
    await third.start.finish({ outcome: 'damaged', detail: '件数が少ない' });
    await third.start.finish({ outcome: 'opened', detail: '' });
    expect(Object.keys(await treeOf(paths.store))).toContain('damage-report.json');
    const report = await third.start.report();
    expect(report.sentinel).toEqual(sentinelOf(2));
    expect(report.coldCopies).toHaveLength(1);
    expect(await readdir(paths.quarantine)).toHaveLength(1);
    await third.start.restoreCopy(report.coldCopies[0]?.id ?? '');
    expect(third.relaunches()).toBe(1);

    const fourth = await start(paths);
    expect(await treeOf(paths.indexedDb)).toEqual({ 'db/CURRENT': 'good' });
    expect(await fourth.keys.open('real')).toEqual(made);
    expect((await fourth.start.report()).refusal).toBeNull();
  });

  it('goes on when the disk is full, and leaves the copy pending', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': 'good' });
    await (await start(paths)).start.report();
    const full: WriteFile = () => Promise.reject(new IkuseiError('diskFull'));
    const running = await start(paths, null, full);
    await running.start.finish({ outcome: 'opened', detail: '' });
    expect(running.warnings).toHaveLength(1);
    expect((await running.start.report()).coldCopies).toEqual([]);
    const later = await start(paths);
    await later.start.finish({ outcome: 'opened', detail: '' });
    expect((await later.start.report()).coldCopies).toHaveLength(1);
  });

  it('relaunches only when the copy can be put back', async () => {
    const paths = await temporaryProfile();
    const running = await start(paths);
    await expect(running.start.restoreCopy('../..')).rejects.toMatchObject({
      errorName: 'badRequest',
    });
    expect(running.relaunches()).toBe(0);
  });

  it('offers copies in a refused start only where they help, and ends none', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': 'good' });
    await (await start(paths)).start.finish({ outcome: 'opened', detail: '' });
    await writeFile(paths.sentinel, 'damaged');
    const refused = await start(paths);
    const report = startReportSchema.parse(await refused.start.report());
    expect(report).toMatchObject({ refusal: { name: 'storeDamaged' }, sentinel: null });
    expect(report.coldCopies).toHaveLength(1);
    await expect(refused.start.finish({ outcome: 'opened', detail: '' })).rejects.toMatchObject({
      errorName: 'badRequest',
    });
    const newer = await start(paths, 'profileNewer');
    expect((await newer.start.report()).coldCopies).toEqual([]);
    const id = report.coldCopies[0]?.id ?? '';
    await expect(newer.start.restoreCopy(id)).rejects.toMatchObject({ errorName: 'badRequest' });
    await refused.start.restoreCopy(id);
    expect(refused.relaunches()).toBe(1);
    expect((await (await start(paths)).start.report()).refusal).toBeNull();
  });
});

describe('a copy put back in a refused start', () => {
  /** A store whose recovery key was confirmed after its copy was taken. */
  async function damagedStore(paths: ProfilePaths) {
    const profile = storageOf('profile');
    const first = await start(paths, null, writeFileAtomically, profile);
    await first.keys.create('real');
    await putTree(paths.indexedDb, { 'db/CURRENT': 'good' });
    const second = await start(paths, null, writeFileAtomically, profile);
    await second.start.finish({ outcome: 'opened', detail: '' });
    const { groups, ask } = await second.keys.issueRecoveryKey();
    await second.keys.confirmRecoveryKey(ask.map((index) => groups[index] ?? ''));
    await writeFile(paths.sentinel, 'damaged');
    return { profile, recoveryKey: groups.join('-') };
  }

  async function restoreInSafeMode(paths: ProfilePaths) {
    const refused = await start(paths, null, writeFileAtomically, storageOf('safe-mode'));
    const [copy] = (await refused.start.report()).coldCopies;
    await refused.start.restoreCopy(copy?.id ?? '');
    expect(refused.relaunches()).toBe(1);
  }

  it('keeps the key file, though no key opens there: the newer recovery key works', async () => {
    const paths = await temporaryProfile();
    const { profile, recoveryKey } = await damagedStore(paths);
    await restoreInSafeMode(paths);
    const later = await start(paths, null, writeFileAtomically, profile);
    expect((await later.start.report()).refusal).toBeNull();
    expect(await later.keys.open('real')).toMatchObject({ state: 'open', recoveryConfirmed: true });
    expect(await later.keys.recover(recoveryKey)).toMatchObject({ state: 'open' });
  });

  it("takes the copy's key where the present file is damaged or another key's", async () => {
    for (const present of ['damaged', 'another']) {
      const paths = await temporaryProfile();
      const { profile } = await damagedStore(paths);
      const whole = await readFile(paths.realKey, 'utf8');
      const other = whole.replace(/"keyId": "[^"]*"/u, `"keyId": "${sentinelOf(1).datasetId}"`);
      await writeFile(paths.realKey, present === 'another' ? other : present);
      await restoreInSafeMode(paths);
      const later = await start(paths, null, writeFileAtomically, profile);
      const opened = await later.keys.open('real');
      expect([present, opened]).toMatchObject([
        present,
        { state: 'open', recoveryConfirmed: false },
      ]);
    }
  });
});

describe('an export before a migration', () => {
  const request = {
    datasetId: sentinelOf(1).datasetId,
    fromSchema: 1,
    toSchema: 2,
    sealed: Buffer.from('sealed rows').toString('base64'),
  };

  it('is a file of its own each time', async () => {
    const paths = await temporaryProfile();
    const { exports } = await start(paths);
    await exports.saveBeforeMigration(request);
    const fixed = createExportHandlers({
      folder: paths.exports,
      writeFile: writeFileAtomically,
      now: () => new Date('2026-11-22T08:45:00.123Z'),
    });
    await Promise.all([fixed.saveBeforeMigration(request), fixed.saveBeforeMigration(request)]);
    const tree = await treeOf(paths.exports);
    const name = `before-migration-1-to-2-${request.datasetId}-20261122T084500123Z`;
    expect(Object.keys(tree)).toEqual(
      expect.arrayContaining([`${name}.sealed`, `${name}-2.sealed`]),
    );
    expect(Object.values(tree)).toEqual(['sealed rows', 'sealed rows', 'sealed rows']);
  });

  it('refuses what was cut on the way', async () => {
    const paths = await temporaryProfile();
    const { exports } = await start(paths);
    for (const sealed of ['', 'A', request.sealed.slice(0, -2)]) {
      const args = contract.exports.saveBeforeMigration.args.parse([{ ...request, sealed }]);
      await expect(exports.saveBeforeMigration(...args)).rejects.toMatchObject({
        errorName: 'badRequest',
      });
    }
    expect(await treeOf(paths.exports)).toEqual({});
  });

  it('that cannot be written stops the migration', async () => {
    const paths = await temporaryProfile();
    await writeFile(paths.exports, 'a file where the folder should be');
    const { exports } = await start(paths);
    await expect(exports.saveBeforeMigration(request)).rejects.toMatchObject({
      errorName: 'writeFailed',
    });
  });
});
