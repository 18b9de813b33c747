import { useController } from 'react-hook-form';
import { japaneseCalendar } from '../../../shared/domain/period/day-boxes';
import { readDay } from '../../../shared/domain/period/read-day';
import { formatWithWeekday } from '../../../shared/domain/period/wareki';
import { deadlineWords, weightWords } from '../../../shared/domain/sheet/goal-plan-words';
import { difficultySchema, type GoalPlan, type PartId } from '../../../shared/domain/sheet/sheet';
import { DateEntry, type DateHint } from '../../ui/DateEntry';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { useTidyOnLeave } from '../../ui/use-tidy-on-leave';
import { difficultyOptions } from './goal-words';
import { entryKey } from './sheet-form';
import { useSheetForm } from './sheet-form-context';

type TextName = 'content' | 'deadline' | 'level' | 'method' | 'weight';

/** What the person sets herself to do: only she writes it. */
export function GoalFields({ partId, goalName }: { partId: PartId; goalName: string }) {
  return (
    <fieldset aria-label={`${goalName}の内容`} className="flex min-w-0 flex-col gap-3">
      <GoalText partId={partId} name="content" label="目標" tall />
      <div className="flex flex-wrap gap-3">
        <div className="min-w-0 grow basis-36">
          <GoalDeadline partId={partId} />
        </div>
        <div className="w-26">
          <GoalWeight partId={partId} />
        </div>
        <div className="w-44">
          <GoalDifficulty partId={partId} />
        </div>
      </div>
      <GoalText partId={partId} name="level" label="どの水準まで" />
      <GoalText partId={partId} name="method" label="どのように" />
    </fieldset>
  );
}

type GoalTextProps = { partId: PartId; name: TextName; label: string; tall?: boolean };

function useGoalText(partId: PartId, name: TextName) {
  const { control } = useSheetForm();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, 'employee')}.goal.${name}`,
    defaultValue: '',
  });
  return { field, ...useSaveGoal(partId) };
}

/** Only what changed is sent: the rest of the goal is the store's, its order above all. */
function useSaveGoal(partId: PartId) {
  const { save, hold } = useSheetForm();
  return {
    saveGoal: (change: Partial<GoalPlan>) => save(partId, 'employee', { goal: change }),
    holdGoal: (change: Partial<GoalPlan>) => hold(partId, 'employee', { goal: change }),
  };
}

function GoalText({ partId, name, label, tall = false }: GoalTextProps) {
  const { field, saveGoal, holdGoal } = useGoalText(partId, name);
  return (
    <TextArea
      label={label}
      name={field.name}
      rows={tall ? 2 : 1}
      value={field.value ?? ''}
      onChange={field.onChange}
      onSettled={(text) => saveGoal({ [name]: text })}
      onUnsettled={(text) => holdGoal({ [name]: text })}
      onBlur={field.onBlur}
      textAreaRef={field.ref}
    />
  );
}

function GoalDeadline({ partId }: { partId: PartId }) {
  const { field, saveGoal, holdGoal } = useGoalText(partId, 'deadline');
  return (
    <DateEntry
      label="いつまでに"
      name={field.name}
      placeholder="R8.10.1、年度内"
      value={field.value ?? ''}
      onChange={field.onChange}
      onSettled={(deadline) => saveGoal({ deadline })}
      onUnsettled={(deadline) => holdGoal({ deadline })}
      onBlur={field.onBlur}
      inputRef={field.ref}
      hintOf={deadlineHint}
      tidy={deadlineWords}
      calendar={japaneseCalendar}
    />
  );
}

function deadlineHint(typed: string): DateHint {
  const reading = readDay(typed);
  if (reading.kind === 'words') return null;
  return reading.kind === 'day'
    ? { tone: 'day', text: formatWithWeekday(reading.day) }
    : { tone: 'wrong', text: reading.message };
}

function GoalWeight({ partId }: { partId: PartId }) {
  const { field, saveGoal, holdGoal } = useGoalText(partId, 'weight');
  const weight = field.value ?? '';
  const save = (changed: string) => saveGoal({ weight: changed });
  const { change, leave } = useTidyOnLeave({
    value: weight,
    tidy: weightWords,
    onChange: field.onChange,
    onSettled: save,
    onBlur: field.onBlur,
  });
  return (
    <TextField
      label="割合（％）"
      name={field.name}
      value={weight}
      onChange={change}
      onSettled={save}
      onUnsettled={(held) => holdGoal({ weight: held })}
      onBlur={leave}
      inputRef={field.ref}
    />
  );
}

function GoalDifficulty({ partId }: { partId: PartId }) {
  const { control } = useSheetForm();
  const { field } = useController({
    control,
    name: `entries.${entryKey(partId, 'employee')}.goal.difficulty`,
    defaultValue: 'normal',
  });
  const { saveGoal } = useSaveGoal(partId);
  return (
    <SelectField
      label="困難度"
      name={field.name}
      options={difficultyOptions}
      value={field.value ?? 'normal'}
      onChange={(value) => {
        const difficulty = difficultySchema.parse(value);
        field.onChange(difficulty);
        saveGoal({ difficulty });
      }}
    />
  );
}
