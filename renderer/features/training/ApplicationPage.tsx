import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { formatWareki } from '../../../shared/domain/period/wareki';
import {
  type ApplicationMove,
  type ApplicationPlace,
  applicationMoves,
  callRules,
  mayMoveApplication,
  mayReadApplication,
  mayWriteApplication,
} from '../../../shared/domain/training/training-rules';
import { callWords, daysWords, moveLabel } from '../../../shared/domain/training/training-words';
import {
  buildApplicationModel,
  buildReportModel,
} from '../../../shared/print/build-training-paper';
import { useFlushedAction } from '../../common/use-flushed-action';
import { usePrinting } from '../../common/use-printing';
import { useStore } from '../../data/store-context';
import { moveApplications } from '../../data/training-commands';
import { type ListedApplication, loadApplication } from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { StateBadge } from './ApplicationList';
import { KeptNumber, KeptText } from './KeptFields';
import { TrainingPaperButton } from './TrainingPaperButton';
import { useAskedMove } from './use-asked-move';

/** One application, for whoever has a part in it: 本人, 所属長, 職員課. */
export function ApplicationPage() {
  const { applicationId = '' } = useParams();
  const read = useLiveQuery(
    (store) => Promise.resolve(loadApplication(store, applicationId)),
    [applicationId],
  );
  if (read.state === 'loading') return <Spinner label="申込みを開いています" />;
  if (read.state === 'failed') return <ErrorNotice problem={problemOf(read.error)} />;
  return <OneApplication key={applicationId} one={read.value} />;
}

/** What takes an application on, and is offered first. */
const onward: readonly ApplicationMove[] = [
  'apply',
  'recommend',
  'accept',
  'attend',
  'handInReport',
];

type OneProps = { one: ListedApplication };

function OneApplication({ one }: OneProps) {
  const { application, call, person, viewer } = one;
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const { ask, question } = useAskedMove();
  const words = callWords[call.kind];
  const rule = callRules[call.kind];
  const place = { target: 'application', id: application.id } as const;
  const reads = (where: ApplicationPlace) =>
    mayReadApplication(where, application, call.kind, viewer);
  const writes = (where: ApplicationPlace) =>
    mayWriteApplication(where, application, call.kind, viewer);
  const moves = (Object.keys(applicationMoves) as ApplicationMove[]).filter((move) =>
    mayMoveApplication(move, application, call.kind, viewer),
  );
  const text = (where: ApplicationPlace, field: string, label: string, stored: string) =>
    writes(where) ? (
      <KeptText label={label} place={place} field={field} stored={stored} />
    ) : (
      <ReadText label={label} text={stored} />
    );
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      <p className="text-sm">
        <TextLink href={backOf(viewer)}>一覧へ</TextLink>
      </p>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-bold">{call.title}</h1>
        <Badge>{words.name}</Badge>
        <StateBadge kind={call.kind} state={application.state} />
      </header>
      <p className="text-sm text-solid-gray-700">
        {[`${person.unit} ${person.jobTitle} ${person.name}`.trim(), daysWords(call)]
          .filter((part) => part !== '')
          .join('　')}
      </p>
      {application.route !== 'self' && (
        <p className="text-sm">
          {application.route === 'head'
            ? '所属長の推薦による申込みです。'
            : '職員課が受講者に加えました。'}
        </p>
      )}
      <Card title={words.applicationTitle}>
        <div className="flex flex-col gap-4">
          {text('reason', 'reason', words.reason, application.reason)}
          {rule.asksMembers && text('reason', 'members', 'グループの構成員', application.members)}
          {rule.asksAmount &&
            (writes('reason') ? (
              <div className="max-w-60">
                <KeptNumber
                  label="申請額（円）"
                  place={place}
                  field="amount"
                  stored={application.amount}
                  whole
                />
              </div>
            ) : (
              <ReadText
                label="申請額（円）"
                text={application.amount?.toLocaleString('ja-JP') ?? ''}
              />
            ))}
          {reads('opinion') &&
            text('opinion', 'opinion', '所属長の意見（本人には見えません）', application.opinion)}
        </div>
      </Card>
      {reads('decision') && (application.decidedOn !== null || writes('decision')) && (
        <Card title="職員課の決定">
          <div className="flex flex-col gap-3">
            {application.decidedOn !== null && (
              <p>{formatWareki(application.decidedOn)}に決まりました。</p>
            )}
            {text('decision', 'decisionNote', '決定の理由や連絡', application.decisionNote)}
          </div>
        </Card>
      )}
      {reads('report') && (
        <Card title={words.reportTitle}>
          <div className="flex flex-col gap-4">
            {text('report', 'report', words.report, application.report)}
            {text('report', 'use', '仕事で活用すること', application.use)}
          </div>
        </Card>
      )}
      {failure}
      {question}
      {application.state === 'draft' && (
        <Notice tone="info" title="下書きは、あなたにだけ見えます。" />
      )}
      <div className="flex flex-wrap items-start gap-3">
        {moves.map((move) => (
          <Button
            key={move}
            look={onward.includes(move) ? 'primary' : 'secondary'}
            onPress={() =>
              ask({ kind: call.kind, move, names: [person.name] }, () =>
                run(() => moveApplications(store, [application.id], move)),
              )
            }
          >
            {moveLabel(call.kind, move)}
          </Button>
        ))}
        <Papers one={one} withReport={reads('report')} />
      </div>
    </div>
  );
}

/** Made anew from what is stored, so that nothing typed since is missing on them. */
function Papers({ one, withReport }: OneProps & { withReport: boolean }): ReactNode {
  const store = useStore();
  const printing = usePrinting();
  const { applicationTitle, reportTitle } = callWords[one.call.kind];
  const again = () => loadApplication(store, one.application.id);
  return (
    <>
      <TrainingPaperButton
        label={`${applicationTitle}をPDFにする`}
        make={async () => buildApplicationModel({ ...(await again()), ...printing() })}
      />
      {withReport && (
        <TrainingPaperButton
          label={`${reportTitle}をPDFにする`}
          make={async () => buildReportModel({ ...(await again()), ...printing() })}
        />
      )}
    </>
  );
}

function backOf(viewer: ListedApplication['viewer']): string {
  if (viewer.includes('self')) return '/training';
  return viewer.includes('head') ? '/training/people' : '/hr/training/applications';
}

function ReadText({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className="text-sm font-bold">{label}</p>
      <p className="whitespace-pre-wrap">
        {text === '' ? <span className="text-solid-gray-700">（記入はありません）</span> : text}
      </p>
    </div>
  );
}
