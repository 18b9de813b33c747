import { errorCatalog, IkuseiError } from '../../shared/domain/errors';

/** A failure in the words of the screen. */
export type Problem = { title: string; code: string; detail: string; next: string };

/** What anything that was thrown means to the person; unknown things become E902. */
export function problemOf(error: unknown): Problem {
  const known = error instanceof IkuseiError ? error : new IkuseiError('unexpected', nameOf(error));
  return { ...errorCatalog[known.errorName], detail: known.detail };
}

/** The only trace of a defect that 情報担当 can pass on; it holds nothing personal. */
function nameOf(error: unknown): string {
  return error instanceof Error ? `種類：${error.name}` : '';
}
