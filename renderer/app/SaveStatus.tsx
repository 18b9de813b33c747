import { clockTime } from '../platform/local-time';
import { flushAll, useSaveState } from '../state/save-state';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/Icon';
import { RefusedSaves } from './RefusedSaves';

/**
 * Whether what was typed is stored: 保存中, 保存済み HH:MM, 保存できません. It changes with
 * every keystroke, so it is not read out; a failure has an alert of its own.
 */
export function SaveStatus() {
  const { phase, savedAt } = useSaveState();
  return (
    <div
      className={classNames(
        'flex shrink-0 items-center justify-end gap-2 text-sm font-bold',
        // A box of its own size: it changes while somebody types, and nothing around it need be laid out.
        phase === 'failed' ? 'min-w-36' : 'h-8 w-36 contain-strict',
      )}
    >
      <p data-save-phase={phase}>
        {phase === 'saving' && <span className="text-solid-gray-700">保存中…</span>}
        {phase === 'saved' && (
          <span className="flex items-center gap-1 text-success-2">
            <Icon name="check" className="size-4" />
            保存済み{savedAt !== null && ` ${clockTime(savedAt)}`}
          </span>
        )}
        {phase === 'failed' && (
          <span className="flex items-center gap-1 text-error-2">
            <Icon name="error" className="size-5" />
            保存できません
          </span>
        )}
      </p>
      {phase === 'failed' && (
        <Button size="small" onPress={() => void flushAll()}>
          もう一度保存
        </Button>
      )}
      <RefusedSaves />
    </div>
  );
}
