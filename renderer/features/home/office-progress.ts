import type { Author } from '../../../shared/domain/form/form';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { hasHandedIn, readableAuthors, viewerOf } from '../../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../../shared/domain/store/meta';

export type OfficeProgress = { author: Author; handedIn: number; total: number };

const order: readonly Author[] = ['employee', 'first', 'second'];

/**
 * How many people have handed in each column. Her own sheet counts only as far as she may
 * read it: the numbers must not tell her what is not disclosed to her.
 */
export function officeProgress(sheets: readonly Sheet[], identity: Identity): OfficeProgress[] {
  return order.flatMap((author) => {
    const counted = sheets.filter(
      (sheet) =>
        sheet.stage !== 'exempt' &&
        sheet.progress[author].total > 0 &&
        (viewerOf(sheet, identity).includes('hr') ||
          readableAuthors(sheet, identity).includes(author)),
    );
    const handedIn = counted.filter((sheet) => hasHandedIn(sheet, author)).length;
    return counted.length === 0 ? [] : [{ author, handedIn, total: counted.length }];
  });
}
