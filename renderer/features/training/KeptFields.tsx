import { useEffect, useRef, useState } from 'react';
import type { PlainDate } from '../../../shared/domain/period/period';
import { typedDay } from '../../../shared/domain/period/read-day';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { isBackwards } from '../../../shared/domain/training/change-training';
import { DayField, onlyDay } from '../../common/DayField';
import { useStore } from '../../data/store-context';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import {
  isSamePlace,
  type TrainingPlace,
  trainingAutosave,
  unsavedField,
} from './training-autosave';

type KeptProps = { label: string; place: TrainingPlace; field: string; description?: string };

/** How a place's fields are kept; what is in the middle of a conversion is kept on leaving. */
function useKept(place: TrainingPlace) {
  const autosave = trainingAutosave(useStore());
  const meant = useRef(place);
  useEffect(
    () => () => autosave.settle((change) => isSamePlace(change, meant.current)),
    [autosave],
  );
  return {
    save: (patch: Record<string, unknown>) => autosave.change({ ...place, patch }),
    hold: (patch: Record<string, unknown>) => autosave.hold({ ...place, patch }),
  };
}

/** Alone on its page, so that no two fields are taken for one. */
function nameOf(place: TrainingPlace, field: string): string {
  const month = place.target === 'ojt' ? place.month : '';
  return `${field}-${place.id}${month}`;
}

/** The text as it was typed last, also where it is not stored yet. */
function useTyped(place: TrainingPlace, field: string, stored: string) {
  const store = useStore();
  return useState(() => {
    const unsaved = unsavedField(store, place, field);
    return typeof unsaved === 'string' ? unsaved : stored;
  });
}

/** What a text's field is given, so that it is saved as it is typed. */
function useKeptText({ label, place, field, description, stored }: KeptTextProps) {
  const { save, hold } = useKept(place);
  const [text, setText] = useTyped(place, field, stored);
  return {
    label,
    name: nameOf(place, field),
    ...(description === undefined ? {} : { description }),
    value: text,
    onChange: setText,
    onSettled: (typed: string) => save({ [field]: typed }),
    onUnsettled: (typed: string) => hold({ [field]: typed }),
  };
}

type KeptTextProps = KeptProps & { stored: string };

/** A text that is saved as it is typed. */
export function KeptText(props: KeptTextProps) {
  return <TextArea rows={2} {...useKeptText(props)} />;
}

/** The same in one line. */
export function KeptLine(props: KeptTextProps) {
  return <TextField {...useKeptText(props)} />;
}

/** A number, empty for none; what is no number is said and not saved. */
export function KeptNumber({
  label,
  place,
  field,
  description,
  stored,
  whole,
}: KeptProps & { stored: number | null; whole: boolean }) {
  const { save } = useKept(place);
  const [text, setText] = useState(stored === null ? '' : String(stored));
  const shape = whole ? /^\d{1,9}$/u : /^\d{1,4}(?:\.\d{1,2})?$/u;
  const read = (typed: string): number | null | undefined => {
    const plain = typed.normalize('NFKC').replace(/[\s,]/gu, '');
    if (plain === '') return null;
    return shape.test(plain) ? Number(plain) : undefined;
  };
  return (
    <TextField
      label={label}
      name={nameOf(place, field)}
      {...(description === undefined ? {} : { description })}
      value={text}
      onChange={setText}
      onSettled={(typed) => {
        const value = read(typed);
        if (value !== undefined) save({ [field]: value });
      }}
      {...(read(text) === undefined ? { error: '数字で入れてください。' } : {})}
    />
  );
}

/** One day, empty for none. */
export function KeptDay({ label, place, field, stored }: KeptProps & { stored: PlainDate | null }) {
  const { save } = useKept(place);
  const [text, setText] = useState(stored === null ? '' : formatWareki(stored));
  return (
    <DayField
      {...onlyDay}
      label={label}
      name={nameOf(place, field)}
      value={text}
      onChange={setText}
      onSettled={(typed) => {
        const day = typedDay(typed);
        if (day !== undefined) save({ [field]: day });
      }}
    />
  );
}

/** From and to; an end before its start is said at the end, and neither is saved. */
export function KeptDays({
  place,
  startsOn,
  endsOn,
}: {
  place: TrainingPlace;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
}) {
  const { save } = useKept(place);
  const [start, setStart] = useState(startsOn === null ? '' : formatWareki(startsOn));
  const [end, setEnd] = useState(endsOn === null ? '' : formatWareki(endsOn));
  const keep = (from: string, to: string) => {
    const days = { startsOn: typedDay(from), endsOn: typedDay(to) };
    const patch = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
    if (!isBackwardsText(from, to)) save(patch);
  };
  return (
    <>
      <DayField
        {...onlyDay}
        label="開始日"
        name={nameOf(place, 'startsOn')}
        value={start}
        onChange={setStart}
        onSettled={(typed) => keep(typed, end)}
      />
      <DayField
        {...onlyDay}
        label="終了日"
        name={nameOf(place, 'endsOn')}
        value={end}
        onChange={setEnd}
        onSettled={(typed) => keep(start, typed)}
        hintOf={(typed) =>
          isBackwardsText(start, typed)
            ? {
                tone: 'wrong',
                text: '終了日が、開始日より前です。どちらかを直すまで、日付は保存しません。',
              }
            : onlyDay.hintOf(typed)
        }
      />
    </>
  );
}

function isBackwardsText(from: string, to: string): boolean {
  return isBackwards({ startsOn: typedDay(from) ?? null, endsOn: typedDay(to) ?? null });
}
