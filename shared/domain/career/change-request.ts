import { IkuseiError } from '../errors';
import type { PlainDate } from '../period/period';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import type { CareerNote } from './career-note';
import { MOST_WISHES, type PlacementRequest, type PlacementWish } from './placement-request';

/** What a person says in a draft. */
export type RequestPatch = Partial<
  Pick<PlacementRequest, 'route' | 'stay' | 'stayReason' | 'wishes'>
>;

type Made = { now: Instant; by: Id };

/** A request begins sealed: it goes past nobody by mistake. */
export function newPlacementRequest({
  id,
  fiscalYear,
  now,
  by,
}: Made & { id: Id; fiscalYear: number }): PlacementRequest {
  return {
    id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: now,
    updatedBy: by,
    staffId: by,
    fiscalYear,
    route: 'sealed',
    state: 'draft',
    handedInOn: null,
    headIds: [],
    stay: false,
    stayReason: '',
    wishes: [],
  };
}

/**
 * The draft after its writer's change. Gives back `before` itself when nothing changes.
 *
 * @throws IkuseiError `notYours` for everybody else, and once it is handed in
 */
export function changeRequest(
  before: PlacementRequest,
  patch: RequestPatch,
  made: Made,
): PlacementRequest {
  if (before.staffId !== made.by || before.state !== 'draft') throw new IkuseiError('notYours');
  const after = { ...before, ...patch };
  const clean: PlacementRequest = {
    ...after,
    stayReason: sanitizeText(after.stayReason),
    wishes: after.wishes.slice(0, MOST_WISHES).map(cleanWish),
  };
  if (JSON.stringify(clean) === JSON.stringify(before)) return before;
  return { ...clean, updatedAt: made.now, updatedBy: made.by };
}

/**
 * 提出: from now on it is read by 職員課, and by her 所属長 if it goes through her.
 *
 * @param headIds her 上司 today
 * @throws IkuseiError `notYours`, `requestEmpty`
 */
export function handInRequest(
  before: PlacementRequest,
  { now, by, today, headIds }: Made & { today: PlainDate; headIds: readonly Id[] },
): PlacementRequest {
  if (before.staffId !== by || before.state !== 'draft') throw new IkuseiError('notYours');
  const wishes = before.wishes.filter((wish) => !isBlankWish(wish));
  if (wishes.length === 0 && !before.stay) throw new IkuseiError('requestEmpty');
  return {
    ...before,
    updatedAt: now,
    updatedBy: by,
    wishes,
    state: 'handedIn',
    handedInOn: today,
    headIds: before.route === 'throughHead' ? [...headIds] : [],
  };
}

/**
 * 取り下げ: a draft again, which nobody else reads. Once 職員課 has written down a talk about it
 * that is over: with the request, the record would be taken from whoever wrote it.
 *
 * @param notes all that was said of it
 * @throws IkuseiError `notYours`, `requestTalked`
 */
export function takeBackRequest(
  before: PlacementRequest,
  notes: readonly CareerNote[],
  { now, by }: Made,
): PlacementRequest {
  if (before.staffId !== by || before.state !== 'handedIn') throw new IkuseiError('notYours');
  const talked = notes.some(({ kind, text }) => kind === 'hrTalk' && text.trim() !== '');
  if (talked) throw new IkuseiError('requestTalked');
  return {
    ...before,
    updatedAt: now,
    updatedBy: by,
    state: 'draft',
    handedInOn: null,
    headIds: [],
  };
}

/** What an opinion that is written now is about; null for what is not handed in. */
export function answeredBy({ handedInOn, updatedAt }: PlacementRequest): CareerNote['answers'] {
  return handedInOn === null ? null : { handedInOn, at: updatedAt };
}

/** Whether an opinion was written about an earlier 提出, whose wishes may have been others. */
export function answersEarlier(
  { answers }: Pick<CareerNote, 'answers'>,
  { updatedAt }: Pick<PlacementRequest, 'updatedAt'>,
): boolean {
  return answers !== null && answers.at !== updatedAt;
}

export const blankWish: PlacementWish = { unitId: null, field: null, words: '', reason: '' };

export function isBlankWish({ unitId, field, words, reason }: PlacementWish): boolean {
  return unitId === null && field === null && words.trim() === '' && reason.trim() === '';
}

function cleanWish(wish: PlacementWish): PlacementWish {
  return { ...wish, words: sanitizeLine(wish.words), reason: sanitizeText(wish.reason) };
}
