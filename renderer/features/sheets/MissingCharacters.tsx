import { errorCatalog } from '../../../shared/domain/errors';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import type { MissingPlace } from '../../../shared/print/missing-character';
import { paperFieldName, paperPersonName } from '../../../shared/print/paper-field-name';
import { paperPart } from '../../../shared/print/paper-part';
import type { PrintModel } from '../../../shared/print/print-model';
import type { SheetView } from '../../data/queries';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { missingWords } from './missing-words';

/** A longer list helps nobody; the rest is counted. */
const MOST_SHOWN = 40;

type MissingListProps = {
  model: PrintModel;
  missing: readonly MissingPlace[];
  /** Offers the way to the field; null where a text has none. */
  wayTo?: (place: MissingPlace) => (() => void) | null;
};

/** Which characters the fonts lack: whose paper, which field, how often. */
export function MissingList({ model, missing, wayTo }: MissingListProps) {
  const person = paperPersonName(model);
  return (
    <ul className="flex flex-col divide-y divide-solid-gray-200 text-sm">
      {missing.slice(0, MOST_SHOWN).map((place) => {
        const field = paperFieldName(model, place.path) ?? '様式の文言';
        const goTo = wayTo?.(place) ?? null;
        return (
          <li
            key={`${place.path.join('/')} ${place.codePoint}`}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5"
          >
            <p className="min-w-0">
              {person}・{field}：<strong className="text-base">「{place.character}」</strong>{' '}
              {place.codePoint} — {place.count} 箇所
              <span className="text-solid-gray-700">（{missingWords(place)}）</span>
            </p>
            {goTo !== null && (
              <Button size="small" aria-label={`この欄へ：${field}`} onPress={goTo}>
                この欄へ
              </Button>
            )}
          </li>
        );
      })}
      {missing.length > MOST_SHOWN && (
        <li className="py-1.5">ほかに {missing.length - MOST_SHOWN} 件あります。</li>
      )}
    </ul>
  );
}

type MissingDialogProps = {
  view: SheetView;
  model: PrintModel;
  missing: readonly MissingPlace[];
  /** What she agrees to: `このまま保存する`. */
  agreeLabel: string;
  onAnswer: (agreed: boolean) => void;
  onGoTo: (partId: PartId, character: string) => void;
};

/** Asked before anything is written: a wrong character in a name is no small thing. */
export function MissingDialog({
  view,
  model,
  missing,
  agreeLabel,
  onAnswer,
  onGoTo,
}: MissingDialogProps) {
  function wayTo(place: MissingPlace) {
    const partId = paperPart(view, place.path);
    if (partId === null) return null;
    return () => {
      onAnswer(false);
      onGoTo(partId, place.character);
    };
  }

  return (
    <Dialog
      title={`${errorCatalog.glyphMissing.title}（番号 ${errorCatalog.glyphMissing.code}）`}
      isOpen
      mustAnswer
      onOpenChange={(open) => !open && onAnswer(false)}
      actions={
        <>
          <Button onPress={() => onAnswer(false)}>やめる</Button>
          <Button look="primary" onPress={() => onAnswer(true)}>
            {agreeLabel}
          </Button>
        </>
      }
    >
      <p>{errorCatalog.glyphMissing.next}まだ何も書き込んでいません。</p>
      <MissingList model={model} missing={missing} wayTo={wayTo} />
    </Dialog>
  );
}
