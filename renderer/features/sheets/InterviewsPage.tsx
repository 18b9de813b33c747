import { useEffect, useEffectEvent, useState } from 'react';
import { useParams } from 'react-router';
import { IkuseiError } from '../../../shared/domain/errors';
import type { AgendaTopic } from '../../../shared/domain/interview/agenda';
import { isResultKnown } from '../../../shared/domain/interview/interview-rules';
import { interviewLabels } from '../../../shared/domain/interview/interview-words';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { safeFileName } from '../../../shared/domain/text/safe-file-name';
import { buildInterviewRecordModel } from '../../../shared/print/build-office-paper';
import { agreeInterview } from '../../data/interview-commands';
import {
  type InterviewPlan,
  type InterviewRecord,
  type InterviewsView,
  loadInterviews,
} from '../../data/interview-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localNow, toLocalIso } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { type PaperOutcome, savePaper, showSaved } from '../../platform/save-paper';
import { flushAll } from '../../state/save-state';
import { type RecordEdit, useEdits } from '../../state/use-edits';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { PaperButton } from '../../ui/PaperButton';
import { Spinner } from '../../ui/Spinner';
import { EditUndo } from './EditUndo';
import { InterviewForm, talkFields } from './InterviewForm';
import { OtherPeopleNav } from './OtherPeopleNav';
import { SheetTabs } from './SheetTabs';
import { sheetActionOf } from './sheet-shortcuts';
import { type OtherPeople, useOtherPeople } from './use-other-people';

/** 評価者面談 about one sheet: 期首・期中・期末, each with its agenda and its record. */
export function InterviewsPage() {
  const { sheetId = '' } = useParams();
  const result = useLiveQuery((store) => loadInterviews(store, sheetId), [sheetId]);
  if (result.state === 'loading') return <Spinner label="面談の記録を開いています" />;
  if (result.state === 'failed') {
    return (
      <div className="page-width flex flex-col items-start gap-4">
        <h1 className="text-2xl font-bold">この面談の記録は開けません</h1>
        <ErrorNotice problem={problemOf(result.error)} className="w-full" />
        <LinkButton href="/sheets">人事評価の一覧へ</LinkButton>
      </div>
    );
  }
  return <OpenInterviews key={`${sheetId} ${result.value.me}`} view={result.value} />;
}

function OpenInterviews({ view }: { view: InterviewsView }) {
  const { id: sheetId, staff } = view.sheet;
  const others = useOtherPeople(view.sheet, view.me, null);
  usePersonKeys(others);
  const edits = useEdits();
  const isOwn = view.viewer.includes('employee');
  return (
    <div className="page-width flex flex-col gap-5">
      <header className="flex flex-col gap-0.5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="text-sm text-solid-gray-700">
            {view.period.name} ／ {staff.orgUnitPath.join(' ')}
          </p>
          {others !== null && <OtherPeopleNav others={others} />}
        </div>
        <h1 className="text-2xl font-bold">{staff.name} さんの評価者面談</h1>
      </header>
      <SheetTabs
        sheetId={sheetId}
        staffId={view.sheet.staffId}
        current="interviews"
        mayAppeal={isOwn && isResultKnown(view.sheet)}
      />
      {view.plans.some(({ mayWrite }) => mayWrite) && (
        <EditUndo edits={edits} fields={talkFields} />
      )}
      {view.plans.map((plan) => (
        <Card key={plan.kind} title={interviewLabels[plan.kind]}>
          <PlanContent view={view} plan={plan} onEdit={edits.record} />
        </Card>
      ))}
    </div>
  );
}

