import { TextLink } from './TextLink';

type TabLinksProps = {
  label: string;
  current: string;
  pages: readonly { href: string; name: string }[];
};

/** The pages of one thing, side by side; the open one is no link. */
export function TabLinks({ label, current, pages }: TabLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-5 border-b border-solid-gray-200 pb-2">
        {pages.map(({ href, name }) => (
          <li key={href}>
            {current === href ? (
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
