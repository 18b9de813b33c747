import type { SheetView } from '../../data/queries';
import { Icon } from '../../ui/Icon';
import { readOnlyWords } from './read-only-words';

/** Above a sheet that its reader does not write, so that she need not try. */
export function ReadOnlyNote({ view }: { view: SheetView }) {
  const words = readOnlyWords(view.sheet, view.writable);
  if (words === null) return null;
  return (
    <p className="flex items-start gap-2 rounded-8 border border-solid-gray-200 bg-white px-4 py-2.5 text-sm">
      <Icon name="info" className="size-5 shrink-0 text-key-900" />
      <span>
        <span className="font-bold">{words.why}</span>
        {words.who}
      </span>
    </p>
  );
}
