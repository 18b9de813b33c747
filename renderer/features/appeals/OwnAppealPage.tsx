import { useState } from 'react';
import { useParams } from 'react-router';
import type { Appeal } from '../../../shared/domain/appeal/appeal';
import { isStanding } from '../../../shared/domain/appeal/appeal-rules';
import { daysLeft } from '../../../shared/domain/appeal/appeal-window';
import { appealStateLabels } from '../../../shared/domain/appeal/appeal-words';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { buildAppealModel, buildResultModel } from '../../../shared/print/build-office-paper';
import { useFlushedAction } from '../../common/use-flushed-action';
import { usePrinting } from '../../common/use-printing';
import {
  fileAppeal,
  saveAppealEvidence,
  startAppeal,
  withdrawAppeal,
} from '../../data/appeal-commands';
import { loadOwnAppeal, type OwnAppealView } from '../../data/appeal-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { AppealPaperButton } from './AppealPaperButton';
import { EvidenceList } from './EvidenceList';
import { KeptText } from './KeptText';

/** Where a person appeals against her own disclosed result. */
export function OwnAppealPage() {
  const { sheetId = '' } = useParams();
  const today = localToday();
  const result = useLiveQuery((store) => loadOwnAppeal(store, sheetId, today), [sheetId, today]);
  if (result.state === 'loading') return <Spinner label="開いています" />;
  if (result.state === 'failed') {
    return (
      <div className="page-width flex flex-col items-start gap-4">
        <h1 className="text-2xl font-bold">この画面は開けません</h1>
        <ErrorNotice problem={problemOf(result.error)} className="w-full" />
        <LinkButton href="/sheets">人事評価の一覧へ</LinkButton>
      </div>
    );
  }
  const view = result.value;
  const { appeal } = view;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      <p className="text-sm">
        <TextLink href={`/sheets/${sheetId}`}>シートへ戻る</TextLink>
      </p>
      <h1 className="text-2xl font-bold">結果に不服があるとき</h1>
      <WindowWords view={view} />
      {(appeal === null || !isStanding(appeal, view.sheet)) && <StartCard view={view} />}
      {appeal !== null && <AppealCard key={appeal.id} view={view} appeal={appeal} />}
    </div>
  );
}

function WindowWords({ view: { window, settings } }: { view: OwnAppealView }) {
  if (window === null) return <p>結果がまだ開示されていません。</p>;
  const { lastDay, isOpen } = window;
  return (
    <p>
      開示された結果に不服があるときは、{settings.appealBoard}へ申し出ることができます。期限は
      {formatWareki(lastDay)}
      {isOpen
        ? `（今日を入れて、あと ${daysLeft(lastDay, localToday())} 日）です。`
        : 'でした。事情があるときは、職員課へ相談してください。'}
      申し出たことは、職員課が評価者に意見書を求めるまで、評価者には知らされません。
    </p>
  );
}

function StartCard({ view: { window, sheet, settings } }: { view: OwnAppealView }) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  if (window === null || !window.isOpen) return null;
  return (
    <Card title={settings.appealTitles.appeal}>
      <div className="flex flex-col items-start gap-3">
        <p>書いている間は、あなただけが読めます。提出すると、職員課が読みます。</p>
        {failure}
        <Button onPress={() => run(() => startAppeal(store, sheet.id, localToday()))}>
          {settings.appealTitles.appeal}を書く
        </Button>
      </div>
    </Card>
  );
}

function AppealCard({ view, appeal }: { view: OwnAppealView; appeal: Appeal }) {
  const store = useStore();
  const { run, failure } = useFlushedAction();
  const [asking, setAsking] = useState<'file' | 'withdraw' | null>(null);
  const { settings, sheet } = view;
  const isDraft = appeal.state === 'draft';
  const printing = usePrinting();
  const fresh = async () => {
    const stored = await loadOwnAppeal(store, sheet.id, localToday());
    return { ...stored, appeal: stored.appeal ?? appeal, ...printing() };
  };
  return (
    <Card
      title={settings.appealTitles.appeal}
      aside={<Badge tone="info">{appealStateLabels[appeal.state]}</Badge>}
    >
      <div className="flex flex-col gap-5">
        {isDraft ? (
          <KeptText
            label="申出の内容"
            description="どの点が不服か、その理由を書きます。"
            target="appeal"
            id={appeal.id}
            stored={appeal.text}
          />
        ) : (
          <TextPart title="申出の内容" text={appeal.text} />
        )}
        <div className="flex flex-col gap-2">
          <h3 className="font-bold">根拠となる資料</h3>
          <EvidenceList
            evidence={appeal.evidence}
            onAdd={
              isDraft
                ? (added) =>
                    run(() => saveAppealEvidence(store, appeal.id, [...appeal.evidence, added]))
                : null
            }
            onRemove={
              isDraft
                ? (index) =>
                    run(() =>
                      saveAppealEvidence(store, appeal.id, appeal.evidence.toSpliced(index, 1)),
                    )
                : null
            }
          />
        </div>
        {appeal.filedOn !== null && <p>提出した日：{formatWareki(appeal.filedOn)}</p>}
        {appeal.state === 'decided' && (
          <TextPart
            title={`審査の結果（${appeal.decidedOn === null ? '' : formatWareki(appeal.decidedOn)}）`}
            text={appeal.result}
          />
        )}
        {failure}
        <div className="flex flex-wrap items-start gap-3">
          {isDraft && (
            <Button look="primary" onPress={() => setAsking('file')}>
              職員課へ提出する
            </Button>
          )}
          {(appeal.state === 'filed' || appeal.state === 'examined') && (
            <Button onPress={() => setAsking('withdraw')}>申出を取り下げる</Button>
          )}
          <AppealPaperButton
            label={`${settings.appealTitles.appeal}をPDFにする`}
            make={async () => buildAppealModel(await fresh())}
          />
          {appeal.state === 'decided' && (
            <AppealPaperButton
              label={`${settings.appealTitles.result}をPDFにする`}
              make={async () => buildResultModel(await fresh())}
            />
          )}
        </div>
      </div>
      <Dialog
        title={asking === 'withdraw' ? '申出を取り下げますか' : '職員課へ提出しますか'}
        isOpen={asking !== null}
        mustAnswer
        onOpenChange={(open) => !open && setAsking(null)}
        actions={
          <>
            <Button onPress={() => setAsking(null)}>やめる</Button>
            <Button
              look="primary"
              onPress={() => {
                const isFiling = asking === 'file';
                setAsking(null);
                run(() =>
                  isFiling
                    ? fileAppeal(store, appeal.id, localToday())
                    : withdrawAppeal(store, appeal.id),
                );
              }}
            >
              {asking === 'withdraw' ? '取り下げる' : '提出する'}
            </Button>
          </>
        }
      >
        <p>
          {asking === 'withdraw'
            ? '審査は行われなくなります。期限のうちであれば、もう一度申し出ることができます。'
            : '提出したあとは書き換えられません。申出の文が評価者に見えることはありません。'}
        </p>
      </Dialog>
    </Card>
  );
}

function TextPart({ title, text }: { title: string; text: string }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-bold">{title}</h3>
      <p className="whitespace-pre-wrap">{text}</p>
    </div>
  );
}
