/**
 * The browser opens its store's files at the first question, which takes as long as the
 * rest of the page takes to be read. So it is asked at once; the answer is for the guard,
 * which asks again. In a refused start main has pointed the browser at an empty folder.
 */
indexedDB.databases().catch(() => undefined);
