import { useRef } from 'react';
import type { UndoDirection } from '../../../shared/domain/sheet/undo-history';
import type { Edits } from '../../state/use-edits';
import { useUndoKeys } from '../../state/use-undo-keys';
import { Button } from '../../ui/Button';
import { undoDirectionOf } from '../../ui/undo-keys';

type DraftUndoProps = {
  edits: Edits;
  /** With what the names of the form's own fields begin. */
  fields: string;
};

/** 元に戻す and やり直す of a form, by button, key and menu, as on the sheet. */
export function DraftUndo({ edits, fields }: DraftUndoProps) {
  const root = useRef<HTMLDivElement>(null);
  const turn = (direction: UndoDirection) => edits.turn(direction)?.[direction]();
  useUndoKeys(turn, { root, fields, directionOf: undoDirectionOf });
  const { done, undone } = edits.history;
  return (
    <div ref={root} className="flex items-center gap-2">
      <Button look="quiet" isDisabled={done.length === 0} onPress={() => turn('undo')}>
        元に戻す
      </Button>
      <Button look="quiet" isDisabled={undone.length === 0} onPress={() => turn('redo')}>
        やり直す
      </Button>
    </div>
  );
}
