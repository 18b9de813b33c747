import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import { policyTables } from '../../shared/domain/framework/policy-tables';
import { readRoster } from '../../shared/domain/roster/read-roster';
import type { RosterPerson } from '../../shared/domain/roster/roster-person';
import { writeRoster } from '../../shared/domain/roster/write-roster';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { makeTestStore } from '../../test/support/test-store';
import { actAs } from './commands';
import { saveAssignment } from './evaluator-commands';
import { listOrgUnits, listStaff } from './queries';
import { loadRoster, takeInRoster, undoRosterImport } from './roster-commands';
import type { Store } from './store';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const HEAD = ['職員番号', '氏名', '所属', '職位', '級', '一次評価者番号', '採用年月日'];
let store: Store;

beforeEach(async () => {
  const { orgUnits, staff, periods, frameworkSets, forms, sheets } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets },
    identity: { staffId: office.startAs, rights: ['employee', 'hr'] },
  });
});
afterEach(() => store.db.delete());

function peopleOf(...rows: string[][]): RosterPerson[] {
  const { people, problems } = readRoster([HEAD, ...rows], policyTables.frameworks);
  expect(problems.filter(({ weight }) => weight === 'fault')).toEqual([]);
  return people;
}

const { signal } = new AbortController();
const takeIn = (people: readonly RosterPerson[]) =>
  takeInRoster(store, { name: '職員名簿.csv', people }, { onProgress: () => {}, signal });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof IkuseiError ? error.name : String(error)),
  );
const everything = async () => ({
  staff: (await listStaff(store)).map(({ updatedAt: _at, updatedBy: _by, ...row }) => row),
  units: await listOrgUnits(store),
});

describe('taking in a roster', () => {
  it('adds people in units nobody knew, and keeps whoever it does not name', async () => {
    const before = await everything();
    await takeIn(
      peopleOf(
        ['900001', '関口 里奈', '消防本部　消防総務課', '課長', '6級', '', 'R8.4.1'],
        ['900002', '大久保 健', '消防本部　消防総務課　総務係', '主事', '1級', '900001', ''],
      ),
    );
    const staff = await listStaff(store);
    const units = await listOrgUnits(store);
    expect(staff).toHaveLength(before.staff.length + 2);
    const [chief, clerk] = ['900001', '900002'].map((number) =>
      staff.find((member) => member.number === number),
    );
    expect(clerk).toMatchObject({ positionId: 'shuji', firstEvaluatorId: chief?.id });
    expect(chief?.roster).toMatchObject({ hiredOn: '2026-04-01', status: 'active' });
    const section = units.find(({ id }) => id === clerk?.orgUnitId);
    expect(section).toMatchObject({ name: '総務係', kind: 'section' });
    expect(units.find(({ id }) => id === section?.parentId)?.id).toBe(chief?.orgUnitId);
    expect(units).toHaveLength(before.units.length + 3);
  });

  it('changes nothing when it takes in what it has written out', async () => {
    const { people, frameworks } = await loadRoster(store);
    const before = await listStaff(store);
    const read = readRoster(writeRoster(people), frameworks);
    expect(read.problems.filter(({ weight }) => weight === 'fault')).toEqual([]);
    await takeIn(read.people);
    expect(await listStaff(store)).toEqual(before);
  });

  it('keeps the id of a person whom it changes', async () => {
    const [member] = await listStaff(store);
    if (member === undefined) throw new Error('nobody');
    await takeIn(peopleOf([member.number, '改名 太郎', '市民部', '部長', '8級', '', '']));
    const changed = (await listStaff(store)).find(({ number }) => number === member.number);
    expect(changed).toMatchObject({ id: member.id, name: '改名 太郎', positionId: 'bucho' });
  });

  it('lets the 職名 follow the roster, and leaves one that was said by hand', async () => {
    const row = (position: string) => ['900003', '市川 悠斗', '市民部', position, '', '', ''];
    const jobTitle = async () =>
      (await listStaff(store)).find(({ number }) => number === '900003')?.jobTitle;
    await takeIn(peopleOf(row('主任')));
    await takeIn(peopleOf(row('主査')));
    expect(await jobTitle()).toBe('主査');
    const [member] = (await listStaff(store)).filter(({ number }) => number === '900003');
    if (member === undefined) throw new Error('not added');
    await writeStore(store, ['staff'], (writer) =>
      writer.replace('staff', [{ ...member, jobTitle: '窓口担当主査' }]),
    );
    await takeIn(peopleOf(row('課長')));
    expect(await jobTitle()).toBe('窓口担当主査');
  });

  it('writes all or nothing', async () => {
    const before = await everything();
    const people = peopleOf(['900001', '関口 里奈', '消防本部', '課長', '6級', '', '']);
    const broken = people.map((person) => ({
      ...person,
      number: '900009',
      name: 'あ'.repeat(5_000),
    }));
    expect(await refusal(takeIn([...people, ...broken]))).toBe('IkuseiError');
    expect(await everything()).toEqual(before);
    expect((await loadRoster(store)).last).toBeNull();
  });

  const thousands = () =>
    peopleOf(
      ...Array.from({ length: 600 }, (_, index) => [
        String(910_000 + index),
        `職員 ${index}`,
        '市民部',
        '主事',
        '1級',
        '',
        '',
      ]),
    );

  it('tells how far it is, for thousands', async () => {
    const told: string[] = [];
    await takeInRoster(
      store,
      { name: 'a.csv', people: thousands() },
      { onProgress: (done, total) => told.push(`${done}/${total}`), signal },
    );
    expect(told).toEqual(['250/600', '500/600', '600/600']);
  });

  it.each([250, 600])('writes nothing when it is given up after %i people', async (at) => {
    const before = await everything();
    const giveUp = new AbortController();
    const taken = await takeInRoster(
      store,
      { name: 'a.csv', people: thousands() },
      { onProgress: (done) => done === at && giveUp.abort(), signal: giveUp.signal },
    );
    expect(taken).toBeNull();
    expect(await everything()).toEqual(before);
    expect((await loadRoster(store)).last).toBeNull();
  });

  it('is 職員課’s alone', async () => {
    const clerk = office.staff.find(({ name }) => name === '𠮷田 美咲');
    await actAs(store, clerk?.id ?? '');
    expect(await refusal(loadRoster(store))).toBe('IkuseiError');
    expect(await refusal(takeIn([]))).toBe('IkuseiError');
    expect(await refusal(undoRosterImport(store))).toBe('IkuseiError');
  });
});

