import './print-view.css';
import { drawPage } from './draw-page';
import { closePdf, openPdf } from './open-pdf';

/** Dots per inch: small kanji stay sharp, and a page is drawn in a fraction of a second. */
const DENSITY = 300;

type PrintOptions<Outcome> = {
  bytes: Uint8Array;
  signal: AbortSignal;
  /** Before each page is drawn. */
  onPage: (number: number, pages: number) => void;
  /** Prints the window; called while it holds the pages for the printer. */
  print: (landscape: boolean) => Promise<Outcome>;
};

/** Lays the pages of a PDF out for the printer, prints, and takes them away again. */
export async function printPdf<Outcome>(
  options: PrintOptions<Outcome>,
): Promise<Outcome | 'cancelled'> {
  const file = await openPdf(options.bytes);
  const view = document.createElement('div');
  view.className = 'print-view';
  view.setAttribute('aria-hidden', 'true');
  const addresses: string[] = [];
  try {
    for (const [index, { width, height }] of file.sizes.entries()) {
      options.onPage(index + 1, file.sizes.length);
      const canvas = await drawPage(file.pdf, index + 1, DENSITY / 72, 'print').canvas;
      if (canvas === null || options.signal.aborted) return 'cancelled';
      const address = URL.createObjectURL(await pictureOf(canvas));
      addresses.push(address);
      view.append(await pageOf(address, width > height));
    }
    document.body.append(view);
    const [first] = file.sizes;
    return await options.print(first !== undefined && first.width > first.height);
  } finally {
    view.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
    await closePdf(file);
  }
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the page gave no picture'));
      else resolve(blob);
    }, 'image/png');
  });
}

async function pageOf(address: string, across: boolean): Promise<HTMLElement> {
  const page = document.createElement('div');
  page.className = `print-page ${across ? 'is-across' : 'is-upright'}`;
  const picture = document.createElement('img');
  picture.alt = '';
  picture.src = address;
  await picture.decode();
  page.append(picture);
  return page;
}
