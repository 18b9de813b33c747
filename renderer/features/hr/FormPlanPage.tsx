import { type ReactNode, useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import {
  type FormPlanPatch,
  type ScaleRow,
  scaleRowsOf,
} from '../../../shared/domain/form/change-form-plan';
import {
  type FormPlan,
  type InitialValue,
  type ScoredSection,
  scoredSections,
} from '../../../shared/domain/form/form-plan';
import {
  type FormPlanFault,
  faultsOfPlan,
  formPlanFaults,
  type PlanPlace,
  sectionWords,
} from '../../../shared/domain/form/form-plan-faults';
import type { Framework } from '../../../shared/domain/framework/framework';
import { changePlan, confirmPlanScoring, reviewPlanValue } from '../../data/form-plan-commands';
import { loadPeriodPlan, type PeriodPlan } from '../../data/hand-out-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { type Problem, problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CheckField } from '../../ui/CheckField';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { BlankForms } from './BlankForms';
import { HrNav } from './HrNav';
import { BackLink } from './PeriodPage';
import { cellLook } from './PlainTable';
import { PlanFaults } from './PlanFaults';
import { NumberSetting, TextSetting } from './SettingFields';

/** One form as 職員課 plans it. What is changed is kept when its field is left. */
export function FormPlanPage() {
  const { periodId = '', planId = '' } = useParams();
  const read = useLiveQuery((store) => loadPeriodPlan(store, periodId), [periodId]);
  const plan = read.state === 'ready' ? read.value.plans.find(({ id }) => id === planId) : null;
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      {read.state === 'loading' && <Spinner label="様式を読んでいます" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && (
        <BackLink href={`/hr/periods/${periodId}`}>{read.value.period.name}</BackLink>
      )}
      {plan === undefined && <p>この様式は、もうありません。</p>}
      {read.state === 'ready' && plan !== null && plan !== undefined && (
        <PlanEditor {...read.value} plan={plan} />
      )}
    </div>
  );
}

type Editing = {
  plan: FormPlan;
  framework: Framework | undefined;
  change: (patch: FormPlanPatch) => void;
  review: (value: InitialValue) => void;
};

function PlanEditor({ period, plans, frameworkSet, plan }: PeriodPlan & { plan: FormPlan }) {
  const store = useStore();
  const [failure, setFailure] = useState<Problem | null>(null);
  const { frameworks } = frameworkSet.tables;
  const faults = formPlanFaults(plans, frameworks).filter(
    ({ planId }) => planId === plan.id || planId === null,
  );
  useGoToPlace();

  function run(work: Promise<unknown>) {
    setFailure(null);
    work.catch((error: unknown) => setFailure(problemOf(error)));
  }

  const editing: Editing = {
    plan,
    framework: frameworks.find(({ id }) => id === plan.frameworkId),
    change: (patch) => run(changePlan(store, plan.id, patch)),
    review: (value) => run(reviewPlanValue(store, plan.id, value)),
  };
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">様式：{plan.name}</h1>
        <p className="text-sm text-solid-gray-700">
          欄を離れると保存します。「初期値」の印は、直すか「この値でよい」を押すと消えます。配布したシートは、ここを直しても変わりません。
        </p>
      </div>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      <PlanFaults periodId={period.id} faults={faults} plans={plans} />
      <Names {...editing} />
      <Positions {...editing} />
      <Steps {...editing} />
      <Sections {...editing} />
      <GoalCount {...editing} />
      <ScaleTable {...editing} />
      <Adjustments {...editing} />
      <Scoring plan={plan} faults={faultsOfPlan(plan, frameworks)} onRun={run} />
      <BlankForms period={period} plan={plan} frameworkSet={frameworkSet} />
    </>
  );
}

function placeId(place: PlanPlace): string {
  return `plan-${place}`;
}

/** A link to a fault brings its fields into sight, and the keyboard with them. */
function useGoToPlace() {
  const { search, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link may be pressed again
  useEffect(() => {
    const at = new URLSearchParams(search).get('at');
    const element = at === null ? null : document.getElementById(`plan-${at}`);
    if (element === null) return;
    element.scrollIntoView({ block: 'start' });
    element.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true });
  }, [search, key]);
}

