import { useState } from 'react';
import { listPeriods } from '../../data/queries';
import type { Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { addUnitGoal, changeUnitGoal, moveUnitGoal } from '../../data/unit-goal-commands';
import { loadUnitGoals, type UnitWithGoals } from '../../data/unit-goal-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { useEdits } from '../../state/use-edits';
import { Button } from '../../ui/Button';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { EditUndo } from './EditUndo';
import { notifyProblem } from './notify-problem';
import { RowText } from './RowText';

/** 組織目標: a unit's head enters them; its people read them beside their own. */
export function UnitGoalsPage() {
  const periods = useLiveQuery(listPeriods, []);
  const [chosen, setChosen] = useState<string | null>(null);
  if (periods.state === 'loading') return <Spinner label="組織目標を読んでいます" />;
  if (periods.state === 'failed') return <ErrorNotice problem={problemOf(periods.error)} />;
  const periodId = chosen ?? periods.value[0]?.id ?? '';
  return (
    <div className="page-width flex flex-col gap-4">
      <h1 className="text-2xl font-bold">組織目標</h1>
      <p>所属の目標です。所属の人は、自分の個人目標の横でこれを読み、つながりを選べます。</p>
      <SelectField
        label="評価期間"
        className="w-80"
        options={periods.value.map(({ id, name }) => ({ value: id, label: name }))}
        value={periodId}
        onChange={setChosen}
      />
      <Units key={periodId} periodId={periodId} />
    </div>
  );
}

function Units({ periodId }: { periodId: string }) {
  const result = useLiveQuery((store) => loadUnitGoals(store, periodId), [periodId]);
  const [chosen, setChosen] = useState<string | null>(null);
  if (result.state === 'loading') return <Spinner label="組織目標を読んでいます" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const units = result.value;
  const unit = units.find(({ id }) => id === chosen) ?? units[0];
  if (unit === undefined) return <p>所属が名簿にないため、組織目標を出せません。</p>;
  return (
    <>
      <SelectField
        label="所属"
        className="w-80"
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        value={unit.id}
        onChange={setChosen}
      />
      {unit.writable ? (
        <HeadedUnit key={unit.id} unit={unit} periodId={periodId} />
      ) : (
        <ReadUnit unit={unit} />
      )}
    </>
  );
}

function ReadUnit({ unit }: { unit: UnitWithGoals }) {
  if (unit.goals.length === 0) return <p>この所属の組織目標は、まだありません。</p>;
  return (
    <ol className="flex list-decimal flex-col gap-2 pl-6">
      {unit.goals.map(({ id, content }) => (
        <li key={id} className="whitespace-pre-wrap">
          {content === '' ? '（記入はありません）' : content}
        </li>
      ))}
    </ol>
  );
}

/** With what the names of the texts begin that can be undone. */
const goalFields = 'unit-goal.';

function HeadedUnit({ unit, periodId }: { unit: UnitWithGoals; periodId: string }) {
  const store = useStore();
  const standing = unit.goals.filter(({ removed }) => !removed);
  const removed = unit.goals.filter((goal) => goal.removed);
  const edits = useEdits();

  /** Does it now, and keeps how it is undone. */
  function act(words: string, redo: () => Promise<unknown>, undo: () => Promise<unknown>) {
    attempt(async () => {
      await redo();
      edits.record({ place: words, words, typed: false, undo, redo });
    });
  }
  const take = (id: string, name: string) =>
    act(
      `「${name}を取り除く操作」`,
      () => setRemoved(store, id, true),
      () => setRemoved(store, id, false),
    );
  const move = (id: string, name: string, by: -1 | 1) =>
    act(
      `「${name}の移動」`,
      () => moveUnitGoal(store, id, by),
      () => moveUnitGoal(store, id, by === 1 ? -1 : 1),
    );

  return (
    <>
      <EditUndo edits={edits} fields={goalFields} />
      {standing.length === 0 && <p>この所属の組織目標は、まだありません。</p>}
      <ol className="flex flex-col gap-3">
        {standing.map(({ id, content }, index) => {
          const name = `組織目標${index + 1}`;
          return (
            <li
              key={id}
              aria-label={name}
              className="flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white px-5 py-4"
            >
              <RowText
                id={id}
                name={`${goalFields}${id}`}
                onTyped={edits.record}
                label={name}
                text={content}
                save={(text) => changeUnitGoal(store, id, { content: text })}
              />
              <div className="flex flex-wrap gap-2">
                <Button
                  size="small"
                  aria-label={`${name}を上へ`}
                  isDisabled={index === 0}
                  onPress={() => move(id, name, -1)}
                >
                  上へ
                </Button>
                <Button
                  size="small"
                  aria-label={`${name}を下へ`}
                  isDisabled={index === standing.length - 1}
                  onPress={() => move(id, name, 1)}
                >
                  下へ
                </Button>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`${name}を取り除く`}
                  onPress={() => take(id, name)}
                >
                  取り除く
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button onPress={() => attempt(() => addUnitGoal(store, { periodId, orgUnitId: unit.id }))}>
          組織目標を加える
        </Button>
      </div>
      {removed.length > 0 && (
        <section
          aria-label="取り除いた組織目標"
          className="rounded-12 border border-dashed border-solid-gray-400 bg-white px-5 py-3 text-sm"
        >
          <h2 className="font-bold">取り除いた組織目標（{removed.length}件）</h2>
          <ul className="divide-y divide-solid-gray-200">
            {removed.map(({ id, content }) => {
              const words = content === '' ? '（記入はありません）' : content;
              return (
                <li key={id} className="flex items-center justify-between gap-3 py-2">
                  <p className="line-clamp-2 min-w-0 whitespace-pre-wrap">{words}</p>
                  <Button
                    size="small"
                    className="shrink-0"
                    aria-label={`${words}を元に戻す`}
                    onPress={() =>
                      act(
                        '「組織目標を戻す操作」',
                        () => setRemoved(store, id, false),
                        () => setRemoved(store, id, true),
                      )
                    }
                  >
                    元に戻す
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

function setRemoved(store: Store, id: string, removed: boolean): Promise<void> {
  return changeUnitGoal(store, id, { removed });
}

function attempt(action: () => Promise<unknown>): void {
  flushAll().then(action).catch(notifyProblem);
}
