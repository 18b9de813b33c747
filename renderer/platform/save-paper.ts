import type { Purpose, SavedFile } from '../../shared/ipc/contract';
import { paperFieldName } from '../../shared/print/paper-field-name';
import type { PrintModel } from '../../shared/print/print-model';
import { desktopApi } from './desktop-api';
import { type Problem, problemOf } from './problem';

/** How a paper went, in the words of the screen. */
export type PaperOutcome =
  | { kind: 'saved'; file: SavedFile; lacking: string[] }
  /** Nothing is written yet: these characters would be drawn as 〓 or in their basic form. */
  | { kind: 'missing'; lacking: string[] }
  | { kind: 'cancelled' }
  | { kind: 'failed'; problem: Problem };

export type PaperRequest = { purpose: Purpose; suggestedName: string; model: PrintModel };

/** Asks where, and writes the paper; never throws. */
export async function savePaper(
  paper: PaperRequest,
  missingAllowed: boolean,
): Promise<PaperOutcome> {
  try {
    const saved = await desktopApi.documents.savePdf({ ...paper, missingAllowed });
    if (saved.outcome === 'cancelled') return { kind: 'cancelled' };
    const lacking = saved.missing.map(({ character, codePoint, path }) => {
      const field = paperFieldName(paper.model, path) ?? '様式の文言';
      return `${field}：「${character}」 ${codePoint}`;
    });
    return saved.outcome === 'missing'
      ? { kind: 'missing', lacking }
      : { kind: 'saved', file: saved.file, lacking };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}

/** Opens a written file, or the folder that it is in. */
export function showSaved(file: SavedFile, what: 'file' | 'folder'): Promise<unknown> {
  const { documents } = desktopApi;
  return what === 'file' ? documents.open(file.handle) : documents.revealFolder(file.handle);
}
