import type { TableColumn } from './WindowedTable';

/** The column of a list whose rows can be chosen. */
export function chooseColumn<Row extends { id: string }>({
  nameOf,
  marked,
  onMark,
}: {
  nameOf: (row: Row) => string;
  marked: ReadonlySet<string>;
  onMark: (marked: ReadonlySet<string>) => void;
}): TableColumn<Row> {
  return {
    key: 'choose',
    header: '選ぶ',
    width: 'w-14',
    cell: (row) => (
      <input
        type="checkbox"
        aria-label={`${nameOf(row)}を選ぶ`}
        className="focus-ring size-5 cursor-pointer align-middle"
        checked={marked.has(row.id)}
        onChange={({ target }) => {
          const next = new Set(marked);
          if (target.checked) next.add(row.id);
          else next.delete(row.id);
          onMark(next);
        }}
      />
    ),
  };
}
