import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation, useMatch, useNavigate } from 'react-router';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import type { SheetView } from '../../data/queries';
import { setPaperAlone, usePaperAlone, usePaperStyle } from '../../state/view-preferences';
import { Button } from '../../ui/Button';
import { pressedKey } from '../../ui/composition';
import { Spinner } from '../../ui/Spinner';
import { useMediaQuery } from '../../ui/use-media-query';
import { useStableHandler } from '../../ui/use-stable-handler';
import { partElementId } from './part-element';
import { type PaperPlace, useKeptPlace } from './use-kept-place';
import { usePaperOutput } from './use-paper-output';

// The reader of papers is larger than the rest of the page: it comes when it is asked for.
const PaperPanel = lazy(() =>
  import('./PaperPanel').then((panel) => ({ default: panel.PaperPanel })),
);

export type SheetPaper = {
  place: PaperPlace;
  /** For the head of the sheet. */
  actions: ReactNode;
  /** How the last save went, while no paper is open to show it. */
  notice: ReactNode;
  /** Null while no paper is open. */
  panel: ReactNode | null;
};

const OPEN_BUTTON = 'open-paper';

/**
 * The paper of an open sheet: its address (`#/sheets/…/paper`), its keys (Ctrl+P opens
 * it, and prints from there; Ctrl+F searches in it) and the way back to the same place.
 */
export function useSheetPaper(view: SheetView): SheetPaper {
  const sheetId = view.sheet.id;
  const open = useMatch('/sheets/:sheetId/paper') !== null;
  const roomForBoth = useMediaQuery('(min-width: 1280px)');
  const alone = usePaperAlone();
  const style = usePaperStyle();
  const place: PaperPlace = !open ? 'closed' : roomForBoth && !alone ? 'beside' : 'instead';
  const searchRef = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { state } = useLocation();
  const returnTo = useRef<HTMLElement | null>(null);
  const rememberPlace = useKeptPlace(place);

  const show = useCallback(() => {
    returnTo.current = focusedElement();
    rememberPlace();
    void navigate(`/sheets/${sheetId}/paper`, { state: 'from-sheet' });
  }, [navigate, rememberPlace, sheetId]);

  const close = useCallback(() => {
    rememberPlace();
    if (state === 'from-sheet') void navigate(-1);
    else void navigate(`/sheets/${sheetId}`, { replace: true });
  }, [navigate, rememberPlace, sheetId, state]);

  const [mending, setMending] = useState<{ partId: PartId; character: string } | null>(null);
  const output = usePaperOutput(sheetId, (partId, character) => {
    setMending({ partId, character });
    if (place === 'instead') close();
  });
  useEffect(() => {
    if (mending === null || place === 'instead') return;
    setMending(null);
    // The question gives the keyboard back first.
    requestAnimationFrame(() => focusCharacter(mending.partId, mending.character));
  }, [mending, place]);

  // Back where she was, unless she is already somewhere else.
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed || focusedElement() !== null) return;
    const target = returnTo.current?.isConnected === true ? returnTo.current : null;
    (target ?? document.getElementById(OPEN_BUTTON))?.focus({ preventScroll: true });
  }, [open]);

  usePaperKeys({
    print: () => (open ? output.busy === null && output.print(style) : show()),
    search: open ? () => searchRef.current?.focus() : null,
  });

  // What is saved without a look at it is the sheet, never an empty form.
  const save = useStableHandler(() => output.save(style === 'blank' ? 'portrait' : style));
  const { busy } = output;
  const actions = useMemo(
    () =>
      !open && (
        <>
          <Button id={OPEN_BUTTON} onPress={show}>
            紙で見る
          </Button>
          <Button look="primary" isDisabled={busy !== null} onPress={save}>
            {busy ?? 'PDFにする'}
          </Button>
        </>
      ),
    [open, show, busy, save],
  );

  return {
    place,
    actions,
    notice: (
      <>
        {!open && output.notice}
        {output.questions}
      </>
    ),
    panel: !open ? null : (
      <Suspense fallback={<Spinner label="紙を開いています" />}>
        <PaperPanel
          view={view}
          output={output}
          beside={place === 'beside'}
          roomForBoth={roomForBoth}
          searchRef={searchRef}
          onArrange={() => {
            rememberPlace();
            setPaperAlone(!alone);
          }}
          onClose={close}
        />
      </Suspense>
    ),
  };
}

function focusedElement(): HTMLElement | null {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/** Puts the keyboard on the character itself, where its field is one that I write in. */
function focusCharacter(partId: string, character: string): void {
  const card = document.getElementById(partElementId(partId));
  if (card === null) return;
  card.scrollIntoView({ block: 'center' });
  const fields = [
    ...card.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input'),
  ];
  const field = fields.find(({ value }) => value.includes(character));
  if (field === undefined) {
    card.focus({ preventScroll: true });
    return;
  }
  field.focus({ preventScroll: true });
  const at = field.value.indexOf(character);
  field.setSelectionRange(at, at + character.length);
}

/** The newest handlers behind one listener. */
function usePaperKeys(keys: { print: () => void; search: (() => void) | null }): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      const plain = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!plain) return;
      const key = pressedKey(event)?.toLowerCase();
      const action =
        key === 'p' ? latest.current.print : key === 'f' ? latest.current.search : null;
      if (action === null) return;
      event.preventDefault();
      // A question on the screen is answered first.
      if (document.querySelector('[role="alertdialog"], [role="dialog"]') === null) action();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
}
