import { Dexie } from 'dexie';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import { orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import type { Id } from '../../shared/domain/record/record';
import type { EvaluatorAssignment } from '../../shared/domain/staff/evaluator-assignment';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Identity } from '../../shared/domain/store/meta';
import type { Talk, TalkCircle, TalkSettings } from '../../shared/domain/talk/talk';
import { talkReaderOf } from '../../shared/domain/talk/talk-reader';
import {
  maySeeTalk,
  type TalkReader,
  type TalkRole,
  talkRoleOf,
} from '../../shared/domain/talk/talk-rules';
import { localToday } from '../platform/local-time';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRows } from './read-rows';
import type { Store } from './store';
import { loadTalkSettings } from './talk-settings';

/** Somebody who takes part, as she is shown: also when she is on no roster any more. */
export type TalkPerson = {
  id: Id;
  name: string;
  unit: string;
  /** 退職 and the like; empty for whoever is at work. */
  status: string;
};

/** A talk in a list or a calendar. */
export type TalkLine = Pick<
  Talk,
  'id' | 'circleId' | 'kind' | 'on' | 'at' | 'minutes' | 'state' | 'hostId'
> & { role: TalkRole; others: TalkPerson[] };

export type Office = { staff: Map<Id, StaffMember>; units: readonly OrgUnit[] };

export function personOf({ staff, units }: Office, id: Id): TalkPerson {
  const member = staff.get(id);
  if (member === undefined) return { id, name: '名簿にない職員', unit: '', status: '' };
  const words = { active: '', leave: '休職・休業中', seconded: '派遣中', left: '退職' };
  const unit = orgUnitPath(units, member.orgUnitId).slice(-2).join(' ');
  return {
    id,
    name: member.name,
    unit: `${unit} ${member.jobTitle}`.trim(),
    status: words[member.roster?.status ?? 'active'],
  };
}

/** What every question about my talks begins with. */
export type Ground = {
  identity: Identity;
  reader: TalkReader;
  office: Office;
  assignments: EvaluatorAssignment[];
  /** The circles that I have a part in. */
  circles: Map<Id, TalkCircle>;
  settings: TalkSettings;
};

export const groundTables = [
  'meta',
  'orgUnits',
  'talkSettings',
  'staff',
  'evaluatorAssignments',
  'talkCircles',
] as const;

/** Asked without `await`: behind so many of them a live query loses its transaction. */
export function readGround(store: Store): PromiseLike<Ground> {
  return Dexie.Promise.all([
    tableOf(store.db, 'meta').get('identity'),
    tableOf(store.db, 'staff').toArray(),
    tableOf(store.db, 'orgUnits').toArray(),
    tableOf(store.db, 'evaluatorAssignments').toArray(),
    tableOf(store.db, 'talkCircles').toArray(),
    loadTalkSettings(store),
  ]).then(([storedIdentity, staffRows, unitRows, assignmentRows, circleRows, settings]): Ground => {
    const identity = parseIdentity(storedIdentity);
    const staff = parseRows(store, 'staff', staffRows);
    const assignments = parseRows(store, 'evaluatorAssignments', assignmentRows);
    const all = parseRows(store, 'talkCircles', circleRows);
    const own = all.filter(
      ({ staffIds, handovers }) =>
        staffIds.includes(identity.staffId) ||
        handovers.some(({ toId }) => toId === identity.staffId),
    );
    return {
      identity,
      reader: talkReaderOf(identity, { staff, assignments, today: localToday() }),
      office: {
        staff: new Map(staff.map((member) => [member.id, member])),
        units: parseRows(store, 'orgUnits', unitRows),
      },
      assignments,
      circles: new Map(own.map((circle) => [circle.id, circle])),
      settings,
    };
  });
}

/** Of the talks of my circles those that I may know of. */
export function readMyTalks(store: Store, { circles, reader }: Ground): PromiseLike<Talk[]> {
  return tableOf(store.db, 'talks')
    .where('circleId')
    .anyOf([...circles.keys()])
    .toArray()
    .then((rows) =>
      parseRows(store, 'talks', rows).filter((talk) =>
        maySeeTalk(talk.kind, talkRoleOf(talk, circles.get(talk.circleId) ?? null, reader)),
      ),
    );
}

export function lineFor(
  office: Office,
  circles: ReadonlyMap<Id, TalkCircle>,
  reader: TalkReader,
  talk: Talk,
): TalkLine {
  const { id, circleId, kind, on, at, minutes, state, hostId } = talk;
  const others = [hostId, ...talk.participantIds].filter((one) => one !== reader.staffId);
  return {
    ...{ id, circleId, kind, on, at, minutes, state, hostId },
    role: talkRoleOf(talk, circles.get(circleId) ?? null, reader),
    others: others.map((one) => personOf(office, one)),
  };
}

export function laterFirst(left: TalkLine, right: TalkLine): number {
  const key = ({ on, at }: TalkLine) => `${on ?? '9999'} ${at ?? ''}`;
  return key(right).localeCompare(key(left));
}
