import { classNames } from './class-names';
import { TextLink } from './TextLink';

type TabLinksProps = {
  label: string;
  current: string;
  pages: readonly { href: string; name: string }[];
  /** In a line with other things: without the rule below. */
  inline?: boolean;
};

/** The pages of one thing, side by side; the open one is no link. */
export function TabLinks({ label, current, pages, inline = false }: TabLinksProps) {
  return (
    <nav aria-label={label}>
      <ul
        className={classNames(
          'flex flex-wrap gap-5',
          !inline && 'border-b border-solid-gray-200 pb-2',
        )}
      >
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
