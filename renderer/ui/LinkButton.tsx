import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-aria-components';
import { type ButtonLook, type ButtonSize, buttonLook } from './button-look';

type LinkButtonProps = Omit<LinkProps, 'className' | 'children'> & {
  look?: ButtonLook;
  size?: ButtonSize;
  className?: string;
  children: ReactNode;
};

/** A place to go to that looks like a button. */
export function LinkButton({
  look = 'secondary',
  size = 'medium',
  className,
  children,
  ...props
}: LinkButtonProps) {
  return (
    <Link {...props} className={buttonLook(look, size, className)}>
      {children}
    </Link>
  );
}
