/** Stands between names, whatever else the names hold. */
const SURE = '＞';
const sure = /[＞>]/u;

/** What files put between the names of a path, the surest first. */
const marks = [/[／/]/u, /\u3000/u, /[^\S\u3000]/u] as const;
const spaces = /\s/u;

/**
 * The names of a path as one cell. Spaces stand between them, as in most offices' files; a name
 * that itself holds a space or a stroke is kept whole by another mark.
 */
export function writeUnitPath(path: readonly string[]): string {
  const isPlain = path.every((name) => !/[\s／/＞>]/u.test(name));
  if (isPlain) return path.join('　');
  return path.length === 1 ? `${SURE}${path[0]}` : path.join(SURE);
}

/**
 * How the cells of one file are split into names: `市民部　市民課` → two. Between names stands
 * what most of its cells hold, so that 企画／調整課 stays one name in a file with spaces.
 *
 * @param cells all of the file's, as they are written
 */
export function unitPathReader(cells: Iterable<string>): (cell: string) => string[] {
  const counts = marks.map(() => 0);
  for (const cell of cells) {
    if (sure.test(cell)) continue;
    for (const [index, mark] of marks.entries()) {
      if (mark.test(cell)) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  const most = counts.indexOf(Math.max(...counts));
  const usual = marks[most] ?? spaces;
  // Spaces of both widths are typed as one thing, unless a cell has both.
  const lax = usual === marks[0] ? usual : spaces;
  return (cell) => {
    const mark = sure.test(cell) ? sure : usual.test(cell) ? usual : lax;
    return cell
      .split(mark)
      .map((name) => name.trim())
      .filter((name) => name !== '');
  };
}
