import { saveAppealResult, saveAppealText, saveStatement } from '../../data/appeal-commands';
import { createHeldAutosave, type HeldAutosave } from '../../data/held-autosave';
import type { Store } from '../../data/store';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { registerSaver, savePhaseChanged } from '../../state/save-state';

/** A text of an appeal, by whom it is written. */
export type AppealText = { target: 'appeal' | 'statement' | 'result'; id: string; text: string };

const placeNames: Readonly<Record<AppealText['target'], string>> = {
  appeal: '不服申出書',
  statement: '意見書',
  result: '審査の結果',
};

const autosaves = new WeakMap<Store, HeldAutosave<AppealText>>();

/** The one autosave of a store's appeals. It outlives the page, as the sheet's does. */
export function appealAutosave(store: Store): HeldAutosave<AppealText> {
  const known = autosaves.get(store);
  if (known !== undefined) return known;
  const made = createHeldAutosave<AppealText>({
    keyOf: ({ target, id }) => `${target}/${id}`,
    merge: (_earlier, later) => later,
    save: (change) => saveText(store, change),
    words: ({ target, text }) => ({ text, place: async () => placeNames[target] }),
    onStateChange: (phase, error) => {
      if (phase === 'failed') notifyProblem(problemOf(error));
      savePhaseChanged(store.now());
    },
  });
  registerSaver(made);
  autosaves.set(store, made);
  return made;
}

function saveText(store: Store, { target, id, text }: AppealText): Promise<void> {
  if (target === 'appeal') return saveAppealText(store, { id, text });
  if (target === 'result') return saveAppealResult(store, { id, result: text });
  return saveStatement(store, { appealId: id, text });
}
