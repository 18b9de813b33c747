import { Card } from './Card';
import { PlainTable } from './PlainTable';

/** So many are listed; nobody reads more before she has mended these. */
export const MOST_LISTED = 200;

type FileProblemsProps<Column> = {
  title: string;
  problems: readonly { row: number | null; column: Column | null; message: string }[];
  headingOf: (column: Column) => string;
};

/** What is wrong with a table that was read, and where in it. */
export function FileProblems<Column extends string>({
  title,
  problems,
  headingOf,
}: FileProblemsProps<Column>) {
  return (
    <Card title={title}>
      <PlainTable
        label={title}
        columns={['行', '列', '内容']}
        rows={problems.slice(0, MOST_LISTED).map(({ row, column, message }) => ({
          key: `${row} ${column} ${message}`,
          cells: [
            row === null ? '－' : `${row}行目`,
            column === null ? '－' : headingOf(column),
            message,
          ],
        }))}
        more={problems.length - MOST_LISTED}
      />
    </Card>
  );
}

/** Columns of a table that nothing is taken from. */
export function IgnoredColumns({ ignored }: { ignored: readonly string[] }) {
  if (ignored.length === 0) return null;
  return (
    <p className="text-sm text-solid-gray-700">
      次の列は、取り込みません：{ignored.slice(0, 30).join('、')}
    </p>
  );
}
