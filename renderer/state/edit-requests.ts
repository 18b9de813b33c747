import type { UndoDirection } from '../../shared/domain/sheet/undo-history';

/** Takes a wish of the menus, or leaves it to the browser. */
export type EditTaker = (direction: UndoDirection) => 'taken' | 'left';

const takers = new Set<EditTaker>();

/** Makes a page with a history of its own known to the menus; returns its end. */
export function registerEditTaker(taker: EditTaker): () => void {
  takers.add(taker);
  return () => {
    takers.delete(taker);
  };
}

/** Offers a wish of the menus to the open page. */
export function offerEdit(direction: UndoDirection): 'taken' | 'left' {
  return [...takers].some((taker) => taker(direction) === 'taken') ? 'taken' : 'left';
}
