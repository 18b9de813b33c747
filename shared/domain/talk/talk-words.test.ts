import { describe, expect, it } from 'vitest';
import { talkKinds } from './talk';
import { talkAccess, talkPlaces } from './talk-rules';
import { existenceWords, readerWords } from './talk-words';

describe('what is said beside a box', () => {
  const boxes = talkPlaces.filter((place) => place !== 'existence');

  it.each(talkKinds)('of %s is what the rules give: to a successor, and to nobody else', (kind) => {
    for (const place of boxes) {
      const words = readerWords(kind, place);
      const isHandedOn = talkAccess(kind, 'successor', place) !== 'none';
      expect(words.includes('後任の上司も読みます'), `${kind} ${place}`).toBe(isHandedOn);
      expect(words).toContain('出ません');
      for (const role of ['hr', 'other'] as const) {
        expect(talkAccess(kind, role, place)).toBe('none');
      }
    }
  });

  it.each(talkKinds)('of %s tells of the number that 職員課 sees, where it sees one', (kind) => {
    const isCounted = talkAccess(kind, 'hr', 'existence') === 'count';
    expect(existenceWords(kind).includes('回数としてだけ職員課に')).toBe(isCounted);
  });
});
