import { useMemo, useState } from 'react';
import { type GoalFacts, noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import { keepSame } from '../../../shared/domain/record/keep-same';
import {
  loadGoalFacts,
  loadIdentity,
  loadSheetContents,
  loadSheetFrame,
  type SheetContents,
  type SheetFrame,
} from '../../data/queries';
import { type ReadSheet, sheetReadAhead } from '../../data/read-ahead';
import type { Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { type LiveResult, useLiveQuery } from '../../data/use-live-query';

/**
 * A sheet and who reads it, always as stored. A save reads the sheet's own rows again and
 * nothing around it: form, period, settlements and last period's sheet stay as they are.
 */
export function useSheetView(sheetId: string): ViewResult {
  const contents = useLiveQuery(
    async (store) => ({
      contents: await loadSheetContents(store, sheetId),
      me: (await loadIdentity(store)).staffId,
    }),
    [sheetId],
  );
  const known = contents.state === 'ready' ? contents.value : null;
  const { formId = '', periodId = '', staffId = '' } = known?.contents.sheet ?? {};
  const frame = useLiveQuery(
    async (store) => {
      if (formId === '') return null;
      const { staffId: reader } = await loadIdentity(store);
      return { reader, around: await loadSheetFrame(store, { formId, periodId, staffId }) };
    },
    [formId, periodId, staffId, known?.me ?? ''],
  );
  const stage = known?.contents.sheet.stage ?? null;
  const facts = useLiveQuery(
    async (store) => {
      if (stage === null) return null;
      const read = await loadGoalFacts(store, sheetId);
      return { ...read, reader: (await loadIdentity(store)).staffId };
    },
    [sheetId, stage, known?.me ?? ''],
  );
  const knownFacts = facts.state === 'ready' ? facts.value : null;
  const live = useMemo(
    () => joinSheetView(contents, frame, knownFacts),
    [contents, frame, knownFacts],
  );
  return useHeldView(sheetId, useReadAheadView(sheetId, live, known?.me ?? null));
}

/**
 * The sheet as it was read ahead, until it is read live: it opens in the frame after the
 * key. What the live sheet says again is the same object, so that nothing is drawn twice.
 *
 * @param me who reads, as soon as that is known: nothing of another reader is shown
 */
function useReadAheadView(sheetId: string, live: ViewResult, me: string | null): ViewResult {
  const store = useStore();
  const [ahead, setAhead] = useState(() => openedAhead(store, sheetId));
  if (ahead.sheetId !== sheetId) setAhead(openedAhead(store, sheetId));
  else if (ahead.result !== null && me !== null && ahead.result.value.me !== me) {
    setAhead({ sheetId, result: null });
  }
  const opened = ahead.sheetId === sheetId ? ahead.result : null;
  return useMemo(() => viewReadAhead(opened, live), [opened, live]);
}

type ReadyView = Extract<ViewResult, { state: 'ready' }>;

function openedAhead(store: Store, sheetId: string): { sheetId: string; result: ReadyView | null } {
  const value = sheetReadAhead(store, sheetId);
  return { sheetId, result: value === null ? null : { state: 'ready', value } };
}

/** What is shown of a sheet that was read ahead and is being read again. */
export function viewReadAhead(opened: ReadyView | null, live: ViewResult): ViewResult {
  if (opened === null || live.state === 'failed') return live;
  return live.state === 'loading' ? opened : keepSame(opened, live);
}

type ViewResult = LiveResult<ReadSheet>;

/**
 * On the way from one sheet to another the first stays until the other is there, so that no
 * frame is empty. Nothing is held for another reader: she has the same sheet, read anew.
 */
function useHeldView(sheetId: string, result: ViewResult): ViewResult {
  const [held, setHeld] = useState(result);
  if (result.state !== 'loading' && result !== held) setHeld(result);
  const isOther = held.state === 'ready' && held.value.view.sheet.id !== sheetId;
  return result.state === 'loading' && isOther ? held : result;
}

/**
 * A sheet and what stands around it, once both were read as the same person: last period's
 * sheet as another may read it is never shown beside mine.
 */
export function joinSheetView(
  contents: LiveResult<{ contents: SheetContents; me: string }>,
  frame: LiveResult<{ reader: string; around: SheetFrame } | null>,
  facts: ({ reader: string } & GoalFacts) | null,
): ViewResult {
  if (contents.state !== 'ready') return contents;
  if (frame.state !== 'ready') return frame;
  const { contents: own, me } = contents.value;
  if (frame.value?.reader !== me) return { state: 'loading' };
  // Nobody waits for them: they come a moment later, and again when the stage changes.
  const known = facts?.reader === me ? facts : noGoalFacts;
  const goalFacts = { agreed: known.agreed, unitGoals: known.unitGoals };
  return { state: 'ready', value: { view: { ...own, ...frame.value.around, goalFacts }, me } };
}
