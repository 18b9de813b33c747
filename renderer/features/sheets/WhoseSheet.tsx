import { useEffect, useRef } from 'react';
import { classNames } from '../../ui/class-names';
import { pressedKey } from '../../ui/composition';

type WhoseSheetProps = { person: string; className?: string };

/** Whose sheet it is: the head of the page is out of sight where she writes. */
export function WhoseSheet({ person, className }: WhoseSheetProps) {
  return (
    <p className={classNames('truncate font-bold', className)} title={person}>
      {person} さん
    </p>
  );
}

/** The same as a line that stays at the top, over what scrolls away beneath it. */
export function WhoseSheetLine({ person, className }: WhoseSheetProps) {
  const line = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A field half beneath the line is in sight to the browser, which leaves it there.
    function uncover() {
      const box = line.current?.getBoundingClientRect();
      const focused = document.activeElement?.closest('label') ?? document.activeElement;
      if (box === undefined || focused === null || focused.contains(line.current)) return;
      const { top, bottom } = focused.getBoundingClientRect();
      if (top < box.bottom && bottom > box.top) focused.scrollIntoView({ block: 'center' });
    }
    function handleKey(event: KeyboardEvent) {
      // The keyboard moves on after the key, and before the next frame.
      if (pressedKey(event) === 'Tab') requestAnimationFrame(uncover);
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);

  return (
    <div
      ref={line}
      className={classNames(
        'sticky top-0 z-2 -mx-1 -mb-2 border-b border-solid-gray-300 bg-solid-gray-50 px-1 py-1.5',
        className,
      )}
    >
      <WhoseSheet person={person} />
    </div>
  );
}
