import { remarkPartId, sharedRemarkPartId } from '../../../shared/domain/sheet/part';
import type { SheetView } from '../../data/queries';
import { Icon } from '../../ui/Icon';
import { readOnlyWords } from './read-only-words';

/** Above a sheet that its reader does not write, so that she need not try. */
export function ReadOnlyNote({ view }: { view: SheetView }) {
  const words = readOnlyWords(view.sheet, view.writable);
  if (words === null) return null;
  const isSharing = view.access.sharedRemark.writes.length > 0;
  const shared = view.form.development.find(
    ({ id }) => remarkPartId('development', id) === sharedRemarkPartId,
  );
  return (
    <p className="flex items-start gap-2 rounded-8 border border-solid-gray-200 bg-white px-4 py-2.5 text-sm">
      <Icon name="info" className="size-5 shrink-0 text-key-900" />
      <span>
        <span className="font-bold">{words.why}</span>
        {words.who}
        {isSharing &&
          shared !== undefined &&
          `ただし「${shared.name}」は、本人と共有する欄として今も書けます。`}
      </span>
    </p>
  );
}
