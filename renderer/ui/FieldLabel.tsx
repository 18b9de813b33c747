import type { ReactNode } from 'react';
import { Label } from 'react-aria-components';
import { classNames } from './class-names';

/** How the name of a field looks. */
export const labelLook = 'text-sm font-bold';

type FieldLabelProps = { children: ReactNode; required?: boolean; hidden?: boolean };

export function FieldLabel({ children, required = false, hidden = false }: FieldLabelProps) {
  return (
    <Label className={classNames(labelLook, hidden && 'sr-only')}>
      {children}
      {required && <span className="ml-2 text-xs font-normal text-error-2">※必須</span>}
    </Label>
  );
}
