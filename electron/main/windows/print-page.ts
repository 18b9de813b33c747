import type { WebContents } from 'electron';
import { IkuseiError } from '../../../shared/domain/errors';
import type { PrintOutcome } from '../../../shared/ipc/contract';

/**
 * Opens the system's print dialog for what the page shows to a printer: A4 to the edge,
 * because the paper carries its own margins.
 *
 * @throws IkuseiError printFailed, with the system's own words
 */
export function printPage(
  contents: Pick<WebContents, 'print'>,
  { landscape }: { landscape: boolean },
): Promise<PrintOutcome> {
  return new Promise((resolve, reject) => {
    contents.print(
      {
        silent: false,
        printBackground: true,
        pageSize: 'A4',
        landscape,
        margins: { marginType: 'none' },
      },
      (printed, reason) => {
        if (printed) resolve('printed');
        // The only way Electron says that the person closed the dialog.
        else if (/cancel/iu.test(reason)) resolve('cancelled');
        else reject(new IkuseiError('printFailed', reason === '' ? '' : `理由：${reason}`));
      },
    );
  });
}
