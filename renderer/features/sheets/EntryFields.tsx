import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import type { Author } from '../../../shared/domain/form/form';
import { middleRating } from '../../../shared/domain/sheet/ratings-without-evidence';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { countGraphemes } from '../../../shared/domain/text/graphemes';
import { RatingKeys } from '../../ui/RatingKeys';
import { TextArea } from '../../ui/TextArea';
import { entryKey } from './sheet-form';
import { useSheetForm } from './sheet-form-context';

type EntryFieldProps = { partId: PartId; author: Author; label: string };

export function RatingField({ partId, author, label }: EntryFieldProps) {
  const { control, save, ratings, ratingMeanings } = useSheetForm();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, author)}.rating`,
    defaultValue: null,
  });
  return (
    <RatingKeys
      label={label}
      name={field.name}
      ratings={ratings}
      meanings={ratingMeanings}
      value={field.value}
      onChange={(rating) => {
        field.onChange(rating);
        save(partId, author, { rating });
      }}
      onEnter={focusTextBeside}
    />
  );
}

/** As in a spreadsheet: the rating is typed, Enter goes on to its text. */
function focusTextBeside(group: HTMLElement): void {
  group.closest('[data-column]')?.querySelector('textarea')?.focus();
}

type EvidenceFieldProps = EntryFieldProps & { placeholder: string; rated: boolean };

export function EvidenceField({ partId, author, label, placeholder, rated }: EvidenceFieldProps) {
  const { control, save, hold } = useSheetForm();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, author)}.text`,
    defaultValue: '',
  });
  // The text before the conversion that is going on; null when there is none.
  const [beforeConversion, setBeforeConversion] = useState<string | null>(null);
  const settled = beforeConversion ?? field.value;
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        label={label}
        name={field.name}
        labelHidden
        placeholder={placeholder}
        value={field.value}
        onChange={(text, unsettled) => {
          field.onChange(text);
          setBeforeConversion(unsettled ? settled : null);
        }}
        onSettled={(text) => save(partId, author, { text })}
        onUnsettled={(text) => hold(partId, author, { text })}
        onBlur={field.onBlur}
        textAreaRef={field.ref}
      />
      <div className="relative min-h-[1lh] pr-24 text-xs text-solid-gray-700">
        {rated && settled.trim() === '' && <EvidenceReminder partId={partId} author={author} />}
        <CharacterCount text={settled} />
      </div>
    </div>
  );
}

/** A box of its own size: it changes at every key, and nothing around it need be laid out. */
function CharacterCount({ text }: { text: string }) {
  return (
    <p className="absolute top-0 right-0 h-[1lh] w-22 text-right contain-strict">
      {`${countGraphemes(text)} 字`}
    </p>
  );
}

/** A rating away from the middle of the scale asks for facts; it does not block. */
function EvidenceReminder({ partId, author }: { partId: PartId; author: Author }) {
  const { control, ratings } = useSheetForm();
  const rating = useWatch({
    control,
    name: `entries.${entryKey(partId, author)}.rating`,
    defaultValue: null,
  });
  const middle = middleRating(ratings);
  if (rating === null || rating === middle) return null;
  return (
    <p className="font-bold text-yellow-1100">
      {middle} から離れた評価には、根拠となる事実を書きます
    </p>
  );
}
