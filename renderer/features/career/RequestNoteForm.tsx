import { useEffect, useState } from 'react';
import { useStore } from '../../data/store-context';
import { CareerText } from './CareerText';
import { requestNoteAutosave } from './career-autosave';

type RequestNoteFormProps = {
  requestId: string;
  kind: 'opinion' | 'hrTalk';
  writerId: string;
  label: string;
  description: string;
  /** As it is stored when the page opens. */
  stored: string;
};

/** 所属長意見, or the record of the talk with 職員課: saved as it is typed. */
export function RequestNoteForm(props: RequestNoteFormProps) {
  const { requestId, kind, writerId, label, description, stored } = props;
  const autosave = requestNoteAutosave(useStore());
  const [first] = useState(
    () =>
      autosave
        .unsaved()
        .findLast((change) => change.requestId === requestId && change.kind === kind)?.patch.text ??
      stored,
  );
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(
    () => () => autosave.settle((change) => change.requestId === requestId),
    [autosave, requestId],
  );
  return (
    <CareerText
      label={label}
      description={description}
      name={`${kind}-${requestId}`}
      value={first}
      onChange={(text, settled) => {
        const change = { requestId, kind, writerId, patch: { text } };
        if (settled) autosave.change(change);
        else autosave.hold(change);
      }}
    />
  );
}
