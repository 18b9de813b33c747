import { Inflate, strFromU8 } from 'fflate';
import { FileRefused } from './file-refused';

/** How much a container may hold before it is refused. */
export type ZipLimits = { entries: number; inflatedBytes: number };

/** What lies in a ZIP file; read piece by piece, all pieces within one bound. */
export type ZipContents = {
  names: ReadonlySet<string>;
  /** The text of an entry, which is UTF-8; null when there is none of that name. */
  readText: (name: string) => string | null;
};

type Entry = { method: number; packed: number; inflated: number; headerAt: number };

const END = 0x06054b50;
const END_LENGTH = 22;
const DIRECTORY = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const MOST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** Deflate packs a thousandfold at most: a piece of this size stays small inflated. */
const PIECE = 16_384;

const damaged = '壊れているため読めません。';
const tooLarge = '中身を広げると大きすぎます。';

/**
 * Opens a ZIP file that comes from outside. Nothing is inflated here; what the file itself
 * says of its sizes is checked first, and counted again while it is inflated.
 *
 * @throws FileRefused
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ZipContents {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  let left = limits.inflatedBytes;
  return {
    names: new Set(entries.keys()),
    readText(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.inflated > left) throw new FileRefused(tooLarge);
      const inflated = inflate(packedBytes(bytes, view, entry), entry, left);
      left -= inflated.length;
      return strFromU8(inflated);
    },
  };
}

/** By its central directory, the only place that names every entry once. */
function readDirectory(bytes: Uint8Array, view: DataView, limits: ZipLimits): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new FileRefused('中のファイルが多すぎます。');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY) {
      throw new FileRefused(damaged);
    }
    const nameLength = view.getUint16(at + 28, true);
    const nameAt = at + DIRECTORY_LENGTH;
    const name = strFromU8(bytes.subarray(nameAt, nameAt + nameLength));
    const flags = view.getUint16(at + 8, true);
    if ((flags & ENCRYPTED) !== 0) throw new FileRefused('パスワードがかかっています。');
    // Two of one name are read differently by different programs.
    if (entries.has(name)) throw new FileRefused(damaged);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at = nameAt + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands last, before a comment of the maker's. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new FileRefused(damaged);
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { headerAt, packed } = entry;
  if (headerAt + LOCAL_LENGTH > bytes.length || view.getUint32(headerAt, true) !== LOCAL) {
    throw new FileRefused(damaged);
  }
  const from =
    headerAt +
    LOCAL_LENGTH +
    view.getUint16(headerAt + 26, true) +
    view.getUint16(headerAt + 28, true);
  if (from + packed > bytes.length) throw new FileRefused(damaged);
  return bytes.subarray(from, from + packed);
}

/** @param most bytes; one more ends it at once, whatever the entry says of itself */
function inflate(packed: Uint8Array, entry: Entry, most: number): Uint8Array {
  if (entry.method === STORED) {
    if (packed.length !== entry.inflated) throw new FileRefused(damaged);
    return packed;
  }
  if (entry.method !== DEFLATED) throw new FileRefused(damaged);
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length > most) throw new FileRefused(tooLarge);
    pieces.push(piece);
  });
  try {
    for (let from = 0; from < packed.length; from += PIECE) {
      stream.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused(damaged);
  }
  if (length !== entry.inflated) throw new FileRefused(damaged);
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
