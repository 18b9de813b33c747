import { lazy, Suspense, useEffect } from 'react';
import { useLocation } from 'react-router';
import { closeNote, openNote, useNoteRequest } from '../../state/quick-note';
import { pressedKey } from '../../ui/composition';

const loadDialog = () => import('./NoteDialog');
const NoteDialog = lazy(() => loadDialog().then((one) => ({ default: one.NoteDialog })));

/** A note from everywhere by Ctrl+Shift+M, and wherever else one is asked for. */
export function QuickNote() {
  const request = useNoteRequest();
  const { pathname } = useLocation();
  const [, root, sheetId = null] = pathname.split('/');

  useEffect(() => {
    const idle = requestIdleCallback(() => void loadDialog());
    return () => cancelIdleCallback(idle);
  }, []);

  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      const asked = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey;
      if (!asked || pressedKey(event)?.toLowerCase() !== 'm') return;
      event.preventDefault();
      // A question on the screen is answered first.
      if (document.querySelector('[role="alertdialog"], [role="dialog"]') === null) openNote();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);

  // It belongs to this store and this person: nobody else finds it open.
  useEffect(() => closeNote, []);

  if (request === null) return null;
  return (
    <Suspense>
      <NoteDialog
        request={request}
        sheetId={root === 'sheets' ? sheetId : null}
        onClose={closeNote}
      />
    </Suspense>
  );
}
