import { type ReactNode, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { IkuseiError } from '../../../shared/domain/errors';
import { initialValues } from '../../../shared/domain/form/form-plan';
import {
  exemptWords,
  isBlocked,
  noSheetReasons,
  noSheetWords,
} from '../../../shared/domain/hand-out/hand-out-preview';
import { formatWareki } from '../../../shared/domain/period/wareki';
import type { StaffMember } from '../../../shared/domain/staff/staff-member';
import { type HandedOut, handOut } from '../../data/hand-out-commands';
import { type HandOutState, loadHandOut } from '../../data/hand-out-queries';
import { saveOfficeSettings } from '../../data/office-settings';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CheckField } from '../../ui/CheckField';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { More, PlainTable } from '../../ui/PlainTable';
import { ProgressBar } from '../../ui/ProgressBar';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { HrNav } from './HrNav';
import { BackLink } from './PeriodPage';
import { PlanFaults } from './PlanFaults';
import { NumberSetting } from './SettingFields';

/** So many people are listed under a heading; nobody reads more. */
const MOST_LISTED = 200;

/** 配布: who gets which sheet, looked at first, then done in one go. */
export function HandOutPage() {
  const { periodId = '' } = useParams();
  const read = useLiveQuery((store) => loadHandOut(store, periodId), [periodId]);
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      {read.state === 'loading' && <Spinner label="配布する人を調べています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && <HandOut {...read.value} />}
    </div>
  );
}

type Progress = { done: number; total: number };

