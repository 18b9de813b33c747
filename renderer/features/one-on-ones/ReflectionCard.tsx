import { useState } from 'react';
import type { ReflectionPatch } from '../../../shared/domain/talk/change-talk';
import { scoreLabels } from '../../../shared/domain/talk/talk-words';
import { useStore } from '../../data/store-context';
import type { TalkPageView } from '../../data/talk-page-queries';
import { Card } from '../../ui/Card';
import { TextArea } from '../../ui/TextArea';
import { HeldCheck, HeldChoice } from './HeldFields';
import { ReadersNote } from './ReadersNote';
import { talkAutosave, unsavedOf } from './talk-autosave';

const choices = [
  ...scoreLabels.map((label, index) => ({ value: String(index + 1), label })),
  { value: '', label: '答えない' },
];

/** 「話してみてどうでしたか」: hers to write, and to share; others read what is shared. */
export function ReflectionCard({ view }: { view: TalkPageView }) {
  if (view.role === 'person') return <OwnReflection view={view} />;
  const { reflections } = view.contents;
  if (reflections.length === 0) return null;
  return (
    <Card title="話してみてどうでしたか（本人が見せてくれたもの）">
      <ul className="flex flex-col gap-2">
        {reflections.map(({ id, staffId, score, word }) => (
          <li key={id}>
            <p className="text-sm text-solid-gray-700">
              {view.people.find((one) => one.id === staffId)?.name} さん
              {score === null ? '' : `　${scoreLabels[score - 1]}`}
            </p>
            <p className="whitespace-pre-wrap">{word}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OwnReflection({ view }: { view: TalkPageView }) {
  const store = useStore();
  const { talk, reflections } = view.contents;
  const own = reflections.find(({ staffId }) => staffId === view.me);
  const changeTo = (patch: ReflectionPatch) =>
    ({ talkId: talk.id, by: view.me, what: 'reflection', patch }) as const;
  const [word, setWord] = useState(() => {
    const unsaved = unsavedOf(store, changeTo({}));
    return (unsaved?.what === 'reflection' ? unsaved.patch.word : undefined) ?? own?.word ?? '';
  });
  const save = (patch: ReflectionPatch) => talkAutosave(store).change(changeTo(patch));
  return (
    <Card title="話してみてどうでしたか">
      <div className="flex flex-col gap-3">
        <HeldChoice
          label="いまの気持ちに近いもの"
          choices={choices}
          stored={own?.score === null || own === undefined ? '' : String(own.score)}
          onChange={(value) => save({ score: value === '' ? null : Number(value) })}
        />
        <TextArea
          label="ひとこと"
          name="talk-reflection"
          rows={1}
          value={word}
          onChange={setWord}
          onSettled={(typed) => save({ word: typed })}
          onUnsettled={(typed) => talkAutosave(store).hold(changeTo({ word: typed }))}
        />
        <HeldCheck
          label="上司に見せる"
          stored={own?.shared ?? false}
          onChange={(shared) => save({ shared })}
        />
      </div>
      <ReadersNote kind={talk.kind} place="reflection" />
    </Card>
  );
}
