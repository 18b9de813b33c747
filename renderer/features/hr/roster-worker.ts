// Before any schema is made: zod would otherwise probe for what the page's policy forbids.
import '../../configure-zod';
import { IkuseiError } from '../../../shared/domain/errors';
import { readRosterFile } from './read-roster-file';
import type { RosterAnswer, RosterRequest } from './roster-reading';

// A thread of its own, so that the window stays alive while thousands of rows are read.
addEventListener('message', ({ data: { name, bytes, known } }: MessageEvent<RosterRequest>) => {
  postMessage(answer(() => readRosterFile(name, bytes, known)));
});

function answer(read: () => ReturnType<typeof readRosterFile>): RosterAnswer {
  try {
    return { state: 'read', file: read() };
  } catch (error) {
    return error instanceof IkuseiError
      ? { state: 'refused', errorName: error.errorName, detail: error.detail }
      : { state: 'refused', errorName: 'unexpected', detail: '' };
  }
}
