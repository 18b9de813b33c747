import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calendarEntries } from '../../../shared/domain/talk/talk-calendar';
import { testId } from '../../../test/support/sheet-builders';
import { testTalk } from '../../../test/support/talk-builders';
import { writeCalendarFile } from './calendar-file';

const stamp = new Date('2026-11-22T05:05:00Z');

describe.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('on a computer in %s', (zone) => {
  beforeEach(() => {
    vi.stubEnv('TZ', zone);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('writes the time on the wall, the kind and the name, and nothing else', () => {
    const entries = calendarEntries([{ ...testTalk(), otherNames: ['𠮷田 美咲'] }], {
      confidential: false,
    });
    const file = writeCalendarFile(entries, stamp);
    const lines = file.split('\r\n');
    expect(lines).toContain('SUMMARY:1on1 𠮷田 美咲');
    expect(lines).toContain('DTSTART:20261110T100000');
    expect(lines).toContain('DTEND:20261110T103000');
    expect(lines).toContain('DTSTAMP:20261122T050500Z');
    expect(file).not.toMatch(/DESCRIPTION|ATTENDEE|ORGANIZER|LOCATION/u);
  });

  it('writes a talk without a time as a day, and 相談 as 予定 without a name', () => {
    const talk = { ...testTalk({ kind: 'consultation', at: null }), otherNames: ['𠮷田 美咲'] };
    const other = { ...testTalk({ id: testId(901) }), otherNames: ['a,b;c\nd'] };
    const file = writeCalendarFile(calendarEntries([talk, other], { confidential: true }), stamp);
    expect(file).toContain('SUMMARY:予定');
    expect(file).toContain('DTSTART;VALUE=DATE:20261110');
    expect(file).not.toMatch(/相談|𠮷田/u);
    expect(file).toContain('SUMMARY:1on1 a\\,b\\;c\\nd');
  });
});
