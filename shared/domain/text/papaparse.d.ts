/**
 * Just what is used of papaparse. Its published types bring Node's along, and no module of
 * `shared/` may see those.
 */
declare module 'papaparse' {
  type Problem = { type: 'Quotes' | 'Delimiter' | 'FieldMismatch'; row?: number };
  export function parse<Row>(
    text: string,
    options: { delimiter: string; preview: number; newline?: '\r\n' | '\n' | '\r' },
  ): { data: Row[]; errors: Problem[] };
  export function unparse(
    rows: readonly (readonly string[])[],
    options: { newline: string; escapeFormulae: boolean },
  ): string;
}
