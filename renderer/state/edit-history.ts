import {
  LONGEST_TYPING_MILLISECONDS,
  TYPING_PAUSE_MILLISECONDS,
} from '../../shared/domain/sheet/undo-history';

/** One thing done on a page that keeps no history in the store. */
export type EditStep = {
  /** The name of the field it was typed in; of what was not typed, what it was done to. */
  place: string;
  /** As the page calls it: 「期首面談の内容」. */
  words: string;
  /** Milliseconds; typing without a pause is one step. */
  at: number;
  typed: boolean;
  undo: () => unknown;
  redo: () => unknown;
};

/** A step with when it was begun: typing that never pauses is more than one. */
type KeptStep = EditStep & { begunAt: number };

/** The last of each list comes next. */
export type EditHistory = { done: readonly KeptStep[]; undone: readonly KeptStep[] };

export const noEdits: EditHistory = { done: [], undone: [] };

const MOST_STEPS = 200;

export function recordStep({ done, undone }: EditHistory, step: EditStep): EditHistory {
  const last = done.at(-1);
  const joins =
    last !== undefined &&
    undone.length === 0 &&
    step.typed &&
    last.typed &&
    last.place === step.place &&
    step.at - last.at < TYPING_PAUSE_MILLISECONDS &&
    step.at - last.begunAt <= LONGEST_TYPING_MILLISECONDS;
  const before = joins ? done.slice(0, -1) : done;
  const added = joins ? { ...last, at: step.at, redo: step.redo } : { ...step, begunAt: step.at };
  return { done: [...before, added].slice(-MOST_STEPS), undone: [] };
}

/** The step that is next in a direction, and the history after it; null when there is none. */
export function turnStep(
  { done, undone }: EditHistory,
  direction: 'undo' | 'redo',
): { step: EditStep; history: EditHistory } | null {
  const step = (direction === 'undo' ? done : undone).at(-1);
  if (step === undefined) return null;
  const history =
    direction === 'undo'
      ? { done: done.slice(0, -1), undone: [...undone, step] }
      : { done: [...done, { ...step, at: 0, begunAt: 0 }], undone: undone.slice(0, -1) };
  return { step, history };
}
