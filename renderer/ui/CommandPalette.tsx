import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { pressedKey } from './composition';
import { Icon } from './Icon';
import { MarkedText } from './MarkedText';

export type PaletteItem = {
  id: string;
  label: string;
  detail: string;
  /** A line below, in which what was looked for is marked. */
  line?: readonly { text: string; hit: boolean }[];
};
export type PaletteGroup<Item extends PaletteItem> = { title: string; items: readonly Item[] };

type CommandPaletteProps<Item extends PaletteItem> = {
  label: string;
  placeholder: string;
  typed: string;
  onType: (typed: string) => void;
  groups: readonly PaletteGroup<Item>[];
  onChoose: (item: Item) => void;
  onClose: () => void;
  /** How much was found, for the eye and the screen reader alike. */
  status: string;
  /** What is shown where nothing is listed. */
  empty: ReactNode;
};

/**
 * One box over the page, and below it what the typed text finds. The keyboard stays in
 * the box: the arrows move the mark, Enter opens what is marked, Escape goes back.
 */
export function CommandPalette<Item extends PaletteItem>(props: CommandPaletteProps<Item>) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center bg-opacity-gray-600 p-4 pt-[8dvh] min-[900px]:p-6 min-[900px]:pt-[10dvh]"
    >
      <Modal className="flex max-h-[80dvh] w-full max-w-2xl flex-col overflow-hidden rounded-16 border border-solid-gray-200 bg-white shadow-4">
        <Dialog aria-label={props.label} className="flex min-h-0 flex-col outline-none">
          <PaletteBody {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody<Item extends PaletteItem>({
  label,
  placeholder,
  typed,
  onType,
  groups,
  onChoose,
  status,
  empty,
}: CommandPaletteProps<Item>) {
  const baseId = useId();
  const listId = `${baseId}-list`;
  const items = groups.flatMap((group) => group.items);
  const [markedId, setMarkedId] = useState<string | null>(null);
  const found = items.findIndex(({ id }) => id === markedId);
  // What was marked may no longer be found; the likeliest is first.
  const marked = found === -1 ? 0 : found;
  const current = items[marked];
  const list = useRef<HTMLDivElement>(null);
  const optionId = (id: string) => `${baseId}-${id}`;

  useEffect(() => {
    if (current === undefined) return;
    list.current
      ?.querySelector(`[data-item="${CSS.escape(current.id)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  function move(place: number) {
    const next = items[(place + items.length) % items.length];
    if (next !== undefined) setMarkedId(next.id);
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    // In a conversion Enter takes the word and the arrows choose among its readings.
    switch (pressedKey(event.nativeEvent)) {
      case 'ArrowDown':
        move(marked + 1);
        break;
      case 'ArrowUp':
        move(marked - 1);
        break;
      case 'PageDown':
        move(Math.min(items.length - 1, marked + 6));
        break;
      case 'PageUp':
        move(Math.max(0, marked - 6));
        break;
      case 'Enter':
        if (current !== undefined) onChoose(current);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-solid-gray-200 px-4">
        <Icon name="search" className="size-5 shrink-0 text-solid-gray-700" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the box was opened to be typed into
          autoFocus
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={current === undefined ? undefined : optionId(current.id)}
          className="min-h-14 min-w-0 grow bg-transparent text-base outline-none"
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setMarkedId(null);
            onType(event.target.value);
          }}
          onKeyDown={handleKey}
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        className="min-h-0 overflow-auto p-2"
      >
        {groups.map((group) =>
          group.items.length === 0 ? null : (
            <PaletteList key={group.title} title={group.title}>
              {group.items.map((item) => (
                <PaletteOption
                  key={item.id}
                  id={optionId(item.id)}
                  item={item}
                  marked={item === current}
                  onMark={() => setMarkedId(item.id)}
                  onChoose={() => onChoose(item)}
                />
              ))}
            </PaletteList>
          ),
        )}
      </div>
      {items.length === 0 && <div className="px-5 pb-5 text-sm">{empty}</div>}
      <div className="flex flex-wrap justify-between gap-x-4 border-t border-solid-gray-200 px-5 py-2 text-xs text-solid-gray-700">
        <p role="status">{status}</p>
        <p>↑↓ えらぶ　Enter 開く　Esc 閉じる</p>
      </div>
    </>
  );
}

function PaletteList({ title, children }: { title: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element is
    <div role="group" aria-label={title} className="pb-1.5">
      <p aria-hidden="true" className="px-3 pt-1.5 pb-1 text-xs text-solid-gray-700">
        {title}
      </p>
      {children}
    </div>
  );
}

type PaletteOptionProps = {
  id: string;
  item: PaletteItem;
  marked: boolean;
  onMark: () => void;
  onChoose: () => void;
};

function PaletteOption({ id, item, marked, onMark, onChoose }: PaletteOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard stays in the box
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the box's
    <div
      id={id}
      role="option"
      aria-selected={marked}
      data-item={item.id}
      data-focused={marked || undefined}
      className="flex cursor-pointer flex-wrap items-baseline justify-between gap-x-4 rounded-8 px-3 py-2 data-focused:bg-key-100"
      onPointerMove={marked ? undefined : onMark}
      // The box keeps the keyboard when an option is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="min-w-0 font-bold">{item.label}</span>
      <span className="min-w-0 text-sm text-solid-gray-700">{item.detail}</span>
      {item.line !== undefined && (
        <span className="line-clamp-2 w-full text-sm">
          <MarkedText pieces={item.line} />
        </span>
      )}
    </div>
  );
}
