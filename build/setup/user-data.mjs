// @ts-check
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from './project.mjs';

/**
 * Where the Chromium host keeps its data: the person's own local folder, never a roaming
 * one, and not the clone, which somebody may delete.
 */
export function ensureUserDataFolder() {
  const folder = process.env['IKUSEI_USER_DATA'] || join(localFolder(), 'ikusei-note-chromium');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new SetupError(`${folder} cannot be written. Set IKUSEI_USER_DATA to another folder.`);
  }
  return folder;
}

function localFolder() {
  if (process.platform === 'win32') {
    return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  return process.env['XDG_DATA_HOME'] || join(homedir(), '.local/share');
}
