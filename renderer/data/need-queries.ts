import { Dexie } from 'dexie';
import { mayReadCareer, planWay, requestWay } from '../../shared/domain/career/career-rules';
import { postsByPerson } from '../../shared/domain/career/post-history';
import { isDue } from '../../shared/domain/career/retention';
import { type Reason, reasonsFor } from '../../shared/domain/career/shortlist';
import type { StaffingNeed } from '../../shared/domain/career/staffing-need';
import type { FrameworkItem } from '../../shared/domain/framework/framework';
import { itemNames } from '../../shared/domain/framework/item-names';
import { headedUnits } from '../../shared/domain/goal/unit-goals';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import { orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
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
import { newestSet } from './queries';
import { parseRows } from './read-rows';
import type { Store } from './store';

export type NamedNeed = { need: StaffingNeed; unitName: string };

/** The needs of the units that I head. */
export type OwnNeeds = {
  units: { id: Id; name: string }[];
  needs: NamedNeed[];
  removed: NamedNeed[];
  items: Pick<FrameworkItem, 'id' | 'name'>[];
};

const needTables = [...careerOfficeTables, 'staffingNeeds', 'frameworkSets'] as const;

/** The units whose needs somebody says: those she heads by what she does, whatever her rights. */
export function needUnits({ identity, staff, setting }: CareerOffice): OrgUnit[] {
  const asHead = { staffId: identity.staffId, rights: ['employee' as const] };
  return headedUnits(asHead, staff, setting.orgUnits);
}

export function loadOwnNeeds(store: Store, today: PlainDate): PromiseLike<OwnNeeds> {
  return store.db.transaction('r', [...needTables], async () => {
    const office = await readCareerOffice(store, today);
    const units = needUnits(office);
    const rows = await tableOf(store.db, 'staffingNeeds')
      .where('orgUnitId')
      .anyOf(units.map(({ id }) => id))
      .toArray();
    const needs = named(office, parseRows(store, 'staffingNeeds', rows));
    return {
      units: units.map(({ id }) => ({ id, name: unitName(office, id) })),
      needs: needs.filter(({ need }) => !need.removed),
      removed: needs.filter(({ need }) => need.removed),
      items: await readItems(store),
    };
  });
}

/** Somebody beside a need, and why. */
export type Shortlisted = { person: CareerPerson; reasons: Reason[]; wantsToStay: boolean };

export type NeedWithPeople = NamedNeed & { itemNames: string[]; people: Shortlisted[] };

const shortlistTables = [...needTables, 'careerPlans', 'placementRequests', 'posts'] as const;

/**
 * What every unit asks for, with whom something speaks for, by staff number. Only what this
 * person of 職員課 may read herself has a part in it.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export function listNeeds(store: Store, today: PlainDate): PromiseLike<NeedWithPeople[]> {
  return store.db.transaction('r', [...shortlistTables], async () => {
    const office = await readCareerOffice(store, today);
    refuseUnlessHr(office.identity);
    const [needRows = [], planRows = [], requestRows = [], postRows = []] = await Dexie.Promise.all(
      [
        tableOf(store.db, 'staffingNeeds').toArray(),
        tableOf(store.db, 'careerPlans').toArray(),
        tableOf(store.db, 'placementRequests').toArray(),
        tableOf(store.db, 'posts').toArray(),
      ],
    );
    const items = await readItems(store);
    const names = new Map(items.map(({ id, name }) => [id, name]));
    const plans = newestByPerson(parseRows(store, 'careerPlans', planRows));
    const requests = newestByPerson(
      parseRows(store, 'placementRequests', requestRows).filter(
        (request) => request.state === 'handedIn' && !isDue(request, today),
      ),
    );
    const posts = postsByPerson(
      parseRows(store, 'posts', postRows).filter(({ state }) => state === 'confirmed'),
    );
    const candidates = office.staff
      .filter(({ roster }) => roster?.status !== 'left')
      .flatMap((member) => {
        const viewer = viewerOfMember(office, member);
        if (!viewer.includes('hr')) return [];
        const plan = plans.get(member.id) ?? null;
        const request = requests.get(member.id) ?? null;
        const readsPlan = plan !== null && mayReadCareer(viewer, 'plan', planWay(plan));
        const readsRequest =
          request !== null &&
          mayReadCareer(viewerOfRequest(office, member, request), 'request', requestWay(request));
        return [
          {
            member,
            candidate: {
              staffId: member.id,
              orgUnitId: member.orgUnitId,
              posts: posts.get(member.id) ?? [],
              plan: readsPlan ? plan : null,
              request: readsRequest ? request : null,
            },
          },
        ];
      });
    const needs = parseRows(store, 'staffingNeeds', needRows).filter(
      ({ state, removed }) => state === 'handedIn' && !removed,
    );
    const context = { orgUnits: office.setting.orgUnits, itemNames: names, today };
    return named(office, needs).map(({ need, unitName: name }) => ({
      need,
      unitName: name,
      itemNames: need.itemIds.map((id) => names.get(id) ?? id),
      people: candidates.flatMap(({ member, candidate }) => {
        const reasons = reasonsFor(need, candidate, context);
        const wantsToStay = candidate.request?.stay === true;
        return reasons.length === 0
          ? []
          : [{ person: careerPersonOf(office, member), reasons, wantsToStay }];
      }),
    }));
  });
}

/** The newest of each person's that anybody but she may know of. */
function newestByPerson<Row extends { staffId: Id; fiscalYear: number; state: string }>(
  rows: readonly Row[],
): Map<Id, Row> {
  const newest = new Map<Id, Row>();
  for (const row of rows) {
    const known = newest.get(row.staffId);
    if (row.state === 'draft') continue;
    if (known === undefined || known.fiscalYear < row.fiscalYear) newest.set(row.staffId, row);
  }
  return newest;
}

function named(office: CareerOffice, needs: readonly StaffingNeed[]): NamedNeed[] {
  return needs
    .map((need) => ({ need, unitName: unitName(office, need.orgUnitId) }))
    .sort(
      (left, right) =>
        right.need.fiscalYear - left.need.fiscalYear || left.need.id.localeCompare(right.need.id),
    );
}

function unitName({ setting }: CareerOffice, unitId: Id): string {
  return orgUnitPath(setting.orgUnits, unitId).join(' ');
}

/** The items of every framework, each once. */
async function readItems(store: Store): Promise<Pick<FrameworkItem, 'id' | 'name'>[]> {
  const rows = await tableOf(store.db, 'frameworkSets').toArray();
  const { tables } = newestSet(parseRows(store, 'frameworkSets', rows));
  return [...itemNames(tables.frameworks)].map(([id, name]) => ({ id, name }));
}