/** The sheet's keys from person to person lead from talk to talk here. */
function usePersonKeys(others: OtherPeople | null): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const action = sheetActionOf(event);
    if (others === null || (action !== 'nextPerson' && action !== 'previousPerson')) return;
    event.preventDefault();
    others.goTo(action === 'nextPerson' ? 1 : -1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

type PlanContentProps = { view: InterviewsView; plan: InterviewPlan; onEdit: RecordEdit };

function PlanContent({ view, plan, onEdit }: PlanContentProps) {
  const mine = plan.records.find((record) => record.mine) ?? null;
  const others = plan.records.filter((record) => !record.mine);
  return (
    <div className="grid grid-cols-1 items-start gap-6 min-[1100px]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <Agenda topics={plan.agenda} words={emptyAgendaWords(view, plan)} />
      <div className="flex min-w-0 flex-col gap-5">
        {plan.mayWrite && (
          <InterviewForm
            sheetId={view.sheet.id}
            plan={plan}
            onEdit={onEdit}
            stored={mine === null ? null : mine.interview}
          />
        )}
        {mine !== null && (
          <>
            {!plan.mayWrite && <RecordText record={mine} />}
            <RecordFoot view={view} plan={plan} record={mine} />
          </>
        )}
        {others.map((record) => (
          <div key={record.interview.id} className="flex flex-col gap-3">
            <RecordText record={record} />
            <RecordFoot view={view} plan={plan} record={record} />
          </div>
        ))}
        {!plan.mayWrite && plan.records.length === 0 && (
          <p className="text-solid-gray-700">{emptyWords(view, plan)}</p>
        )}
      </div>
    </div>
  );
}

function emptyWords(view: InterviewsView, { kind }: InterviewPlan): string {
  if (!view.viewer.includes('employee')) return 'まだ記録はありません。';
  return kind === 'end' && !isResultKnown(view.sheet)
    ? '期末面談の記録は、結果の開示のあとに読めます。'
    : '評価者が面談日を入れて記録すると、ここで読めます。';
}

function emptyAgendaWords(view: InterviewsView, { kind }: InterviewPlan): string {
  return kind === 'end' && !isResultKnown(view.sheet)
    ? '結果と育成の話題は、開示のあとにここへ並びます。'
    : 'シートに書かれたことが、ここへ並びます。';
}

function Agenda({ topics, words }: { topics: readonly AgendaTopic[]; words: string }) {
  return (
    <div className="flex flex-col gap-2 rounded-8 bg-solid-gray-50 px-4 py-3 text-sm">
      <h3 className="font-bold">議題</h3>
      {topics.length === 0 && <p className="text-solid-gray-700">{words}</p>}
      <ul className="flex flex-col gap-2.5">
        {topics.map(({ title, lines }) => (
          <li key={title}>
            <p className="font-bold">{title}</p>
            {lines.map((line) => (
              <p key={line} className="whitespace-pre-wrap">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RecordText({ record: { interview, evaluatorName } }: { record: InterviewRecord }) {
  const day = interview.heldOn === null ? '日付は未記入' : formatWareki(interview.heldOn);
  const length = interview.minutes === null ? '' : `（${interview.minutes}分）`;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-solid-gray-700">
        {day}
        {length}　記録：{evaluatorName}
      </p>
      <p className="whitespace-pre-wrap">{interview.text}</p>
    </div>
  );
}

type RecordFootProps = { view: InterviewsView; plan: InterviewPlan; record: InterviewRecord };

/** Who has said that the record is right, and the paper of it. */
function RecordFoot({ view, plan, record }: RecordFootProps) {
  const store = useStore();
  const [failure, setFailure] = useState<Problem | null>(null);
  const { interview } = record;
  const agreed = {
    employee: agreedOn(record, view.sheet.staffId),
    evaluator: agreedOn(record, interview.evaluatorId),
  };

  async function agree() {
    setFailure(null);
    if (!(await flushAll())) return;
    try {
      await agreeInterview(store, { id: interview.id, seen: await asSeen(record) });
    } catch (error) {
      setFailure(problemOf(error));
    }
  }

  /** My own record is what I have typed; another's is what stands on my screen. */
  async function asSeen({ mine, interview: shown }: InterviewRecord) {
    if (!mine) return shown;
    const { plans } = await loadInterviews(store, view.sheet.id);
    const stored = plans
      .flatMap(({ records }) => records)
      .find((one) => one.interview.id === shown.id);
    if (stored === undefined) throw new IkuseiError('recordMissing');
    return stored.interview;
  }

  async function save(missingAllowed: boolean): Promise<PaperOutcome> {
    if (!(await flushAll())) return { kind: 'cancelled' };
    const fresh = await asSeen(record).catch(() => interview);
    const { staff } = view.sheet;
    const label = interviewLabels[plan.kind];
    return savePaper(
      {
        purpose: 'interview',
        suggestedName: safeFileName(`${label}_${staff.number}_${staff.name.replace(/\s/gu, '')}`),
        model: buildInterviewRecordModel({
          sheet: view.sheet,
          period: view.period,
          interview: fresh,
          evaluatorName: record.evaluatorName,
          agenda: plan.agenda,
          agreed,
          printedAt: localNow(),
          sample: store.dataSet === 'sample',
        }),
      },
      missingAllowed,
    );
  }

  return (
    <div className="flex flex-col gap-3 border-t border-solid-gray-200 pt-3">
      {interview.agreementsLapsed && (
        <Notice tone="warning" title="内容が変わりました">
          <p>前の「内容を確かめました」は取り消されました。もう一度、二人で確かめてください。</p>
        </Notice>
      )}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Agreement who="本人" day={agreed.employee} />
        <Agreement who="評価者" day={agreed.evaluator} />
      </dl>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      <div className="flex flex-wrap items-start gap-3">
        {record.mayAgree && <Button onPress={() => void agree()}>内容を確かめました</Button>}
        <PaperButton
          label="記録をPDFにする"
          onSave={save}
          onShow={(file, what) => {
            showSaved(file, what).catch((error: unknown) => setFailure(problemOf(error)));
          }}
        />
      </div>
    </div>
  );
}

function Agreement({ who, day }: { who: string; day: string }) {
  return (
    <div className="flex gap-2">
      <dt className="text-solid-gray-700">{who}</dt>
      <dd>{day === '' ? 'まだ確かめていません' : `${formatWareki(day)}に確かめました`}</dd>
    </div>
  );
}

function agreedOn({ interview }: InterviewRecord, staffId: string): string {
  const agreement = interview.agreements.find((one) => one.staffId === staffId);
  return agreement === undefined ? '' : toLocalIso(new Date(agreement.agreedAt)).slice(0, 10);
}
