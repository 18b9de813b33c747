import { laterAlone, storeAutosave } from '../../common/store-autosave';
import { saveAppealResult, saveAppealText, saveStatement } from '../../data/appeal-commands';
import type { Store } from '../../data/store';

/** A text of an appeal, by whom it is written. */
export type AppealText = { target: 'appeal' | 'statement' | 'result'; id: string; text: string };

const placeNames: Readonly<Record<AppealText['target'], string>> = {
  appeal: '不服申出書',
  statement: '意見書',
  result: '審査の結果',
};

/** The one autosave of a store's appeals. */
export const appealAutosave = storeAutosave<AppealText>({
  keyOf: ({ target, id }) => `${target}/${id}`,
  merge: laterAlone,
  save: saveText,
  text: ({ text }) => text,
  place: ({ target }) => placeNames[target],
});

function saveText(store: Store, { target, id, text }: AppealText): Promise<void> {
  if (target === 'appeal') return saveAppealText(store, { id, text });
  if (target === 'result') return saveAppealResult(store, { id, result: text });
  return saveStatement(store, { appealId: id, text });
}
