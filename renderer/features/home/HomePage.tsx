import { lazy, Suspense } from 'react';
import { openQuestions } from '../../../shared/domain/framework/open-questions';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import type { Period } from '../../../shared/domain/period/period';
import { presentPeriod, runningPeriods } from '../../../shared/domain/period/running-periods';
import { formatWareki } from '../../../shared/domain/period/wareki';
import type { Sheet, Stage } from '../../../shared/domain/sheet/sheet';
import { sheetDeadline } from '../../../shared/domain/sheet/sheet-deadline';
import { shortAuthorLabels, stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { readableAuthors } from '../../../shared/domain/sheet/stage-rules';
import { endingProbations } from '../../../shared/domain/staff/probation';
import type { Identity } from '../../../shared/domain/store/meta';
import { listStatementRequests, type StatementRequest } from '../../data/appeal-queries';
import {
  isPlanned,
  listPeriods,
  listSheets,
  listStaff,
  loadFrameworkSet,
  loadIdentity,
} from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localNow, localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { ProgressCells } from '../../ui/ProgressCells';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { HrCards, ProbationCard } from './HrCards';
import { evaluatedSheets, myTurns, type Turn } from './my-turn';
import { officeProgress } from './office-progress';

// What it reads with is not needed for the first sight of the page.
const TrainingCard = lazy(() =>
  import('./TrainingCard').then((card) => ({ default: card.TrainingCard })),
);

/** What a person does at a stage that is her turn. */
const taskWords: Readonly<Partial<Record<Stage, string>>> = {
  goalSetting: '目標設定',
  goalAgreement: '期首面談と合意',
  inProgress: '自己評価',
  selfEvaluation: '自己評価',
  firstEvaluation: '一次評価',
  secondEvaluation: '二次評価',
  disclosed: '期末面談',
};

/** Lists on the home page stop here; the rest is one link away. */
const HOME_ROWS = 8;

export function HomePage() {
  const result = useLiveQuery(async (store) => {
    const [identity, periods, requests] = await Promise.all([
      loadIdentity(store),
      listPeriods(store),
      listStatementRequests(store),
    ]);
    const today = localToday();
    const running = runningPeriods(periods, today);
    const isHr = identity.rights.includes('hr');
    const [set, staff, ...lists] = await Promise.all([
      isHr ? loadFrameworkSet(store) : null,
      isHr ? listStaff(store) : null,
      ...running.map(({ id }) => listSheets(store, id)),
    ]);
    const period = presentPeriod(periods, today);
    return {
      identity,
      period,
      planned: period !== null && (await isPlanned(store, period.id)),
      running,
      sheets: lists.flat(),
      requests,
      questions: set === null ? null : openQuestions(set),
      probations: staff === null ? [] : endingProbations(staff, today),
    };
  }, []);
  if (result.state === 'loading') return <Spinner label="ホームを用意しています" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const { identity, period, planned, running, questions, probations, requests } = result.value;
  const sheets = result.value.sheets.filter(({ periodId }) => periodId === period?.id);
  const unsettled = questions?.filter(({ settlement }) => settlement === null).length ?? 0;
  const turns = myTurns(result.value.sheets, identity);
  const evaluated = evaluatedSheets(sheets, identity);
  const own = sheets.find(({ staffId }) => staffId === identity.staffId) ?? null;
  return (
    <div className="page-width flex flex-col gap-5">
      <header>
        <p className="text-sm text-solid-gray-700">{formatWareki(localNow().slice(0, 10))}</p>
        <h1 className="text-2xl font-bold">
          {headline(turns.length, own !== null || planned, unsettled)}
        </h1>
      </header>
      {requests.length > 0 && <StatementRequests requests={requests} />}
      <Suspense>
        <TrainingCard />
      </Suspense>
      <div className="grid grid-cols-1 items-start gap-5 min-[1100px]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title="私の番">
          <TurnList turns={turns} periods={running} hasOwn={own !== null || planned} />
        </Card>
        <Card title="私のシート">
          <OwnSheet sheet={own} identity={identity} planned={planned} />
          {period !== null && (
            <p className="mt-3 border-t border-solid-gray-200 pt-3 text-sm text-solid-gray-700">
              {fiscalYearName(period.fiscalYear)}（{period.fiscalYear}年度）の評価期間は、
              {formatWareki(period.startsOn)}から
              {formatWareki(period.endsOn)}までです。
            </p>
          )}
        </Card>
      </div>
      {probations.length > 0 && <ProbationCard probations={probations} />}
      {questions !== null && (
        <HrCards
          questions={questions.length}
          unsettled={unsettled}
          progress={officeProgress(sheets, identity)}
        />
      )}
      {evaluated.length > 0 && (
        <Card
          title="私が評価する職員"
          aside={
            evaluated.length > HOME_ROWS ? (
              <TextLink href="/sheets" className="text-sm">
                すべて見る（{evaluated.length}人）
              </TextLink>
            ) : undefined
          }
        >
          <EvaluatedTable sheets={evaluated.slice(0, HOME_ROWS)} identity={identity} />
        </Card>
      )}
    </div>
  );
}

/** What 職員課 has asked me to state about somebody whom I evaluate. */
function StatementRequests({ requests }: { requests: readonly StatementRequest[] }) {
  return (
    <Card title="意見書の依頼">
      <ul className="flex flex-col gap-2">
        {requests.map(({ appealId, personName, periodName, askedOn, statedOn }) => (
          <li key={appealId} className="flex flex-wrap items-baseline gap-3">
            <TextLink href={`/statements/${appealId}`}>
              {personName} さんの{periodName}について
            </TextLink>
            <span className="text-sm text-solid-gray-700">
              {statedOn === null
                ? `${formatWareki(askedOn)}に職員課から依頼`
                : `${formatWareki(statedOn)}に提出済み`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function headline(turns: number, hasOwn: boolean, unsettled: number): string {
  if (turns > 0) return `書き込みを待つシートが ${turns} 件あります`;
  if (!hasOwn) return 'はじめに、自分のシートを作ります';
  return unsettled > 0
    ? `確認を待つ文言が ${unsettled} 件あります`
    : 'いま待っているものはありません';
}

type TurnListProps = { turns: readonly Turn[]; periods: readonly Period[]; hasOwn: boolean };

function TurnList({ turns, periods, hasOwn }: TurnListProps) {
  if (turns.length === 0) {
    return (
      <p className="py-2">
        {hasOwn ? 'いま、あなたの番のシートはありません。' : '自分のシートを作ると、ここに出ます。'}
      </p>
    );
  }
  return (
    <>
      <ul className="divide-y divide-solid-gray-200">
        {turns.slice(0, HOME_ROWS).map((turn) => (
          <TurnRow key={turn.sheet.id} turn={turn} periods={periods} />
        ))}
      </ul>
      {turns.length > HOME_ROWS && (
        <p className="border-t border-solid-gray-200 pt-3 text-sm">
          ほかに {turns.length - HOME_ROWS} 件あります。
          <TextLink href="/sheets">人事評価の一覧で見る</TextLink>
        </p>
      )}
    </>
  );
}

function TurnRow({ turn, periods }: { turn: Turn; periods: readonly Period[] }) {
  const { sheet, progress, own, typing } = turn;
  const period = periods.find(({ id }) => id === sheet.periodId);
  const task = taskWords[sheet.stage] ?? stageLabels[sheet.stage];
  const left = progress === null ? 0 : progress.total - progress.filled;
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 grow">
        <TextLink href={`/sheets/${sheet.id}`}>
          {own ? `私の${task}` : `${sheet.staff.name} さんの${task}`}
          {typing && '（代理入力）'}
        </TextLink>
        <p className="text-sm text-solid-gray-700">
          {progressWords(turn)}
          {!own && `　${sheet.staff.orgUnitPath.at(-1) ?? ''} ${sheet.staff.positionName}`}
          {periods.length > 1 && `　${period?.name ?? ''}`}
        </p>
        {period !== undefined && <Deadline sheet={sheet} period={period} />}
      </div>
      {progress !== null && (
        <span className="shrink-0 text-sm text-solid-gray-700">
          {left === 0 ? '提出できます' : `あと ${left} 項目`}
        </span>
      )}
    </li>
  );
}

function Deadline({ sheet, period }: { sheet: Sheet; period: Period }) {
  const deadline = sheetDeadline(sheet, period, localToday());
  if (deadline === null) return null;
  return (
    <p className="text-sm text-solid-gray-700">
      期限 {formatWareki(deadline.day)}
      {deadline.overdue && (
        <Badge tone="warning" className="ml-2">
          超過
        </Badge>
      )}
    </p>
  );
}

function progressWords({ sheet, progress }: Turn): string {
  if (sheet.stage === 'goalAgreement') return '目標が提出されています';
  if (sheet.stage === 'disclosed') return '開示が済んでいます';
  if (progress === null) return '目標を書いて、提出します';
  return progress.filled === 0
    ? 'まだ始めていません'
    : `${progress.total} 項目中 ${progress.filled} 項目まで記入`;
}

type OwnSheetProps = {
  sheet: Sheet | null;
  identity: Identity;
  /** 職員課 hands it out. */
  planned: boolean;
};

function OwnSheet({ sheet, identity, planned }: OwnSheetProps) {
  if (sheet === null && planned) {
    return <p>この評価期間のシートは、職員課が配布します。</p>;
  }
  if (sheet === null) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p>この評価期間のシートは、まだありません。職位を選ぶと、すぐに書き始められます。</p>
        <LinkButton look="primary" href="/own-sheet">
          自分のシートを作る
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-sm">
        {sheet.staff.positionName}　{stageLabels[sheet.stage]}
      </p>
      <SheetProgress sheet={sheet} identity={identity} />
      <LinkButton href={`/sheets/${sheet.id}`}>自分のシートを開く</LinkButton>
    </div>
  );
}

function EvaluatedTable({ sheets, identity }: { sheets: readonly Sheet[]; identity: Identity }) {
  return (
    <table aria-label="私が評価する職員" className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
          {['氏名', '所属', '職位', '進み'].map((header) => (
            <th key={header} scope="col" className="px-2 py-1.5 font-normal">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <tr key={sheet.id} className="border-b border-solid-gray-100">
            <td className="px-2 py-2">
              <TextLink href={`/sheets/${sheet.id}`}>{sheet.staff.name}</TextLink>
            </td>
            <td className="px-2 py-2">
              {sheet.staff.orgUnitPath.slice(1).join(' ') || sheet.staff.orgUnitPath[0]}
            </td>
            <td className="px-2 py-2">{sheet.staff.positionName}</td>
            <td className="px-2 py-2">
              <SheetProgress sheet={sheet} identity={identity} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SheetProgress({ sheet, identity }: { sheet: Sheet; identity: Identity }) {
  return (
    <ProgressCells
      cells={readableAuthors(sheet, identity).map((author) => ({
        key: author,
        label: shortAuthorLabels[author],
        ...sheet.progress[author],
      }))}
    />
  );
}
