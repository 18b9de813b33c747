import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Disclosure as AriaDisclosure,
  DisclosurePanel,
  Heading,
} from 'react-aria-components';
import { Icon } from './Icon';

type DisclosureProps = {
  title: string;
  defaultOpen?: boolean;
  /** For what is made only while it is seen. */
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

export function Disclosure({
  title,
  defaultOpen = false,
  onOpenChange,
  children,
}: DisclosureProps) {
  return (
    <AriaDisclosure
      defaultExpanded={defaultOpen}
      {...(onOpenChange === undefined ? {} : { onExpandedChange: onOpenChange })}
      className="group"
    >
      <Heading level={3}>
        <AriaButton
          slot="trigger"
          className="focus-ring flex min-h-9 w-full cursor-pointer items-center gap-1 rounded-4 text-left text-sm font-bold text-key-900 hover:underline"
        >
          <Icon name="chevron" className="size-4 shrink-0 group-data-expanded:rotate-90" />
          {title}
        </AriaButton>
      </Heading>
      <DisclosurePanel className="text-sm">
        <div className="flex flex-col gap-2 pt-1 pb-2">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
