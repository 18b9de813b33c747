import { describe, expect, it } from 'vitest';
import { coldCopyContents } from './cold-copy-words';

describe('coldCopyContents', () => {
  it('counts what a person knows of', () => {
    const sentinel = {
      datasetId: '0193b1f0-0000-7000-8000-000000000001',
      schemaVersion: 1,
      generation: 7,
      counts: { sheets: 3, sheetEntries: 41, staff: 1, forms: 9 },
      savedAt: '2026-04-01T00:00:00.000Z',
    };
    const copy = { id: 'a', takenAt: '2026-04-01T00:00:00.000Z', sentinel };
    expect(coldCopyContents(copy)).toBe('シート 3件、記入 41件、職員 1人');
    expect(coldCopyContents({ ...copy, sentinel: null })).toBe('記録なし');
  });
});
