import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

const tones: Record<Tone, string> = {
  neutral: 'border-solid-gray-300 bg-white text-solid-gray-800',
  info: 'border-key-200 bg-key-50 text-key-1000',
  success: 'border-green-200 bg-green-50 text-green-900',
  warning: 'border-yellow-300 bg-yellow-50 text-yellow-1200',
  error: 'border-red-200 bg-red-50 text-red-1000',
};

type BadgeProps = { tone?: Tone; className?: string; children: ReactNode };

export function Badge({ tone = 'neutral', className, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center rounded-6 border px-2 py-0.5 text-xs font-bold whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
