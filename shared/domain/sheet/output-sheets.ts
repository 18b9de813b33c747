import type { Identity } from '../store/meta';
import type { Sheet } from './sheet';
import { viewerOf } from './stage-rules';

/**
 * The sheets that somebody may take out for her work: those of 職員課, and of the people she
 * evaluates. Her own is not among them, nor one that a colleague handles.
 */
export function outputSheets(
  sheets: readonly Sheet[],
  identity: Pick<Identity, 'staffId' | 'rights'>,
): Sheet[] {
  return sheets.filter((sheet) => {
    const viewer = viewerOf(sheet, identity);
    return viewer.length > 0 && !viewer.includes('employee');
  });
}
