import { useEffect, useRef, useState } from 'react';
import type { NoteContent } from '../../../shared/domain/conduct-note/change-note';
import { type NoteTone, noteToneSchema } from '../../../shared/domain/conduct-note/conduct-note';
import { readNoteDay } from '../../../shared/domain/conduct-note/note-day';
import { toneLabels } from '../../../shared/domain/conduct-note/note-words';
import { formatWareki, formatWithWeekday } from '../../../shared/domain/period/wareki';
import type { Id } from '../../../shared/domain/record/record';
import { parsePartId } from '../../../shared/domain/sheet/part';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import { loadNoteDesk, loadNoteParts, type NoteDesk } from '../../data/conduct-note-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { japaneseCalendar } from '../../platform/japanese-calendar';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import type { NoteRequest } from '../../state/quick-note';
import { useSaveState } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { CheckChips } from '../../ui/CheckChips';
import { ChoiceKeys } from '../../ui/ChoiceKeys';
import { DateEntry, type DateHint } from '../../ui/DateEntry';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SearchSelect } from '../../ui/SearchSelect';
import { Spinner } from '../../ui/Spinner';
import { TextArea } from '../../ui/TextArea';
import { noteAutosave, unsavedOf } from './note-autosave';
import { PRIVACY_WORDS } from './note-privacy';

type NoteDialogProps = {
  request: NoteRequest;
  /** The sheet that is open, whose person is likely to be meant. */
  sheetId: Id | null;
  onClose: () => void;
};

/** One note. It is stored while it is written, so that closing it in any way loses nothing. */
export function NoteDialog({ request, sheetId, onClose }: NoteDialogProps) {
  const { noteId } = request;
  const desk = useLiveQuery(
    (store) => Promise.resolve(loadNoteDesk(store, { noteId, sheetId, today: localToday() })),
    [noteId, sheetId],
  );
  return (
    <Dialog
      title={noteId === null ? '職務行動記録を書く' : '職務行動記録を直す'}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      actions={
        <Button look="primary" onPress={onClose}>
          閉じる
        </Button>
      }
    >
      {desk.state === 'loading' && <Spinner label="用意しています" />}
      {desk.state === 'failed' && <ErrorNotice problem={problemOf(desk.error)} />}
      {desk.state === 'ready' && <NoteForm desk={desk.value} request={request} />}
    </Dialog>
  );
}

type Written = Omit<NoteContent, 'removed'>;

function NoteForm({ desk, request }: { desk: NoteDesk; request: NoteRequest }) {
  const store = useStore();
  const [id] = useState(() => request.noteId ?? store.newId());
  const [today] = useState(localToday);
  const [first] = useState(() => ({
    ...firstContent(desk, request, today),
    ...unsavedOf(noteAutosave(store), id),
  }));
  const [note, setNote] = useState<Written>(first);
  const [dayText, setDayText] = useState(() => formatWareki(first.happenedOn));
  const [touched, setTouched] = useState(false);
  const parts = useNoteParts(note.staffId, note.happenedOn);
  const frame = useRef<HTMLDivElement>(null);
  const textArea = useRef<HTMLTextAreaElement>(null);
  const startsWithText = first.staffId !== null;

  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(() => () => noteAutosave(store).settle((change) => change.id === id), [store, id]);
  useEffect(() => {
    if (startsWithText) textArea.current?.focus();
    else frame.current?.querySelector('input')?.focus();
  }, [startsWithText]);

  function changed(patch: Partial<Written>) {
    const next = { ...note, ...patch };
    setNote(next);
    setTouched(true);
    return { id, writerId: desk.me, today, patch: next };
  }
  const save = (patch: Partial<Written>) => noteAutosave(store).change(changed(patch));
  const hold = (patch: Partial<Written>) => noteAutosave(store).hold(changed(patch));

  function choosePerson(staffId: Id) {
    // Another's goals mean nothing here; the items are everybody's.
    const partIds = note.partIds.filter((partId) => parsePartId(partId)?.kind === 'item');
    save({ staffId, partIds: staffId === note.staffId ? note.partIds : partIds });
  }

  function settleDay(typed: string) {
    const reading = readNoteDay(typed, today);
    // A day that is none leaves the note where it is; what was held is taken either way.
    save(reading.kind === 'day' ? { happenedOn: reading.day } : {});
  }

  return (
    <div ref={frame} className="flex flex-col gap-4">
      <div className="grid gap-4 min-[640px]:grid-cols-2">
        <SearchSelect
          label="だれのこと"
          options={desk.people}
          value={note.staffId}
          matches={({ label, detail }, typed) =>
            foldForSearch(`${label} ${detail}`).includes(foldForSearch(typed))
          }
          onChange={choosePerson}
        />
        <DateEntry
          label="いつ"
          name="happenedOn"
          placeholder="R8.6.3、6/3"
          value={dayText}
          onChange={setDayText}
          onSettled={settleDay}
          onUnsettled={() => {}}
          onBlur={() => {}}
          inputRef={null}
          hintOf={(typed) => dayHint(typed, today, note.happenedOn)}
          tidy={(typed) => tidyDay(typed, today)}
          calendar={japaneseCalendar}
        />
      </div>
      <div className="flex flex-col gap-1">
        <TextArea
          label="あったこと"
          name="conductNote"
          rows={3}
          placeholder="見たこと・聞いたことを、事実のまま"
          value={note.text}
          onChange={(text) => setNote((before) => ({ ...before, text }))}
          onSettled={(text) => save({ text })}
          onUnsettled={(text) => hold({ text })}
          textAreaRef={textArea}
        />
        <p className="text-sm text-solid-gray-700">{PRIVACY_WORDS}</p>
        <SaveWords shown={touched && note.text.trim() !== ''} />
      </div>
      <ChoiceKeys
        label="良かったことか、改善したいことか"
        choices={tones}
        value={note.tone}
        onChange={(tone) => save({ tone })}
      />
      <PartChips
        parts={parts}
        hasPerson={note.staffId !== null}
        chosen={note.partIds}
        onChange={(partIds) => save({ partIds })}
      />
    </div>
  );
}

