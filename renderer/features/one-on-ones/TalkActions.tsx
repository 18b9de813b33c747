import { useState } from 'react';
import { formatWareki } from '../../../shared/domain/period/wareki';
import type { ActionPatch } from '../../../shared/domain/talk/change-talk';
import type { TalkAction } from '../../../shared/domain/talk/talk';
import { useStore } from '../../data/store-context';
import type { TalkPageView } from '../../data/talk-page-queries';
import { localToday } from '../../platform/local-time';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { TextArea } from '../../ui/TextArea';
import { HeldCheck, HeldSelect } from './HeldFields';
import { ReadersNote } from './ReadersNote';
import { RemovedLine, useRemoving } from './RemovedLine';
import { dayText, TalkDayField } from './TalkDayFields';
import { talkAutosave, unsavedOf } from './talk-autosave';
import { personWords } from './talk-line-words';

/** Who does what until when; what is open comes along from talk to talk. */
export function TalkActions({ view }: { view: TalkPageView }) {
  const store = useStore();
  const { talk, actions } = view.contents;
  const access = view.access.actions;
  const removing = useRemoving(talk.id, 'action');
  // What is ticked here stays in sight, so that it can be unticked.
  const [ticked, setTicked] = useState<TalkPageView['carried']>([]);
  const gone = ticked.filter(({ id }) => view.carried.every((action) => action.id !== id));
  const carried = [...view.carried, ...gone.map((action) => ({ ...action, doneOn: localToday() }))];
  if (access === 'none') return null;

  function add() {
    talkAutosave(store).change({
      ...{ talkId: talk.id, by: view.me },
      ...{ what: 'action', id: store.newId(), patch: {} },
    });
  }

  return (
    <Card
      title="約束"
      aside={
        access === 'write' && (
          <Button size="small" onPress={add}>
            約束を加える
          </Button>
        )
      }
    >
      {carried.length > 0 && (
        <section
          aria-label="前から続いている約束"
          className="mb-3 rounded-8 bg-solid-gray-50 px-4 py-3"
        >
          <h3 className="text-sm font-bold">前から続いている約束</h3>
          <ul className="mt-1 flex flex-col gap-2">
            {carried.map((action) => (
              <li key={action.id}>
                <HeldCheck
                  label={`${action.text}（できました）`}
                  stored={action.doneOn !== null}
                  description={carriedWords(view, action)}
                  onChange={(done) => {
                    if (done) setTicked([...ticked.filter(({ id }) => id !== action.id), action]);
                    talkAutosave(store).change({
                      ...{ talkId: talk.id, by: view.me, what: 'action', id: action.id },
                      patch: { doneOn: done ? localToday() : null },
                    });
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {actions.length === 0 && (
        <p className="text-sm text-solid-gray-700">
          {access === 'write'
            ? 'まだありません。だれが、いつまでに、を短く書きます。'
            : 'ありません。'}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-solid-gray-200">
        {actions.map((action, index) => (
          <li key={action.id} className="py-3">
            {access === 'write' ? (
              <ActionRow
                view={view}
                action={action}
                number={index + 1}
                onRemove={() => removing.remove(action.id)}
              />
            ) : (
              <p>
                {action.text}
                <span className="ml-2 text-sm text-solid-gray-700">
                  {actionWords(view, action)}
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
      <RemovedLine removing={removing} words="約束を取り除きました。" />
      <ReadersNote kind={talk.kind} place="actions" />
    </Card>
  );
}

function carriedWords(view: TalkPageView, action: TalkPageView['carried'][number]): string {
  const agreed = action.agreedOn === null ? '' : `${formatWareki(action.agreedOn)}の約束`;
  return [agreed, actionWords(view, action)].filter((words) => words !== '').join('　');
}

/** Who, until when, and whether it is done. */
export function actionWords(
  view: Pick<TalkPageView, 'people'>,
  { ownerId, dueOn, doneOn }: TalkAction,
): string {
  const owner = view.people.find(({ id }) => id === ownerId);
  return [
    owner === undefined ? '' : `${owner.name} さん`,
    dueOn === null ? '' : `${formatWareki(dueOn)}まで`,
    doneOn === null ? '' : `${formatWareki(doneOn)}に済み`,
  ]
    .filter((words) => words !== '')
    .join('、');
}

type ActionRowProps = {
  view: TalkPageView;
  action: TalkAction;
  number: number;
  onRemove: () => void;
};

function ActionRow({ view, action, number, onRemove }: ActionRowProps) {
  const store = useStore();
  const changeTo = (patch: ActionPatch) =>
    ({ talkId: action.talkId, by: view.me, what: 'action', id: action.id, patch }) as const;
  const [text, setText] = useState(() => {
    const unsaved = unsavedOf(store, changeTo({}));
    return (unsaved?.what === 'action' ? unsaved.patch.text : undefined) ?? action.text;
  });
  const [due, setDue] = useState(dayText(action.dueOn));
  const save = (patch: ActionPatch) => talkAutosave(store).change(changeTo(patch));
  return (
    <fieldset aria-label={`約束${number}`} className="flex flex-col gap-2">
      <TextArea
        label="すること"
        labelHidden
        name={`action-${action.id}`}
        rows={1}
        value={text}
        placeholder="すること"
        onChange={setText}
        onSettled={(typed) => save({ text: typed })}
        onUnsettled={(typed) => talkAutosave(store).hold(changeTo({ text: typed }))}
      />
      <div className="flex flex-wrap items-start gap-3">
        <HeldSelect
          label="だれが"
          options={[
            { value: '', label: '決めない' },
            ...view.people.map((one) => ({ value: one.id, label: personWords(one) })),
          ]}
          stored={action.ownerId ?? ''}
          onChange={(value) => save({ ownerId: value === '' ? null : value })}
        />
        <div className="w-56">
          <TalkDayField
            label="いつまでに"
            name={`due-${action.id}`}
            value={due}
            onChange={setDue}
            onDay={(dueOn) => save({ dueOn })}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3 self-center pt-5">
          <HeldCheck
            label="できました"
            stored={action.doneOn !== null}
            onChange={(done) => save({ doneOn: done ? localToday() : null })}
          />
          <Button
            size="small"
            look="quiet"
            aria-label={`約束${number}を取り除く`}
            onPress={onRemove}
          >
            取り除く
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
