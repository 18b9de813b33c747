import type { TalkKind } from '../../../shared/domain/talk/talk';
import { readerWords } from '../../../shared/domain/talk/talk-words';

type ReadersNoteProps = { kind: TalkKind; place: Parameters<typeof readerWords>[1] };

/** Who can read this, beside every box. */
export function ReadersNote({ kind, place }: ReadersNoteProps) {
  return (
    <p className="mt-2 text-sm text-solid-gray-700">
      <span className="font-bold">読む人：</span>
      {readerWords(kind, place)}
    </p>
  );
}
