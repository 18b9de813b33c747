import { useEffect, useRef, useState } from 'react';
import { USUAL_MINUTES } from '../../../shared/domain/interview/change-interview';
import type { Interview } from '../../../shared/domain/interview/interview';
import { interviewLabels } from '../../../shared/domain/interview/interview-words';
import { typedDay } from '../../../shared/domain/period/read-day';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { DayField, onlyDay } from '../../common/DayField';
import type { InterviewPlan } from '../../data/interview-queries';
import { useStore } from '../../data/store-context';
import type { RecordEdit } from '../../state/use-edits';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { interviewAutosave, unsavedInterview } from './interview-autosave';

type InterviewFormProps = {
  sheetId: string;
  plan: InterviewPlan;
  /** My own record as it is stored; null before the first word. */
  stored: Interview | null;
  onEdit: RecordEdit;
};

/** With what the names of the texts begin that can be undone. */
export const talkFields = 'talk.';

/** Where an evaluator writes her record: saved as she types. */
export function InterviewForm({ sheetId, plan, stored, onEdit }: InterviewFormProps) {
  const store = useStore();
  const { kind } = plan;
  const autosave = interviewAutosave(store);
  const [first] = useState(() => ({
    ...{ text: '', heldOn: null, minutes: USUAL_MINUTES },
    ...stored,
    ...unsavedInterview(store, sheetId, kind),
  }));
  const [text, setText] = useState(first.text);
  const [day, setDay] = useState(first.heldOn === null ? '' : formatWareki(first.heldOn));
  const [minutes, setMinutes] = useState(first.minutes === null ? '' : String(first.minutes));
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(
    () => () => autosave.settle((change) => change.sheetId === sheetId),
    [autosave, sheetId],
  );
  const name = interviewLabels[kind];
  const settled = useRef(first.text);
  const put = (next: string) => {
    setText(next);
    settled.current = next;
    autosave.change({ sheetId, kind, patch: { text: next } });
  };
  function typed(next: string) {
    const before = settled.current;
    put(next);
    if (before === next) return;
    const words = `「${name}の内容」`;
    const turn = { undo: () => put(before), redo: () => put(next) };
    onEdit({ place: `${talkFields}${kind}-text`, words, typed: true, ...turn });
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-1 gap-4 min-[700px]:grid-cols-[18rem_10rem]">
        <DayField
          {...onlyDay}
          label="面談日"
          name={`${kind}-day`}
          value={day}
          onChange={setDay}
          onSettled={(typed) => {
            const heldOn = typedDay(typed);
            if (heldOn !== undefined) autosave.change({ sheetId, kind, patch: { heldOn } });
          }}
        />
        <TextField
          label="時間（分）"
          name={`${kind}-minutes`}
          value={minutes}
          onChange={setMinutes}
          onSettled={(typed) => {
            const read = minutesOf(typed);
            if (read !== undefined) autosave.change({ sheetId, kind, patch: { minutes: read } });
          }}
          {...(minutesOf(minutes) === undefined ? { error: '分を数字で入れてください。' } : {})}
        />
      </div>
      <TextArea
        label={`${name}の内容`}
        name={`${talkFields}${kind}-text`}
        rows={3}
        value={text}
        onChange={setText}
        onSettled={typed}
        onUnsettled={(next) => autosave.hold({ sheetId, kind, patch: { text: next } })}
      />
    </div>
  );
}

function minutesOf(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{1,4}$/u.test(plain) && Number(plain) <= 1_440 ? Number(plain) : undefined;
}
