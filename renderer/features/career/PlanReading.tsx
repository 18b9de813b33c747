import {
  analysisFields,
  type CareerPlan,
  visionFields,
} from '../../../shared/domain/career/career-plan';
import {
  analysisLabels,
  pathLabels,
  stepWords,
  visionLabels,
} from '../../../shared/domain/career/career-words';
import type { PlanView } from '../../data/career-plan-queries';
import { Card } from '../../ui/Card';
import { AbilityTable } from './AbilityTable';
import { AdviceList } from './AdviceList';
import { LastYear } from './LastYear';

/** A plan as the 上司 and 職員課 read it. */
export function PlanReading({ plan, view }: { plan: CareerPlan; view: PlanView }) {
  const { position, positions, abilities, result } = view;
  const others = view.advice.filter(({ mine }) => !mine);
  const names = new Map(abilities.map(({ itemId, name }) => [itemId, name]));
  const needed = plan.neededItemIds.flatMap((id) => names.get(id) ?? []);
  return (
    <>
      {others.length > 0 && <AdviceList advice={others} />}
      {result !== null && <LastYear result={result} onTake={null} />}
      <Texts
        title="自己分析"
        texts={analysisFields.map((field) => [analysisLabels[field], plan.analysis[field]])}
      />
      {position !== null && abilities.length > 0 && (
        <Card title="能力の自己チェック">
          <AbilityTable
            rows={abilities}
            checks={plan.selfChecks}
            onCheck={null}
            positionName={position.name}
            wishedPositionName={
              positions.find(({ id }) => id === plan.wishedPositionId)?.name ?? ''
            }
          />
        </Card>
      )}
      <Texts
        title="ありたい姿"
        texts={visionFields.map((field) => [visionLabels[field], plan.vision[field]])}
      />
      <Texts
        title="希望と身に付けたい能力"
        texts={[
          ['進み方', plan.wishedPaths.map((path) => pathLabels[path]).join('、')],
          ['分野や、してみたい仕事', plan.wishedField],
          ['身に付けたい能力', needed.join('、')],
          ['そのほかの知識・技術・資格', plan.neededText],
        ]}
      />
      <Card title="取り組むこと">
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
          {plan.steps
            .filter(({ text }) => text.trim() !== '')
            .map((step) => (
              <li key={step.id} className="whitespace-pre-wrap">
                {stepWords(step)}
              </li>
            ))}
        </ul>
        {plan.steps.length === 0 && <p className="text-sm">まだ書かれていません。</p>}
      </Card>
    </>
  );
}

type TextsProps = { title: string; texts: readonly (readonly [string, string])[] };

function Texts({ title, texts }: TextsProps) {
  const written = texts.filter(([, text]) => text.trim() !== '');
  return (
    <Card title={title}>
      {written.length === 0 ? (
        <p className="text-sm">まだ書かれていません。</p>
      ) : (
        <dl className="grid grid-cols-1 gap-x-6 gap-y-3 text-sm min-[900px]:grid-cols-2">
          {written.map(([label, text]) => (
            <div key={label}>
              <dt className="font-bold">{label}</dt>
              <dd className="whitespace-pre-wrap">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
