import { useLocation } from 'react-router';
import { TextLink } from '../../ui/TextLink';

const pages = [
  { href: '/hr/progress', name: '進行管理' },
  { href: '/hr/units', name: '組織' },
  { href: '/hr/roster', name: '職員名簿' },
  { href: '/hr/frameworks', name: '体系図' },
  { href: '/hr/periods', name: '評価期間と様式' },
  { href: '/hr/questions', name: '体系図の文言' },
  { href: '/hr/appeals', name: '不服申出' },
  { href: '/hr/placements', name: '配属希望申告' },
  { href: '/hr/rotation', name: 'ローテーション' },
  { href: '/hr/needs', name: '配置要求' },
  { href: '/hr/talks', name: '1on1' },
  { href: '/hr/training', name: '研修' },
  { href: '/hr/office', name: '設定' },
] as const;

/** The pages of 職員課. */
export function HrNav() {
  const { pathname } = useLocation();
  return (
    <nav aria-label="職員課のページ">
      <ul className="flex flex-wrap gap-5 border-b border-solid-gray-200 pb-2">
        {pages.map(({ href, name }) => (
          <li key={href}>
            {pathname === href ? (
              <span aria-current="page" className="font-bold">
                {name}
              </span>
            ) : (
              <TextLink href={href}>{name}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
