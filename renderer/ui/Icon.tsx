type IconName = 'check' | 'info' | 'warning' | 'error' | 'close' | 'chevron' | 'search';

const paths: Record<IconName, string> = {
  check: 'M4 12.5 9.5 18 20 6.5',
  info: 'M12 11v6M12 7.5v.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  warning: 'M12 9v5M12 17v.5M12 3.5 2.5 20.5h19L12 3.5Z',
  error: 'M12 7v6M12 16v.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  close: 'M6 6l12 12M18 6 6 18',
  chevron: 'M9 6l6 6-6 6',
  search: 'M16.5 16.5 21 21M18.5 11a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
};

type IconProps = { name: IconName; className?: string };

/** Decoration only: the words beside it carry the meaning. */
export function Icon({ name, className = 'size-5' }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 24 24"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
