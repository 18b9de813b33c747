import { useState } from 'react';
import { useStore } from '../../data/store-context';
import type { TalkPageView } from '../../data/talk-page-queries';
import { Card } from '../../ui/Card';
import { TextArea } from '../../ui/TextArea';
import { ReadersNote } from './ReadersNote';
import { talkAutosave, unsavedOf } from './talk-autosave';

/** What all who take part write together. */
export function NoteBox({ view }: { view: TalkPageView }) {
  const { talk, note } = view.contents;
  const stored = note?.text ?? '';
  return (
    <Card title="共有の記録">
      {view.access.sharedNote === 'write' ? (
        <TextBox
          view={view}
          what="note"
          label="共有の記録"
          stored={stored}
          placeholder="いっしょに確かめながら、決めたこと・分かったことを書きます"
        />
      ) : (
        <p className="whitespace-pre-wrap">{stored === '' ? '書かれていません。' : stored}</p>
      )}
      <ReadersNote kind={talk.kind} place="sharedNote" />
    </Card>
  );
}

/** What I write for myself alone. */
export function MemoBox({ view }: { view: TalkPageView }) {
  const { talk, memos } = view.contents;
  return (
    <Card title="私だけのメモ">
      <TextBox
        view={view}
        what="memo"
        label="私だけのメモ"
        stored={memos[0]?.text ?? ''}
        placeholder="次に聞きたいこと、気づいたことなど"
      />
      <ReadersNote kind={talk.kind} place="ownMemo" />
    </Card>
  );
}

type TextBoxProps = {
  view: TalkPageView;
  what: 'note' | 'memo';
  label: string;
  stored: string;
  placeholder: string;
};

function TextBox({ view, what, label, stored, placeholder }: TextBoxProps) {
  const store = useStore();
  const changeTo = (text: string) =>
    ({ talkId: view.contents.talk.id, by: view.me, what, text }) as const;
  const [text, setText] = useState(() => {
    const unsaved = unsavedOf(store, changeTo(''));
    return unsaved !== null && 'text' in unsaved ? unsaved.text : stored;
  });
  return (
    <TextArea
      label={label}
      labelHidden
      name={`talk-${what}`}
      rows={3}
      value={text}
      placeholder={placeholder}
      onChange={setText}
      onSettled={(typed) => talkAutosave(store).change(changeTo(typed))}
      onUnsettled={(typed) => talkAutosave(store).hold(changeTo(typed))}
    />
  );
}
