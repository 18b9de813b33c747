import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { printPage } from './print-page';

type Print = WebContents['print'];

function printing(success: boolean, reason: string) {
  const asked: Parameters<Print>[0][] = [];
  const print: Print = (options, callback) => {
    asked.push(options);
    callback?.(success, reason);
  };
  return { contents: { print }, asked };
}

describe('printPage', () => {
  it('asks the person, on A4 without margins, the way the paper lies', async () => {
    const { contents, asked } = printing(true, '');
    expect(await printPage(contents, { landscape: true })).toBe('printed');
    expect(asked).toEqual([
      {
        silent: false,
        printBackground: true,
        pageSize: 'A4',
        landscape: true,
        margins: { marginType: 'none' },
      },
    ]);
  });

  it.each(['cancelled', 'Print job canceled'])('takes %j for no failure', async (reason) => {
    const { contents } = printing(false, reason);
    expect(await printPage(contents, { landscape: false })).toBe('cancelled');
  });

  it('says why the printer did not print', async () => {
    const { contents } = printing(false, 'Print job failed');
    await expect(printPage(contents, { landscape: false })).rejects.toMatchObject({
      errorName: 'printFailed',
      detail: '理由：Print job failed',
    });
  });
});
