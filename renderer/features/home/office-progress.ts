import type { Author } from '../../../shared/domain/form/form';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { readableAuthors } from '../../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../../shared/domain/store/meta';

export type OfficeProgress = { author: Author; filled: number; total: number };

const order: readonly Author[] = ['employee', 'first', 'second'];

/**
 * How many sheets have a column filled in to its end. Only columns that this person may
 * read are counted: her own sheet must not tell her what is not disclosed to her.
 */
export function officeProgress(sheets: readonly Sheet[], identity: Identity): OfficeProgress[] {
  return order.flatMap((author) => {
    const columns = sheets
      .filter((sheet) => readableAuthors(sheet, identity).includes(author))
      .map((sheet) => sheet.progress[author])
      .filter(({ total }) => total > 0);
    const filled = columns.filter((column) => column.filled === column.total).length;
    return columns.length === 0 ? [] : [{ author, filled, total: columns.length }];
  });
}
