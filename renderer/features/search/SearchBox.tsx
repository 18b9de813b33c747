import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { pressedKey } from '../../ui/composition';
import { Icon } from '../../ui/Icon';
import type { PaletteCommand } from './SearchPalette';

const loadPalette = () => import('./SearchPalette');
const SearchPalette = lazy(() =>
  loadPalette().then((palette) => ({ default: palette.SearchPalette })),
);

/** The way into the search, in the top bar and by Ctrl+K from everywhere. */
export function SearchBox({ commands }: { commands: readonly PaletteCommand[] }) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);

  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPalette());
    return () => cancelIdleCallback(idle);
  }, []);

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      const plain = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!plain || pressedKey(event)?.toLowerCase() !== 'k') return;
      event.preventDefault();
      // A question on the screen is answered first.
      if (document.querySelector('[role="alertdialog"], [role="dialog"]') === null) setOpen(true);
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        className="focus-ring flex min-h-9 shrink-0 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-3 text-sm text-solid-gray-700 hover:bg-key-50"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" className="size-4" />
        <span>探す</span>
        <kbd className="rounded-4 border border-solid-gray-300 px-1.5 font-sans text-xs max-[900px]:hidden">
          Ctrl+K
        </kbd>
      </button>
      {open && (
        <Suspense>
          <SearchPalette commands={commands} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
