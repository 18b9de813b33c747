import type { ReactNode } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';

type TakeBackImportProps = {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  onTakeBack: () => void;
  /** Which import it is, and what is undone by it. */
  children: ReactNode;
};

/** Asks before the last import of a table is taken back. */
export function TakeBackImport({
  isOpen,
  onOpenChange,
  onTakeBack,
  children,
}: TakeBackImportProps) {
  return (
    <Dialog
      title="最後の取り込みを取り消しますか"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      actions={
        <>
          <Button onPress={() => onOpenChange(false)}>やめる</Button>
          <Button look="danger" onPress={onTakeBack}>
            取り消す
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
