import { useState } from 'react';
import { useStore } from '../../data/store-context';
import { removeFromTalk, restoreRemoved } from '../../data/talk-removal-commands';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';

/** Takes rows off the page; they can be brought back, the last one first. */
export type Removing = {
  lastId: string | null;
  remove: (id: string) => void;
  bringBack: () => void;
};

export function useRemoving(talkId: string, what: 'topic' | 'action'): Removing {
  const store = useStore();
  const [removedIds, setRemovedIds] = useState<readonly string[]>([]);
  const lastId = removedIds.at(-1) ?? null;
  const tell = (error: unknown) => notifyProblem(problemOf(error));

  async function remove(id: string) {
    // What was typed in it a moment ago must not bring it back.
    if (!(await flushAll())) return;
    await removeFromTalk(store, { talkId, id, what });
    setRemovedIds((before) => [...before, id]);
  }
  return {
    lastId,
    remove: (id) => void remove(id).catch(tell),
    bringBack: () => {
      if (lastId === null) return;
      const others = (ids: readonly string[]) => ids.filter((id) => id !== lastId);
      restoreRemoved(store, lastId).then(() => setRemovedIds(others), tell);
    },
  };
}

export function RemovedLine({ removing, words }: { removing: Removing; words: string }) {
  if (removing.lastId === null) return null;
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 text-sm">
      {words}
      <Button size="small" look="quiet" onPress={removing.bringBack}>
        元に戻す
      </Button>
    </p>
  );
}
