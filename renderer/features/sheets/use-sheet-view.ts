import { useMemo, useState } from 'react';
import { type GoalFacts, noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import {
  loadGoalFacts,
  loadIdentity,
  loadSheetContents,
  loadSheetFrame,
  type SheetContents,
  type SheetFrame,
  type SheetView,
} from '../../data/queries';
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
  return useHeldView(
    sheetId,
    useMemo(() => joinSheetView(contents, frame, knownFacts), [contents, frame, knownFacts]),
  );
}

type ViewResult = LiveResult<{ view: SheetView; me: string }>;

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
