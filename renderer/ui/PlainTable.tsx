import type { ReactNode } from 'react';

/** How a cell of a plain table looks. */
export const cellLook = 'px-2 py-1.5 text-left align-baseline font-normal';

type PlainTableProps = {
  label: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
  /** How many there are beside those that are listed. */
  more: number;
};

/** A table to read, that scrolls in itself. */
export function PlainTable({ label, columns, rows, more }: PlainTableProps) {
  return (
    <>
      <ScrollingTable label={label} columns={columns}>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="border-b border-solid-gray-100">
            {cells.map((cell, index) => (
              <td key={columns[index]} className={cellLook}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </ScrollingTable>
      <More count={more} />
    </>
  );
}

type ScrollingTableProps = { label: string; columns: readonly string[]; children: ReactNode };

/** Its headings stay in sight. */
export function ScrollingTable({ label, columns, children }: ScrollingTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it from here
    <section aria-label={label} tabIndex={0} className="focus-ring max-h-96 overflow-auto">
      <table className="w-full border-collapse text-sm">
        <thead className="sticky top-0 bg-white">
          <tr className="border-b border-solid-gray-300">
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-2 py-1.5 text-left font-normal whitespace-nowrap text-solid-gray-700"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** Says that a list is longer than what it shows. */
export function More({ count }: { count: number }) {
  return count > 0 ? <p className="mt-2 text-sm">ほかに {count} 件あります。</p> : null;
}
