import { Button } from './Button';

/** Where a file was written, for the notice that says so. */
export function SavedFileWords({ fileName, folder }: { fileName: string; folder: string }) {
  return (
    <p>
      {fileName}
      <br />
      <span className="text-solid-gray-700">{folder}</span>
    </p>
  );
}

type SavedFileActionsProps = { onOpen: () => void; onReveal: () => void };

/** What can be done with it next. */
export function SavedFileActions({ onOpen, onReveal }: SavedFileActionsProps) {
  return (
    <>
      <Button size="small" onPress={onOpen}>
        開く
      </Button>
      <Button size="small" onPress={onReveal}>
        フォルダを開く
      </Button>
    </>
  );
}