type PlaceProps = {
  place: PlanPlace | null;
  title: string;
  /** The values in it that may still be 「初期値」. */
  values?: readonly InitialValue[];
  children: ReactNode;
} & Pick<Editing, 'plan' | 'review'>;

function Place({ place, title, values = [], plan, review, children }: PlaceProps) {
  const initial = values.filter((value) => !plan.reviewed.includes(value));
  return (
    <div {...(place !== null && { id: placeId(place) })} className="scroll-mt-4">
      <Card
        title={title}
        aside={
          initial.length > 0 ? (
            <span className="flex items-center gap-2">
              <Badge tone="info">初期値</Badge>
              <Button
                size="small"
                aria-label={`${title}は、この値でよい`}
                onPress={() => {
                  for (const value of initial) review(value);
                }}
              >
                この値でよい
              </Button>
            </span>
          ) : null
        }
      >
        <div className="flex flex-col gap-4">{children}</div>
      </Card>
    </div>
  );
}

const titleLabels: Readonly<Record<keyof FormPlan['sectionTitles'], string>> = {
  goals: '実績の見出し',
  ability: '能力の見出し',
  conduct: '意識・行動の見出し',
  development: '育成の見出し',
  overall: '総合所見の見出し',
};

function Names({ plan, change, review }: Editing) {
  return (
    <Place place="names" title="様式名と見出し" values={['formNumber']} plan={plan} review={review}>
      <div className="grid grid-cols-1 items-start gap-4 min-[800px]:grid-cols-3">
        <TextSetting
          label="様式の呼び名（職員課だけが見ます）"
          value={plan.name}
          onSave={(name) => change({ name })}
        />
        <TextSetting label="様式名" value={plan.title} onSave={(title) => change({ title })} />
        <TextSetting
          label="様式番号"
          value={plan.formNumber}
          onSave={(formNumber) => change({ formNumber })}
        />
        {Object.entries(titleLabels).map(([key, label]) => (
          <TextSetting
            key={key}
            label={label}
            value={plan.sectionTitles[key as keyof FormPlan['sectionTitles']]}
            onSave={(text) => change({ sectionTitles: { ...plan.sectionTitles, [key]: text } })}
          />
        ))}
      </div>
    </Place>
  );
}

function Positions({ plan, framework, change, review }: Editing) {
  return (
    <Place place="positions" title="この様式を使う職位" plan={plan} review={review}>
      <p className="text-sm text-solid-gray-700">
        {framework?.name ?? plan.frameworkId}の職位です。どの職位も、一つの様式だけに入れます。
      </p>
      <div className="grid grid-cols-1 gap-3 min-[640px]:grid-cols-2 min-[1000px]:grid-cols-4">
        {(framework?.positions ?? []).map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            checked={plan.positionIds.includes(id)}
            onChange={(checked) => {
              const others = plan.positionIds.filter((one) => one !== id);
              change({ positionIds: checked ? [...others, id] : others });
            }}
          />
        ))}
      </div>
    </Place>
  );
}

function Steps({ plan, change, review }: Editing) {
  const { steps, disclosedColumns } = plan;
  return (
    <Place place="steps" title="段階と開示" plan={plan} review={review}>
      <CheckField
        label="二次評価をする"
        checked={steps.secondEvaluation}
        onChange={(secondEvaluation) => change({ steps: { ...steps, secondEvaluation } })}
      />
      <CheckField
        label="調整をする"
        description="調整は、はじめは使いません。"
        checked={steps.leveling}
        onChange={(leveling) => change({ steps: { ...steps, leveling } })}
      />
      <CheckField
        label="一次評価を本人に開示する"
        checked={disclosedColumns.first}
        onChange={(first) => change({ disclosedColumns: { ...disclosedColumns, first } })}
      />
      <CheckField
        label="二次評価を本人に開示する"
        checked={disclosedColumns.second}
        onChange={(second) => change({ disclosedColumns: { ...disclosedColumns, second } })}
      />
    </Place>
  );
}

