import type { ReactNode } from 'react';
import type { SheetPaper } from './use-sheet-paper';

type BesidePaperProps = { paper: SheetPaper; children: ReactNode };

/** The sheet, with its paper beside it or in its place. */
export function BesidePaper({ paper, children }: BesidePaperProps) {
  const { place, panel } = paper;
  return (
    <div className={place === 'beside' ? 'grid grid-cols-2 items-start gap-5' : 'page-width'}>
      {/* The sheet lives on unseen: what is typed and where she was stays as it is. */}
      <div className="flex min-w-0 flex-col gap-4" hidden={place === 'instead'}>
        {children}
      </div>
      {panel !== null && <div className="sticky top-0 min-w-0">{panel}</div>}
    </div>
  );
}
