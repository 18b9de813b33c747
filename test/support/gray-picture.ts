import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture in shades of gray, 0 for black to 255, row by row. */
export type GrayPicture = { width: number; height: number; pixels: Uint8Array };

/** Reads a binary PGM, as `pdftoppm -gray` writes it. */
export function readPgm(file: Buffer): GrayPicture {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/u.exec(file.toString('latin1', 0, 40));
  if (head === null) throw new Error('no PGM of 8 bits');
  const [all, width, height] = head;
  return { width: Number(width), height: Number(height), pixels: file.subarray(all.length) };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 8 bits of gray, deflated, filtered row by row, not interlaced. */
const KIND = [8, 0, 0, 0, 0];

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG anybody can look at, in 16 shades, so that it is small. */
export function writeGrayPng({ width, height, pixels }: GrayPicture): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const shade = pixels[row * width + column] ?? 0;
      rows[row * (width + 1) + 1 + column] = Math.round(shade / 17) * 17;
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Buffer.from(KIND)])),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what `writeGrayPng` wrote, and no other PNG. */
export function readGrayPng(png: Buffer): GrayPicture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    if (rows[row * (width + 1)] !== 0) throw new Error('a PNG of another program');
    pixels.set(rows.subarray(row * (width + 1) + 1, (row + 1) * (width + 1)), row * width);
  }
  return { width, height, pixels };
}

/** A difference in shade that is no longer another smoothing of the same edge. */
const VISIBLE = 96;

/** The share of the pixels that visibly differ, 1 for pictures of different sizes. */
export function differenceOf(one: GrayPicture, other: GrayPicture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let count = 0;
  for (const [place, shade] of one.pixels.entries()) {
    if (Math.abs(shade - (other.pixels[place] ?? 0)) > VISIBLE) count += 1;
  }
  return count / one.pixels.length;
}
