import { type ChangeEvent, useContext, useMemo, useState } from 'react';
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  InputContext,
  ListBox,
  ListBoxItem,
  Popover,
  useSlottedContext,
} from 'react-aria-components';
import { classNames } from './class-names';
import { isUnsettled } from './composition';
import { FieldLabel } from './FieldLabel';
import { Icon } from './Icon';
import { inputLook } from './TextField';

export type SearchOption = { id: string; label: string; detail: string };

type SearchSelectProps = {
  label: string;
  labelHidden?: boolean;
  options: readonly SearchOption[];
  value: string | null;
  onChange: (id: string) => void;
  /** True when the typed text finds this option. */
  matches: (option: SearchOption, typed: string) => boolean;
  className?: string;
};

/** One out of many, found by typing. */
export function SearchSelect({
  label,
  labelHidden = false,
  options,
  value,
  onChange,
  matches,
  className,
}: SearchSelectProps) {
  // The list is filtered by the name alone; the rest of an option is found through it.
  const byLabel = useMemo(() => groupByLabel(options), [options]);
  return (
    <ComboBox
      className={classNames('flex flex-col gap-1', className)}
      menuTrigger="focus"
      defaultItems={options}
      defaultFilter={(label, typed) =>
        (byLabel.get(label) ?? []).some((option) => matches(option, typed))
      }
      allowsEmptyCollection
      value={value}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
    >
      <FieldLabel hidden={labelHidden}>{label}</FieldLabel>
      <div className="relative">
        <TypedSearch />
        <Button className="focus-ring absolute inset-y-0 right-1 flex w-7 cursor-pointer items-center justify-center rounded-4">
          <Icon name="chevron" className="size-4 rotate-90" />
        </Button>
      </div>
      <Popover className="w-(--trigger-width) min-w-72 rounded-8 border border-solid-gray-300 bg-white shadow-2">
        <ListBox
          className="max-h-96 overflow-auto p-1 outline-none"
          renderEmptyState={() => <p className="p-3 text-sm">見つかりません</p>}
        >
          {(option: SearchOption) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="flex cursor-pointer flex-col rounded-4 px-3 py-1.5 text-sm outline-none data-focused:bg-key-50 data-selected:font-bold"
            >
              <span>{option.label}</span>
              <span className="text-xs font-normal text-solid-gray-700">{option.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/**
 * Finds by settled text only. The list sends the box focus events while it changes, at
 * which React puts an older text back: in the middle of a conversion that ends it, and its
 * text stands there twice.
 */
function TypedSearch() {
  const box = useSlottedContext(InputContext);
  const choice = useContext(ComboBoxStateContext);
  const [unsettled, setUnsettled] = useState<string | null>(null);

  function settle(text: string) {
    setUnsettled(null);
    choice?.setInputValue(text);
  }

  function change({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) {
    if (isUnsettled(nativeEvent)) setUnsettled(target.value);
    else settle(target.value);
  }

  return (
    <InputContext
      value={{ ...box, value: unsettled ?? choice?.inputValue ?? '', onChange: change }}
    >
      <Input
        className={classNames(inputLook, 'min-h-9 pr-9 text-sm')}
        spellCheck={false}
        onCompositionEnd={(event) => settle(event.currentTarget.value)}
        // React Aria sends focus events of its own while the list changes.
        onFocus={(event) => event.isTrusted && event.currentTarget.select()}
      />
    </InputContext>
  );
}

function groupByLabel(options: readonly SearchOption[]): Map<string, SearchOption[]> {
  const groups = new Map<string, SearchOption[]>();
  for (const option of options) {
    groups.set(option.label, [...(groups.get(option.label) ?? []), option]);
  }
  return groups;
}
