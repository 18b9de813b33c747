import { classNames } from './class-names';

type ProgressCell = { key: string; label: string; filled: number; total: number };

/** Several small progress marks in one line, each with its words. */
export function ProgressCells({ cells }: { cells: readonly ProgressCell[] }) {
  return (
    <span className="flex gap-x-2.5 tabular-nums max-md:flex-wrap">
      {cells.map((cell) => (
        <span key={cell.key} className="flex items-center gap-1.5 text-sm whitespace-nowrap">
          <span className="text-solid-gray-700">{cell.label}</span>
          <span aria-hidden="true" className="bar-track h-1.5 w-6 rounded-full bg-solid-gray-100">
            <span
              className={classNames(
                'bar-mark block h-full rounded-full',
                cell.filled === cell.total ? 'bg-success-2' : 'bg-key-900',
              )}
              style={{ width: `${cell.total === 0 ? 0 : (100 * cell.filled) / cell.total}%` }}
            />
          </span>
          <span className="min-w-11">
            {cell.filled}/{cell.total}
          </span>
        </span>
      ))}
    </span>
  );
}
