import type { SavedFile } from '../../../shared/ipc/contract';
import { desktopApi } from '../../platform/desktop-api';
import { Notice } from '../../ui/Notice';
import { SavedFileActions, SavedFileWords } from '../../ui/SavedFile';

/** What has been done, with the file that came of it. */
export type Done = { words: string; file?: SavedFile };

type DoneNoticeProps = {
  done: Done;
  onClose: () => void;
  onRun: (action: Promise<unknown>) => void;
};

/** Says it, and opens the file or its folder. */
export function DoneNotice({ done: { words, file }, onClose, onRun }: DoneNoticeProps) {
  return (
    <Notice
      tone="success"
      title={words}
      onClose={onClose}
      {...(file !== undefined && {
        actions: (
          <SavedFileActions
            onOpen={() => onRun(desktopApi.documents.open(file.handle))}
            onReveal={() => onRun(desktopApi.documents.revealFolder(file.handle))}
          />
        ),
      })}
    >
      {file !== undefined && <SavedFileWords {...file} />}
    </Notice>
  );
}
