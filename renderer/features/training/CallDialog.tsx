import type { Framework } from '../../../shared/domain/framework/framework';
import { itemIdsByName } from '../../../shared/domain/framework/item-names';
import { type TrainingCall, trainingKinds } from '../../../shared/domain/training/training-call';
import { callWords, trainingKindLabels } from '../../../shared/domain/training/training-words';
import { useStore } from '../../data/store-context';
import { Button } from '../../ui/Button';
import { CheckChips } from '../../ui/CheckChips';
import { Dialog } from '../../ui/Dialog';
import { SelectField } from '../../ui/SelectField';
import { KeptDay, KeptDays, KeptLine, KeptNumber, KeptText } from './KeptFields';
import { trainingAutosave } from './training-autosave';

type CallDialogProps = {
  call: TrainingCall;
  frameworks: readonly Framework[];
  onClose: () => void;
};

/** What a call says; stored while it is written. */
export function CallDialog({ call, frameworks, onClose }: CallDialogProps) {
  const store = useStore();
  const place = { target: 'call', id: call.id } as const;
  const save = (patch: Partial<TrainingCall>) =>
    trainingAutosave(store).change({ ...place, patch });
  // Each once by its name, with its ids in all frameworks.
  const abilities = [...itemIdsByName(frameworks)].map(([name, ids]) => ({ name, ids }));
  const chosen = abilities.filter(({ ids }) => ids.some((id) => call.itemIds.includes(id)));
  return (
    <Dialog
      title={`${callWords[call.kind].name}の内容`}
      isOpen
      wide
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      actions={
        <Button look="primary" onPress={onClose}>
          閉じる
        </Button>
      }
    >
      <div className="grid gap-4 min-[700px]:grid-cols-2">
        <KeptLine label="名称" place={place} field="title" stored={call.title} />
        <KeptLine label="対象" place={place} field="audience" stored={call.audience} />
        {call.kind === 'course' && (
          <SelectField
            label="区分"
            value={call.trainingKind ?? 'special'}
            onChange={(kind) => save({ trainingKind: kind as TrainingCall['trainingKind'] })}
            options={trainingKinds
              .filter((kind) => kind !== 'studyGroup')
              .map((value) => ({ value, label: trainingKindLabels[value] }))}
          />
        )}
        <KeptDay label="申込期限" place={place} field="applyBy" stored={call.applyBy} />
        <KeptDays place={place} startsOn={call.startsOn} endsOn={call.endsOn} />
        <KeptNumber label="時間数" place={place} field="hours" stored={call.hours} whole={false} />
        <KeptNumber label="定員" place={place} field="seats" stored={call.seats} whole />
      </div>
      <KeptText label="内容・案内" place={place} field="guidance" stored={call.guidance} />
      {call.kind === 'course' && (
        <CheckChips
          label="伸ばす能力、意識・行動"
          chips={abilities.map(({ name }) => ({ id: name, label: name }))}
          chosen={chosen.map(({ name }) => name)}
          onChange={(names) =>
            save({
              itemIds: abilities
                .filter(({ name }) => names.includes(name))
                .flatMap(({ ids }) => ids),
            })
          }
        />
      )}
    </Dialog>
  );
}
