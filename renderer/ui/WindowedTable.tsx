import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names';
import { windowOfRows } from './window-of-rows';

export type TableColumn<Row> = {
  key: string;
  header: string;
  /** A Tailwind width such as `w-48`. */
  width?: string;
  cell: (row: Row) => ReactNode;
};

type WindowedTableProps<Row> = {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly TableColumn<Row>[];
  className?: string;
};

const ROW_HEIGHT = 44;

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

  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (!(event.target instanceof HTMLElement)) return;
    const row = event.target.closest('tr');
    const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
    const link = next?.querySelector<HTMLElement>('a[href]');
    if (link === null || link === undefined) return;
    event.preventDefault();
    link.focus();
    link.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div
      ref={scroller}
      className={classNames('min-h-0 overflow-auto', className)}
      onScroll={(event) =>
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
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
                aria-rowindex={shown.first + index + 2}
                className="h-11 border-b border-solid-gray-100 hover:bg-key-50"
              >
                {columns.map((column) => (
                  <td key={column.key} className="truncate px-2 py-1 align-middle">
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
