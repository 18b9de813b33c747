import * as z from 'zod';
import { errorNames } from '../domain/errors';
import { idSchema, instantSchema } from '../domain/record/record';
import { dataSetSchema, sentinelSchema } from '../domain/store/meta';
import { certificateTypes, MAX_CERTIFICATE_BYTES } from '../domain/training/certificate';
import { missingPlaceSchema, pdfStandardSchema } from '../print/missing-character';
import { printModelSchema } from '../print/print-model';
import {
  type ContractShape,
  type DesktopCalls,
  type DesktopEvents,
  type Handlers,
  invoke,
  type Notifiers,
  notify,
} from './define-ipc';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/u);
const nothing = z.undefined().or(z.null());

/** A copy of the store's files that main took before an earlier start. */
export const coldCopySchema = z.object({
  id: z.string(),
  takenAt: instantSchema,
  /** What the real store held then; null when there was none. */
  sentinel: sentinelSchema.nullable(),
});
export type ColdCopy = z.infer<typeof coldCopySchema>;

export const startReportSchema = z.object({
  versions: z.object({ app: z.string(), electron: z.string(), chromium: z.string() }),
  /** Set when main refuses this start; the page then opens no database at all. */
  refusal: z.object({ name: z.enum(errorNames), detail: z.string() }).nullable(),
  /** The sentinel of the real store; null when this PC never had one. */
  sentinel: sentinelSchema.nullable(),
  coldCopies: z.array(coldCopySchema),
  /** True when the operating system guards the data key (safeStorage). */
  keyGuardedByOs: z.boolean(),
});
export type StartReport = z.infer<typeof startReportSchema>;

/** The answer to `keys.open`. `locked`: only the recovery key opens it now. */
export const keyStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('locked') }),
  z.object({ state: z.literal('open'), key: base64, recoveryConfirmed: z.boolean() }),
]);
export type KeyState = z.infer<typeof keyStateSchema>;

/** A recovery key to show once; `ask` are the (0-based) groups to type back. */
export const issuedRecoveryKeySchema = z.object({
  groups: z.array(z.string()),
  ask: z.array(z.int().min(0)),
});
export type IssuedRecoveryKey = z.infer<typeof issuedRecoveryKeySchema>;

/** A file this run wrote; the page holds a handle, never a path it could change. */
export const savedFileSchema = z.object({
  handle: z.string(),
  fileName: z.string(),
  folder: z.string(),
});
export type SavedFile = z.infer<typeof savedFileSchema>;

/** The largest paper the window shows, in bytes; a long sheet is well below 1 MB. */
export const MAX_PREVIEW_BYTES = 24 * 1024 * 1024;

/** A paper to look at: what `savePdf` would write of the same model. */
export const paperPreviewSchema = z.object({
  pdf: base64.max(Math.ceil(MAX_PREVIEW_BYTES / 3) * 4),
  standard: pdfStandardSchema,
  missing: z.array(missingPlaceSchema),
});
export type PaperPreview = z.infer<typeof paperPreviewSchema>;

/** `missing`: nothing was asked or written, because the person has not agreed to 〓. */
export const saveOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    file: savedFileSchema,
    standard: pdfStandardSchema,
    missing: z.array(missingPlaceSchema),
  }),
  z.object({ outcome: z.literal('missing'), missing: z.array(missingPlaceSchema).min(1) }),
  z.object({ outcome: z.literal('cancelled') }),
]);
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>;

/** The largest table that is written, in base64; 20,000 people have less. */
export const MAX_TABLE_BASE64 = 40_000_000;

export const tableOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), file: savedFileSchema }),
  z.object({ outcome: z.literal('cancelled') }),
]);

/** A folder that the person has chosen; the page says the grant, never the path. */
export const grantedFolderSchema = z.object({
  grant: z.string(),
  name: z.string(),
  path: z.string(),
});
export type GrantedFolder = z.infer<typeof grantedFolderSchema>;

const outputFile = { folder: z.string(), fileName: z.string() };

/** `missing`: nothing is written, because characters are lacking that nobody agreed to. */
export const bulkOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('written'), ...outputFile }),
  z.object({ outcome: z.literal('unchanged'), ...outputFile }),
  z.object({ outcome: z.literal('missing') }),
]);
export type BulkOutcome = z.infer<typeof bulkOutcomeSchema>;

export const printOutcomeSchema = z.enum(['printed', 'cancelled']);
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;

/** What a file is for; each purpose remembers its own folder. */
export const purposeSchema = z.enum([
  'evaluation-sheet',
  'recovery-key',
  'roster',
  'framework',
  'interview',
  'appeal',
  'bulk-pdf',
  'results',
  'career',
  'talk',
  'training',
]);
export type Purpose = z.infer<typeof purposeSchema>;

/** What the menus ask for; a page with a history of its own takes it. */
export const editActionSchema = z.enum(['undo', 'redo']);
export type EditAction = z.infer<typeof editActionSchema>;

