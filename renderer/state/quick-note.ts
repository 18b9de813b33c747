import { create } from 'zustand';
import type { Id } from '../../shared/domain/record/record';
import type { PartId } from '../../shared/domain/sheet/sheet';

/** The note that is asked for; what is null or empty she chooses herself. */
export type NoteRequest = {
  /** A note to go on with; null for a new one. */
  noteId: Id | null;
  staffId: Id | null;
  partIds: readonly PartId[];
};

const useQuickNoteStore = create<{ request: NoteRequest | null }>(() => ({ request: null }));

/** The note that is being written, wherever the window is; null when none is. */
export function useNoteRequest(): NoteRequest | null {
  return useQuickNoteStore((state) => state.request);
}

export function openNote(request: Partial<NoteRequest> = {}): void {
  useQuickNoteStore.setState({
    request: { noteId: null, staffId: null, partIds: [], ...request },
  });
}

export function closeNote(): void {
  useQuickNoteStore.setState({ request: null });
}
