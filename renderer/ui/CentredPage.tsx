import type { ReactNode } from 'react';
import { classNames } from './class-names';

type CentredPageProps = {
  /** Shown above the title, e.g. the product's name. */
  brand: string;
  title: string;
  badge?: ReactNode;
  width?: 'narrow' | 'wide';
  children: ReactNode;
};

/** A page without the shell: one thing to read or to decide. */
export function CentredPage({ brand, title, badge, width = 'narrow', children }: CentredPageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classNames(
        'mx-auto flex min-h-dvh w-full flex-col gap-5 px-6 py-10 outline-none',
        // In the middle of a tall window, a little above it; never cut in a low one.
        "before:flex-1 before:content-[''] after:flex-2 after:content-['']",
        width === 'narrow' ? 'max-w-2xl' : 'max-w-4xl',
      )}
    >
      <header className="flex flex-col gap-1">
        <p className="flex items-center gap-2 font-bold text-key-900">
          {brand}
          {badge}
        </p>
        <h1 className="text-2xl font-bold">{title}</h1>
      </header>
      {children}
    </main>
  );
}
