import { IkuseiError } from '../../shared/domain/errors';
import type { Period } from '../../shared/domain/period/period';
import { wordsOf } from '../../shared/domain/search/find-words';
import {
  type IndexedText,
  indexedText,
  sourceKey,
  type TextFilter,
  TextIndex,
  type TextSource,
} from '../../shared/domain/search/text-index';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { storeStateSchema } from '../../shared/domain/store/meta';
import type { Talk, TalkCircle } from '../../shared/domain/talk/talk';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Row } from './schema';
import type { Store } from './store';
import { readSuperviseesOf } from './talk-rows';
import { type FormShelf, readHits, type TextHit } from './text-hits';
import type { IndexFile, IndexState } from './text-index-file';
import {
  aboutOf,
  dayOf,
  documentsOf,
  headerTables,
  isTextTable,
  makeReader,
  mayConcern,
  storedId,
  type TextReader,
  type TextTable,
  textTables,
} from './text-sources';
import { loadTimeline, type Timeline } from './timeline-queries';
import type { WrittenRows } from './write-mark';

/** Rows read in one go: some tens of milliseconds, for which a search waits at most. */
const SLICE = 250;
/** Rows that came later, in one piece of the stored index. */
const PIECE = 100;
/** Candidates whose rows are read in one go, at least. */
const FEWEST_READ = 10;
/** A pause of hers, after which the stored index follows. */
const REST_MILLISECONDS = 3_000;

/** While she types, the index takes a fifth of a core: it can wait, and a letter cannot. */
const TYPING_MILLISECONDS = 1_500;
const PAUSE_MILLISECONDS = 100;

export type TextQuery = { typed: string; filter: TextFilter; limit: number };

export type TextAnswer = {
  hits: TextHit[];
  /** There are more than `limit`. Nothing is counted that she may not read. */
  more: boolean;
};

/** Rows read, of how many; `done` when the index tells of all of them. */
export type IndexProgress = { read: number; total: number; done: boolean };

/** A person about whom there may be something for this reader to find. */
export type SearchPerson = { id: string; label: string; detail: string };

type HeaderMaps = { [Name in (typeof headerTables)[number]]: Map<string, Row<Name>> };

type EngineOptions = {
  /** Null: nothing is kept for the next start. */
  file: IndexFile | null;
  onProgress?: (progress: IndexProgress) => void;
};

/**
 * Finds texts. The index knows only where a word may stand; every hit is read again from
 * its row, with the sheets and the identity as they are stored at that moment, and the rules
 * of its topic decide. What is shown comes from the row, never from the index.
 *
 * Everything is done in turn, so that a change that is read while the index is being made
 * is never overwritten by what was there before.
 */
export class TextEngine {
  private readonly index = new TextIndex();
  private readonly headers: HeaderMaps = {
    sheets: new Map<string, Sheet>(),
    talks: new Map<string, Talk>(),
    talkCircles: new Map<string, TalkCircle>(),
  };
  private readonly forms: FormShelf = new Map();
  private readonly pieces = new Map<string, Map<string, TextSource>>();
  private readonly pieceOf = new Map<string, string>();
  private readonly stale = new Set<string>();
  private state: IndexState | null = null;
  private counted: IndexProgress = { read: 0, total: 0, done: false };
  private last: Promise<unknown> = Promise.resolve();
  private resting = false;
  private lastWritten = Number.NEGATIVE_INFINITY;
  private growing = 0;
  private file: IndexFile | null;

  constructor(
    private readonly store: Store,
    private readonly options: EngineOptions,
  ) {
    this.file = options.file;
  }

  /** Takes up the stored index if it tells of the store as it is, else begins anew. */
  async begin(): Promise<void> {
    await this.inTurn(async () => {
      const stored = storeStateSchema.parse(await tableOf(this.store.db, 'meta').get('store'));
      for (const table of headerTables) await this.readHeaders(table, null);
      const { datasetId, generation } = stored;
      this.state = { datasetId, generation, cursors: {} };
      const kept = await this.withFile((file) => file.load());
      if (kept?.state.datasetId === datasetId && kept.state.generation === generation) {
        this.state = kept.state;
        for (const { id, rows } of kept.pieces) {
          for (const { texts, ...source } of rows) {
            this.index.put(source, texts);
            this.assign(source, id);
          }
        }
        this.stale.clear();
      } else await this.withFile((file) => file.clear());
      await this.countRows();
    });
  }

  /**
   * Reads the rows that the index does not tell of yet, slice by slice; a search comes in
   * between.
   *
   * @param slices after which it stops, as it does when the program is closed
   */
  async build(slices = Number.POSITIVE_INFINITY): Promise<void> {
    let left = slices;
    for (const table of textTables) {
      for (let more = true; more; left -= 1) {
        if (left <= 0) return;
        if (performance.now() - this.lastWritten < TYPING_MILLISECONDS) await pause();
        more = await this.inTurn(() => this.readSlice(table));
      }
    }
    this.progress({ ...this.counted, done: true });
  }

