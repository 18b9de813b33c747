import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import {
  type FormPlan,
  type ScoredSection,
  scoredSections,
} from '../../../shared/domain/form/form-plan';
import {
  faultsOfPlan,
  formPlanFaults,
  sectionWords,
} from '../../../shared/domain/form/form-plan-faults';
import { changePlan, reviewPlanValue } from '../../data/form-plan-commands';
import { loadPeriodPlan, type PeriodPlan } from '../../data/hand-out-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { type Problem, problemOf } from '../../platform/problem';
import { CheckChips } from '../../ui/CheckChips';
import { CheckField } from '../../ui/CheckField';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { BlankForms } from './BlankForms';
import { type Editing, Place } from './FormPlanPlace';
import { Adjustments, ScaleTable, Scoring } from './FormPlanScoring';
import { HrNav } from './HrNav';
import { BackLink } from './PeriodPage';
import { PlanFaults } from './PlanFaults';
import { planAutosave } from './plan-autosave';
import { NumberSetting, TextSetting } from './SettingFields';

/** One form as 職員課 plans it. What is typed is kept as it is typed. */
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
    // After what was typed a moment ago.
    change: (patch) =>
      run(
        planAutosave(store)
          .flush()
          .then(() => changePlan(store, plan.id, patch)),
      ),
    type: (field, text, patch) =>
      planAutosave(store).change({ planId: plan.id, field, text, patch }),
    review: (value) => run(reviewPlanValue(store, plan.id, value)),
  };
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">様式：{plan.name}</h1>
        <p className="text-sm text-solid-gray-700">
          入力すると保存します。「初期値」の印は、直すか「この値でよい」を押すと消えます。配布したシートは、ここを直しても変わりません。
        </p>
      </div>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      <PlanFaults periodId={period.id} faults={faults} plans={plans} />
      <Names {...editing} />
      <Positions {...editing} />
      <Steps {...editing} />
      <Sections {...editing} />
      <ExcludedItems {...editing} />
      <GoalCount {...editing} />
      <ScaleTable {...editing} />
      <Adjustments {...editing} />
      <Scoring plan={plan} faults={faultsOfPlan(plan, frameworks)} onRun={run} />
      <BlankForms period={period} plan={plan} frameworkSet={frameworkSet} />
    </>
  );
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

const titleLabels: Readonly<Record<keyof FormPlan['sectionTitles'], string>> = {
  goals: '実績の見出し',
  ability: '能力の見出し',
  conduct: '意識・行動の見出し',
  development: '育成の見出し',
  overall: '総合所見の見出し',
};

function Names({ plan, type, review }: Editing) {
  return (
    <Place place="names" title="様式名と見出し" values={['formNumber']} plan={plan} review={review}>
      <div className="grid grid-cols-1 items-start gap-4 min-[800px]:grid-cols-3">
        <TextSetting
          label="様式の呼び名（職員課だけが見ます）"
          value={plan.name}
          onSave={(name) => type('様式の呼び名', name, { name })}
        />
        <TextSetting
          label="様式名"
          value={plan.title}
          onSave={(title) => type('様式名', title, { title })}
        />
        <TextSetting
          label="様式番号"
          value={plan.formNumber}
          onSave={(formNumber) => type('様式番号', formNumber, { formNumber })}
        />
        {Object.entries(titleLabels).map(([key, label]) => (
          <TextSetting
            key={key}
            label={label}
            value={plan.sectionTitles[key as keyof FormPlan['sectionTitles']]}
            onSave={(text) =>
              type(label, text, ({ sectionTitles }) => ({
                sectionTitles: { ...sectionTitles, [key]: text },
              }))
            }
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

function Sections({ plan, change, type, review }: Editing) {
  const weights = plan.scoring.sectionWeights;
  const sum = scoredSections.reduce((total, section) => total + weights[section], 0);
  const shownSum = Math.round(sum * 1000) / 1000;
  const set = (section: ScoredSection, weight: number) =>
    type(`${sectionWords[section]}の割合`, String(weight), ({ scoring }) => ({
      weights: { ...scoring.sectionWeights, [section]: weight },
    }));
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

const itemLabels = { ability: '点数に入れない能力', conduct: '点数に入れない意識・行動' } as const;

/** Rated all the same, and shown in 計算の内訳 as what it is. */
function ExcludedItems({ plan, framework, change, review }: Editing) {
  const items = framework?.items ?? [];
  const chosen = plan.scoring.excludedItems ?? [];
  const kinds = (['ability', 'conduct'] as const).filter(
    (kind) => plan.sections[kind] && items.some((item) => item.kind === kind),
  );
  if (kinds.length === 0) return null;
  return (
    <Place place={null} title="点数に入れない項目" plan={plan} review={review}>
      <p className="text-sm text-solid-gray-700">
        選んだ項目も評価しますが、合計の点数には入れません。この様式を使う人すべてに当てはまり、計算の内訳には「点数に入れない項目」と出ます。
      </p>
      {kinds.map((kind) => {
        const own = items.filter((item) => item.kind === kind);
        const isOwn = (id: string) => own.some((item) => item.id === id);
        return (
          <CheckChips
            key={kind}
            label={itemLabels[kind]}
            chips={own.map(({ id, name }) => ({ id, label: name }))}
            chosen={chosen.filter(isOwn)}
            onChange={(ids) =>
              change({ excludedItems: [...chosen.filter((id) => !isOwn(id)), ...ids] })
            }
          />
        );
      })}
    </Place>
  );
}

function GoalCount({ plan, type, review }: Editing) {
  const { goalCount } = plan;
  const set = (name: 'least' | 'most', count: number) =>
    type(`個人目標の数 ${name}`, String(count), (stored) => ({
      goalCount: { ...stored.goalCount, [name]: count },
    }));
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
          onSave={(least) => least !== null && set('least', least)}
        />
        <NumberSetting
          label="多くても"
          className="w-36"
          value={goalCount.most}
          most={30}
          whole
          onSave={(most) => most !== null && most > 0 && set('most', most)}
        />
      </div>
    </Place>
  );
}
