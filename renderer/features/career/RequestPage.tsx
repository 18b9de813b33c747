import { useState } from 'react';
import { fiscalYearName, fiscalYearOf } from '../../../shared/domain/period/fiscal-year';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { deleteDraft, handIn, startRequest, takeBack } from '../../data/placement-commands';
import { loadOwnRequest, type OwnRequestView } from '../../data/placement-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { CareerNav } from './CareerNav';
import { ConsiderationForm } from './ConsiderationForm';
import { RequestForm } from './RequestForm';
import { RequestWords } from './RequestWords';

/** My own 配属希望申告 of a year. */
export function RequestPage() {
  const thisYear = fiscalYearOf(localToday());
  const [year, setYear] = useState(thisYear);
  const view = useLiveQuery(
    (store) => Promise.resolve(loadOwnRequest(store, { fiscalYear: year, today: localToday() })),
    [year],
  );
  const years = view.state === 'ready' ? view.value.years : [];
  const choices = [...new Set([thisYear, ...years])].toSorted((left, right) => right - left);
  return (
    <div className="page-width flex flex-col gap-4">
      <CareerNav />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-2xl font-bold">配属希望申告</h1>
        <SelectField
          label="年度"
          className="w-40"
          options={choices.map((one) => ({ value: String(one), label: fiscalYearName(one) }))}
          value={String(year)}
          onChange={(chosen) => setYear(Number(chosen))}
        />
      </div>
      {view.state === 'loading' && <Spinner label="申告を読んでいます" />}
      {view.state === 'failed' && <ErrorNotice problem={problemOf(view.error)} />}
      {view.state === 'ready' && (
        <OwnRequest key={`${view.value.me} ${view.value.request?.id ?? ''}`} view={view.value} />
      )}
    </div>
  );
}

function OwnRequest({ view }: { view: OwnRequestView }) {
  const store = useStore();
  const [failure, setFailure] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const { request, consideration, fiscalYear, units } = view;

  async function run(work: () => Promise<unknown>) {
    setFailure(null);
    if (!(await flushAll())) return;
    await work().catch((error: unknown) => setFailure(problemOf(error)));
  }

  if (request === null) {
    return (
      <Card title={`${fiscalYearName(fiscalYear)}の申告は、まだありません`}>
        <p className="mb-3">
          これからの配属についての希望を、職員課に申告できます。所属長を通すか、職員課だけに封をして出すかは、あなたが選びます。
        </p>
        {failure !== null && <ErrorNotice problem={failure} />}
        <Button look="primary" onPress={() => void run(() => startRequest(store, fiscalYear))}>
          申告を書き始める
        </Button>
      </Card>
    );
  }
  const isDraft = request.state === 'draft';
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 rounded-12 border border-solid-gray-200 bg-white px-5 py-3">
        <Badge tone={isDraft ? 'neutral' : 'success'}>{isDraft ? '下書き' : '提出済み'}</Badge>
        <p className="mr-auto text-sm">
          {isDraft ? 'この申告は、あなただけが読めます。' : handedInWords(request)}
        </p>
        {!isDraft && <Button onPress={() => setAsking(true)}>取り下げて書き直す</Button>}
      </div>
      {isDraft ? (
        <>
          <RequestForm key={`form ${request.id}`} request={request} view={view} />
          <ConsiderationForm key={`note ${request.id}`} view={view} request={request} />
        </>
      ) : (
        <Card title="申告した内容">
          <RequestWords request={request} consideration={consideration} units={units} />
        </Card>
      )}
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      <Dialog
        title="申告を取り下げますか"
        isOpen={asking}
        onOpenChange={setAsking}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button
              look="primary"
              onPress={() => {
                setAsking(false);
                void run(() => takeBack(store, request.id));
              }}
            >
              取り下げる
            </Button>
          </>
        }
      >
        <p>
          取り下げると下書きに戻り、提出し直すまで、あなたのほかはだれも読めません。内容は残ります。職員課が面談の記録を書いたあとは、取り下げられません。
        </p>
      </Dialog>
      <Dialog
        title="下書きを削除しますか"
        isOpen={deleting}
        onOpenChange={setDeleting}
        mustAnswer
        actions={
          <>
            <Button onPress={() => setDeleting(false)}>やめる</Button>
            <Button
              look="primary"
              onPress={() => {
                setDeleting(false);
                void run(() => deleteDraft(store, request.id));
              }}
            >
              削除する
            </Button>
          </>
        }
      >
        <p>申告の下書きと、配慮してほしい事情を消します。元に戻せません。</p>
      </Dialog>
      {isDraft && (
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onPress={() => void run(() => handIn(store, request.id))}>
            職員課に提出する
          </Button>
          <Button onPress={() => setDeleting(true)}>下書きを削除する</Button>
        </div>
      )}
    </>
  );
}

function handedInWords({ handedInOn, route }: NonNullable<OwnRequestView['request']>): string {
  const day = handedInOn === null ? '' : `${formatWareki(handedInOn)}に提出しました。`;
  return route === 'sealed'
    ? `${day}読めるのは職員課だけです。上司の画面・ファイル・一覧には、申告があることも出ません。`
    : `${day}所属長と職員課が読めます。`;
}
