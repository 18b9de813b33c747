/**
 * The names of every call between page and main: `invoke` is a question of the page,
 * `notify` a message of main. The preload is made from these names alone, so it carries
 * no validator; `contract.ts` gives each name its arguments and its result, and does not
 * compile if one is missing.
 */
export const channels = {
  start: {
    report: 'invoke',
    finish: 'invoke',
    restoreCopy: 'invoke',
  },
  keys: {
    open: 'invoke',
    create: 'invoke',
    issueRecoveryKey: 'invoke',
    confirmRecoveryKey: 'invoke',
    recover: 'invoke',
  },
  sentinel: {
    write: 'invoke',
  },
  documents: {
    previewPdf: 'invoke',
    savePdf: 'invoke',
    saveTable: 'invoke',
    saveCertificate: 'invoke',
    print: 'invoke',
    open: 'invoke',
    revealFolder: 'invoke',
  },
  bulk: {
    chooseFolder: 'invoke',
    checkCharacters: 'invoke',
    savePdf: 'invoke',
    openFolder: 'invoke',
  },
  exports: {
    saveBeforeMigration: 'invoke',
  },
  edit: {
    perform: 'invoke',
    requested: 'notify',
  },
  window: {
    flushed: 'invoke',
    flushRequested: 'notify',
  },
} as const satisfies Record<string, Record<string, 'invoke' | 'notify'>>;

export type Channels = typeof channels;
export type GroupName = keyof Channels & string;

/** The wire name of a call: `keys:open`. */
export function channelName(group: string, call: string): string {
  return `${group}:${call}`;
}