const tones = noteToneSchema.options.map((value: NoteTone) => ({
  value,
  label: toneLabels[value],
}));

function firstContent(desk: NoteDesk, { staffId, partIds }: NoteRequest, today: string): Written {
  if (desk.note !== null) {
    // Only what she can change here: the rest of the row is the store's.
    const { staffId: about, happenedOn, text, tone, partIds: named } = desk.note;
    return { staffId: about, happenedOn, text, tone, partIds: named };
  }
  const [only, ...others] = desk.people;
  return {
    staffId: staffId ?? desk.sheetOf ?? (others.length === 0 ? (only?.id ?? null) : null),
    happenedOn: today,
    text: '',
    tone: 'neutral',
    partIds: [...partIds],
  };
}

function dayHint(typed: string, today: string, kept: string): DateHint {
  const reading = readNoteDay(typed, today);
  if (reading.kind === 'day') return { tone: 'day', text: formatWithWeekday(reading.day) };
  const what = reading.kind === 'wrong' ? reading.message : '「R8.6.3」や「6/3」のように入れます。';
  return { tone: 'wrong', text: `${what}今は${formatWareki(kept)}の記録です。` };
}

function tidyDay(typed: string, today: string): string {
  const reading = readNoteDay(typed, today);
  return reading.kind === 'day' ? formatWareki(reading.day) : typed;
}

type OfferedParts = { id: PartId; label: string }[] | null;

/** Null while they are read; those of the day before stay meanwhile. */
function useNoteParts(staffId: Id | null, day: string): OfferedParts {
  const result = useLiveQuery(
    (store) => Promise.resolve(staffId === null ? [] : loadNoteParts(store, staffId, day)),
    [staffId, day],
  );
  if (result.state !== 'ready') return null;
  return result.value.map(({ partId, name, detail }) => ({
    id: partId,
    label: detail === '' ? name : `${name}　${detail}`,
  }));
}

type PartChipsProps = {
  parts: OfferedParts;
  hasPerson: boolean;
  chosen: readonly PartId[];
  onChange: (chosen: PartId[]) => void;
};

function PartChips({ parts, hasPerson, chosen, onChange }: PartChipsProps) {
  if (!hasPerson || parts === null) return null;
  if (parts.length === 0) {
    return (
      <p className="text-sm text-solid-gray-700">
        この日の評価期間のシートがないため、項目は選べません。記録はそのまま残ります。
      </p>
    );
  }
  return (
    <CheckChips
      label="どの項目・目標のことか（選ばなくても構いません）"
      chips={parts}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

/** Beside the box, because the dialog lies over the bar that says it for the page. */
function SaveWords({ shown }: { shown: boolean }) {
  const { phase } = useSaveState();
  const words = { saving: '保存中…', saved: '保存済み', failed: '保存できません' }[phase];
  return (
    <p className="h-[1lh] text-right text-xs font-bold" data-note-phase={shown ? phase : 'none'}>
      {shown && (
        <span className={phase === 'failed' ? 'text-error-2' : 'text-solid-gray-700'}>{words}</span>
      )}
    </p>
  );
}
