import { useCallback, useEffect, useRef, useState } from 'react';
import type { Id } from '../../../shared/domain/record/record';
import type { HeldAutosave } from '../../data/held-autosave';
import type { Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { type Edits, useEdits } from '../../state/use-edits';

/** Says of a change that it was typed, and where: typing on there is one step. */
export type Typed = {
  /** False in the middle of a Japanese conversion. */
  settled: boolean;
  /** The field, by the id of what it belongs to where there are several. */
  place: string;
};

export type ChangeDraft<Patch> = (patch: Patch, typed?: Typed) => void;

type Owned = { id: Id; staffId: Id };

/** How one kind of draft is changed and saved; a constant of its form. */
export type DraftKind<Draft, Patch, Change> = {
  autosaveOf: (store: Store) => HeldAutosave<Change>;
  changeOf: (of: Owned, patch: Patch) => Change;
  /** The patch of a change of this draft; null of another's. */
  patchOf: (change: Change, id: Id) => Patch | null;
  withPatch: (draft: Draft, patch: Patch) => Draft;
  inverseOf: (draft: Draft, patch: Patch) => Patch;
};

export type Drafting<Draft, Patch> = { draft: Draft; change: ChangeDraft<Patch>; edits: Edits };

/** What I write of myself: saved as I type, each step of this visit can be taken back. */
export function useDraft<Draft extends Owned, Patch extends object, Change>(
  stored: Draft,
  kind: DraftKind<Draft, Patch, Change>,
): Drafting<Draft, Patch> {
  const autosave = kind.autosaveOf(useStore());
  const { id, staffId } = stored;
  const [draft, setDraft] = useState(() =>
    autosave
      .unsaved()
      .flatMap((change) => kind.patchOf(change, id) ?? [])
      .reduce<Draft>(kind.withPatch, stored),
  );
  const latest = useRef(draft);
  const edits = useEdits();
  const { record } = edits;
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(
    () => () => autosave.settle((change) => kind.patchOf(change, id) !== null),
    [autosave, kind, id],
  );

  const put = useCallback(
    (patch: Patch) => {
      latest.current = kind.withPatch(latest.current, patch);
      setDraft(latest.current);
      autosave.change(kind.changeOf({ id, staffId }, patch));
    },
    [autosave, kind, id, staffId],
  );

  const change = useCallback<ChangeDraft<Patch>>(
    (patch, typed) => {
      if (typed?.settled === false) {
        autosave.hold(kind.changeOf({ id, staffId }, patch));
        return;
      }
      const inverse = kind.inverseOf(latest.current, patch);
      // Said again, as when its box is left, a text is no step; but it ends what is held.
      if (JSON.stringify(inverse) !== JSON.stringify(patch)) {
        record({
          place: typed?.place ?? '',
          words: '',
          typed: typed !== undefined,
          undo: () => put(inverse),
          redo: () => put(patch),
        });
      }
      put(patch);
    },
    [autosave, kind, id, staffId, put, record],
  );
  return { draft, change, edits };
}
