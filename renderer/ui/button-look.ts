import { classNames } from './class-names';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'medium' | 'small';

const shared =
  'focus-ring inline-flex items-center justify-center gap-2 rounded-8 border font-bold ' +
  'cursor-pointer select-none no-underline data-disabled:cursor-not-allowed ' +
  'data-disabled:border-solid-gray-300 data-disabled:bg-solid-gray-50 ' +
  'data-disabled:text-solid-gray-600';

const looks: Record<ButtonLook, string> = {
  primary:
    'border-key-900 bg-key-900 text-white hover:bg-key-1000 data-pressed:bg-key-1100 forced-colors:border-[ButtonText]',
  secondary: 'border-key-900 bg-white text-key-900 hover:bg-key-50 data-pressed:bg-key-100',
  quiet:
    'border-transparent bg-transparent text-key-900 underline underline-offset-4 hover:bg-key-50 data-pressed:bg-key-100',
  danger: 'border-error-2 bg-white text-error-2 hover:bg-red-50 data-pressed:bg-red-100',
};

const sizes: Record<ButtonSize, string> = {
  medium: 'min-h-11 px-5 text-[0.9375rem]',
  small: 'min-h-9 px-3 text-sm',
};

/** The one look of everything that is pressed, be it a button or a link. */
export function buttonLook(look: ButtonLook, size: ButtonSize, extra?: string): string {
  return classNames(shared, looks[look], sizes[size], extra);
}
