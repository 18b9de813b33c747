import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import {
  putTree,
  sentinelOf,
  steppingClock,
  temporaryProfile,
  treeOf,
} from '../../../test/support/profile-folder';
import { writeFileAtomically } from '../files/atomic-write';
import { createColdCopies } from './cold-copies';
import { prepareProfile } from './prepare-profile';
import { checkProfile, recordProfile } from './profile-guard';
import { type ProfilePaths, profilePaths } from './profile-paths';
import { createCopyRestorer } from './restore-copy';
import { createSentinelFile } from './sentinel-file';

function partsOf(paths: ProfilePaths, electronMajor = 45) {
  const common = { paths, writeFile: writeFileAtomically, now: steppingClock() };
  return {
    coldCopies: createColdCopies({ ...common, electronMajor, appVersion: '0.1.0' }),
    restorer: createCopyRestorer(common),
    sentinel: createSentinelFile({ path: paths.sentinel, writeFile: writeFileAtomically }),
  };
}

function prepare(paths: ProfilePaths, electronMajor = 45) {
  return prepareProfile({
    paths,
    platform: 'linux',
    driveKind: 'local',
    electronMajor,
    ...partsOf(paths, electronMajor),
  });
}

function record(paths: ProfilePaths, electronMajor: number): Promise<void> {
  return recordProfile({
    paths,
    electronMajor,
    appVersion: '0.1.0',
    writeFile: writeFileAtomically,
    now: steppingClock(),
  });
}

describe('the profile record', () => {
  it('lets the same and a later Electron in, and refuses an earlier one', async () => {
    const paths = await temporaryProfile();
    await checkProfile({ paths, electronMajor: 45 });
    await record(paths, 45);
    await checkProfile({ paths, electronMajor: 45 });
    await checkProfile({ paths, electronMajor: 46 });
    await expect(checkProfile({ paths, electronMajor: 44 })).rejects.toMatchObject({
      errorName: 'profileNewer',
      detail: expect.stringMatching(/45.*44/u),
    });
  });

  it('knows a host without Electron, whose copies are good ones too', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': '1' });
    const { coldCopies } = partsOf(paths, 0);
    await coldCopies.take();
    await coldCopies.markOpened();
    expect(await coldCopies.list()).toHaveLength(1);
    await record(paths, 0);
    await checkProfile({ paths, electronMajor: 0 });
    await record(paths, 0);
    expect(await treeOf(paths.quarantine)).toEqual({});
  });

  it('is not written again when nothing changed', async () => {
    const paths = await temporaryProfile();
    await record(paths, 45);
    const before = await stat(paths.profileRecord);
    await record(paths, 45);
    expect((await stat(paths.profileRecord)).ino).toBe(before.ino);
    await record(paths, 46);
    expect((await stat(paths.profileRecord)).ino).not.toBe(before.ino);
  });

  it('that is damaged is kept aside, and the good copies are asked instead', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': '1' });
    const { coldCopies } = partsOf(paths, 46);
    await coldCopies.take();
    await coldCopies.markOpened();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        await writeFile(paths.profileRecord, text);
        await expect(checkProfile({ paths, electronMajor: 45 })).rejects.toMatchObject({
          errorName: 'profileNewer',
        });
        await checkProfile({ paths, electronMajor: 46 });
        expect(await readFile(paths.profileRecord, 'utf8')).toBe(text);
        await record(paths, 46);
        expect(Object.values(await treeOf(paths.quarantine))).toContain(text);
        await rm(paths.quarantine, { recursive: true });
      }),
      { numRuns: 30 },
    );
  });
});

describe('prepareProfile', () => {
  it('makes the folders for this account alone and opens an empty profile', async () => {
    const { userData } = await temporaryProfile();
    const paths = profilePaths(join(userData, 'new', 'place'));
    expect(await prepare(paths)).toEqual({
      refusal: null,
      sessionData: paths.profile,
      warnings: [],
    });
    for (const folder of [paths.userData, paths.keys, paths.store]) {
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
    }
  });

  it('touches nothing on another machine', async () => {
    const { userData } = await temporaryProfile();
    const paths = profilePaths(join(userData, 'share'));
    const { refusal } = await prepareProfile({
      paths,
      platform: 'win32',
      driveKind: 'network',
      electronMajor: 45,
      ...partsOf(paths),
    });
    expect(refusal?.name).toBe('networkProfile');
    await expect(stat(paths.userData)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('keeps the browser of an earlier Electron away from the store', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': '1' });
    await record(paths, 46);
    const before = await treeOf(paths.userData);
    const prepared = await prepare(paths, 45);
    expect(prepared.refusal?.name).toBe('profileNewer');
    expect(prepared.sessionData).toBe(paths.safeMode);
    expect(await treeOf(paths.userData)).toEqual(before);
  });

  it('stops on a damaged sentinel without copying over the good copies', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': '1' });
    await writeFile(paths.sentinel, '{"datasetId":');
    const prepared = await prepare(paths);
    expect(prepared.refusal?.name).toBe('storeDamaged');
    expect(prepared.sessionData).toBe(paths.safeMode);
    expect(await treeOf(paths.coldCopies)).toEqual({});
  });

  it('goes on with a warning when no copy can be taken', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': '1' });
    await record(paths, 45);
    await writeFile(paths.coldCopies, 'a file where the folder should be');
    const prepared = await prepare(paths);
    expect(prepared.refusal).toBeNull();
    expect(prepared.warnings).toHaveLength(1);
  });

  it('finishes a restore before it looks at anything of the store', async () => {
    const paths = await temporaryProfile();
    await putTree(paths.indexedDb, { 'db/CURRENT': 'good' });
    await writeFile(paths.sentinel, JSON.stringify(sentinelOf(3)));
    const { coldCopies, restorer } = partsOf(paths);
    await coldCopies.take();
    await coldCopies.markOpened();
    const [copy] = await coldCopies.list();
    await writeFile(paths.sentinel, 'damaged');
    await restorer.request(copy?.id ?? '', null);
    expect((await prepare(paths)).refusal).toBeNull();
    expect(JSON.parse(await readFile(paths.sentinel, 'utf8'))).toEqual(sentinelOf(3));
  });

  it('stops when a restore stops half-way', async () => {
    const paths = await temporaryProfile();
    const parts = partsOf(paths);
    const restorer = { apply: () => Promise.reject(new IkuseiError('storeUnavailable', '途中')) };
    const prepared = await prepareProfile({
      paths,
      platform: 'linux',
      driveKind: 'local',
      electronMajor: 45,
      ...parts,
      restorer,
    });
    expect(prepared.refusal).toEqual({ name: 'storeUnavailable', detail: '途中' });
    expect(prepared.sessionData).toBe(paths.safeMode);
  });

  it('says when the place cannot be used at all', async () => {
    const { userData } = await temporaryProfile();
    await mkdir(userData, { recursive: true });
    await writeFile(join(userData, 'file'), '');
    const prepared = await prepare(profilePaths(join(userData, 'file')));
    expect(prepared.refusal?.name).toBe('storeUnavailable');
  });
});