function Sections({ plan, change, review }: Editing) {
  const weights = plan.scoring.sectionWeights;
  const sum = scoredSections.reduce((total, section) => total + weights[section], 0);
  const shownSum = Math.round(sum * 1000) / 1000;
  const set = (section: ScoredSection, weight: number) =>
    change({ weights: { ...weights, [section]: weight } });
  return (
    <Place place="sections" title="区分と割合" values={['weights']} plan={plan} review={review}>
      <div className="flex flex-col gap-3">
        {scoredSections.map((section) => (
          <div key={section} className="flex flex-wrap items-end gap-4">
            <NumberSetting
              label={`${sectionWords[section]}の割合（％）`}
              className="w-44"
              value={weights[section]}
              most={100}
              onSave={(weight) => weight !== null && set(section, weight)}
            />
            <div className="pb-2.5">
              <CheckField
                label={`${sectionWords[section]}を使う`}
                checked={plan.sections[section]}
                onChange={(isUsed) => change({ sections: { ...plan.sections, [section]: isUsed } })}
              />
            </div>
          </div>
        ))}
      </div>
      <p role="status" className={`text-sm ${shownSum === 100 ? '' : 'font-bold text-error-2'}`}>
        合計 {shownSum}％{shownSum !== 100 && '　100％にします。'}
      </p>
    </Place>
  );
}

function GoalCount({ plan, change, review }: Editing) {
  const { goalCount } = plan;
  const set = (part: Partial<FormPlan['goalCount']>) =>
    change({ goalCount: { ...goalCount, ...part } });
  return (
    <Place
      place="goalCount"
      title="個人目標の数"
      values={['goalCount']}
      plan={plan}
      review={review}
    >
      <div className="flex flex-wrap gap-4">
        <NumberSetting
          label="少なくとも"
          className="w-36"
          value={goalCount.least}
          most={30}
          whole
          onSave={(least) => least !== null && set({ least })}
        />
        <NumberSetting
          label="多くても"
          className="w-36"
          value={goalCount.most}
          most={30}
          whole
          onSave={(most) => most !== null && most > 0 && set({ most })}
        />
      </div>
    </Place>
  );
}

/** A sixth step stands below the others. */
const sixthStep: ScaleRow = {
  rating: 'E',
  meaning: '求められた役割を果たさなかった',
  points: 0,
  atLeast: 0,
};

