import { Dexie } from 'dexie';
import type { CareerNote } from '../../shared/domain/career/career-note';
import {
  type CareerPlace,
  type CareerViewer,
  hasHead,
  mayReadCareer,
  mayWriteCareer,
  requestWay,
} from '../../shared/domain/career/career-rules';
import type {
  DestructionRecord,
  PlacementRequest,
} from '../../shared/domain/career/placement-request';
import { isDue, keptUntil } from '../../shared/domain/career/retention';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import {
  type CareerOffice,
  type CareerPerson,
  careerOfficeTables,
  careerPersonOf,
  readCareerOffice,
  viewerOfMember,
  viewerOfRequest,
} from './career-setting';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { parseRows } from './read-rows';
import type { Store } from './store';

const requestTables = [...careerOfficeTables, 'placementRequests', 'careerNotes'] as const;

/** My own request of a year. */
export type OwnRequestView = {
  me: Id;
  fiscalYear: number;
  /** The years of which I have one, newest first. */
  years: number[];
  request: PlacementRequest | null;
  consideration: CareerNote | null;
  /** Without a 所属長 there is only the sealed route. */
  hasHead: boolean;
  units: OrgUnit[];
};

export function loadOwnRequest(
  store: Store,
  { fiscalYear, today }: { fiscalYear: number; today: PlainDate },
): PromiseLike<OwnRequestView> {
  return store.db.transaction('r', [...requestTables], async () => {
    const office = await readCareerOffice(store, today);
    const me = office.identity.staffId;
    const rows = await tableOf(store.db, 'placementRequests').where('staffId').equals(me).toArray();
    const requests = parseRows(store, 'placementRequests', rows)
      .filter(({ staffId }) => staffId === me)
      .sort((left, right) => right.fiscalYear - left.fiscalYear);
    const request = requests.find((one) => one.fiscalYear === fiscalYear) ?? null;
    const notes = request === null ? [] : await notesOf(store, [request.id]);
    const member = office.setting.me;
    return {
      me,
      fiscalYear,
      years: requests.map((one) => one.fiscalYear),
      request,
      consideration:
        notes.find(({ kind, writerId }) => kind === 'consideration' && writerId === me) ?? null,
      hasHead: member !== null && hasHead(member, office.setting),
      units: [...office.setting.orgUnits],
    };
  });
}

/** A request as somebody else reads it. */
export type RequestView = {
  person: CareerPerson;
  request: PlacementRequest;
  consideration: CareerNote | null;
  /** 所属長意見; of others only where this reader may. */
  opinions: { note: CareerNote; writerName: string; mine: boolean }[];
  talks: { note: CareerNote; writerName: string; mine: boolean }[];
  mayOpine: boolean;
  mayTalk: boolean;
  keptUntil: PlainDate;
};

export type RequestList = { me: Id; requests: RequestView[]; units: OrgUnit[] };

/** The requests that come through me as the 所属長; a sealed one is in no way among them. */
export function listRequestsThroughMe(store: Store, today: PlainDate): PromiseLike<RequestList> {
  return store.db.transaction('r', [...requestTables], async () => {
    const office = await readCareerOffice(store, today);
    return readRequests(store, office, 'supervisor');
  });
}

/** A request to be destroyed: whose and of which year, and nothing of what it says or its way. */
export type DueRequest = {
  id: Id;
  personName: string;
  fiscalYear: number;
  keptUntil: PlainDate;
};

export type HrRequests = RequestList & {
  /** Whose time is over, also a draft and one that was taken back; oldest first. */
  due: DueRequest[];
  destroyed: { record: DestructionRecord; personName: string }[];
};