/** THE contract between page and main. Everything on either side derives from it. */
export const contract = {
  start: {
    /** What main found before the window opened. */
    report: invoke(z.tuple([]), startReportSchema),
    /**
     * How the page's opening went. `opened` makes this start's cold copy a good one;
     * `damaged` puts it, untouched, into quarantine.
     */
    finish: invoke(
      z.tuple([z.object({ outcome: z.enum(['opened', 'damaged']), detail: z.string().max(2000) })]),
      nothing,
    ),
    /** Puts a cold copy back and starts again; the present files go to quarantine. */
    restoreCopy: invoke(z.tuple([z.string().max(100)]), nothing),
  },
  keys: {
    open: invoke(z.tuple([dataSetSchema]), keyStateSchema),
    /** Makes the key of a data set that has none; never replaces one. */
    create: invoke(z.tuple([dataSetSchema]), keyStateSchema),
    /** Makes a new recovery key for the real data key. Only the last one issued holds. */
    issueRecoveryKey: invoke(z.tuple([]), issuedRecoveryKeySchema),
    /** The groups that were asked for, as typed. */
    confirmRecoveryKey: invoke(z.tuple([z.array(z.string().max(40)).max(16)]), nothing),
    /** Opens the real data key with the recovery key, as typed. */
    recover: invoke(z.tuple([z.string().max(200)]), keyStateSchema),
  },
  sentinel: {
    write: invoke(z.tuple([sentinelSchema]), nothing),
  },
  documents: {
    /** Makes the PDF of a model to be looked at; writes nothing. */
    previewPdf: invoke(z.tuple([printModelSchema]), paperPreviewSchema),
    /**
     * Makes the PDF, checks every character, asks where (folder remembered per purpose),
     * and writes it whole or not at all.
     */
    savePdf: invoke(
      z.tuple([
        z.object({
          purpose: purposeSchema,
          /** Proposed file name without extension; main makes it safe. */
          suggestedName: z.string().max(400),
          model: printModelSchema,
          /** The person has seen what prints as 〓 and agreed. */
          missingAllowed: z.boolean(),
        }),
      ]),
      saveOutcomeSchema,
    ),
    /** Asks where, and writes a table, which the page has encoded. */
    saveTable: invoke(
      z.tuple([
        z.object({
          purpose: purposeSchema,
          kind: z.enum(['csv', 'xlsx', 'json', 'ics']),
          /** Proposed file name without extension; main makes it safe. */
          suggestedName: z.string().max(400),
          bytes: base64.max(MAX_TABLE_BASE64),
        }),
      ]),
      tableOutcomeSchema,
    ),
    /** Asks where, and writes a certificate as it was taken in. */
    saveCertificate: invoke(
      z.tuple([
        z.object({
          kind: z.enum(certificateTypes),
          suggestedName: z.string().max(400),
          bytes: base64.max(Math.ceil(MAX_CERTIFICATE_BYTES / 3) * 4),
        }),
      ]),
      tableOutcomeSchema,
    ),
    /** Opens the system's print dialog for the page as it prints itself (A4, no margins). */
    print: invoke(z.tuple([z.object({ landscape: z.boolean() })]), printOutcomeSchema),
    open: invoke(z.tuple([z.string().max(100)]), nothing),
    revealFolder: invoke(z.tuple([z.string().max(100)]), nothing),
  },
  bulk: {
    /** Asks for the folder of many papers; null when the person cancels. */
    chooseFolder: invoke(z.tuple([]), grantedFolderSchema.nullable()),
    /** What of a paper the fonts lack; sets and writes nothing. */
    checkCharacters: invoke(z.tuple([printModelSchema]), z.array(missingPlaceSchema)),
    /**
     * Makes one paper and writes it below a granted folder, unless it lies there already, made
     * from the same contents.
     */
    savePdf: invoke(
      z.tuple([
        z.object({
          grant: z.string().max(100),
          /** Whose file it is: the same one is written over, and no other. */
          owner: z.string().min(1).max(3_000),
          /** Main makes both names safe. */
          place: z.object({ folder: z.string().max(3_000), name: z.string().max(3_000) }),
          model: printModelSchema,
          /** The person has seen what prints as 〓 and agreed. */
          missingAllowed: z.boolean(),
        }),
      ]),
      bulkOutcomeSchema,
    ),
    openFolder: invoke(z.tuple([z.string().max(100)]), nothing),
  },
  exports: {
    /** A sealed logical export, written before a migration runs. */
    saveBeforeMigration: invoke(
      z.tuple([
        z.object({
          datasetId: idSchema,
          fromSchema: z.int().min(1),
          toSchema: z.int().min(1),
          sealed: base64,
        }),
      ]),
      nothing,
    ),
  },
  edit: {
    /** Does it as the browser does in a text box: the page has no better way there. */
    perform: invoke(z.tuple([editActionSchema]), nothing),
    /** 元に戻す or やり直す was chosen in a menu: the page does it, or calls `perform`. */
    requested: notify(editActionSchema),
  },
  window: {
    /** The page has saved everything; the window may close. */
    flushed: invoke(z.tuple([]), nothing),
    /** The window is about to close: save everything, then call `flushed`. */
    flushRequested: notify(nothing),
  },
} as const satisfies ContractShape;

export type Contract = typeof contract;
export type MainHandlers = Handlers<Contract>;
export type MainNotifiers = Notifiers<Contract>;
export type DesktopApi = DesktopCalls<Contract>;
export type DesktopSubscriptions = DesktopEvents<Contract>;
