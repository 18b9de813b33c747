import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { classNames } from './class-names';
import { pressedKey } from './composition';
import { windowOfRows } from './window-of-rows';

export type TableColumn<Row> = {
  key: string;
  header: string;
  /** A Tailwind width such as `w-48`. */
  width?: string;
  cell: (row: Row) => ReactNode;
  /** The words of a cell that may be too long for it, for the pointer. */
  title?: (row: Row) => string;
};

type WindowedTableProps<Row> = {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly TableColumn<Row>[];
  className?: string;
  /** Its rows hold nothing to go to: the keyboard comes to the table itself, to scroll it. */
  isPlain?: boolean;
};

const ROW_HEIGHT = 44;
/** `aria-rowindex` counts from 1, and the header is row 1. */
const FIRST_ROW_INDEX = 2;

/**
 * A table of any length that draws only what is seen. The first link of each row is
 * reached by Tab, and from there by the up and down arrow keys.
 */
export function WindowedTable<Row>({
  label,
  rows,
  rowKey,
  columns,
  className,
  isPlain = false,
}: WindowedTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const shown = windowOfRows(rows.length, ROW_HEIGHT, view.top, view.height);

  // A row that is not drawn yet is scrolled to first, and focused once it is there.
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    if (focusRow(scroller.current, wanted.current)) wanted.current = null;
  });

  function handleKey(event: KeyboardEvent) {
    const key = pressedKey(event.nativeEvent);
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    if (!(event.target instanceof HTMLElement)) return;
    const row = Number(event.target.closest('tr')?.ariaRowIndex) - FIRST_ROW_INDEX;
    const next = key === 'ArrowDown' ? row + 1 : row - 1;
    if (Number.isNaN(next)) return;
    event.preventDefault();
    if (next < 0 || next >= rows.length || focusRow(scroller.current, next)) return;
    wanted.current = next;
    scroller.current?.scrollTo({ top: next * ROW_HEIGHT });
  }

  return (
    <div
      ref={scroller}
      className={classNames('focus-ring min-h-0 scroll-pt-12 overflow-auto', className)}
      {...(isPlain && { tabIndex: 0, role: 'region', 'aria-label': label })}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) => {
        // In this frame, before it is drawn: the next one would show a list without rows.
        flushSync(() => setView({ top: scrollTop, height: clientHeight }));
      }}
    >
      <div style={{ paddingTop: shown.before, paddingBottom: shown.after }}>
        <table
          aria-label={label}
          aria-rowcount={rows.length + 1}
          className="w-full table-fixed border-collapse text-[0.9375rem]"
        >
          <thead className="sticky top-0 z-10 bg-white">
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={classNames(
                    'border-b border-solid-gray-300 px-2 py-2 text-left text-sm font-normal text-solid-gray-700',
                    column.width,
                  )}
                >
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={handleKey}>
            {rows.slice(shown.first, shown.end).map((row, index) => (
              <tr
                key={rowKey(row)}
                aria-rowindex={shown.first + index + FIRST_ROW_INDEX}
                className="h-[44px] border-b border-solid-gray-100 hover:bg-key-50"
              >
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className="truncate px-2 py-1 align-middle"
                    title={column.title?.(row)}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** False when the row is not drawn. */
function focusRow(scroller: HTMLElement | null, row: number): boolean {
  const link = scroller?.querySelector<HTMLElement>(
    `tr[aria-rowindex="${row + FIRST_ROW_INDEX}"] a[href]`,
  );
  if (link === null || link === undefined) return false;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: 'nearest' });
  return true;
}
