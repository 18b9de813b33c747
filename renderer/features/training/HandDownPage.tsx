import { useState } from 'react';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import { handDownStates } from '../../../shared/domain/training/hand-down';
import { handDownStateLabels } from '../../../shared/domain/training/training-words';
import { useFlushedAction } from '../../common/use-flushed-action';
import {
  addHandDown,
  type HandDownDesk,
  type ListedHandDown,
  loadHandDowns,
  saveHandDown,
} from '../../data/hand-down-commands';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { rememberRemoved, useRemovedNow } from '../../state/training-session';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SearchSelect } from '../../ui/SearchSelect';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { KeptDay, KeptLine, KeptText } from './KeptFields';
import { TrainingNav } from './TrainingNav';
import { trainingAutosave } from './training-autosave';

/** 知識・技術の継承: what a veteran hands down, to whom, how and until when. */
export function HandDownPage() {
  const read = useLiveQuery((store) => Promise.resolve(loadHandDowns(store)), []);
  return (
    <div className="page-width flex flex-col gap-4">
      <TrainingNav heads={read.state === 'ready' && read.value.givers.length > 1} />
      <h1 className="text-2xl font-bold">知識・技術の継承</h1>
      {read.state === 'loading' && <Spinner label="継承の計画を開いています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <Desk desk={read.value} />}
    </div>
  );
}

function Desk({ desk }: { desk: HandDownDesk }) {
  const { handDowns, removed, givers, everyone } = desk;
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const isRemovedNow = useRemovedNow();
  const [giverId, setGiverId] = useState(givers[0]?.id ?? '');
  return (
    <>
      <p className="text-sm">
        役職定年者やベテラン職員の知識と経験を、だれに、どのように、いつまでに伝えるかを書きます。「これから」の間は、受け継ぐ人には見えません。
      </p>
      <div className="flex flex-wrap items-end gap-3">
        {givers.length > 1 && (
          <SelectField
            label="だれの知識・技術か"
            value={giverId}
            onChange={setGiverId}
            options={givers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button look="primary" onPress={() => run(() => addHandDown(store, giverId))}>
          継承の計画を加える
        </Button>
      </div>
      {failure}
      {removed
        .filter(({ handDown }) => isRemovedNow(handDown.id))
        .map(({ handDown }) => (
          <Notice
            key={handDown.id}
            tone="info"
            title={`「${nameOf(handDown.knowledge)}」を取り除きました`}
            actions={
              <Button
                size="small"
                onPress={() =>
                  run(() => saveHandDown(store, { id: handDown.id, patch: { removed: false } }))
                }
              >
                元に戻す
              </Button>
            }
          />
        ))}
      {handDowns.length === 0 && <p className="text-solid-gray-700">計画はまだありません。</p>}
      {handDowns.map((one) => (
        <HandDownCard key={one.handDown.id} one={one} everyone={everyone} />
      ))}
    </>
  );
}

function nameOf(knowledge: string): string {
  const [first = ''] = knowledge.trim().split('\n');
  return first === '' ? 'まだ書かれていない継承' : first;
}

function HandDownCard({
  one: { handDown, giver, receiver, mayWrite },
  everyone,
}: {
  one: ListedHandDown;
  everyone: HandDownDesk['everyone'];
}) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const place = { target: 'handDown', id: handDown.id } as const;
  const facts = [
    `伝える人：${giver.name}`,
    `受け継ぐ人：${[receiver?.name ?? '', handDown.receiverWords].filter((word) => word !== '').join('、') || '未定'}`,
    handDown.until === null ? '期限：未定' : `${formatWareki(handDown.until)}まで`,
  ];
  return (
    <Card
      title={nameOf(handDown.knowledge)}
      aside={
        <div className="flex flex-wrap items-center gap-3">
          <Badge tone={handDown.state === 'done' ? 'success' : 'info'}>
            {handDownStateLabels[handDown.state]}
          </Badge>
          {mayWrite && (
            <Button
              size="small"
              aria-label={`「${nameOf(handDown.knowledge)}」を取り除く`}
              onPress={() =>
                run(async () => {
                  await saveHandDown(store, { id: handDown.id, patch: { removed: true } });
                  rememberRemoved(handDown.id);
                })
              }
            >
              取り除く
            </Button>
          )}
        </div>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-solid-gray-700">{facts.join('　')}</p>
        {failure}
        {mayWrite ? (
          <Disclosure title="内容を直す" defaultOpen={handDown.knowledge === ''}>
            <KeptText
              label="伝える知識・技術"
              place={place}
              field="knowledge"
              stored={handDown.knowledge}
            />
            <KeptText label="伝え方" place={place} field="how" stored={handDown.how} />
            <div className="grid gap-4 min-[900px]:grid-cols-2">
              <SearchSelect
                label="受け継ぐ職員"
                options={everyone
                  .filter(({ id }) => id !== handDown.giverId)
                  .map(({ id, name, unit, jobTitle }) => ({
                    id,
                    label: name,
                    detail: `${unit} ${jobTitle}`,
                  }))}
                value={handDown.receiverId}
                matches={({ label, detail }, typed) =>
                  foldForSearch(`${label} ${detail}`).includes(foldForSearch(typed))
                }
                onChange={(receiverId) =>
                  trainingAutosave(store).change({ ...place, patch: { receiverId } })
                }
              />
              <KeptLine
                label="受け継ぐ人（係の全員など、言葉で）"
                place={place}
                field="receiverWords"
                stored={handDown.receiverWords}
              />
              <KeptDay label="いつまでに" place={place} field="until" stored={handDown.until} />
              <SelectField
                label="状態"
                value={handDown.state}
                onChange={(state) => trainingAutosave(store).change({ ...place, patch: { state } })}
                options={handDownStates.map((value) => ({
                  value,
                  label: handDownStateLabels[value],
                }))}
              />
            </div>
          </Disclosure>
        ) : (
          <>
            <p className="whitespace-pre-wrap">{handDown.knowledge}</p>
            {handDown.how !== '' && (
              <p className="whitespace-pre-wrap">
                <span className="font-bold">伝え方：</span>
                {handDown.how}
              </p>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
