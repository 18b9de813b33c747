import { useMemo } from 'react';
import { useParams } from 'react-router';
import { heldPosts } from '../../../shared/domain/organisation/unit-tree';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { rosterCells } from '../../../shared/domain/roster/compare-rosters';
import { headingOf, rosterColumns } from '../../../shared/domain/roster/roster-columns';
import { rosterOfStaff } from '../../../shared/domain/roster/staff-of-roster';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import type { StaffMember } from '../../../shared/domain/staff/staff-member';
import { listSheetsOf, loadOffice, type Office } from '../../data/organisation-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { EvaluatorDays } from './EvaluatorDays';
import { HrNav } from './HrNav';
import { officeProblems } from './office-problems';

/** One person as 職員課 knows her: the roster's row, her posts, evaluators and sheets. */
export function StaffPage() {
  const { staffId = '' } = useParams();
  const office = useLiveQuery(loadOffice, []);
  const member =
    office.state === 'ready' ? office.value.staff.find(({ id }) => id === staffId) : undefined;
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      {office.state === 'loading' && <Spinner label="職員を読んでいます" />}
      {office.state === 'failed' && <ErrorNotice problem={problemOf(office.error)} />}
      {office.state === 'ready' && member === undefined && (
        <>
          <h1 className="text-2xl font-bold">この職員は、このPCにいません</h1>
          <div>
            <LinkButton href="/hr/units">組織に戻る</LinkButton>
          </div>
        </>
      )}
      {office.state === 'ready' && member !== undefined && (
        <Person key={member.id} member={member} office={office.value} />
      )}
    </div>
  );
}

function Person({ member, office }: { member: StaffMember; office: Office }) {
  const problems = useMemo(
    () => officeProblems(office).filter(({ staffId }) => staffId === member.id),
    [office, member.id],
  );
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-3">
        <h1 className="text-2xl font-bold">{member.name}</h1>
        <span className="text-solid-gray-700">{member.kana}</span>
        <TextLink href={`/people/${member.id}`} className="ml-auto text-sm">
          この人のこれまで
        </TextLink>
        <TextLink href={`/training/person-record/${member.id}`} className="text-sm">
          人材育成記録を開く
        </TextLink>
        <TextLink href={`/hr/units?unit=${member.orgUnitId}`} className="text-sm">
          この人の所属を見る
        </TextLink>
      </div>
      {problems.map(({ message, weight }) => (
        <Notice
          key={message}
          tone={weight === 'fault' ? 'error' : 'warning'}
          title={weight === 'fault' ? '評価者に、直すところがあります' : '決まっていません'}
        >
          <p>{message}</p>
        </Notice>
      ))}
      <EvaluatorDays member={member} office={office} />
      <div className="grid grid-cols-1 items-start gap-4 min-[1000px]:grid-cols-2">
        <Facts member={member} office={office} />
        <div className="flex flex-col gap-4">
          <Posts member={member} office={office} />
          <Sheets staffId={member.id} office={office} />
        </div>
      </div>
    </>
  );
}

/** The cells of her row in the roster that say something. */
function Facts({ member, office }: { member: StaffMember; office: Office }) {
  const [person] = rosterOfStaff({ ...office, staff: [member] }, []);
  const cells = person === undefined ? new Map() : rosterCells(person);
  const shown = rosterColumns
    .map(({ key }) => key)
    .filter((key) => !['firstEvaluator', 'secondEvaluator', 'postKind'].includes(key))
    .filter((key) => cells.get(key));
  return (
    <Card title="名簿の内容">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
        {shown.map((key) => (
          <div key={key} className="contents">
            <dt className="text-solid-gray-700">{headingOf(key)}</dt>
            <dd>{cells.get(key)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Posts({ member, office }: { member: StaffMember; office: Office }) {
  return (
    <Card title="主務と兼務">
      <ul className="flex flex-col gap-1.5 text-sm">
        {heldPosts(office.orgUnits, [member]).map(({ kind, unitPath, positionName }) => (
          <li
            key={`${kind} ${unitPath.join()} ${positionName}`}
            className="flex flex-wrap items-baseline gap-2"
          >
            <Badge tone={kind === 'main' ? 'neutral' : 'info'}>
              {kind === 'main' ? '主務' : '兼務'}
            </Badge>
            {unitPath.join(' ')}　{positionName}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Sheets({ staffId, office }: { staffId: string; office: Office }) {
  const result = useLiveQuery((store) => listSheetsOf(store, staffId), [staffId]);
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  if (result.state === 'loading') return null;
  const periods = office.periods.flatMap((period) => {
    const sheet = result.value.find(({ periodId }) => periodId === period.id);
    return sheet === undefined ? [] : [{ period, sheet }];
  });
  return (
    <Card title="人事評価シート">
      {periods.length === 0 ? (
        <p className="text-sm">シートはありません。</p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {periods.map(({ period, sheet }) => (
            <li key={sheet.id} className="flex flex-wrap items-baseline gap-2">
              <TextLink href={`/sheets/${sheet.id}`}>{period.name}</TextLink>
              <Badge>{stageLabels[sheet.stage]}</Badge>
              {sheet.disclosedOn !== null && (
                <span className="text-solid-gray-700">開示 {formatWareki(sheet.disclosedOn)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
