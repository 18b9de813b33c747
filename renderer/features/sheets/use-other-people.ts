import { useEffect, useState } from 'react';
import { useMatch, useNavigate, useParams } from 'react-router';
import { listSheets } from '../../data/queries';
import { readAhead } from '../../data/read-ahead';
import { useStore } from '../../data/store-context';
import { onWritten } from '../../data/write-mark';
import { setSheetOrder, useSheetOrder } from '../../state/sheet-order';
import { useStableHandler } from '../../ui/use-stable-handler';
import { neighbour } from './neighbour';
import { focusPart } from './sheet-focus';
import { findPart, type SectionId, type SectionPlan } from './sheet-plan';

export type OtherPeople = {
  /** Which of how many people's sheets this is, from 1. */
  number: number;
  count: number;
  /** To the person before or after, at the same part of the sheet. */
  goTo: (step: 1 | -1) => void;
};

/** A part by its id, and by its place in its section: goals are each person's own. */
type PartPlace = { partId: string; section: SectionId; index: number };
type Arrival = { place: PartPlace | null } | null;

/** Where a part stands on its sheet. */
export function placeOf(sections: readonly SectionPlan[], partId: string | null): PartPlace | null {
  for (const { id, parts } of sections) {
    const index = parts.findIndex((part) => part.partId === partId);
    if (index !== -1 && partId !== null) return { partId, section: id, index };
  }
  return null;
}

/** The same part on another sheet, else the one at its place, else the last of its section. */
export function partAt(sections: readonly SectionPlan[], place: PartPlace): string | null {
  if (findPart(sections, place.partId) !== null) return place.partId;
  const parts = sections.find(({ id }) => id === place.section)?.parts ?? [];
  return (parts[place.index] ?? parts.at(-1))?.partId ?? null;
}

/**
 * The way on to the same page of other people's sheets, in the order of the list they were opened from, or of
 * all that the reader may list. Null when there is nobody else.
 *
 * @param place where the keyboard is, to go on at the same one
 */
export function useOtherPeople(
  sheet: { id: string; periodId: string },
  reader: string,
  place: PartPlace | null,
): OtherPeople | null {
  const store = useStore();
  const navigate = useNavigate();
  const isPaper = useMatch('/sheets/:sheetId/paper') !== null;
  const isInterviews = useMatch('/sheets/:sheetId/interviews') !== null;
  const page = isPaper ? '/paper' : isInterviews ? '/interviews' : '';
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
    const state: Arrival = { place };
    void navigate(`/sheets/${next}${page}`, { state });
  });

  useReadAhead(
    order === null ? [] : ([1, -1] as const).map((step) => neighbour(order, address, step)),
  );

  if (order === null || order.length < 2) return null;
  return { number: order.indexOf(id) + 1, count: order.length, goTo };
}

/** A pause of hers: until then the sheet that she has open comes first. */
const PAUSE_MILLISECONDS = 300;

/** Reads these sheets while she is on another, and again after whatever was written. */
function useReadAhead(sheetIds: readonly (string | null)[]): void {
  const store = useStore();
  const key = sheetIds.filter((sheetId) => sheetId !== null).join(' ');
  useEffect(() => {
    if (key === '') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readLater = () => {
      clearTimeout(timer);
      // What is wrong with a sheet is said when it is opened.
      timer = setTimeout(
        () => readAhead(store, key.split(' ')).catch(() => undefined),
        PAUSE_MILLISECONDS,
      );
    };
    readLater();
    const stop = onWritten(store, readLater);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, key]);
}

/**
 * Puts the keyboard where it was on the sheet of the person before.
 *
 * @returns whether she came from there: then it must be said whose sheet this is
 */
export function useArrival(state: unknown, sections: readonly SectionPlan[]): boolean {
  const [arrival, setArrival] = useState(state as Arrival);
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    if (typeof arrival !== 'object' || arrival?.place === undefined) return;
    const partId = arrival.place === null ? null : partAt(sections, arrival.place);
    if (partId !== null) focusPart(partId);
    setArrived(true);
    setArrival(null);
  }, [arrival, sections]);
  return arrived;
}
