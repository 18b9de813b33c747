import { readFile, rename } from 'node:fs/promises';
import * as z from 'zod';
import { type Purpose, purposeSchema } from '../../shared/ipc/contract';
import { writeFileAtomically } from './files/atomic-write';
import { createInTurn } from './profile/in-turn';

const windowBoundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
});
/** In device-independent pixels, as Electron's `BrowserWindow` gives and takes them. */
export type WindowBounds = z.infer<typeof windowBoundsSchema>;

/** One bad value costs that value only, never the others. */
const settingsSchema = z.object({
  lastFolders: z.partialRecord(purposeSchema, z.string().max(32_000)).catch({}).default({}),
  windowBounds: windowBoundsSchema.nullable().catch(null).default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Habits of this PC's user. No personal data of the office is ever in here. */
export type SettingsStore = {
  read: () => Promise<Settings>;
  /** @throws IkuseiError of `writeFileAtomically`; the value then still holds in this run */
  update: (change: (settings: Settings) => Settings) => Promise<void>;
};

/** The settings after a person used a folder for this purpose. */
export function withLastFolder(settings: Settings, purpose: Purpose, folder: string): Settings {
  return { ...settings, lastFolders: { ...settings.lastFolders, [purpose]: folder } };
}

/**
 * Keeps the settings in a JSON file. A damaged file is kept aside as `.damaged`, and the
 * defaults hold: habits are not worth stopping for.
 */
export function createSettingsStore(file: string): SettingsStore {
  const inTurn = createInTurn();
  let settings: Settings | null = null;

  async function load(): Promise<Settings> {
    settings ??= await readSettings(file);
    return settings;
  }

  return {
    read: () => inTurn(load),
    update: (change) =>
      inTurn(async () => {
        const next = settingsSchema.parse(change(await load()));
        settings = next;
        const text = `${JSON.stringify(next, null, 2)}\n`;
        await writeFileAtomically(file, new TextEncoder().encode(text));
      }),
  };
}

async function readSettings(file: string): Promise<Settings> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return settingsSchema.parse({});
  }
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch {
    // Where it cannot be kept aside, the next update writes over it.
    await rename(file, `${file}.damaged`).catch(() => undefined);
    return settingsSchema.parse({});
  }
}
