import { IkuseiError } from '../../shared/domain/errors';
import type { InterviewKind } from '../../shared/domain/interview/interview';
import { interviewLabels } from '../../shared/domain/interview/interview-words';
import { sheetParts } from '../../shared/domain/sheet/part';
import { authorLabels } from '../../shared/domain/sheet/sheet-words';
import { mayListSheet } from '../../shared/domain/sheet/stage-rules';
import type { EntryPlace } from './entry-writing';
import { loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';

/** Where on whose sheet something was typed; whose it is only for somebody who may know. */
export async function entryPlaceWords(
  store: Store,
  { sheetId, partId, author }: EntryPlace,
): Promise<string> {
  return onSheet(store, sheetId, async (sheet) => {
    const form = await readOne(store, 'forms', sheet.formId);
    const part = sheetParts(form, []).find((one) => one.partId === partId);
    return `${part?.name ?? '個人目標'}（${authorLabels[author]}）`;
  });
}

export async function interviewPlaceWords(
  store: Store,
  { sheetId, kind }: { sheetId: string; kind: InterviewKind },
): Promise<string> {
  return onSheet(store, sheetId, async () => interviewLabels[kind]);
}

async function onSheet(
  store: Store,
  sheetId: string,
  name: (sheet: { formId: string }) => Promise<string>,
): Promise<string> {
  try {
    const sheet = await readOne(store, 'sheets', sheetId);
    const whose = mayListSheet(sheet, await loadIdentity(store))
      ? `${sheet.staff.name}さんの人事評価シート`
      : '人事評価シート';
    return `${whose}　${await name(sheet)}`;
  } catch (error) {
    // The sheet may be what is gone; the text is offered all the same.
    if (error instanceof IkuseiError) return '人事評価シート';
    throw error;
  }
}
