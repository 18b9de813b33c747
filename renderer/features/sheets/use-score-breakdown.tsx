import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { SheetView } from '../../data/queries';
import { Disclosure } from '../../ui/Disclosure';
import { Spinner } from '../../ui/Spinner';
import { scoreColumns } from './score-columns';
import type { SectionPlan } from './sheet-plan';
import { useStableValue } from './use-stable-value';

const ScoreBreakdown = lazy(() =>
  import('./ScoreBreakdown').then((piece) => ({ default: piece.ScoreBreakdown })),
);

/**
 * 「計算の内訳」 for evaluators and 職員課; null for the person herself. While it is closed
 * nothing is scored, and no save touches it.
 */
export function useScoreBreakdown(view: SheetView, sections: readonly SectionPlan[]): ReactNode {
  const [open, setOpen] = useState(false);
  const isEmployee = view.viewer.includes('employee');
  const columns = useStableValue(
    useMemo(() => (isEmployee ? [] : scoreColumns(sections)), [isEmployee, sections]),
  );
  const shown = open ? view : null;
  return useMemo(
    () =>
      columns.length === 0 ? null : (
        <div className="rounded-12 border border-solid-gray-200 bg-white px-5 py-2">
          <Disclosure title="計算の内訳" onOpenChange={setOpen}>
            {shown !== null && (
              <Suspense fallback={<Spinner label="計算しています" />}>
                {columns.map((column) => (
                  <ScoreBreakdown
                    key={column.partId}
                    view={shown}
                    column={column}
                    titled={columns.length > 1}
                  />
                ))}
              </Suspense>
            )}
          </Disclosure>
        </div>
      ),
    [columns, shown],
  );
}
