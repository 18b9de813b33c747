import type { ReactNode } from 'react';
import { Label } from 'react-aria-components';
import { classNames } from './class-names';

type FieldLabelProps = { children: ReactNode; required?: boolean; hidden?: boolean };

export function FieldLabel({ children, required = false, hidden = false }: FieldLabelProps) {
  return (
    <Label className={classNames('text-sm font-bold', hidden && 'sr-only')}>
      {children}
      {required && <span className="ml-2 text-xs font-normal text-error-2">※必須</span>}
    </Label>
  );
}
