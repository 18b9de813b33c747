import { useEffect, useState } from 'react';
import { useStore } from '../../data/store-context';
import { TextArea } from '../../ui/TextArea';
import { type AppealText, appealAutosave } from './appeal-autosave';

type KeptTextProps = {
  label: string;
  description?: string;
  target: AppealText['target'];
  id: string;
  /** As it is stored when the page opens. */
  stored: string;
};

/** A text that is saved as it is typed. */
export function KeptText({ target, id, stored, ...field }: KeptTextProps) {
  const autosave = appealAutosave(useStore());
  const isThis = (change: AppealText) => change.target === target && change.id === id;
  const [text, setText] = useState(() => autosave.unsaved().findLast(isThis)?.text ?? stored);
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(
    () => () => autosave.settle((change) => change.target === target && change.id === id),
    [autosave, target, id],
  );
  return (
    <TextArea
      {...field}
      name={target}
      rows={3}
      value={text}
      onChange={setText}
      onSettled={(typed) => autosave.change({ target, id, text: typed })}
      onUnsettled={(typed) => autosave.hold({ target, id, text: typed })}
    />
  );
}
