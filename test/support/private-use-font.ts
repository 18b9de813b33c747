import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code point that no font of ours draws, and every office's 外字 begins with. */
export const PRIVATE_USE = 0xe000;

/**
 * Gives every TrueType file of a folder a glyph for U+E000, as a PC with 外字 has it: in
 * each Unicode subtable the first character behind it lends its place.
 */
export function addPrivateUseGlyph(fontFolder: string): void {
  for (const name of readdirSync(fontFolder).filter((file) => file.endsWith('.ttf'))) {
    const path = join(fontFolder, name);
    const file = new Uint8Array(readFileSync(path));
    remap(new DataView(file.buffer));
    writeFileSync(path, file);
  }
}

function remap(view: DataView): void {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    if (view.getUint32(record) !== 0x636d6170) continue;
    const cmap = view.getUint32(record + 8);
    const starts = Array.from({ length: view.getUint16(cmap + 2) }, (_none, at) =>
      view.getUint32(cmap + 8 + at * 8),
    );
    // Several records may name the same subtable.
    for (const start of new Set(starts)) {
      const format = view.getUint16(cmap + start);
      if (format === 4) remapSegment(view, cmap + start);
      if (format === 12) remapGroup(view, cmap + start);
    }
  }
}

function remapSegment(view: DataView, start: number): void {
  const doubled = view.getUint16(start + 6);
  const [ends, starts] = [start + 14, start + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let at = 0; at < doubled; at += 2) {
    const first = view.getUint16(starts + at);
    if (first < PRIVATE_USE) continue;
    const delta = view.getUint16(deltas + at);
    const offset = view.getUint16(offsets + at);
    const glyph = offset === 0 ? first + delta : view.getUint16(offsets + at + offset) + delta;
    view.setUint16(starts + at, PRIVATE_USE);
    view.setUint16(ends + at, PRIVATE_USE);
    view.setUint16(deltas + at, (glyph - PRIVATE_USE) & 0xffff);
    view.setUint16(offsets + at, 0);
    return;
  }
}

function remapGroup(view: DataView, start: number): void {
  for (let index = 0; index < view.getUint32(start + 12); index += 1) {
    const group = start + 16 + index * 12;
    if (view.getUint32(group) < PRIVATE_USE) continue;
    view.setUint32(group, PRIVATE_USE);
    view.setUint32(group + 4, PRIVATE_USE);
    return;
  }
}
