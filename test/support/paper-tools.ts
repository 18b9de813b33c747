import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that looks at PDFs, sharing no code with what writes or reads ours. */
export type PaperTool = 'pdffonts' | 'pdftoppm' | 'qpdf';

/**
 * Runs a tool in a folder of its own that holds the paper as `paper.pdf`, and gives
 * what it said and the files it made, in the order of their names.
 *
 * @throws Error which says what to install where the tool is missing
 */
export function runPaperTool(
  tool: PaperTool,
  bytes: Uint8Array,
  args: readonly string[],
): { said: string; files: Buffer[] } {
  const folder = mkdtempSync(join(tmpdir(), 'ikusei-paper-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), bytes);
    const said = execFileSync(tool, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const made = readdirSync(folder).filter((name) => name !== 'paper.pdf');
    return { said, files: made.sort().map((name) => readFileSync(join(folder, name))) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`${tool} is missing. Debian: apt-get install qpdf poppler-utils`);
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
