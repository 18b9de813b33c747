import { Link } from 'react-aria-components';
import { useLocation } from 'react-router';
import { classNames } from '../ui/class-names';

/** An entry of the rail; marked while its page, or one below it, is shown. */
export function RailLink({ href, children }: { href: string; children: string }) {
  const { pathname } = useLocation();
  // All pages of 職員課 are one entry: it is told by the first part of the address.
  const [, part = ''] = href.split('/');
  const current = href === '/' ? pathname === '/' : pathname.split('/')[1] === part;
  return (
    <li>
      <Link
        href={href}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        className={classNames(
          'focus-ring flex min-h-11 cursor-pointer items-center rounded-8 px-3 text-base',
          current ? 'bg-key-50 font-bold text-key-900' : 'hover:bg-solid-gray-50',
        )}
      >
        {children}
      </Link>
    </li>
  );
}
