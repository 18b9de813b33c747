import { useState } from 'react';
import { useController } from 'react-hook-form';
import type { Author } from '../../../shared/domain/form/form';
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
      ratings={ratings}
      meanings={ratingMeanings}
      value={field.value}
      onChange={(rating) => {
        field.onChange(rating);
        save(partId, author, { rating });
      }}
    />
  );
}

type EvidenceFieldProps = EntryFieldProps & { placeholder?: string; labelHidden?: boolean };

export function EvidenceField({
  partId,
  author,
  label,
  placeholder,
  labelHidden = false,
}: EvidenceFieldProps) {
  const { control, save } = useSheetForm();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, author)}.text`,
    defaultValue: '',
  });
  const [settled, setSettled] = useState(field.value);
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        label={label}
        labelHidden={labelHidden}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={field.value}
        onChange={field.onChange}
        onSettled={(text) => {
          setSettled(text);
          save(partId, author, { text });
        }}
        onBlur={field.onBlur}
        textAreaRef={field.ref}
      />
      <p className="self-end text-xs text-solid-gray-700">{countGraphemes(settled)} 字</p>
    </div>
  );
}
