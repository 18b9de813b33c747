/** The element of a part, to move to. */
export function partElementId(partId: string, sheetId?: string): string {
  return ['part', ...(sheetId === undefined ? [] : [sheetId]), partId.replace('/', '-')].join('-');
}
