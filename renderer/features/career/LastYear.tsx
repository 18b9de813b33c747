import type { PlanView } from '../../data/career-plan-queries';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';

type LastYearProps = {
  result: NonNullable<PlanView['result']>;
  /** Takes a text over into the plan; null where nothing is written. */
  onTake: ((remarkId: string, text: string) => void) | null;
};

/** 育成 of the last sheet that was disclosed: what the plan is fed by. */
export function LastYear({ result, onTake }: LastYearProps) {
  return (
    <Card title={`前回の評価から（${result.periodName}）`}>
      {result.development.length === 0 ? (
        <p className="text-sm">前回のシートの「育成」には、何も書かれていません。</p>
      ) : (
        <dl className="grid grid-cols-1 gap-x-6 gap-y-3 text-sm min-[900px]:grid-cols-2">
          {result.development.map(({ id, name, who, text }) => (
            <div key={`${id} ${who}`} className="flex flex-col gap-1">
              <dt className="flex flex-wrap items-center justify-between gap-2 font-bold">
                {name}（{who}）
                {onTake !== null && (
                  <Button
                    look="quiet"
                    size="small"
                    aria-label={`${name}（${who}）をプランに写す`}
                    onPress={() => onTake(id, text)}
                  >
                    プランに写す
                  </Button>
                )}
              </dt>
              <dd className="whitespace-pre-wrap">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
