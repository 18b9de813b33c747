import type { Author } from '../../../shared/domain/form/form';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import type { SectionPlan } from './sheet-plan';

/** An evaluator's column whose score may be shown, and where its overall rating stands. */
export type ScoreColumn = { author: Author; partId: PartId; writable: boolean };

/** The evaluators' columns that this reader may see, as the plan of the page has them. */
export function scoreColumns(sections: readonly SectionPlan[]): ScoreColumn[] {
  const overall = sections.find(({ id }) => id === 'overall')?.parts ?? [];
  return overall
    .filter(({ rated }) => rated)
    .flatMap(({ partId, columns }) =>
      columns
        .filter(({ author, mode }) => author !== 'employee' && mode !== 'hidden')
        .map(({ author, mode }) => ({ author, partId, writable: mode === 'write' })),
    );
}
