import { useState } from 'react';
import type { TopicPatch } from '../../../shared/domain/talk/change-talk';
import { type TalkTopic, talkThemes, wantedResponses } from '../../../shared/domain/talk/talk';
import { themeLabels, wantedLabels } from '../../../shared/domain/talk/talk-words';
import { useStore } from '../../data/store-context';
import type { TalkPageView } from '../../data/talk-page-queries';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { TextArea } from '../../ui/TextArea';
import { HeldCheck, HeldSelect } from './HeldFields';
import { ReadersNote } from './ReadersNote';
import { RemovedLine, useRemoving } from './RemovedLine';
import { talkAutosave, unsavedOf } from './talk-autosave';

/** What each of them wants to speak about, and what she hopes for. */
export function TalkTopics({ view }: { view: TalkPageView }) {
  const store = useStore();
  const { talk, topics } = view.contents;
  const mayWrite = view.access.topics === 'write';
  const removing = useRemoving(talk.id, 'topic');

  function add() {
    talkAutosave(store).change({
      ...{ talkId: talk.id, by: view.me },
      ...{ what: 'topic', id: store.newId(), patch: {} },
    });
  }

  return (
    <Card
      title="話したいこと"
      aside={
        mayWrite && (
          <Button size="small" onPress={add}>
            話したいことを加える
          </Button>
        )
      }
    >
      {topics.length === 0 && (
        <p className="text-sm text-solid-gray-700">
          まだありません。だれからでも、前もって書いておけます。
        </p>
      )}
      <ul className="flex flex-col divide-y divide-solid-gray-200">
        {topics.map((topic, index) => (
          <li key={topic.id} className="py-3">
            <TopicRow
              view={view}
              topic={topic}
              number={index + 1}
              mayWrite={mayWrite}
              onRemove={() => removing.remove(topic.id)}
            />
          </li>
        ))}
      </ul>
      <RemovedLine removing={removing} words="話したいことを取り除きました。" />
      <ReadersNote kind={talk.kind} place="topics" />
    </Card>
  );
}

type TopicRowProps = {
  view: TalkPageView;
  topic: TalkTopic;
  number: number;
  mayWrite: boolean;
  onRemove: () => void;
};

function TopicRow({ view, topic, number, mayWrite, onRemove }: TopicRowProps) {
  const store = useStore();
  const isMine = topic.authorId === view.me;
  const changeTo = (patch: TopicPatch) =>
    ({ talkId: topic.talkId, by: view.me, what: 'topic', id: topic.id, patch }) as const;
  const [text, setText] = useState(() => {
    const unsaved = unsavedOf(store, changeTo({}));
    return (unsaved?.what === 'topic' ? unsaved.patch.text : undefined) ?? topic.text;
  });
  const save = (patch: TopicPatch) => talkAutosave(store).change(changeTo(patch));
  const author = view.people.find(({ id }) => id === topic.authorId)?.name ?? '';
  return (
    <fieldset aria-label={`話したいこと${number}`} className="flex flex-col gap-2">
      {isMine && mayWrite ? (
        <>
          <TextArea
            label="話したいこと"
            labelHidden
            name={`topic-${topic.id}`}
            rows={1}
            value={text}
            placeholder="話したいこと"
            onChange={setText}
            onSettled={(typed) => save({ text: typed })}
            onUnsettled={(typed) => talkAutosave(store).hold(changeTo({ text: typed }))}
          />
          <div className="flex flex-wrap items-end gap-3">
            <HeldSelect
              label="どうしてほしいか"
              options={wantedResponses.map((value) => ({ value, label: wantedLabels[value] }))}
              stored={topic.wanted}
              onChange={(value) => {
                const wanted = wantedResponses.find((one) => one === value);
                if (wanted !== undefined) save({ wanted });
              }}
            />
            <HeldSelect
              label="話題の種類"
              options={[
                { value: '', label: '決めない' },
                ...talkThemes.map((value) => ({ value, label: themeLabels[value] })),
              ]}
              stored={topic.theme ?? ''}
              onChange={(value) => save({ theme: talkThemes.find((one) => one === value) ?? null })}
            />
            <Button
              size="small"
              look="quiet"
              aria-label={`話したいこと${number}を取り除く`}
              onPress={onRemove}
            >
              取り除く
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="whitespace-pre-wrap">{topic.text}</p>
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <span className="text-solid-gray-700">{author} さん</span>
            <Badge tone="info">{wantedLabels[topic.wanted]}</Badge>
            {topic.theme !== null && <Badge>{themeLabels[topic.theme]}</Badge>}
          </p>
        </>
      )}
      {mayWrite && (
        <HeldCheck label="話しました" stored={topic.done} onChange={(done) => save({ done })} />
      )}
    </fieldset>
  );
}