  /** What was written replaces what the index says of those rows, at once. */
  async renew({ rows, generation }: WrittenRows): Promise<void> {
    this.lastWritten = performance.now();
    await this.inTurn(async () => {
      for (const [table, ids] of rows) {
        for (const header of headerTables) {
          if (header === table) await this.readHeaders(header, [...ids]);
        }
        if (isTextTable(table)) await this.renewRows(table, [...ids]);
      }
      if (this.state !== null) this.state = { ...this.state, generation };
      this.rest();
    });
  }

  async search({ typed, filter, limit }: TextQuery): Promise<TextAnswer> {
    const words = wordsOf(typed);
    const { confidential } = filter;
    return this.inTurn(async () => {
      const reader = await this.roughReader(confidential);
      const period = await this.periodOf(filter.periodId);
      const candidates = this.index.find(words, (text) =>
        mayConcern(text, reader) && matches(text, filter, period, reader)
          ? dayOf(text, reader)
          : null,
      );
      const hits: TextHit[] = [];
      let begin = 0;
      while (begin < candidates.length && hits.length <= limit) {
        // One more than is shown tells whether there is more.
        const wanted = Math.max(FEWEST_READ, limit + 1 - hits.length);
        const some = candidates.slice(begin, begin + wanted);
        begin += wanted;
        const looked = { candidates: some, words, confidential };
        hits.push(...(await readHits(this.store, this.forms, looked)));
      }
      return { hits: hits.slice(0, limit), more: hits.length > limit };
    });
  }

  /** Those about whom she may find something: for the filter. */
  async people(): Promise<SearchPerson[]> {
    return this.inTurn(async () => {
      const identity = await loadIdentity(this.store);
      const { staffId } = identity;
      // Exactly, and not as `roughReader`: a name alone says that there is a talk.
      const talks = [...this.headers.talks.values()];
      const superviseeIds = await readSuperviseesOf(this.store, staffId, talks);
      const reader = makeReader(identity, this.headers, { superviseeIds, confidential: false });
      const ids = new Set<string>();
      for (const { id, staffId: about } of this.headers.sheets.values()) {
        if (reader.sheetOf(id) !== null) ids.add(about);
      }
      for (const { id, hostId, participantIds } of this.headers.talks.values()) {
        if (reader.talkOf(id) === null) continue;
        for (const present of [hostId, ...participantIds]) ids.add(present);
      }
      for (const { text } of this.index.all()) {
        if (text.aboutId !== null && text.readerId === staffId) ids.add(text.aboutId);
      }
      const rows = await tableOf(this.store.db, 'staff').bulkGet([...ids]);
      const staff = parseRows(
        this.store,
        'staff',
        rows.filter((row) => row !== undefined),
      );
      return staff
        .sort((one, other) => one.number.localeCompare(other.number))
        .map(({ id, name, kana, number, jobTitle }) => ({
          id,
          label: name,
          detail: [jobTitle, kana, number].filter((part) => part !== '').join(' '),
        }));
    });
  }

  /** What there is of one person over the years; read from the rows, and not from the index. */
  timeline(staffId: string, options: { confidential: boolean }): Promise<Timeline> {
    return this.inTurn(() => Promise.resolve(loadTimeline(this.store, staffId, options)));
  }

  /** Takes everybody for whom she has held a talk for one whom she looks after: see `mayConcern`. */
  private async roughReader(confidential: boolean): Promise<TextReader> {
    const identity = await loadIdentity(this.store);
    const everybody = [...this.headers.talks.values()].flatMap((talk) => talk.participantIds);
    return makeReader(identity, this.headers, { superviseeIds: new Set(everybody), confidential });
  }

  /** Brings the stored index up to what is known now. */
  async flush(): Promise<void> {
    await this.inTurn(() => this.saveStale());
  }

