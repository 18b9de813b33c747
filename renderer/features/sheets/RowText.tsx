import { useState } from 'react';
import { useStore } from '../../data/store-context';
import { TextArea } from '../../ui/TextArea';
import { rowAutosave } from './row-autosave';

type RowTextProps = {
  id: string;
  label: string;
  labelHidden?: boolean;
  description?: string;
  rows?: 1 | 2 | 3;
  /** As it is stored. */
  text: string;
  save: (text: string) => Promise<unknown>;
};

/** The text of a row of its own, stored as it is typed. */
export function RowText({
  id,
  label,
  labelHidden = false,
  description,
  rows = 1,
  text,
  save,
}: RowTextProps) {
  const store = useStore();
  const [typed, setTyped] = useState(() => rowAutosave(store).unsaved(id) ?? text);
  const keep = (next: string) => rowAutosave(store).change(id, { text: next, label, save });
  return (
    <TextArea
      label={label}
      labelHidden={labelHidden}
      rows={rows}
      {...(description === undefined ? {} : { description })}
      value={typed}
      onChange={setTyped}
      onSettled={keep}
      // Also in the middle of a conversion: better a letter too many than a lost one.
      onUnsettled={keep}
    />
  );
}