function ScaleTable({ plan, change, review }: Editing) {
  const rows = scaleRowsOf(plan);
  const set = (at: number, part: Partial<ScaleRow>) =>
    change({ scaleRows: rows.map((row, index) => (index === at ? { ...row, ...part } : row)) });
  return (
    <Place
      place="scale"
      title="評語の尺度"
      values={['scale', 'thresholds']}
      plan={plan}
      review={review}
    >
      <SelectField
        label="段階の数"
        className="w-36"
        options={[
          { value: '5', label: '5段階' },
          { value: '6', label: '6段階' },
        ]}
        value={String(rows.length)}
        onChange={(count) => {
          if (count === '6' && rows.length < 6) change({ scaleRows: [...rows, sixthStep] });
          if (count === '5') change({ scaleRows: rows.slice(0, 5) });
        }}
      />
      <div id={placeId('thresholds')} className="overflow-x-auto p-0.5">
        <table aria-label="評語の尺度" className="w-full min-w-2xl border-collapse">
          <thead>
            <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
              <th scope="col" className={`${cellLook} w-24`}>
                評語
              </th>
              <th scope="col" className={cellLook}>
                文言
              </th>
              <th scope="col" className={`${cellLook} w-28`}>
                評点
              </th>
              <th scope="col" className={`${cellLook} w-36`}>
                合計がこの点以上
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // The rows have no name of their own while a letter is changed.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at} className="border-b border-solid-gray-100">
                <td className={cellLook}>
                  <TextSetting
                    label={`${at + 1}段目の評語`}
                    labelHidden
                    value={row.rating}
                    onSave={(text) => {
                      const rating = text.trim().slice(0, 8);
                      if (rating !== '') set(at, { rating });
                    }}
                  />
                </td>
                <td className={cellLook}>
                  <TextSetting
                    label={`${row.rating}の文言`}
                    labelHidden
                    value={row.meaning}
                    onSave={(meaning) => set(at, { meaning })}
                  />
                </td>
                <td className={cellLook}>
                  <NumberSetting
                    label={`${row.rating}の評点`}
                    labelHidden
                    value={row.points}
                    most={1000}
                    optional
                    onSave={(points) => set(at, { points })}
                  />
                </td>
                <td className={cellLook}>
                  <NumberSetting
                    label={`${row.rating}になる合計`}
                    labelHidden
                    value={row.atLeast}
                    most={1000}
                    optional
                    onSave={(atLeast) => set(at, { atLeast })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-solid-gray-700">
        尺度の第{plan.scale.version}版です。直すと次の版になり、配布したシートは前の版のままです。
      </p>
    </Place>
  );
}

function Adjustments({ plan, change, review }: Editing) {
  const { difficulty, challenge } = plan.scoring;
  const set = (part: Partial<NonNullable<FormPlanPatch['adjustments']>>) =>
    change({ adjustments: { difficulty, challenge, ...part } });
  return (
    <Place place={null} title="困難度と挑戦" values={['adjustments']} plan={plan} review={review}>
      <div className="flex flex-wrap gap-4">
        <NumberSetting
          label="困難度◎に足す点"
          className="w-44"
          value={difficulty.high}
          most={1000}
          onSave={(high) => high !== null && set({ difficulty: { ...difficulty, high } })}
        />
        <NumberSetting
          label="困難度△から引く点"
          className="w-44"
          value={difficulty.low}
          most={1000}
          onSave={(low) => low !== null && set({ difficulty: { ...difficulty, low } })}
        />
        <NumberSetting
          label="上位職相当への挑戦に足す点"
          className="w-56"
          value={challenge}
          most={1000}
          onSave={(points) => points !== null && set({ challenge: points })}
        />
      </div>
    </Place>
  );
}

const scoringPlaces: readonly PlanPlace[] = ['sections', 'scale', 'thresholds'];

type ScoringProps = {
  plan: FormPlan;
  faults: readonly FormPlanFault[];
  onRun: (work: Promise<unknown>) => void;
};

function Scoring({ plan, faults, onRun }: ScoringProps) {
  const store = useStore();
  const [asking, setAsking] = useState(false);
  const isWrong = faults.some(({ place }) => scoringPlaces.includes(place));
  return (
    <Card
      title="点数の確定"
      aside={
        plan.scoring.confirmed ? (
          <Badge tone="success">確定済み</Badge>
        ) : (
          <Badge tone="warning">まだ確定していません</Badge>
        )
      }
    >
      <div className="flex flex-col items-start gap-3">
        <p>
          {plan.scoring.confirmed
            ? '割合、評点、基準、困難度と挑戦の点から、総合の評語の候補を示します。どれかを直すと、確定は外れます。'
            : '確定するまで、この様式のシートでは総合の評語の候補を示しません。'}
        </p>
        {!plan.scoring.confirmed && (
          <Button isDisabled={isWrong} onPress={() => setAsking(true)}>
            点数を確定する
          </Button>
        )}
        {isWrong && <p className="text-sm">割合、評点、基準を直すと、確定できます。</p>}
      </div>
      <Dialog
        title="点数を確定しますか"
        isOpen={asking}
        onOpenChange={setAsking}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button
              look="primary"
              onPress={() => {
                setAsking(false);
                onRun(confirmPlanScoring(store, plan.id));
              }}
            >
              確定する
            </Button>
          </>
        }
      >
        <p>
          これから配布するこの様式のシートで、評価者に総合の評語の候補を示すようになります。候補は参考で、評語は評価者が決めます。
        </p>
        <p>
          割合、評点、基準、困難度と挑戦の「初期値」の印も消えます。配布済みのシートは変わりません。
        </p>
      </Dialog>
    </Card>
  );
}