  async close(): Promise<void> {
    await this.inTurn(async () => this.file?.close());
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** @returns whether there may be more of this table */
  private async readSlice(table: TextTable): Promise<boolean> {
    const state = this.state;
    if (state === null) throw new IkuseiError('unexpected');
    const cursor = state.cursors[table];
    if (cursor === null) return false;
    const stored = await tableOf(this.store.db, table)
      .where(':id')
      .above(cursor ?? '')
      .limit(SLICE)
      .toArray();
    const ids = stored.map(storedId);
    const last = ids.at(-1) ?? null;
    const piece = `${table}/${last ?? ''}`;
    for (const [at, row] of stored.entries()) this.take(table, ids[at] ?? '', row, piece);
    const ended = stored.length < SLICE;
    this.state = { ...state, cursors: { ...state.cursors, [table]: ended ? null : last } };
    await this.saveStale();
    this.progress({ ...this.counted, read: this.counted.read + stored.length });
    return !ended;
  }

  private async renewRows(table: TextTable, ids: string[]): Promise<void> {
    const rows = await tableOf(this.store.db, table).bulkGet(ids);
    let gone = false;
    for (const [at, id] of ids.entries()) {
      const source = { table, id };
      const before = this.index.textsOf(source).length;
      this.take(table, id, rows[at], this.pieceOf.get(sourceKey(source)) ?? this.growingPiece());
      gone ||= this.index.textsOf(source).length < before;
    }
    // What is deleted does not wait on disk for a pause.
    if (gone) await this.saveStale();
  }

  private async readHeaders<Name extends (typeof headerTables)[number]>(
    table: Name,
    ids: string[] | null,
  ): Promise<void> {
    const rows = tableOf(this.store.db, table);
    const stored = ids === null ? await rows.toArray() : await rows.bulkGet(ids);
    const known: Map<string, Row<Name>> = this.headers[table];
    for (const id of ids ?? []) known.delete(id);
    const present = stored.filter((row) => row !== undefined);
    for (const row of parseRows(this.store, table, present)) known.set(row.id, row);
  }

  private take(table: TextTable, id: string, stored: unknown, piece: string): void {
    const source = { table, id };
    const documents = stored === undefined ? [] : documentsOf(this.store, table, stored);
    this.index.put(source, documents.map(indexedText));
    if (documents.length > 0) this.assign(source, piece);
    else this.unassign(source);
  }

  private assign(source: TextSource, piece: string): void {
    const key = sourceKey(source);
    if (this.pieceOf.get(key) !== piece) this.unassign(source);
    this.pieceOf.set(key, piece);
    const rows = this.pieces.get(piece) ?? new Map<string, TextSource>();
    rows.set(key, source);
    this.pieces.set(piece, rows);
    this.stale.add(piece);
  }

  private unassign(source: TextSource): void {
    const key = sourceKey(source);
    const piece = this.pieceOf.get(key);
    if (piece === undefined) return;
    this.pieceOf.delete(key);
    this.pieces.get(piece)?.delete(key);
    this.stale.add(piece);
  }

  private growingPiece(): string {
    const name = () => `added/${String(this.growing).padStart(6, '0')}`;
    while ((this.pieces.get(name())?.size ?? 0) >= PIECE) this.growing += 1;
    return name();
  }

  /** Pieces that have changed, and how far the index has come, in one transaction. */
  private async saveStale(): Promise<void> {
    const { state } = this;
    if (state === null) return;
    const pieces = [...this.stale].map((id) => ({
      id,
      rows: [...(this.pieces.get(id)?.values() ?? [])].map((source) => ({
        ...source,
        texts: [...this.index.textsOf(source)],
      })),
    }));
    this.stale.clear();
    await this.withFile((file) => file.save(state, pieces));
  }

  private rest(): void {
    if (this.resting) return;
    this.resting = true;
    setTimeout(() => {
      this.resting = false;
      void this.flush();
    }, REST_MILLISECONDS);
  }

  /** A full disk takes the stored index away and nothing else: it is made anew next time. */
  private async withFile<Result>(
    work: (file: IndexFile) => Promise<Result>,
  ): Promise<Result | null> {
    if (this.file === null) return null;
    try {
      return await work(this.file);
    } catch {
      this.file.close();
      this.file = null;
      return null;
    }
  }

  private async countRows(): Promise<void> {
    let read = 0;
    let total = 0;
    for (const table of textTables) {
      const rows = tableOf(this.store.db, table);
      const cursor = this.state?.cursors[table];
      total += await rows.count();
      if (cursor === null) read += await rows.count();
      else if (cursor !== undefined) read += await rows.where(':id').belowOrEqual(cursor).count();
    }
    this.progress({ read, total, done: false });
  }

  private progress(progress: IndexProgress): void {
    this.counted = progress;
    this.options.onProgress?.(progress);
  }

  private async periodOf(id: string | null): Promise<Period | null> {
    if (id === null) return null;
    return parseRow(this.store, 'periods', await tableOf(this.store.db, 'periods').get(id));
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, PAUSE_MILLISECONDS));
}

function matches(
  text: IndexedText,
  { kinds, staffId }: TextFilter,
  period: Period | null,
  reader: TextReader,
): boolean {
  if (kinds.length > 0 && !kinds.includes(text.kind)) return false;
  if (staffId !== null && !aboutOf(text, reader).includes(staffId)) return false;
  if (period === null) return true;
  const sheet = reader.sheetOf(text.sheetId)?.sheet;
  if (sheet !== undefined) return sheet.periodId === period.id;
  const day = dayOf(text, reader);
  return period.startsOn <= day && day <= period.endsOn;
}
