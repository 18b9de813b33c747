import { useState } from 'react';
import { countGraphemes } from '../../../shared/domain/text/graphemes';
import { TextArea } from '../../ui/TextArea';

type CareerTextProps = {
  label: string;
  name: string;
  value: string;
  /** `settled` is false in the middle of a Japanese conversion. */
  onChange: (text: string, settled: boolean) => void;
  description?: string;
  rows?: 1 | 2 | 3;
  labelHidden?: boolean;
};

/** A text that is saved as it is typed, with how long it is. A key draws this field alone. */
export function CareerText({ value, onChange, ...field }: CareerTextProps) {
  const [typed, setTyped] = useState({ text: value, over: value });
  // As typed only over the text it was typed into: an undo has changed that, say.
  const text = typed.over === value ? typed.text : value;
  return (
    <div className="flex flex-col">
      <TextArea
        {...field}
        value={text}
        onChange={(now) => setTyped({ text: now, over: value })}
        onSettled={(typed) => onChange(typed, true)}
        onUnsettled={(typed) => onChange(typed, false)}
      />
      <p className="mt-1 min-h-5 text-right text-xs text-solid-gray-700" aria-hidden="true">
        {text === '' ? '' : `${countGraphemes(text)}文字`}
      </p>
    </div>
  );
}
