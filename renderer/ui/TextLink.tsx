import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-aria-components';
import { classNames } from './class-names';

type TextLinkProps = Omit<LinkProps, 'className' | 'children'> & {
  className?: string;
  children: ReactNode;
};

export function TextLink({ className, children, ...props }: TextLinkProps) {
  return (
    <Link
      {...props}
      className={classNames(
        'focus-ring cursor-pointer rounded-4 font-bold text-key-900 underline underline-offset-4 hover:text-key-1000 hover:decoration-2',
        className,
      )}
    >
      {children}
    </Link>
  );
}
