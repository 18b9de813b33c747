import { useController } from 'react-hook-form';
import { deadlineWords, weightWords } from '../../../shared/domain/sheet/goal-plan-words';
import { difficultySchema, type PartId } from '../../../shared/domain/sheet/sheet';
import { dayHint, japaneseCalendar } from '../../platform/japanese-calendar';
import { DateEntry } from '../../ui/DateEntry';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { useTidyOnLeave } from '../../ui/use-tidy-on-leave';
import { GoalDetails } from './GoalDetails';
import { difficultyOptions } from './goal-words';
import { entryKey } from './sheet-form';
import { useSheetForm } from './sheet-form-context';
import { useSaveGoal } from './use-save-goal';

type TextName = 'content' | 'deadline' | 'level' | 'method' | 'weight' | 'difficultyReason';

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
        <GoalDifficulty partId={partId} />
      </div>
      <GoalText partId={partId} name="level" label="どの水準まで" />
      <GoalText partId={partId} name="method" label="どのように" />
      <GoalDetails partId={partId} goalName={goalName} />
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
      hintOf={dayHint}
      tidy={deadlineWords}
      calendar={japaneseCalendar}
    />
  );
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
  const difficulty = field.value ?? 'normal';
  return (
    <>
      <SelectField
        label="困難度"
        name={field.name}
        className="w-44"
        options={difficultyOptions}
        value={difficulty}
        onChange={(value) => {
          const changed = difficultySchema.parse(value);
          field.onChange(changed);
          saveGoal({ difficulty: changed });
        }}
      />
      {difficulty !== 'normal' && (
        <DifficultyReason partId={partId} mark={difficulty === 'high' ? '◎' : '△'} />
      )}
    </>
  );
}

/** Why it is not what everybody in the post can be asked; a draft is warned, never blocked. */
function DifficultyReason({ partId, mark }: { partId: PartId; mark: string }) {
  const { field } = useGoalText(partId, 'difficultyReason');
  const isEmpty = (field.value ?? '').trim() === '';
  return (
    <div className="flex min-w-0 basis-full flex-col gap-1">
      <GoalText partId={partId} name="difficultyReason" label="困難度の理由" />
      {isEmpty && (
        <p className="text-xs font-bold text-yellow-1100">困難度を{mark}とした理由を書きます</p>
      )}
    </div>
  );
}
