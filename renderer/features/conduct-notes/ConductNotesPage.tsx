import { useEffect, useMemo, useRef, useState } from 'react';
import { toneLabels } from '../../../shared/domain/conduct-note/note-words';
import { formatWithWeekday, monthAndDay } from '../../../shared/domain/period/wareki';
import { setNoteRemoved } from '../../data/conduct-note-commands';
import { type ListedNote, loadNoteBook, type NoteBook } from '../../data/conduct-note-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { openNote } from '../../state/quick-note';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { KeyCap } from '../../ui/KeyCap';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';
import { everyNote, filterNotes, type NoteFilter, partOptions, personOptions } from './note-filter';
import { PRIVACY_WORDS } from './note-privacy';

/** Everything that I have noted, and nobody else's. */
export function ConductNotesPage() {
  const book = useLiveQuery((store) => Promise.resolve(loadNoteBook(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="text-2xl font-bold">職務行動記録</h1>
        <div className="flex items-center gap-3">
          <span className="flex items-center gap-1 text-sm text-solid-gray-700 max-[900px]:hidden">
            どの画面からでも
            <KeyCap>Ctrl</KeyCap>
            <KeyCap>Shift</KeyCap>
            <KeyCap>M</KeyCap>
          </span>
          <Button look="primary" onPress={() => openNote()}>
            記録を書く
          </Button>
        </div>
      </div>
      <p className="text-sm text-solid-gray-700">
        評価の根拠になる事実を、あったその時に書きとめます。書いた行は、シートの項目の横に出て、選んで根拠に入れられます。
        <br />
        {PRIVACY_WORDS}
      </p>
      {book.state === 'loading' && <Spinner label="記録を読んでいます" />}
      {book.state === 'failed' && <ErrorNotice problem={problemOf(book.error)} />}
      {book.state === 'ready' && <NoteList book={book.value} />}
    </div>
  );
}

function NoteList({ book }: { book: NoteBook }) {
  const store = useStore();
  const [filter, setFilter] = useState(everyNote);
  const [lastRemoved, setLastRemoved] = useState<ListedNote | null>(null);
  const { notes, removed, periods } = book;
  const shown = useMemo(() => filterNotes(notes, periods, filter), [notes, periods, filter]);

  function setRemoved(note: ListedNote, taken: boolean) {
    setNoteRemoved(store, note.id, taken)
      .then(() => setLastRemoved(taken ? note : null))
      .catch((error: unknown) => notifyProblem(problemOf(error)));
  }

  const isBackAgain = removed.every(({ id }) => id !== lastRemoved?.id);
  return (
    <>
      <NoteSearch book={book} filter={filter} shown={shown.length} onChange={setFilter} />
      {lastRemoved !== null && !isBackAgain && (
        <RemovedNotice
          key={lastRemoved.id}
          note={lastRemoved}
          onBringBack={() => setRemoved(lastRemoved, false)}
        />
      )}
      {shown.length === 0 ? (
        <NoNotes filtered={notes.length > 0} onClear={() => setFilter(everyNote)} />
      ) : (
        <ul aria-label="記録の一覧" className="flex flex-col gap-3">
          {shown.map((note) => (
            <li key={note.id}>
              <NoteCard note={note} onRemove={() => setRemoved(note, true)} />
            </li>
          ))}
        </ul>
      )}
      {removed.length > 0 && (
        <Disclosure title={`取り除いた記録（${removed.length}件）`}>
          <ul className="divide-y divide-solid-gray-200">
            {removed.map((note) => (
              <li key={note.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
                <p className="min-w-0 grow basis-72 whitespace-pre-wrap">
                  {monthAndDay(note.happenedOn)} {personWords(note)}　{note.text}
                </p>
                <Button
                  size="small"
                  aria-label={`${nameOf(note)}を元に戻す`}
                  onPress={() => setRemoved(note, false)}
                >
                  元に戻す
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

type NoteSearchProps = {
  book: NoteBook;
  filter: NoteFilter;
  shown: number;
  onChange: (filter: NoteFilter) => void;
};

function NoteSearch({ book, filter, shown, onChange }: NoteSearchProps) {
  const people = useMemo(() => personOptions(book.notes), [book.notes]);
  const parts = useMemo(() => partOptions(book.notes), [book.notes]);
  const change = (patch: Partial<NoteFilter>) => onChange({ ...filter, ...patch });
  return (
    <search
      aria-label="記録を絞り込む"
      className="grid grid-cols-1 items-end gap-4 min-[640px]:grid-cols-2 min-[1100px]:grid-cols-[12rem_15rem_13rem_minmax(0,1fr)_auto]"
    >
      <SelectField
        label="人"
        options={[{ value: '', label: 'すべての人' }, ...people]}
        value={filter.staffId}
        onChange={(staffId) => change({ staffId })}
      />
      <SelectField
        label="評価期間"
        options={[
          { value: '', label: 'すべての期間' },
          ...book.periods.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.periodId}
        onChange={(periodId) => change({ periodId })}
      />
      <SelectField
        label="項目・目標"
        options={[{ value: '', label: 'すべての項目' }, ...parts]}
        value={filter.partId}
        onChange={(partId) => change({ partId })}
      />
      <TextField label="文字で探す" value={filter.text} onChange={(text) => change({ text })} />
      <p role="status" className="min-w-12 pb-2.5 text-sm text-solid-gray-700">
        {shown} 件
      </p>
    </search>
  );
}

function NoteCard({ note, onRemove }: { note: ListedNote; onRemove: () => void }) {
  return (
    <article
      aria-label={nameOf(note)}
      className="flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white px-5 py-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-base font-bold">{personWords(note)}</h2>
        <p className="text-sm text-solid-gray-700">{formatWithWeekday(note.happenedOn)}</p>
        {note.tone !== 'neutral' && (
          <Badge tone={note.tone === 'good' ? 'success' : 'warning'}>{toneLabels[note.tone]}</Badge>
        )}
        <div className="ml-auto flex gap-2">
          <Button
            size="small"
            aria-label={`${nameOf(note)}を直す`}
            onPress={() => openNote({ noteId: note.id })}
          >
            直す
          </Button>
          <Button size="small" aria-label={`${nameOf(note)}を取り除く`} onPress={onRemove}>
            取り除く
          </Button>
        </div>
      </div>
      <p className="whitespace-pre-wrap">{note.text}</p>
      {note.parts.length > 0 && (
        <ul aria-label="項目・目標" className="flex flex-wrap gap-1.5">
          {note.parts.map(({ partId, name, detail }) => (
            <li key={partId} className="max-w-full">
              <Badge className="max-w-full font-normal!">
                <span className="truncate">{detail === '' ? name : `${name}　${detail}`}</span>
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** Where the keyboard goes once the button that took the note out is gone. */
function RemovedNotice({ note, onBringBack }: { note: ListedNote; onBringBack: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={frame}>
      <Notice
        tone="info"
        title={`${nameOf(note)}を取り除きました`}
        actions={
          <Button size="small" onPress={onBringBack}>
            元に戻す
          </Button>
        }
      />
    </div>
  );
}

function NoNotes({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
      {filtered ? (
        <>
          <p>この条件に合う記録はありません。</p>
          <Button onPress={onClear}>条件を消す</Button>
        </>
      ) : (
        <p>記録はまだありません。「記録を書く」から、一行だけでも書きとめられます。</p>
      )}
    </div>
  );
}

function personWords({ staffId, personName }: ListedNote): string {
  return staffId === null ? 'だれのことか未選択' : personName;
}

function nameOf(note: ListedNote): string {
  return `${monthAndDay(note.happenedOn)}の${personWords(note)}の記録`;
}
