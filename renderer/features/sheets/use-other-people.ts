import { useEffect, useState } from 'react';
import { useMatch, useNavigate, useParams } from 'react-router';
import { listSheets } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { setSheetOrder, useSheetOrder } from '../../state/sheet-order';
import { useStableHandler } from '../../ui/use-stable-handler';
import { neighbour } from './neighbour';
import { focusPart } from './sheet-focus';

export type OtherPeople = {
  /** Which of how many people's sheets this is, from 1. */
  place: number;
  count: number;
  /** To the person before or after, at the same part of the sheet. */
  goTo: (step: 1 | -1) => void;
};

type Arrival = { atPart?: unknown } | null;

/**
 * The way on to other people's sheets, in the order of the list they were opened from, or of
 * all that the reader may list. Null when there is nobody else.
 *
 * @param partId where the keyboard is, to go on at the same place
 */
export function useOtherPeople(
  sheet: { id: string; periodId: string },
  reader: string,
  partId: string | null,
): OtherPeople | null {
  const store = useStore();
  const navigate = useNavigate();
  const paperOpen = useMatch('/sheets/:sheetId/paper') !== null;
  const order = useSheetOrder(reader, sheet.id);
  const { id, periodId } = sheet;
  // Ahead of the sheet that is still shown, where a key is pressed again at once.
  const { sheetId: address = id } = useParams();

  useEffect(() => {
    if (order !== null) return;
    let live = true;
    listSheets(store, periodId)
      .then((sheets) => {
        if (live)
          setSheetOrder(
            reader,
            sheets.map((one) => one.id),
          );
      })
      // The sheet itself says what is wrong with the store.
      .catch(() => undefined);
    return () => {
      live = false;
    };
  }, [order, store, periodId, reader]);

  const goTo = useStableHandler((step: 1 | -1) => {
    const next = order === null ? null : neighbour(order, address, step);
    if (next === null) return;
    const state: Arrival = { atPart: partId };
    void navigate(`/sheets/${next}${paperOpen ? '/paper' : ''}`, { state });
  });

  if (order === null || order.length < 2) return null;
  return { place: order.indexOf(id) + 1, count: order.length, goTo };
}

/** Puts the keyboard where it was on the sheet of the person before. */
export function useArrival(state: unknown): void {
  const [arrival] = useState(state as Arrival);
  useEffect(() => {
    if (typeof arrival?.atPart === 'string') focusPart(arrival.atPart);
  }, [arrival]);
}