function HandOut(state: HandOutState) {
  const { period, plans, preview } = state;
  const store = useStore();
  const [included, setIncluded] = useState<readonly string[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [done, setDone] = useState<HandedOut | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const controller = useRef<AbortController | null>(null);
  const total = preview.ready.length + preview.exempt.length;

  async function start() {
    const stopper = new AbortController();
    controller.current = stopper;
    const { signal } = stopper;
    setDone(null);
    setCancelled(false);
    setFailure(null);
    // The forms as they were typed last.
    if (!(await flushAll())) return setFailure(problemOf(new IkuseiError('saveFailed')));
    setProgress({ done: 0, total });
    try {
      const onProgress = (written: number, all: number) =>
        setProgress({ done: written, total: all });
      setDone(await handOut(store, { periodId: period.id, included }, { onProgress, signal }));
    } catch (error) {
      const isCancelled = error instanceof IkuseiError && error.errorName === 'handOutCancelled';
      if (isCancelled) setCancelled(true);
      else setFailure(problemOf(error));
    }
    setProgress(null);
  }

  function run(work: Promise<unknown>) {
    work.catch((error: unknown) => setFailure(problemOf(error)));
  }

  return (
    <>
      <BackLink href={`/hr/periods/${period.id}`}>{period.name}</BackLink>
      <h1 className="text-2xl font-bold">{period.name}の配布</h1>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {done !== null && (
        <Notice tone="success" title={doneWords(done)} onClose={() => setDone(null)}>
          <p>
            <TextLink href="/sheets">人事評価の一覧で見る</TextLink>
          </p>
        </Notice>
      )}
      {cancelled && (
        <Notice tone="info" title="配布をやめました" onClose={() => setCancelled(false)}>
          <p>シートは一枚も作られていません。</p>
        </Notice>
      )}
      <PlanFaults periodId={period.id} faults={preview.faults.plans} plans={plans} />
      <PeriodFaults {...state} />
      <dl className="grid grid-cols-2 gap-3 min-[900px]:grid-cols-4">
        <Count term="シートを受け取る職員" count={preview.ready.length} />
        <Count term="評価の対象外の候補" count={preview.exempt.length} />
        <Count term="もうシートのある職員" count={preview.already.length} />
        <Count term="シートを受け取らない職員" count={preview.none.length} />
      </dl>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          isDisabled={progress !== null || isBlocked(preview) || total === 0}
          onPress={() => void start()}
        >
          {total === 0 ? '配布する職員はいません' : `${total}人に配布する`}
        </Button>
        {progress !== null && (
          <Button onPress={() => controller.current?.abort()}>配布をやめる</Button>
        )}
      </div>
      {progress !== null && (
        <ProgressBar
          label="配布の進み"
          value={progress.done}
          maximum={progress.total}
          valueLabel={`${progress.total} 人中 ${progress.done} 人`}
        />
      )}
      <Warnings {...state} onRun={run} />
      <Exempt {...state} included={included} onInclude={setIncluded} onRun={run} />
      <Lists {...state} />
    </>
  );
}

function doneWords({ sheets, exempt }: HandedOut): string {
  const aside = exempt === 0 ? '' : `評価の対象外として ${exempt}人を記録しました。`;
  return `${sheets}人にシートを配布しました。${aside}`;
}

function PeriodFaults({ period, preview }: HandOutState) {
  const faults = preview.faults.period;
  if (faults.length === 0) return null;
  return (
    <Notice tone="warning" title={`期限に、直すところが ${faults.length} か所あります`}>
      <ul className="list-disc pl-5">
        {faults.map(({ words }) => (
          <li key={words}>
            <TextLink href={`/hr/periods/${period.id}`}>{words}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Count({ term, count }: { term: string; count: number }) {
  return (
    <div className="rounded-12 border border-solid-gray-200 bg-white px-4 py-3">
      <dt className="text-sm text-solid-gray-700">{term}</dt>
      <dd>
        <span className="text-2xl font-bold">{count}</span> 人
      </dd>
    </div>
  );
}

type Running = { onRun: (work: Promise<unknown>) => void };

/** What to know before it is done, none of which stops it. */
function Warnings({ preview, plans, settings, own, unsettled, onRun }: HandOutState & Running) {
  const store = useStore();
  const { noFirstEvaluator, probationEnds, shortHours } = preview;
  const initial = plans.filter(
    ({ positionIds, reviewed }) => positionIds.length > 0 && reviewed.length < initialValues.length,
  );
  return (
    <Card title="配布の前に確かめること">
      <div className="flex flex-col gap-4">
        {unsettled > 0 && (
          <p>
            体系図の文言のうち {unsettled} 件が確認を待っています。
            <TextLink href="/hr/questions">文言を確かめる</TextLink>
          </p>
        )}
        {initial.length > 0 && (
          <p>「初期値」の残る様式があります：{initial.map(({ name }) => name).join('、')}</p>
        )}
        <SelectField
          label="職員課の職員のシートを扱う人"
          className="max-w-md"
          options={[
            { value: '', label: '決めない（職員課の全員）' },
            ...own.map(({ id, name, jobTitle }) => ({ value: id, label: `${name} ${jobTitle}` })),
          ]}
          value={settings.ownHandlerId ?? ''}
          onChange={(id) =>
            onRun(saveOfficeSettings(store, { ownHandlerId: id === '' ? null : id }))
          }
        />
        {preview.ownWithoutHandler.length > 0 && (
          <p>
            いまのまま配布すると、職員課の職員 {preview.ownWithoutHandler.length}
            人のシートを、職員課の全員が見られます。扱う人が本人や評価者のときに代わりに扱う人は、
            <TextLink href="/hr/office">職員課の設定</TextLink>で決めます。
          </p>
        )}
        {noFirstEvaluator.length > 0 && (
          <People title="一次評価者の決まっていない職員" people={noFirstEvaluator}>
            期首面談と一次評価の段階がないまま配布します。
          </People>
        )}
        {probationEnds.length > 0 && (
          <People
            title="この期間に条件付採用の終わる職員"
            people={probationEnds}
            wordsOf={(member) => `${dayWords(member.roster?.probationEndsOn)}まで`}
          >
            <TextLink href="/hr/periods/new">評価期間を加えて</TextLink>
            「特別評価」を選ぶと、この人たちだけを評価できます。
          </People>
        )}
        {shortHours.length > 0 && (
          <People
            title="短時間勤務の職員"
            people={shortHours}
            wordsOf={(member) => member.roster?.workingHours ?? ''}
          >
            個人目標の数と水準を、勤務時間に合わせてください。
          </People>
        )}
      </div>
    </Card>
  );
}

function dayWords(day: string | null | undefined): string {
  return day === null || day === undefined ? '' : formatWareki(day);
}

type ExemptProps = HandOutState &
  Running & { included: readonly string[]; onInclude: (included: string[]) => void };

function Exempt({ preview, settings, included, onInclude, onRun }: ExemptProps) {
  const store = useStore();
  return (
    <Card title="評価の対象外の候補">
      <div className="flex flex-col gap-3">
        <NumberSetting
          label="勤める月数がこれより少ない人"
          className="w-56"
          value={settings.leastMonths}
          most={12}
          whole
          onSave={(leastMonths) =>
            leastMonths !== null && onRun(saveOfficeSettings(store, { leastMonths }))
          }
        />
        {preview.exempt.length === 0 ? (
          <p>候補はいません。</p>
        ) : (
          <>
            <p className="text-sm text-solid-gray-700">
              評価の対象外として記録します。評価するときは、印を付けてください。あとから戻すこともできます。
            </p>
            <ul aria-label="評価の対象外の候補" className="flex flex-col gap-2">
              {preview.exempt.slice(0, MOST_LISTED).map((person) => (
                <li key={person.staff.id}>
                  <CheckField
                    label={`${person.staff.number} ${person.staff.name} を評価する`}
                    description={exemptWords(person)}
                    checked={included.includes(person.staff.id)}
                    onChange={(checked) => {
                      const others = included.filter((id) => id !== person.staff.id);
                      onInclude(checked ? [...others, person.staff.id] : others);
                    }}
                  />
                </li>
              ))}
            </ul>
            <More count={preview.exempt.length - MOST_LISTED} />
          </>
        )}
      </div>
    </Card>
  );
}

/** Everybody, under what happens to her. */
function Lists({ preview }: HandOutState) {
  const { ready, already, none } = preview;
  return (
    <Card title="全員の一覧">
      <div className="flex flex-col gap-1">
        {ready.length > 0 && (
          <Disclosure title={`シートを受け取る職員（${ready.length}人）`}>
            <PlainTable
              label="シートを受け取る職員"
              columns={['職員番号', '氏名', '職名', '様式']}
              rows={ready.slice(0, MOST_LISTED).map(({ staff, plan }) => ({
                key: staff.id,
                cells: [staff.number, staff.name, staff.jobTitle, plan.name],
              }))}
              more={ready.length - MOST_LISTED}
            />
          </Disclosure>
        )}
        {already.length > 0 && <People title="もうシートのある職員" people={already} />}
        {noSheetReasons.map((reason) => {
          const people = none.flatMap((one) => (one.reason === reason ? [one.staff] : []));
          return (
            people.length > 0 && (
              <People
                key={reason}
                title={`受け取らない：${noSheetWords[reason]}`}
                people={people}
              />
            )
          );
        })}
      </div>
    </Card>
  );
}

type PeopleProps = {
  title: string;
  people: readonly StaffMember[];
  wordsOf?: (member: StaffMember) => string;
  children?: ReactNode;
};

function People({ title, people, wordsOf, children }: PeopleProps) {
  return (
    <Disclosure title={`${title}（${people.length}人）`}>
      {children !== undefined && <p>{children}</p>}
      <ul className="columns-1 gap-6 text-sm min-[900px]:columns-2">
        {people.slice(0, MOST_LISTED).map((member) => (
          <li key={member.id} className="py-0.5">
            {member.number} {member.name}
            <span className="ml-2 text-solid-gray-700">{wordsOf?.(member) ?? member.jobTitle}</span>
          </li>
        ))}
      </ul>
      <More count={people.length - MOST_LISTED} />
    </Disclosure>
  );
}
