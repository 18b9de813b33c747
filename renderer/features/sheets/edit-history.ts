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

/** The last of each list comes next. */
export type EditHistory = { done: readonly EditStep[]; undone: readonly EditStep[] };

export const noEdits: EditHistory = { done: [], undone: [] };

/** A pause that begins a new step. */
const PAUSE_MILLISECONDS = 1_500;
const MOST_STEPS = 200;

export function recordStep({ done, undone }: EditHistory, step: EditStep): EditHistory {
  const last = done.at(-1);
  const joins =
    last !== undefined &&
    undone.length === 0 &&
    step.typed &&
    last.typed &&
    last.place === step.place &&
    step.at - last.at < PAUSE_MILLISECONDS;
  const before = joins ? done.slice(0, -1) : done;
  const added = joins ? { ...last, at: step.at, redo: step.redo } : step;
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
      : { done: [...done, { ...step, at: 0 }], undone: undone.slice(0, -1) };
  return { step, history };
}
