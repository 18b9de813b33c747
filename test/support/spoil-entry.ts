import type { Page } from 'playwright-core';

/**
 * Makes one author's entry in one kind of part unreadable, as a bad sector would. The
 * page notices when it reads again.
 *
 * @param partId the beginning of it, e.g. `goal/`
 * @returns how many entries were spoiled: 0 or 1
 */
export async function spoilEntry(
  page: Page,
  place: { database: string; sheetId: string; partId: string; author: string },
): Promise<number> {
  return page.evaluate(
    ({ database, sheetId, partId, author }) =>
      new Promise<number>((done, fail) => {
        let spoiled = 0;
        const opening = indexedDB.open(database);
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction('sheetEntries', 'readwrite');
          transaction.onerror = () => fail(transaction.error);
          transaction.oncomplete = () => {
            db.close();
            done(spoiled);
          };
          const cursor = transaction.objectStore('sheetEntries').openCursor();
          cursor.onsuccess = () => {
            const found = cursor.result;
            if (found === null || spoiled > 0) return;
            const row: { sheetId: string; partId: string; author: string; c: Uint8Array } =
              found.value;
            if (row.sheetId === sheetId && row.partId.startsWith(partId) && row.author === author) {
              found.update({ ...row, c: row.c.map((byte) => byte ^ 255) });
              spoiled += 1;
            }
            found.continue();
          };
        };
      }),
    place,
  );
}
