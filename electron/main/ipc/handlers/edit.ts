import type { WebContents } from 'electron';
import type { MainHandlers } from '../../../../shared/ipc/contract';

/** The browser's own undo and redo, for text boxes that have no other history. */
export function createEditHandlers(
  contents: Pick<WebContents, 'undo' | 'redo'>,
): MainHandlers['edit'] {
  return {
    async perform(action) {
      if (action === 'undo') contents.undo();
      else contents.redo();
      return undefined;
    },
  };
}
