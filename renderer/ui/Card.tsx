import type { ReactNode } from 'react';
import { classNames } from './class-names';

type CardProps = {
  title?: string;
  level?: 2 | 3;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

export function Card({ title, level = 2, aside, className, children }: CardProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section
      {...(title === undefined ? {} : { 'aria-label': title })}
      className={classNames('rounded-12 border border-solid-gray-200 bg-white p-5', className)}
    >
      {title !== undefined && (
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
          <Title className="text-base font-bold">{title}</Title>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
