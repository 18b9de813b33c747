import { quoteOfNote } from '../../../shared/domain/conduct-note/note-words';
import type { Author } from '../../../shared/domain/form/form';
import type { Period } from '../../../shared/domain/period/period';
import { monthAndDay } from '../../../shared/domain/period/wareki';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { listNotesAbout } from '../../data/conduct-note-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { openNote } from '../../state/quick-note';
import { Button } from '../../ui/Button';
import { useSheetForm } from './sheet-form-context';
import type { PartPlan } from './sheet-plan';

type NoteHintsProps = {
  staffId: string;
  period: Pick<Period, 'startsOn' | 'endsOn'>;
  part: PartPlan;
};

/**
 * 職務行動記録 of this person that I have written myself: first what speaks of this part,
 * then what speaks of none. Each can be put into the evidence that I am writing.
 */
export function NoteHints({ staffId, period, part }: NoteHintsProps) {
  const { startsOn, endsOn } = period;
  const result = useLiveQuery(
    (store) => Promise.resolve(listNotesAbout(store, staffId, { startsOn, endsOn })),
    [staffId, startsOn, endsOn],
  );
  const { appendText } = useSheetForm();
  const author = writingAuthor(part);
  if (result.state !== 'ready' || part.section === 'overall') return null;
  const here = result.value.filter(({ partIds }) => partIds.includes(part.partId));
  const anywhere = result.value.filter(({ partIds }) => partIds.length === 0);
  return (
    <section aria-labelledby="note-hints" className="flex flex-col gap-1.5 text-sm">
      <h3
        id="note-hints"
        className="border-b border-solid-gray-200 pb-1 text-sm font-bold text-solid-gray-700"
      >
        職務行動記録（私だけのもの）
      </h3>
      {here.length + anywhere.length === 0 && (
        <p className="text-solid-gray-700">この項目について書きとめた記録はありません。</p>
      )}
      <ul className="flex flex-col gap-2">
        {[...here, ...anywhere].map((note) => (
          <li key={note.id} className="flex flex-col items-start gap-1">
            <p className="whitespace-pre-wrap">
              <span className="text-solid-gray-700">{monthAndDay(note.happenedOn)}</span>{' '}
              {note.text}
            </p>
            {author !== null && (
              <Button
                size="small"
                aria-label={`${monthAndDay(note.happenedOn)}の記録を根拠に入れる`}
                onPress={() => appendText(part.partId, author, quoteOfNote(note))}
              >
                根拠に入れる
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button
          look="quiet"
          size="small"
          onPress={() => openNote({ staffId, partIds: notable(part) })}
        >
          記録を書く
        </Button>
      </div>
    </section>
  );
}

function writingAuthor({ columns }: PartPlan): Author | null {
  return columns.find(({ mode }) => mode === 'write')?.author ?? null;
}

/** A note speaks of goals and items; a remark is about the whole person. */
function notable({ partId, section }: PartPlan): PartId[] {
  return section === 'development' ? [] : [partId];
}
