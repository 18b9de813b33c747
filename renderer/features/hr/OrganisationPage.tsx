import { useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { heldPosts, unitTree } from '../../../shared/domain/organisation/unit-tree';
import { statusLabels } from '../../../shared/domain/roster/roster-person';
import { evaluatorsOn } from '../../../shared/domain/staff/evaluators-on-a-day';
import { loadOffice, type Office } from '../../data/organisation-queries';
import { listSheets } from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';
import { TextLink } from '../../ui/TextLink';
import { TreeList } from '../../ui/TreeList';
import { type TableColumn, WindowedTable } from '../../ui/WindowedTable';
import { HrNav } from './HrNav';
import {
  findPosts,
  idsOf,
  postsBelow,
  type SearchablePost,
  searchablePosts,
  treeOf,
} from './held-posts';
import { type OfficeProblem, officeProblems } from './office-problems';

/** So many are listed; nobody mends more at a time. */
const MOST_LISTED = 200;

/** The units of the office as a tree, and who holds which post in them. */
export function OrganisationPage() {
  const office = useLiveQuery(loadOffice, []);
  return (
    <div className="page-width flex min-h-0 grow flex-col gap-4">
      <HrNav />
      <h1 className="text-2xl font-bold">組織</h1>
      {office.state === 'loading' && <Spinner label="組織を読んでいます" />}
      {office.state === 'failed' && <ErrorNotice problem={problemOf(office.error)} />}
      {office.state === 'ready' && <Organisation office={office.value} />}
    </div>
  );
}

function Organisation({ office }: { office: Office }) {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState('');
  const [expanded, setExpanded] = useState<ReadonlySet<string> | null>(null);
  const unitId = params.get('unit');
  const { staff, orgUnits, periods } = office;
  const tree = useMemo(() => unitTree(orgUnits, staff), [orgUnits, staff]);
  const posts = useMemo(() => searchablePosts(heldPosts(orgUnits, staff)), [orgUnits, staff]);
  const problems = useMemo(() => officeProblems(office), [office]);
  // A key is shown before what it finds.
  const wanted = useDeferredValue(text);
  const found = useMemo(() => findPosts(posts, wanted), [posts, wanted]);
  const isSearching = wanted.trim() !== '';
  const nodes = useMemo(() => treeOf(tree, found, isSearching), [tree, found, isSearching]);
  const shown = useMemo(
    () => (unitId === null ? found : postsBelow(found, tree, unitId)),
    [found, tree, unitId],
  );
  const sheets = useSheetIds(periods[0]?.id ?? null);
  const columns = useMemo(() => postColumns(office, sheets), [office, sheets]);
  const place = orgUnits.find(({ id }) => id === unitId)?.name ?? '全体';
  return (
    <>
      <Problems problems={problems} office={office} />
      <div className="grid min-h-0 grow grid-cols-1 gap-4 min-[900px]:grid-cols-[17rem_minmax(0,1fr)] min-[900px]:grid-rows-[minmax(20rem,1fr)]">
        <div className="flex min-h-0 flex-col gap-3">
          <TextField label="所属・氏名・職員番号で探す" value={text} onChange={setText} />
          <div className="flex h-72 flex-col rounded-12 border border-solid-gray-200 bg-white p-1 min-[900px]:h-auto min-[900px]:grow min-[900px]:basis-0">
            <TreeList
              label="所属の一覧"
              className="min-h-0 grow basis-0"
              nodes={[
                { id: WHOLE, name: '全体', note: `${countPeople(office)}人`, children: [] },
                ...nodes,
              ]}
              selected={unitId ?? WHOLE}
              onSelect={(id) => setParams(id === WHOLE ? {} : { unit: id })}
              // Whatever is found lies open; else the departments do.
              expanded={
                isSearching
                  ? new Set(idsOf(nodes))
                  : (expanded ?? new Set(tree.map(({ id }) => id)))
              }
              onExpand={setExpanded}
            />
          </div>
        </div>
        <section aria-label={`${place}の職員`} className="flex min-h-0 flex-col gap-2">
          <div className="flex flex-wrap items-baseline gap-3">
            <h2 className="text-lg font-bold">{place}</h2>
            <p role="status" className="text-sm text-solid-gray-700">
              {shown.length} 件
            </p>
          </div>
          {shown.length === 0 ? (
            <p className="rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
              この条件に合う職員はいません。
            </p>
          ) : (
            <div className="flex min-h-64 grow flex-col rounded-12 border border-solid-gray-200 bg-white px-4 pb-2">
              <WindowedTable
                label={`${place}の職員の一覧`}
                className="grow basis-0"
                rows={shown}
                rowKey={({ key }) => key}
                columns={columns}
              />
            </div>
          )}
        </section>
      </div>
    </>
  );
}

/** Stands above the departments; no unit has this id. */
const WHOLE = 'whole';

function countPeople({ staff }: Office): number {
  return staff.filter(({ roster }) => roster?.status !== 'left').length;
}

/** The sheets of a period that I may know of, by person. */
function useSheetIds(periodId: string | null): ReadonlyMap<string, string> {
  const sheets = useLiveQuery(
    async (store) => (periodId === null ? [] : listSheets(store, periodId)),
    [periodId],
  );
  return useMemo(
    () =>
      new Map(sheets.state === 'ready' ? sheets.value.map(({ staffId, id }) => [staffId, id]) : []),
    [sheets],
  );
}

function postColumns(
  { staff, assignments }: Office,
  sheets: ReadonlyMap<string, string>,
): TableColumn<SearchablePost>[] {
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const today = localToday();
  const evaluators = ({ member, kind }: SearchablePost) => {
    if (kind === 'concurrent') return '';
    const { first, second } = evaluatorsOn(member, assignments, today);
    return [first, second].map((id) => names.get(id ?? '') ?? '－').join('・');
  };
  return [
    {
      key: 'name',
      header: '氏名',
      width: 'w-30',
      cell: ({ member }) => (
        <TextLink href={`/hr/staff/${member.id}`} className="block truncate">
          {member.name}
        </TextLink>
      ),
    },
    { key: 'unit', header: '所属', cell: ({ unitPath }) => unitPath.slice(-2).join(' ') },
    {
      key: 'position',
      header: '職位・職名',
      width: 'w-38',
      cell: ({ positionName, kind }) => (
        <>
          {kind === 'concurrent' && (
            <Badge tone="info" className="mr-1.5">
              兼務
            </Badge>
          )}
          {positionName}
        </>
      ),
    },
    { key: 'status', header: '状態', width: 'w-16', cell: statusCell },
    { key: 'evaluators', header: '評価者（一次・二次）', width: 'w-46', cell: evaluators },
    {
      key: 'sheet',
      header: 'シート',
      width: 'w-15',
      cell: ({ member, kind }) => {
        const id = kind === 'main' ? sheets.get(member.id) : undefined;
        return id === undefined ? null : (
          <TextLink href={`/sheets/${id}`} aria-label={`${member.name}のシートを開く`}>
            開く
          </TextLink>
        );
      },
    },
  ];
}

function statusCell({ member }: SearchablePost) {
  const status = member.roster?.status ?? 'active';
  return status === 'active' ? (
    statusLabels.active
  ) : (
    <Badge tone={status === 'left' ? 'neutral' : 'warning'}>{statusLabels[status]}</Badge>
  );
}

function Problems({ problems, office }: { problems: readonly OfficeProblem[]; office: Office }) {
  if (problems.length === 0) return null;
  const faults = problems.filter(({ weight }) => weight === 'fault').length;
  const names = new Map(office.staff.map(({ id, name }) => [id, name]));
  const title =
    faults > 0
      ? `評価者に、直すところが ${faults} か所あります`
      : `評価者の決まっていないところが ${problems.length} か所あります`;
  return (
    <div className="rounded-12 border border-solid-gray-200 bg-white px-4 py-1">
      <Disclosure title={title}>
        <ul className="max-h-60 overflow-auto">
          {problems.slice(0, MOST_LISTED).map(({ staffId, message, weight }) => (
            <li key={`${staffId} ${message}`} className="flex flex-wrap items-baseline gap-2 py-1">
              <Badge tone={weight === 'fault' ? 'error' : 'neutral'}>
                {weight === 'fault' ? '直す' : '未定'}
              </Badge>
              <TextLink href={`/hr/staff/${staffId}`}>{names.get(staffId) ?? ''}</TextLink>
              <span>{message}</span>
            </li>
          ))}
        </ul>
        {problems.length > MOST_LISTED && (
          <p>ほかに {problems.length - MOST_LISTED} 件あります。</p>
        )}
      </Disclosure>
    </div>
  );
}
