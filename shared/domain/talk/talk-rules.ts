import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import type { Right } from '../store/meta';
import type { Talk, TalkCircle, TalkKind, TalkReflection, TalkTopic } from './talk';

/**
 * What somebody is to one talk. `host` holds it and still looks after the person;
 * `formerHost` held it; `successor` follows her as supervisor, and the person lets this talk
 * go on to her. Without the person's consent a successor is `other`.
 */
export const talkRoles = ['person', 'host', 'formerHost', 'successor', 'hr', 'other'] as const;
export type TalkRole = (typeof talkRoles)[number];

/** What there is of a talk. `existence`: that it is held, when, of which kind, with whom. */
export const talkPlaces = [
  'existence',
  'topics',
  'sharedNote',
  'ownMemo',
  'actions',
  'reflection',
] as const;
export type TalkPlace = (typeof talkPlaces)[number];

/**
 * `write` and `read`: the same for all. `own`: only what she wrote herself. `shared`: what
 * its writer has shared. `open`: what is not done yet, to read and to change. `count`: as a
 * number of a unit, nothing else. `none`: nothing, in no list, count, search, paper or file.
 */
export type TalkAccess = 'write' | 'read' | 'own' | 'shared' | 'open' | 'count' | 'none';

type PlaceRules = Readonly<Record<TalkPlace, TalkAccess>>;
type KindRules = Readonly<Record<TalkRole, PlaceRules>>;

const nothing: PlaceRules = {
  existence: 'none',
  topics: 'none',
  sharedNote: 'none',
  ownMemo: 'none',
  actions: 'none',
  reflection: 'none',
};
const person: PlaceRules = {
  existence: 'write',
  topics: 'write',
  sharedNote: 'write',
  ownMemo: 'own',
  actions: 'write',
  reflection: 'own',
};
const host: PlaceRules = { ...person, reflection: 'shared' };
const formerHost: PlaceRules = {
  ...host,
  existence: 'read',
  topics: 'read',
  sharedNote: 'read',
  actions: 'read',
};
/** 相談 and 職場復帰支援: the two of them and nobody else, whoever consents to what. */
const closed: KindRules = {
  person,
  host,
  formerHost,
  successor: nothing,
  hr: nothing,
  other: nothing,
};
const handedOn: PlaceRules = {
  ...nothing,
  existence: 'read',
  sharedNote: 'read',
  actions: 'open',
};
const ordinary: KindRules = {
  ...closed,
  successor: handedOn,
  hr: { ...nothing, existence: 'count' },
};
/** What was said stands in the record of 評価者面談, which has rules of its own. */
const withoutNote = (rules: PlaceRules): PlaceRules => ({ ...rules, sharedNote: 'none' });

/** THE rules of who reads and writes what of a talk. Whoever is in no cell, has nothing. */
export const talkRules: Readonly<Record<TalkKind, KindRules>> = {
  oneOnOne: ordinary,
  workplaceMeeting: { ...ordinary, successor: nothing },
  consultation: closed,
  returnSupport: closed,
  career: { ...ordinary, hr: nothing },
  evaluation: {
    ...closed,
    person: withoutNote(person),
    host: withoutNote(host),
    formerHost: withoutNote(formerHost),
  },
};

/** Kinds that stay between the two: not counted, searched, printed or exported unless asked for. */
export function isConfidential(kind: TalkKind): boolean {
  return kind === 'consultation' || kind === 'returnSupport';
}

/** Who asks. */
export type TalkReader = {
  staffId: Id;
  rights: readonly Right[];
  /** Whose supervisor she is today, by the evaluator assignment. */
  superviseeIds: ReadonlySet<Id>;
};

/** What somebody is to a talk; of several roles the one with most. */
export function talkRoleOf(
  talk: Pick<Talk, 'id' | 'kind' | 'hostId' | 'participantIds' | 'byHand'>,
  circle: Pick<TalkCircle, 'handovers' | 'byHand'> | null,
  { staffId, rights, superviseeIds }: TalkReader,
): TalkRole {
  if (talk.participantIds.includes(staffId)) return 'person';
  if (talk.hostId === staffId) {
    // Only what goes with being somebody's supervisor ends with it.
    const isPresent =
      isConfidential(talk.kind) ||
      talk.kind === 'workplaceMeeting' ||
      // Nobody gets the talks of before back by making a pair by hand: only what began so counts.
      (talk.byHand && circle?.byHand === true) ||
      talk.participantIds.some((id) => superviseeIds.has(id));
    return isPresent ? 'host' : 'formerHost';
  }
  const isHandedOn = circle?.handovers.some(
    ({ toId, talkIds }) => toId === staffId && talkIds.includes(talk.id),
  );
  if (isHandedOn === true && talk.participantIds.some((id) => superviseeIds.has(id))) {
    return 'successor';
  }
  return rights.includes('hr') ? 'hr' : 'other';
}

export function talkAccess(kind: TalkKind, role: TalkRole, place: TalkPlace): TalkAccess {
  return talkRules[kind][role][place];
}

/** Whether it is in her lists, her calendar and her search. */
export function maySeeTalk(kind: TalkKind, role: TalkRole): boolean {
  const access = talkAccess(kind, role, 'existence');
  return access === 'write' || access === 'read';
}

/** Whether she reads somebody's 「話してみてどうでしたか」. */
export function mayReadReflection(
  kind: TalkKind,
  role: TalkRole,
  reflection: Pick<TalkReflection, 'staffId' | 'shared'>,
  readerId: Id,
): boolean {
  const access = talkAccess(kind, role, 'reflection');
  if (reflection.staffId === readerId) return access === 'own';
  return access === 'shared' && reflection.shared;
}

/**
 * Who may take a talk off this PC: who holds it, and of the closed kinds the person too. Who
 * held it once may not: the person's memo and promises go with it.
 */
export function mayDeleteTalk(kind: TalkKind, role: TalkRole): boolean {
  return role === 'host' || (role === 'person' && isConfidential(kind));
}

/**
 * Whether a talk has been kept as long as it should be, so that whoever had a part in it
 * takes it off her PC. On the PC of a successor it stands as long as the person lets it.
 */
export function isDue(
  { on, updatedAt }: Pick<Talk, 'on' | 'updatedAt'>,
  role: TalkRole,
  { retentionYears, today }: { retentionYears: number; today: PlainDate },
): boolean {
  const tookPart = role === 'person' || role === 'host' || role === 'formerHost';
  if (!tookPart) return false;
  // Without a day it counts from its last change: nothing is kept for ever.
  const day = on ?? updatedAt.slice(0, 10);
  return `${Number(day.slice(0, 4)) + retentionYears}${day.slice(4)}` < today;
}

const quotableKinds: readonly TalkKind[] = ['oneOnOne', 'career'];

/**
 * Whether lines of its shared note can be marked and quoted at all: never from 相談,
 * 職場復帰支援 or a talk with a topic about health, whatever anybody has marked.
 */
export function isQuotable(
  talk: Pick<Talk, 'kind'>,
  topics: readonly Pick<TalkTopic, 'theme'>[],
): boolean {
  return quotableKinds.includes(talk.kind) && topics.every(({ theme }) => theme !== 'health');
}

/** Whether a talk goes into what 職員課 counts per unit. */
export function isCounted({ kind, state }: Pick<Talk, 'kind' | 'state'>): boolean {
  return state === 'held' && talkAccess(kind, 'hr', 'existence') === 'count';
}
