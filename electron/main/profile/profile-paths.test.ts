import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freeBytes } from './disk-space';
import { findDriveKind } from './drive-kind';
import { isNetworkPath, userDataFolder } from './profile-paths';

describe('userDataFolder', () => {
  const windows = { platform: 'win32', home: 'C:\\Users\\taro', isPackaged: true } as const;
  const linux = { platform: 'linux', home: '/home/taro', isPackaged: true } as const;

  it('is the local folder on Windows, never the roaming one', () => {
    const env = {
      LOCALAPPDATA: 'D:\\Local',
      APPDATA: '\\\\server\\roaming',
    };
    expect(userDataFolder({ ...windows, env })).toBe('D:\\Local\\IkuseiNote\\ikusei-note');
    expect(userDataFolder({ ...windows, env: { APPDATA: env.APPDATA } })).toBe(
      'C:\\Users\\taro\\AppData\\Local\\IkuseiNote\\ikusei-note',
    );
  });

  it('honours XDG_DATA_HOME when it is absolute', () => {
    expect(userDataFolder({ ...linux, env: {} })).toBe('/home/taro/.local/share/ikusei-note');
    expect(userDataFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/ikusei-note');
    expect(userDataFolder({ ...linux, env: { XDG_DATA_HOME: 'data' } })).toBe(
      '/home/taro/.local/share/ikusei-note',
    );
  });

  it('is the application support folder on macOS', () => {
    expect(
      userDataFolder({ platform: 'darwin', home: '/Users/taro', isPackaged: true, env: {} }),
    ).toBe('/Users/taro/Library/Application Support/ikusei-note');
  });

  it('moves by IKUSEI_USER_DATA only while it is not packaged', () => {
    const env = { IKUSEI_USER_DATA: '/tmp/elsewhere' };
    expect(userDataFolder({ ...linux, isPackaged: false, env })).toBe('/tmp/elsewhere');
    expect(userDataFolder({ ...linux, env })).toBe('/home/taro/.local/share/ikusei-note');
    const relative = { IKUSEI_USER_DATA: 'elsewhere' };
    expect(() => userDataFolder({ ...linux, isPackaged: false, env: relative })).toThrow(
      RangeError,
    );
  });
});

describe('isNetworkPath', () => {
  it.each([
    '\\\\server\\share\\ikusei',
    '//server/share/ikusei',
    '\\\\?\\UNC\\server\\share',
    '\\\\?\\unc\\server\\share',
    '//?/UNC/server/share',
    '\\\\.\\UNC\\server\\share',
    '\\\\wsl$\\Debian\\home',
  ])('knows %s as another machine', (path) => {
    expect(isNetworkPath(path, 'win32', 'unknown')).toBe(true);
  });

  it.each(['C:\\Users\\taro', '\\\\?\\C:\\Users\\taro', '\\\\.\\C:\\Users', 'C:/Users/taro'])(
    'knows %s as this PC',
    (path) => {
      expect(isNetworkPath(path, 'win32', 'unknown')).toBe(false);
    },
  );

  it('believes the kind of the drive, which a path does not show', () => {
    expect(isNetworkPath('Z:\\ikusei', 'win32', 'network')).toBe(true);
    expect(isNetworkPath('/mnt/server/ikusei', 'linux', 'network')).toBe(true);
    expect(isNetworkPath('//home/taro', 'linux', 'local')).toBe(false);
  });
});

describe('what the disk says', () => {
  it('tells the drive of a folder that is not there yet', async () => {
    expect(await findDriveKind(join(tmpdir(), 'not', 'there', 'yet'), 'linux')).toBe('local');
    expect(await findDriveKind(tmpdir(), 'win32')).toBe('local');
  });

  it('tells the free bytes, and null where it cannot', async () => {
    expect(await freeBytes(tmpdir())).toBeGreaterThan(0);
    expect(await freeBytes(join(tmpdir(), 'ikusei-not-there'))).toBeNull();
  });
});
