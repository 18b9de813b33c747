import type { Form } from '../../shared/domain/form/form';
import type { Period, PlainDate } from '../../shared/domain/period/period';
import { holdsWords, type SnippetPiece, snippetOf } from '../../shared/domain/search/find-words';
import {
  documentKey,
  type TextDocument,
  type TextKind,
} from '../../shared/domain/search/text-document';
import type { TextCandidate } from '../../shared/domain/search/text-index';
import { parsePartId, sheetParts } from '../../shared/domain/sheet/part';
import type { PartId, Sheet } from '../../shared/domain/sheet/sheet';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import { talkKindLabels } from '../../shared/domain/talk/talk-words';
import { foldForSearch } from '../../shared/domain/text/fold-for-search';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRows } from './read-rows';
import type { DataTableName, Row } from './schema';
import type { Store } from './store';
import { readSuperviseesOf } from './talk-rows';
import {
  aboutOf,
  dayOf,
  headerTables,
  makeReader,
  readableDocuments,
  type TextReader,
  textTables,
} from './text-sources';

/** A text that was found, as it stands in the store at this moment. */
export type TextHit = {
  key: string;
  kind: TextKind;
  day: PlainDate;
  /** Whom it is about; empty where nobody is named. */
  person: string;
  /** Where it stands: period and part of a sheet. */
  place: string;
  /** What stands before the text. */
  label: string;
  snippet: SnippetPiece[];
  href: string;
  /** The part of the sheet to go to; null: the page itself. */
  partId: PartId | null;
};

/** Forms never change once they are made, and take long to read. */
export type FormShelf = Map<string, Form | null>;

/** What was found, and whether 相談 and 職場復帰支援の面談 were asked for too. */
export type Looked = {
  candidates: readonly TextCandidate[];
  words: readonly string[];
  confidential: boolean;
};

/**
 * Reads the rows of candidates again, all of one moment, and makes hits of what this PC's
 * person may read by the rules and still holds every word. In the order of the candidates.
 */
export function readHits(
  store: Store,
  forms: FormShelf,
  { candidates, words, confidential }: Looked,
): PromiseLike<TextHit[]> {
  const around = ['meta', 'staff', 'evaluatorAssignments', 'forms', 'periods'] as const;
  return store.db.transaction('r', [...around, ...headerTables, ...textTables], async () => {
    const reader = await readReader(store, candidates, confidential);
    const documents = new Map<string, TextDocument>();
    for (const table of textTables) {
      const ids = unique(candidates.filter((one) => one.table === table).map(({ id }) => id));
      const rows = ids.length === 0 ? [] : await tableOf(store.db, table).bulkGet(ids);
      for (const [at, row] of rows.entries()) {
        if (row === undefined) continue;
        const source = { table, id: ids[at] ?? '' };
        for (const document of readableDocuments(store, table, row, reader)) {
          if (holds(document, words)) documents.set(documentKey(source, document.kind), document);
        }
      }
    }
    const found = candidates.flatMap(({ text, ...source }) => {
      const key = documentKey(source, text.kind);
      const document = documents.get(key);
      return document === undefined ? [] : [{ key, document }];
    });
    const names = await readNames(
      store,
      found.map(({ document }) => document),
      reader,
      forms,
    );
    return found.map(({ key, document }) => ({
      ...namesOf(document, reader, names, forms),
      ...placeOf(document),
      ...bestSnippet(document, words),
      key,
      kind: document.kind,
      day: dayOf(document, reader),
    }));
  });
}

/** Her identity and what the candidates belong to, as they are stored now. */
async function readReader(
  store: Store,
  candidates: readonly TextCandidate[],
  confidential: boolean,
): Promise<TextReader> {
  const identity = await loadIdentity(store);
  const sheets = await rowsById(
    store,
    'sheets',
    candidates.map(({ text }) => text.sheetId),
  );
  const talks = await rowsById(
    store,
    'talks',
    candidates.map(({ text }) => text.talkId),
  );
  const talkCircles = await rowsById(
    store,
    'talkCircles',
    [...talks.values()].map(({ circleId }) => circleId),
  );
  const superviseeIds = await readSuperviseesOf(store, identity.staffId, [...talks.values()]);
  return makeReader(identity, { sheets, talks, talkCircles }, { superviseeIds, confidential });
}

