// @ts-check
import { installWithApt } from './apt.mjs';
import { runQuietly } from './processes.mjs';
import { SetupError } from './project.mjs';

/** What the tests of the papers look at a PDF with, and the package each comes from. */
const tools = [
  { program: 'pdftoppm', asks: '-v', package: 'poppler-utils' },
  { program: 'pdffonts', asks: '-v', package: 'poppler-utils' },
  { program: 'qpdf', asks: '--version', package: 'qpdf' },
];

/** Finds the tools that check papers, or installs Debian's where that is allowed. */
export async function ensurePaperTools() {
  const missing = await missingPackages();
  if (missing.length === 0) return;
  const reason = await installWithApt(missing);
  const still = await missingPackages();
  if (still.length === 0) return;
  throw new SetupError(
    [
      `The tests of the papers need ${still.join(' and ')}.`,
      ...(reason ? [reason] : []),
      `Install it (Debian: apt-get install ${still.join(' ')}), so that pdftoppm, pdffonts and qpdf are on the PATH.`,
    ].join(' '),
  );
}

async function missingPackages() {
  const found = await Promise.all(
    tools.map(async (tool) => ({ ...tool, ...(await runQuietly(tool.program, [tool.asks])) })),
  );
  return [...new Set(found.filter(({ code }) => code !== 0).map((tool) => tool.package))];
}
