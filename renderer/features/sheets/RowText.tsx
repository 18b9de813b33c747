import { useRef, useState } from 'react';
import { useStore } from '../../data/store-context';
import type { RecordEdit } from '../../state/use-edits';
import { TextArea } from '../../ui/TextArea';
import { rowAutosave } from './row-autosave';

type RowTextProps = {
  id: string;
  label: string;
  labelHidden?: boolean;
  description?: string;
  rows?: 1 | 2 | 3;
  /** The name of the field, where what is typed can be undone. */
  name?: string;
  onTyped?: RecordEdit;
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
  name,
  onTyped,
  text,
  save,
}: RowTextProps) {
  const store = useStore();
  const [typed, setTyped] = useState(() => rowAutosave(store).unsaved(id) ?? text);
  const settled = useRef(typed);
  const keep = (next: string) => rowAutosave(store).change(id, { text: next, label, save });
  const put = (next: string) => {
    setTyped(next);
    settled.current = next;
    keep(next);
  };
  return (
    <TextArea
      label={label}
      {...(name === undefined ? {} : { name })}
      labelHidden={labelHidden}
      rows={rows}
      {...(description === undefined ? {} : { description })}
      value={typed}
      onChange={setTyped}
      onSettled={(next) => {
        const before = settled.current;
        put(next);
        if (before === next || name === undefined) return;
        const words = `「${label}」`;
        const turn = { undo: () => put(before), redo: () => put(next) };
        onTyped?.({ place: name, words, typed: true, ...turn });
      }}
      // Also in the middle of a conversion: better a letter too many than a lost one.
      onUnsettled={keep}
    />
  );
}