type Names = { staff: Map<string, StaffMember>; periods: Map<string, Period> };

async function readNames(
  store: Store,
  documents: readonly TextDocument[],
  reader: TextReader,
  forms: FormShelf,
): Promise<Names> {
  const sheets = documents.flatMap(({ sheetId }) => reader.sheetOf(sheetId)?.sheet ?? []);
  const wanted = unique(sheets.map(({ formId }) => formId)).filter((id) => !forms.has(id));
  const read = await rowsById(store, 'forms', wanted);
  for (const id of wanted) forms.set(id, read.get(id) ?? null);
  const about = documents.filter(({ sheetId }) => sheetId === null);
  return {
    staff: await rowsById(
      store,
      'staff',
      about.flatMap((document) => aboutOf(document, reader)),
    ),
    periods: await rowsById(
      store,
      'periods',
      sheets.map(({ periodId }) => periodId),
    ),
  };
}

function namesOf(
  document: TextDocument,
  reader: TextReader,
  { staff, periods }: Names,
  forms: FormShelf,
): Pick<TextHit, 'person' | 'place'> {
  const sheet = reader.sheetOf(document.sheetId)?.sheet;
  if (sheet !== undefined) {
    const place = [periods.get(sheet.periodId)?.name ?? '', partName(document, sheet, forms)];
    return { person: sheet.staff.name, place: place.join(' ').trim() };
  }
  const names = aboutOf(document, reader).flatMap((id) => staff.get(id)?.name ?? []);
  const talk = reader.talkOf(document.talkId)?.talk;
  return {
    person: names.join('、'),
    place: talk === undefined ? '' : talkKindLabels[talk.kind],
  };
}

function placeOf(document: TextDocument): Pick<TextHit, 'href' | 'partId'> {
  return { href: hrefOf(document), partId: document.place?.partId ?? null };
}

function bestSnippet(
  { pieces }: TextDocument,
  words: readonly string[],
): Pick<TextHit, 'label' | 'snippet'> {
  for (const { label, text } of pieces) {
    const snippet = snippetOf(text, words);
    if (snippet !== null) return { label, snippet };
  }
  return { label: '', snippet: [] };
}

export function hrefOf({ kind, sheetId, talkId }: TextDocument): string {
  if (kind === 'talk') return `/one-on-ones/${talkId}`;
  if (kind === 'interview') return `/sheets/${sheetId}/interviews`;
  return kind === 'conductNote' ? '/notes' : `/sheets/${sheetId}`;
}

function holds({ pieces }: TextDocument, words: readonly string[]): boolean {
  return holdsWords(
    pieces.map(({ text }) => foldForSearch(text)),
    words,
  );
}

function partName({ place }: TextDocument, sheet: Sheet, forms: FormShelf): string {
  if (place === null) return '';
  if (parsePartId(place.partId)?.kind === 'goal') return '個人目標';
  const form = forms.get(sheet.formId) ?? null;
  const parts = form === null ? [] : sheetParts(form, []);
  return parts.find(({ partId }) => partId === place.partId)?.name ?? '';
}

async function rowsById<Name extends DataTableName>(
  store: Store,
  table: Name,
  ids: readonly (string | null)[],
): Promise<Map<string, Row<Name>>> {
  const wanted = unique(ids.flatMap((id) => id ?? []));
  const stored = wanted.length === 0 ? [] : await tableOf(store.db, table).bulkGet(wanted);
  const rows = parseRows(
    store,
    table,
    stored.filter((row) => row !== undefined),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
