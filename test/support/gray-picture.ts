import { inflateSync } from 'node:zlib';

/** A picture in shades of gray, 0 for black to 255, row by row. */
export type GrayPicture = { width: number; height: number; pixels: Uint8Array };

const SIGNATURE = 8;
const CHUNK_FRAME = 12;

/**
 * Reads a PNG of 8-bit gray, as `pdftoppm -gray -png` writes it.
 *
 * @throws Error for any other kind of picture
 */
export function readGrayPicture(png: Buffer): GrayPicture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  if (png[24] !== 8 || png[25] !== 0 || png[28] !== 0) throw new Error('no picture in 8-bit gray');
  const data: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(png.subarray(at + 8, at + 8 + length));
    }
    at += length + CHUNK_FRAME;
  }
  const rows = inflateSync(Buffer.concat(data));
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const kind = rows[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const place = row * width + column;
      const left = column > 0 ? (pixels[place - 1] ?? 0) : 0;
      const above = row > 0 ? (pixels[place - width] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (pixels[place - width - 1] ?? 0) : 0;
      const value = rows[row * (width + 1) + 1 + column] ?? 0;
      pixels[place] = value + predicted(kind, left, above, corner);
    }
  }
  return { width, height, pixels };
}

/** The PNG filters: none, sub, up, average, Paeth. */
function predicted(kind: number, left: number, above: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
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
