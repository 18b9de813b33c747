import { createHash } from 'node:crypto';
import { appendFile, lstat, mkdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { IkuseiError } from '../../../shared/domain/errors';
import { safeFileName } from '../../../shared/domain/text/safe-file-name';
import { createInTurn } from '../profile/in-turn';
import { asIkuseiError, type WriteFile } from '../profile/store-files';

/** Lies in the folder and names what is written there, so that a second run goes on. */
export const RECORD_NAME = '育成ノートの出力記録.jsonl';

/** One file below the folder: in which folder of its own, and its name without extension. */
export type OutputPlace = { folder: string; name: string };

/** Where a file lies and what it was made from. */
export type OutputFile = { folder: string; fileName: string };

export type OutputFolder = {
  /** The file of this owner, when it lies there whole, made from the same contents. */
  find: (owner: string, place: OutputPlace, contents: string) => Promise<OutputFile | null>;
  /**
   * Writes it whole or not at all; over the owner's own file of before, and over no other.
   *
   * @throws IkuseiError of the writer
   */
  write: (
    owner: string,
    place: OutputPlace,
    file: { contents: string; bytes: Uint8Array },
  ) => Promise<OutputFile>;
};

/** A name that leads nowhere else: the record may have been written by anybody. */
const nameSchema = z
  .string()
  .max(260)
  .refine((name) => /^[^\\/:*?"<>|\p{Cc}]+$/u.test(name) && !/[\s.]$/u.test(name));
/** `contents` and `bytes` are null while the file is being written. */
const entrySchema = z.object({
  owner: z.string().max(3_000),
  folder: nameSchema,
  fileName: nameSchema,
  contents: z.string().max(64).nullable(),
  bytes: z.string().max(64).nullable(),
});
type Entry = z.infer<typeof entrySchema>;

/**
 * A folder that a person has chosen for many files. What it holds is kept as a record in it,
 * line by line, so that a line that was cut off costs that line only.
 */
export async function openOutputFolder(
  root: string,
  extension: string,
  writeFile: WriteFile,
): Promise<OutputFolder> {
  // Windows lets a person name a folder that is still to be made.
  await mkdir(root, { recursive: true }).catch((error: unknown) => {
    throw asIkuseiError(error, 'folderNotWritable', `フォルダ「${root}」`);
  });
  const inTurn = createInTurn();
  const recordPath = join(root, RECORD_NAME);
  const entries = new Map<string, Entry>();
  const text = await readFile(recordPath, 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const entry = entryOf(line);
    if (entry !== null) entries.set(entry.owner, entry);
  }
  let isCutOff = text !== '' && !text.endsWith('\n');

  async function keep(entry: Entry): Promise<void> {
    entries.set(entry.owner, entry);
    const line = `${isCutOff ? '\n' : ''}${JSON.stringify(entry)}\n`;
    isCutOff = false;
    await appendFile(recordPath, line).catch((error: unknown) => {
      throw asIkuseiError(error, 'folderNotWritable', `フォルダ「${root}」`);
    });
  }

  function ownEntry(owner: string, { folder, name }: OutputPlace): Entry | null {
    const entry = entries.get(owner);
    if (entry === undefined || entry.folder !== folder) return null;
    const rest = entry.fileName.startsWith(name) ? entry.fileName.slice(name.length) : null;
    return rest !== null && /^(?: \(\d+\))?\.\w+$/u.test(rest) ? entry : null;
  }

  /** Neither somebody else's nor a file that was there before us. */
  async function freeName(owner: string, { folder, name }: OutputPlace): Promise<string> {
    const others = new Set(
      [...entries.values()].filter((entry) => entry.owner !== owner).map(placeKey),
    );
    for (let number = 1; ; number += 1) {
      const fileName = `${name}${number === 1 ? '' : ` (${number})`}.${extension}`;
      const isTaken = others.has(placeKey({ folder, fileName }));
      if (!isTaken && !(await exists(join(root, folder, fileName)))) return fileName;
    }
  }

  async function claim(owner: string, place: OutputPlace): Promise<Entry> {
    await makeInnerFolder(root, place.folder);
    const own = ownEntry(owner, place);
    const fileName = own?.fileName ?? (await freeName(owner, place));
    const entry = { owner, folder: place.folder, fileName, contents: null, bytes: null };
    await keep(entry);
    return entry;
  }

  return {
    async find(owner, given, contents) {
      const entry = ownEntry(owner, safePlace(given));
      if (entry === null || entry.contents !== digestOf(contents)) return null;
      const bytes = await readFile(join(root, entry.folder, entry.fileName)).catch(() => null);
      return bytes !== null && digestOf(bytes) === entry.bytes ? fileOf(entry) : null;
    },
    async write(owner, given, { contents, bytes }) {
      const entry = await inTurn(() => claim(owner, safePlace(given)));
      await writeFile(join(root, entry.folder, entry.fileName), bytes);
      const made = { contents: digestOf(contents), bytes: digestOf(bytes) };
      await inTurn(() => keep({ ...entry, ...made }));
      return fileOf(entry);
    },
  };
}

/** What a name of a unit or of a person is as one of a folder or of a file. */
function safePlace({ folder, name }: OutputPlace): OutputPlace {
  return { folder: safeFileName(folder), name: safeFileName(name) };
}

function fileOf({ folder, fileName }: Entry): OutputFile {
  return { folder, fileName };
}

function entryOf(line: string): Entry | null {
  try {
    return entrySchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Systems that take two spellings for one name must not have one written over the other. */
function placeKey({ folder, fileName }: Pick<Entry, 'folder' | 'fileName'>): string {
  return `${folder}/${fileName}`.normalize('NFC').toLowerCase();
}

/** A link in its place would lead out of the folder that was chosen. */
async function makeInnerFolder(root: string, folder: string): Promise<void> {
  const path = join(root, folder);
  try {
    await mkdir(path).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  } catch (error) {
    throw asIkuseiError(error, 'folderNotWritable', `フォルダ「${path}」`);
  }
  if ((await realpath(path)) !== join(await realpath(root), folder)) {
    throw new IkuseiError('folderNotWritable', `フォルダ「${path}」`);
  }
}

function digestOf(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
