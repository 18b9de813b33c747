import { Dexie } from 'dexie';
import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import {
  documentKey,
  type TextDocument,
  type TextKind,
  type TextPiece,
} from '../../shared/domain/search/text-document';
import type { PartId } from '../../shared/domain/sheet/sheet';
import { mayListSheet } from '../../shared/domain/sheet/stage-rules';
import { talkKindLabels } from '../../shared/domain/talk/talk-words';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Row } from './schema';
import type { Store } from './store';
import { readSuperviseesOf } from './talk-rows';
import { hrefOf } from './text-hits';
import {
  dayOf,
  headerTables,
  localDay,
  makeReader,
  readableDocuments,
  storedId,
  type TextReader,
  type TextTable,
  textTables,
} from './text-sources';

/** What can stand on a timeline, in the order of its filter. */
export const timelineKinds = ['talk', 'interview', 'goal', 'goalLog', 'conductNote'] as const;
export type TimelineKind = (typeof timelineKinds)[number] & TextKind;

/** One thing that was agreed, done, said or seen. */
export type TimelineItem = {
  key: string;
  kind: TimelineKind;
  day: PlainDate;
  title: string;
  pieces: readonly TextPiece[];
  href: string;
  partId: PartId | null;
};

export type Timeline = {
  /** Null when there is nothing for this reader: she learns not even the name. */
  person: { id: Id; name: string; isMe: boolean } | null;
  /** The latest day first. */
  items: TimelineItem[];
};

const bySheet = ['sheetEntries', 'goalLogs', 'interviews'] as const;
const byTalk = ['talkNotes', 'talkTopics'] as const;

/**
 * What I may read of one person over the years: goals, logs, interviews, talks with her and
 * my own notes about her. Every row by the rules of its own topic, as in the search.
 */
export function loadTimeline(
  store: Store,
  staffId: Id,
  { confidential }: { confidential: boolean },
): PromiseLike<Timeline> {
  const around = ['meta', 'staff', 'periods', 'evaluatorAssignments'] as const;
  return store.db.transaction('r', [...around, ...headerTables, ...textTables], async () => {
    const [identityRow, personRow, sheetRows = [], circleRows = [], periodRows = []] =
      await Dexie.Promise.all([
        tableOf(store.db, 'meta').get('identity'),
        tableOf(store.db, 'staff').get(staffId),
        tableOf(store.db, 'sheets').where('staffId').equals(staffId).toArray(),
        tableOf(store.db, 'talkCircles').toArray(),
        tableOf(store.db, 'periods').toArray(),
      ]);
    const identity = parseIdentity(identityRow);
    const me = identity.staffId;
    const sheets = parseRows(store, 'sheets', sheetRows).filter((one) =>
      mayListSheet(one, identity),
    );
    const circles = parseRows(store, 'talkCircles', circleRows);
    const shared = circles.filter(({ leaderId, staffIds, handovers }) => {
      const known = [leaderId, ...staffIds, ...handovers.map(({ toId }) => toId)];
      return known.includes(staffId) && known.includes(me);
    });
    const talkRows = await storedOf(store, 'talks', 'circleId', idsOf(shared));
    const talks = parseRows(store, 'talks', talkRows);
    const present = talks.filter(({ hostId, participantIds }) =>
      [hostId, ...participantIds].includes(staffId),
    );
    const headers = {
      sheets: byId(sheets),
      talks: byId(present),
      talkCircles: byId(shared),
    };
    const superviseeIds = await readSuperviseesOf(store, me, present);
    const reader = makeReader(identity, headers, { superviseeIds, confidential });
    const items: TimelineItem[] = [];
    const periods = byId(parseRows(store, 'periods', periodRows));
    for (const table of bySheet) {
      const rows = await storedOf(store, table, 'sheetId', idsOf(sheets));
      for (const { key, document } of documentsIn(store, table, rows, reader)) {
        if (document.kind === 'entry') continue;
        const sheet = headers.sheets.get(document.sheetId ?? '');
        const period = periods.get(sheet?.periodId ?? '');
        const title = period?.name ?? '';
        const isGoal = document.kind === 'goal' && period !== undefined;
        // A goal is of its whole period; the day of the last letter says nothing of it.
        items.push(itemOf(key, isGoal ? { ...document, day: period.startsOn } : document, title));
      }
    }
    const notes = await storedOf(store, 'conductNotes', 'writerId', [me]);
    for (const { key, document } of documentsIn(store, 'conductNotes', notes, reader)) {
      if (document.aboutId === staffId) items.push(itemOf(key, document, ''));
    }
    items.push(...(await talkItems(store, present, reader)));
    const member = personRow === undefined ? null : parseRow(store, 'staff', personRow);
    const isKnown = staffId === me || sheets.length > 0 || items.length > 0;
    return {
      person:
        member === null || !isKnown
          ? null
          : { id: member.id, name: member.name, isMe: staffId === me },
      items: items.sort(latestFirst),
    };
  });
}

/** A talk is one thing, with what was noted and spoken about. */
async function talkItems(
  store: Store,
  talks: readonly Row<'talks'>[],
  reader: TextReader,
): Promise<TimelineItem[]> {
  const known = talks.filter(
    ({ id, state }) => state !== 'cancelled' && reader.talkOf(id) !== null,
  );
  const pieces = new Map<string, TextPiece[]>();
  for (const table of byTalk) {
    const rows = await storedOf(store, table, 'talkId', idsOf(known));
    for (const { document } of documentsIn(store, table, rows, reader)) {
      const talkId = document.talkId ?? '';
      pieces.set(talkId, [...(pieces.get(talkId) ?? []), ...document.pieces]);
    }
  }
  return known.map(({ id, kind, on, updatedAt }) => ({
    key: `talks/${id}`,
    kind: 'talk',
    day: on ?? localDay(updatedAt),
    title: on === null ? `${talkKindLabels[kind]}（日は未定）` : talkKindLabels[kind],
    pieces: pieces.get(id) ?? [],
    href: `/one-on-ones/${id}`,
    partId: null,
  }));
}

function documentsIn(
  store: Store,
  table: TextTable,
  rows: readonly unknown[],
  reader: TextReader,
): { key: string; document: TextDocument }[] {
  return rows.flatMap((row) =>
    readableDocuments(store, table, row, reader).map((document) => ({
      key: documentKey({ table, id: storedId(row) }, document.kind),
      document: { ...document, day: dayOf(document, reader) },
    })),
  );
}

function itemOf(key: string, document: TextDocument, title: string): TimelineItem {
  const { kind, day, pieces, place } = document;
  if (kind === 'entry') throw new RangeError('no part of a timeline');
  return {
    key,
    kind,
    day,
    title,
    pieces,
    href: hrefOf(document),
    partId: place?.partId ?? null,
  };
}

function storedOf(
  store: Store,
  table: TextTable | 'talks',
  property: string,
  ids: readonly string[],
): PromiseLike<unknown[]> {
  return tableOf(store.db, table)
    .where(property)
    .anyOf([...ids])
    .toArray();
}

function byId<Value extends { id: string }>(rows: readonly Value[]): Map<string, Value> {
  return new Map(rows.map((row) => [row.id, row]));
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function latestFirst(one: TimelineItem, other: TimelineItem): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return one.key < other.key ? 1 : -1;
}
