import { useEffect, useState } from 'react';
import type { NeedPatch } from '../../../shared/domain/career/change-need';
import type { StaffingNeed } from '../../../shared/domain/career/staffing-need';
import {
  workFieldLabels,
  workFieldSchema,
  workFields,
} from '../../../shared/domain/career/work-field';
import { fiscalYearName, fiscalYearOf } from '../../../shared/domain/period/fiscal-year';
import { saveNeed, startNeed } from '../../data/need-commands';
import { loadOwnNeeds, type OwnNeeds } from '../../data/need-queries';
import { loadIdentity } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CheckChips } from '../../ui/CheckChips';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { CareerNav } from './CareerNav';
import { CareerText } from './CareerText';
import { needAutosave } from './career-autosave';
import { NeedWords } from './NeedWords';

/** キャリア人材配置要求調査 as the head of a unit answers it. */
export function NeedsPage() {
  const identity = useLiveQuery(loadIdentity, []);
  const result = useLiveQuery((store) => Promise.resolve(loadOwnNeeds(store, localToday())), []);
  return (
    <div className="page-width flex flex-col gap-4">
      <CareerNav />
      <h1 className="text-2xl font-bold">キャリア人材配置要求調査</h1>
      <p className="text-sm text-solid-gray-700">
        あなたの所属が求める能力と経験を、職員課に伝えます。提出すると、職員課だけが読みます。
      </p>
      {result.state === 'loading' && <Spinner label="要求を読んでいます" />}
      {result.state === 'failed' && <ErrorNotice problem={problemOf(result.error)} />}
      {result.state === 'ready' && identity.state === 'ready' && (
        <Needs own={result.value} me={identity.value.staffId} />
      )}
    </div>
  );
}

type NeedsProps = { own: OwnNeeds; me: string };

function Needs({ own, me }: NeedsProps) {
  const store = useStore();
  const [unitId, setUnitId] = useState(own.units.at(-1)?.id ?? '');
  const [taken, setTaken] = useState<string | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const back = own.removed.find(({ need }) => need.id === taken);

  async function run(work: () => Promise<unknown>) {
    setFailure(null);
    if (!(await flushAll())) return;
    await work().catch((error: unknown) => setFailure(problemOf(error)));
  }
  const put = (needId: string, patch: NeedPatch) =>
    run(() => saveNeed(store, { needId, writerId: me, patch }));

  if (own.units.length === 0) return <p>あなたが受け持つ所属はありません。</p>;
  return (
    <>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {back !== undefined && (
        <Notice
          tone="info"
          title={`${back.unitName}の要求を取り除きました`}
          onClose={() => setTaken(null)}
          actions={
            <Button size="small" onPress={() => void put(back.need.id, { removed: false })}>
              元に戻す
            </Button>
          }
        />
      )}
      {own.needs.map(({ need, unitName }) => (
        <Card
          key={need.id}
          title={`${unitName}（${fiscalYearName(need.fiscalYear)}）`}
          aside={
            <Badge tone={need.state === 'draft' ? 'neutral' : 'success'}>
              {need.state === 'draft' ? '下書き' : '提出済み'}
            </Badge>
          }
          className="flex flex-col gap-3"
        >
          {need.state === 'draft' ? (
            <NeedForm need={need} me={me} items={own.items} />
          ) : (
            <NeedWords
              need={need}
              itemNames={own.items
                .filter(({ id }) => need.itemIds.includes(id))
                .map(({ name }) => name)}
            />
          )}
          <div className="flex flex-wrap gap-3">
            {need.state === 'draft' ? (
              <Button look="primary" onPress={() => void put(need.id, { state: 'handedIn' })}>
                職員課に提出する
              </Button>
            ) : (
              <Button onPress={() => void put(need.id, { state: 'draft' })}>
                取り下げて書き直す
              </Button>
            )}
            <Button
              look="quiet"
              onPress={() => {
                setTaken(need.id);
                void put(need.id, { removed: true });
              }}
            >
              取り除く
            </Button>
          </div>
        </Card>
      ))}
      <Card title="要求を書く" className="flex flex-wrap items-end gap-4">
        <SelectField
          label="所属"
          className="w-80"
          options={own.units.map(({ id, name }) => ({ value: id, label: name }))}
          value={unitId}
          onChange={setUnitId}
        />
        <Button
          onPress={() =>
            void run(() =>
              startNeed(store, { orgUnitId: unitId, fiscalYear: fiscalYearOf(localToday()) }),
            )
          }
        >
          この所属の要求を書き始める
        </Button>
      </Card>
    </>
  );
}

type NeedFormProps = { need: StaffingNeed; me: string; items: OwnNeeds['items'] };

function NeedForm({ need, me, items }: NeedFormProps) {
  const autosave = needAutosave(useStore());
  const needId = need.id;
  const [draft, setDraft] = useState<StaffingNeed>(() =>
    Object.assign(
      { ...need },
      ...autosave
        .unsaved()
        .filter((change) => change.needId === needId)
        .map(({ patch }) => patch),
    ),
  );
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(() => () => autosave.settle((change) => change.needId === needId), [autosave, needId]);

  function change(patch: NeedPatch, settled = true) {
    const made = { needId, writerId: me, patch };
    if (!settled) {
      autosave.hold(made);
      return;
    }
    setDraft({ ...draft, ...patch });
    autosave.change(made);
  }

  return (
    <>
      <CareerText
        label="求める人数"
        name={`people-${needId}`}
        rows={1}
        value={draft.people}
        onChange={(people, settled) => change({ people }, settled)}
      />
      <CareerText
        label="担当してほしい仕事"
        name={`work-${needId}`}
        value={draft.work}
        onChange={(work, settled) => change({ work }, settled)}
      />
      <CheckChips
        label="求める分野の経験（いくつでも）"
        chips={workFields.map((id) => ({ id, label: workFieldLabels[id] }))}
        chosen={draft.fields}
        onChange={(chosen) =>
          change({ fields: chosen.flatMap((one) => workFieldSchema.safeParse(one).data ?? []) })
        }
      />
      <CheckChips
        label="求める能力、意識・行動（いくつでも）"
        chips={items.map(({ id, name }) => ({ id, label: name }))}
        chosen={draft.itemIds}
        onChange={(itemIds) => change({ itemIds })}
      />
      <CareerText
        label="資格や、そのほかの経験"
        name={`experience-${needId}`}
        value={draft.experience}
        onChange={(experience, settled) => change({ experience }, settled)}
      />
      <CareerText
        label="理由"
        name={`reason-${needId}`}
        value={draft.reason}
        onChange={(reason, settled) => change({ reason }, settled)}
      />
    </>
  );
}
