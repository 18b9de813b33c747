import { useRef, useState } from 'react';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { moveWords } from '../../../shared/domain/sheet/stage-move-words';
import type { MoveAction } from '../../../shared/domain/sheet/stage-moves';
import { type MovedSheets, moveSheets } from '../../data/stage-commands';
import { useStore } from '../../data/store-context';
import { localToday } from '../../platform/local-time';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProgressBar } from '../../ui/ProgressBar';

type MoveManyDialogProps = {
  action: MoveAction;
  sheets: readonly Sheet[];
  /** With what was done; null when nothing was begun. */
  onClose: (result: MovedSheets | null) => void;
};

/** Says for how many people a move is made and what it does, then makes it one by one. */
export function MoveManyDialog({ action, sheets, onClose }: MoveManyDialogProps) {
  const store = useStore();
  const { button, effect } = moveWords[action];
  const [done, setDone] = useState<number | null>(null);
  const cancelled = useRef(false);
  const total = sheets.length;

  async function start() {
    setDone(0);
    const today = localToday();
    const moves = sheets.map(({ id }) => ({ sheetId: id, action, reason: '', today }));
    onClose(
      await moveSheets(store, moves, {
        onProgress: setDone,
        isCancelled: () => cancelled.current,
      }),
    );
  }

  return (
    <Dialog
      title={`${total}人：${button}`}
      isOpen
      mustAnswer={done !== null}
      onOpenChange={() => onClose(null)}
      actions={
        done === null ? (
          <>
            <Button onPress={() => onClose(null)}>やめる</Button>
            <Button look="primary" onPress={() => void start()}>
              {button}
            </Button>
          </>
        ) : (
          <Button
            onPress={() => {
              cancelled.current = true;
            }}
          >
            途中でやめる
          </Button>
        )
      }
    >
      <p>選んだ {total} 人のシートを進めます。</p>
      <p>{effect}</p>
      {done !== null && (
        <ProgressBar
          label="進めたシート"
          value={done}
          maximum={total}
          valueLabel={`${total} 人中 ${done} 人`}
        />
      )}
    </Dialog>
  );
}
