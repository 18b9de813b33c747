import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { classNames } from './class-names';

type TabsProps = {
  label: string;
  tabs: readonly { id: string; title: string }[];
  value: string;
  onChange: (id: string) => void;
  className?: string;
  /** Of the tab that is chosen. */
  children: ReactNode;
};

/** Several views of the same thing; one is shown. */
export function Tabs({ label, tabs, value, onChange, className, children }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
      keyboardActivation="manual"
      className={classNames('flex min-h-0 flex-col gap-4', className)}
    >
      <TabList
        aria-label={label}
        className="flex shrink-0 flex-wrap gap-x-1 border-b border-solid-gray-300"
      >
        {tabs.map(({ id, title }) => (
          <Tab
            key={id}
            id={id}
            className="focus-ring -mb-px cursor-pointer rounded-t-4 border-b-[3px] border-transparent px-4 py-2 text-[0.9375rem] data-hovered:bg-key-50 data-selected:border-key-900 data-selected:font-bold data-selected:text-key-900"
          >
            {title}
          </Tab>
        ))}
      </TabList>
      <TabPanel
        key={value}
        id={value}
        className="focus-ring flex min-h-0 grow flex-col gap-4 rounded-4"
      >
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
