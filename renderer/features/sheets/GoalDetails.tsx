import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { importanceSchema, type PartId } from '../../../shared/domain/sheet/sheet';
import { setGoalOpen, useGoalOpen } from '../../state/view-preferences';
import { CheckField } from '../../ui/CheckField';
import { Icon } from '../../ui/Icon';
import { SelectField } from '../../ui/SelectField';
import { challengeRule, importanceOptions, unitGoalWords } from './goal-words';
import { entryKey } from './sheet-form';
import { useSheetForm, useUnitGoals } from './sheet-form-context';
import { useSaveGoal } from './use-save-goal';

const details = ['importance', 'challenge', 'unitGoal'] as const;
type Detail = (typeof details)[number];

/**
 * What few goals need, behind 「詳しく」; what is filled in stands there in any case. A field
 * that is not shown is not there at all, so that it costs nothing while somebody types.
 */
export function GoalDetails({ partId, goalName }: { partId: PartId; goalName: string }) {
  const { control } = useSheetForm();
  const open = useGoalOpen(partId);
  const goal = `entries.${entryKey(partId, 'employee')}.goal` as const;
  const [importance, challenge, unitGoalId] = useWatch({
    control,
    name: [`${goal}.importance`, `${goal}.challenge`, `${goal}.unitGoalId`],
  });
  const filled = {
    importance: (importance ?? 'normal') !== 'normal',
    challenge: challenge === true,
    unitGoal: (unitGoalId ?? null) !== null,
  };
  // What was emptied just now stays under the hand that emptied it.
  const [kept, setKept] = useState<ReadonlySet<Detail>>(new Set());
  const shown = details.filter((detail) => open || filled[detail] || kept.has(detail));
  const keep = (detail: Detail) => setKept(new Set([...kept, detail]));
  return (
    <div className="flex flex-col gap-3">
      <div>
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${goalName}を詳しく`}
          className="focus-ring flex min-h-9 cursor-pointer items-center gap-1 rounded-4 text-sm font-bold text-key-900 hover:underline"
          onClick={() => {
            setKept(new Set());
            setGoalOpen(partId, !open);
          }}
        >
          <Icon name="chevron" className={open ? 'size-4 rotate-90' : 'size-4'} />
          詳しく
        </button>
      </div>
      {shown.includes('importance') && (
        <GoalImportance partId={partId} onEmptied={() => keep('importance')} />
      )}
      {shown.includes('challenge') && (
        <GoalChallenge partId={partId} onEmptied={() => keep('challenge')} />
      )}
      {shown.includes('unitGoal') && (
        <GoalLink partId={partId} onEmptied={() => keep('unitGoal')} />
      )}
    </div>
  );
}

type DetailProps = { partId: PartId; onEmptied: () => void };

function GoalImportance({ partId, onEmptied }: DetailProps) {
  const { control } = useSheetForm();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, 'employee')}.goal.importance`,
    defaultValue: 'normal',
  });
  const { saveGoal } = useSaveGoal(partId);
  return (
    <SelectField
      label="重要度"
      name={field.name}
      className="w-44"
      options={importanceOptions}
      value={field.value ?? 'normal'}
      onChange={(value) => {
        const importance = importanceSchema.parse(value);
        if (importance === 'normal') onEmptied();
        field.onChange(importance);
        saveGoal({ importance });
      }}
    />
  );
}

function GoalChallenge({ partId, onEmptied }: DetailProps) {
  const { control } = useSheetForm();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, 'employee')}.goal.challenge`,
    defaultValue: false,
  });
  const { saveGoal } = useSaveGoal(partId);
  return (
    <CheckField
      label="上位職相当への挑戦"
      name={field.name}
      checked={field.value ?? false}
      onChange={(challenge) => {
        if (!challenge) onEmptied();
        field.onChange(challenge);
        saveGoal({ challenge });
      }}
      description={challengeRule}
    />
  );
}

/** Which goal of the unit this one serves. */
function GoalLink({ partId, onEmptied }: DetailProps) {
  const { control } = useSheetForm();
  const unitGoals = useUnitGoals();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, 'employee')}.goal.unitGoalId`,
    defaultValue: null,
  });
  const { saveGoal } = useSaveGoal(partId);
  const linked = field.value ?? null;
  const offered = unitGoals.filter(
    ({ id, removed, content }) => (!removed && content.trim() !== '') || id === linked,
  );
  const isKnown = linked === null || offered.some(({ id }) => id === linked);
  const ids = [...offered.map(({ id }) => id), ...(isKnown ? [] : [linked])];
  return (
    <SelectField
      label="組織目標とのつながり"
      name={field.name}
      className="w-full max-w-160"
      options={[
        { value: '', label: unitGoals.length === 0 ? 'なし（組織目標はまだありません）' : 'なし' },
        ...ids.map((id) => ({ value: id, label: unitGoalWords(unitGoals, id) })),
      ]}
      value={linked ?? ''}
      onChange={(value) => {
        const unitGoalId = value === '' ? null : value;
        if (unitGoalId === null) onEmptied();
        field.onChange(unitGoalId);
        saveGoal({ unitGoalId });
      }}
    />
  );
}