/**
 * The requests that this person of 職員課 handles, and what was destroyed of them.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export function listRequestsForHr(store: Store, today: PlainDate): PromiseLike<HrRequests> {
  const tables = [...requestTables, 'destructionRecords'] as const;
  return store.db.transaction('r', [...tables], async () => {
    const office = await readCareerOffice(store, today);
    refuseUnlessHr(office.identity);
    const { requests, ...list } = await readRequests(store, office, 'handler');
    const due = await readDue(store, office);
    const records = await tableOf(store.db, 'destructionRecords').toArray();
    return {
      ...list,
      requests: requests.filter(({ request }) => !isDue(request, today)),
      due,
      destroyed: parseRows(store, 'destructionRecords', records)
        .flatMap((record) => {
          const member = office.staff.find(({ id }) => id === record.staffId);
          if (member === undefined) return [{ record, personName: '' }];
          const viewer = viewerOfMember(office, member);
          return mayReadCareer(viewer, 'destruction', 'open')
            ? [{ record, personName: member.name }]
            : [];
        })
        .sort((left, right) => right.record.destroyedOn.localeCompare(left.record.destroyedOn)),
    };
  });
}

/** What is over of the people whose requests this person handles, whether she may read it or not. */
async function readDue(store: Store, office: CareerOffice): Promise<DueRequest[]> {
  const names = new Map(
    office.staff
      .filter((member) => mayWriteCareer(viewerOfMember(office, member), 'destruction', 'open'))
      .map(({ id, name }) => [id, name]),
  );
  const rows = await tableOf(store.db, 'placementRequests')
    .where('staffId')
    .anyOf([...names.keys()])
    .toArray();
  return parseRows(store, 'placementRequests', rows)
    .filter((request) => isDue(request, office.setting.day))
    .map(({ id, staffId, fiscalYear }) => ({
      id,
      personName: names.get(staffId) ?? '',
      fiscalYear,
      keptUntil: keptUntil({ fiscalYear }),
    }))
    .sort((left, right) => left.fiscalYear - right.fiscalYear);
}

/** Every request of others that this person may read in one of her roles, newest first. */
async function readRequests(
  store: Store,
  office: CareerOffice,
  role: 'supervisor' | 'handler',
): Promise<RequestList> {
  const viewers = new Map<Id, { member: StaffMember; viewer: CareerViewer }>();
  for (const member of office.staff) {
    const viewer = viewerOfMember(office, member);
    if (viewer.includes(role)) viewers.set(member.id, { member, viewer });
  }
  const rows = await tableOf(store.db, 'placementRequests')
    .where('staffId')
    .anyOf([...viewers.keys()])
    .toArray();
  const requests = parseRows(store, 'placementRequests', rows).flatMap((request) => {
    const known = viewers.get(request.staffId);
    if (known === undefined) return [];
    const viewer = viewerOfRequest(office, known.member, request);
    return mayReadCareer(viewer, 'request', requestWay(request))
      ? [{ request, member: known.member, viewer }]
      : [];
  });
  const notes = await notesOf(
    store,
    requests.map(({ request }) => request.id),
  );
  return {
    me: office.identity.staffId,
    units: [...office.setting.orgUnits],
    requests: requests
      .map(({ request, member, viewer }) => viewOf(office, { request, member, viewer, notes }))
      .sort(
        (left, right) =>
          right.request.fiscalYear - left.request.fiscalYear ||
          left.person.number.localeCompare(right.person.number),
      ),
  };
}

function viewOf(
  office: CareerOffice,
  made: {
    request: PlacementRequest;
    member: StaffMember;
    viewer: CareerViewer;
    notes: readonly CareerNote[];
  },
): RequestView {
  const { request, member, viewer } = made;
  const way = requestWay(request);
  const reads = (place: CareerPlace) => mayReadCareer(viewer, place, way);
  const me = office.identity.staffId;
  // A 上司 writes an opinion of her own and reads no other's.
  const others = viewer.includes('handler');
  const own = made.notes.filter(({ subjectId }) => subjectId === request.id);
  const named = (kind: CareerNote['kind'], place: CareerPlace) =>
    own
      .filter((note) => note.kind === kind && reads(place))
      .filter(({ writerId }) => others || writerId === me)
      .map((note) => {
        const writer = office.staff.find(({ id }) => id === note.writerId);
        const writerName = `${writer?.jobTitle ?? ''} ${writer?.name ?? ''}`.trim();
        return { note, writerName, mine: note.writerId === me };
      });
  const consideration =
    own.find(({ kind, writerId }) => kind === 'consideration' && writerId === member.id) ?? null;
  const place = consideration?.shared === true ? 'sharedConsideration' : 'consideration';
  return {
    person: careerPersonOf(office, member),
    request,
    consideration: reads(place) ? consideration : null,
    opinions: named('opinion', 'opinion'),
    talks: named('hrTalk', 'hrTalk'),
    mayOpine: mayWriteCareer(viewer, 'opinion', way),
    mayTalk: mayWriteCareer(viewer, 'hrTalk', way),
    keptUntil: keptUntil(request),
  };
}

function notesOf(store: Store, subjectIds: readonly Id[]): Promise<CareerNote[]> {
  return Dexie.Promise.resolve(
    tableOf(store.db, 'careerNotes')
      .where('subjectId')
      .anyOf([...subjectIds])
      .toArray(),
  ).then((rows) => parseRows(store, 'careerNotes', rows));
}
