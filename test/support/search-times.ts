import '../../renderer/configure-zod';
import { tableOf } from '../../renderer/data/database';
import { createNewStore } from '../../renderer/data/open-store';
import type { Store } from '../../renderer/data/store';
import { TextEngine } from '../../renderer/data/text-engine';
import { openIndexFile } from '../../renderer/data/text-index-file';
import { textTables } from '../../renderer/data/text-sources';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { anyText } from '../../shared/domain/search/text-index';
import { insertTalks, madeTables, makeTalks, talkHost } from './made-talks';
import { testNow } from './sheet-builders';

// Runs in the page: what is measured is what Chromium does. The worker's own code, without
// the thread, so that both sides stand in the same place.

/** What people look for: rare and frequent, one word and several, and what is nowhere. */
const looked = [
  ...['ｶｳﾝﾀｰ', 'かうんたー', '高齢', '窓口の混雑', '引継ぎ', '電話　取次ぎ', '迷っている'],
  ...['研修 手応え', '様式 関係する課', '来週までに案', 'データ', 'みんなに話して', '助言'],
  ...['繁忙期の分担を図にまとめて助言を伝えた', '休みの調整 後輩 会議 目標', '毎朝'],
  ...['どこにも書かれていない言葉', 'の', 'を', '。'],
];

let prepared: Promise<{ store: Store; engine: TextEngine }> | null = null;

/** 20,000 talks of one person in a sealed store, and the index of them. */
function prepare() {
  prepared ??= makeStore().then(async (store) => ({ store, engine: await makeIndex(store) }));
  return prepared;
}

async function makeIndex(store: Store): Promise<TextEngine> {
  const file = openIndexFile('sample', store.key);
  await file.clear();
  const engine = new TextEngine(store, { file });
  await engine.begin();
  await engine.build();
  return engine;
}

/** From the sealed rows to an index of all of them, in memory and sealed on disk. */
export async function timeBuilding(): Promise<number> {
  const { store } = await prepare();
  return timeOf(async () => (await makeIndex(store)).close());
}

/** The same rows opened, and nothing else. */
export async function timeUnsealing(): Promise<number> {
  const { store } = await prepare();
  return timeOf(async () => {
    for (const table of ['talks', 'talkCircles', ...textTables] as const) {
      await tableOf(store.db, table).toArray();
    }
  });
}

/** From the question to the hits, as they stand in their rows: of twenty the slowest but one. */
export async function timeSearching(): Promise<number> {
  const { engine } = await prepare();
  const times: number[] = [];
  for (const typed of looked) {
    times.push(await timeOf(() => engine.search({ typed, filter: anyText, limit: 50 })));
  }
  return times.toSorted((one, other) => one - other)[Math.ceil(looked.length * 0.95) - 1] ?? 0;
}

/** What the next start takes: the stored index, opened. */
export async function timeTakingUp(): Promise<number> {
  const { store } = await prepare();
  return timeOf(async () => {
    const engine = new TextEngine(store, { file: openIndexFile('sample', store.key) });
    await engine.begin();
    await engine.build();
    await engine.close();
  });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function makeStore(): Promise<Store> {
  const made = makeTalks();
  return createNewStore({
    dataSet: 'sample',
    key: new Uint8Array(32).fill(1),
    committed: () => {},
    tables: madeTables,
    fill: async (writer) => {
      await insertTalks(writer, made);
      await writer.putMeta({
        id: 'identity',
        schemaVersion: SCHEMA_VERSION,
        updatedAt: testNow,
        updatedBy: talkHost,
        staffId: talkHost,
        rights: ['employee'],
      });
    },
  });
}
