import '../../renderer/configure-zod';
import { listPeriods, loadFrameworkSet, loadIdentity } from '../../renderer/data/queries';
import { writeStore } from '../../renderer/data/write-store';
import { makeForm } from '../../shared/domain/form/default-form';
import { givenNames, surnames } from '../../shared/domain/sample/sample-names';
import { makeSampleRoster } from '../../shared/domain/sample/sample-roster';
import { makeSeededRandom } from '../../shared/domain/sample/seeded-random';
import { makeSheet } from '../../shared/domain/sheet/make-sheet';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import { inRealStore } from './open-real-store';

/** A moment of the past, so that the ids are the same in every run. */
const MADE_AT = Date.UTC(2026, 3, 1);

/**
 * Runs in the page of an open real store: brings in so many people of the present period
 * with their sheets, through the store's own writer, seal and sentinel.
 */
export async function growStore(people: number, seed: number): Promise<void> {
  await inRealStore(async (store) => {
    const { staffId: by } = await loadIdentity(store);
    const [period] = await listPeriods(store);
    if (period === undefined) throw new Error('the store has no period');
    const frameworkSet = await loadFrameworkSet(store);
    const random = makeSeededRandom(seed);
    const { orgUnits, staff: patterns } = makeSampleRoster(random, MADE_AT);
    const desks = patterns.filter(({ positionId }) => positionId !== null);
    const now = store.now();
    const staff = Array.from({ length: people }, (_, index): StaffMember => {
      const desk = random.pick(desks);
      const family = random.pick(surnames);
      const given = random.pick(givenNames);
      return {
        ...desk,
        id: random.id(MADE_AT),
        number: String(200_001 + index),
        name: `${family.name} ${given.name}`,
        kana: `${family.kana} ${given.kana}`,
        firstEvaluatorId: null,
        secondEvaluatorId: null,
        roster: null,
      };
    });
    const formOf = new Map(
      desks.map(({ frameworkId, positionId }) => [
        positionId,
        makeForm({
          frameworkSet,
          frameworkId: frameworkId ?? '',
          positionId: positionId ?? '',
          period,
          id: random.id(MADE_AT),
          now,
          by,
        }),
      ]),
    );
    const staffById = new Map(staff.map((member) => [member.id, member]));
    const sheets = staff.flatMap((member) => {
      const form = formOf.get(member.positionId);
      const id = random.id(MADE_AT);
      return form === undefined
        ? []
        : [makeSheet({ staff: member, orgUnits, staffById, period, form, id, now, by })];
    });
    await writeStore(store, ['orgUnits', 'staff', 'forms', 'sheets'], async (writer) => {
      await writer.insert('orgUnits', orgUnits);
      await writer.insert('staff', staff);
      await writer.insert('forms', [...formOf.values()]);
      await writer.insert('sheets', sheets);
    });
  });
}