describe('the roster on the screen', () => {
  it('is told of what is taken in', async () => {
    const counts: number[] = [];
    const watch = liveQuery(() => loadRoster(store)).subscribe({
      next: ({ people }) => counts.push(people.length),
      error: (error: unknown) => {
        throw error;
      },
    });
    await vi.waitFor(() => expect(counts).toEqual([office.staff.length]));
    await takeIn(peopleOf(['900002', '大久保 健', '消防本部', '主事', '1級', '', '']));
    await vi.waitFor(() => expect(counts.at(-1)).toBe(office.staff.length + 1));
    watch.unsubscribe();
  });
});

describe('taking the last roster back', () => {
  it('leaves everything as it was before', async () => {
    const before = await everything();
    const [member] = await listStaff(store);
    if (member === undefined) throw new Error('nobody');
    await takeIn(
      peopleOf(
        [member.number, '改名 太郎', '消防本部', '部長', '8級', '', ''],
        ['900002', '大久保 健', '消防本部　警防課', '主事', '1級', member.number, ''],
      ),
    );
    expect((await loadRoster(store)).last?.fileName).toBe('職員名簿.csv');
    await undoRosterImport(store);
    expect(await everything()).toEqual(before);
    expect((await loadRoster(store)).last).toBeNull();
    expect(await refusal(undoRosterImport(store))).toBe('IkuseiError');
  });

  it('is refused once a person has changed since', async () => {
    await takeIn(peopleOf(['900002', '大久保 健', '消防本部', '主事', '1級', '', '']));
    const added = (await listStaff(store)).find(({ number }) => number === '900002');
    if (added === undefined) throw new Error('not added');
    await writeStore(store, ['staff'], (writer) =>
      writer.replace('staff', [{ ...added, grade: '2級', updatedAt: '2026-12-01T00:00:00.000Z' }]),
    );
    const error = await undoRosterImport(store).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: expect.stringContaining('E122') });
    expect((await listStaff(store)).some(({ number }) => number === '900002')).toBe(true);
  });

  it('is refused once one of them evaluates for some days', async () => {
    await takeIn(peopleOf(['900002', '大久保 健', '消防本部', '主任', '3級', '', '']));
    const staff = await listStaff(store);
    const idOf = (wanted: string) => staff.find(({ number }) => number === wanted)?.id ?? '';
    await saveAssignment(
      store,
      {
        staffId: idOf('100234'),
        role: 'first',
        evaluatorId: idOf('900002'),
        from: '2026-10-01',
        to: null,
        remark: '',
      },
      null,
    );
    const error = await undoRosterImport(store).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: expect.stringContaining('E122') });
  });
});
