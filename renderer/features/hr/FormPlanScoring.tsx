import { useState } from 'react';
import {
  type FormPlanPatch,
  type ScaleRow,
  scaleRowsOf,
} from '../../../shared/domain/form/change-form-plan';
import type { FormPlan } from '../../../shared/domain/form/form-plan';
import type { FormPlanFault, PlanPlace } from '../../../shared/domain/form/form-plan-faults';
import { confirmPlanScoring } from '../../data/form-plan-commands';
import { useStore } from '../../data/store-context';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { cellLook } from '../../ui/PlainTable';
import { SelectField } from '../../ui/SelectField';
import { type Editing, Place, placeId } from './FormPlanPlace';
import { planAutosave } from './plan-autosave';
import { NumberSetting, TextSetting } from './SettingFields';

/** A sixth step stands below the others. */
const sixthStep: ScaleRow = {
  rating: 'E',
  meaning: '求められた役割を果たさなかった',
  points: 0,
  atLeast: 0,
};

/** The ratings with their points and wording, and the least total of each. */
export function ScaleTable({ plan, change, type, review }: Editing) {
  const rows = scaleRowsOf(plan);
  const set = (at: number, part: Partial<ScaleRow>) =>
    type(`評語の尺度 ${at + 1}段目 ${Object.keys(part)}`, `${Object.values(part)}`, (stored) => ({
      scaleRows: scaleRowsOf(stored).map((row, index) =>
        index === at ? { ...row, ...part } : row,
      ),
    }));
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
          if (count === '6' && rows.length < 6) {
            change((stored) => ({ scaleRows: [...scaleRowsOf(stored), sixthStep] }));
          }
          if (count === '5') change((stored) => ({ scaleRows: scaleRowsOf(stored).slice(0, 5) }));
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

type Rules = NonNullable<FormPlanPatch['adjustments']>;

/** What 困難度 and 挑戦 add or take. */
export function Adjustments({ plan, type, review }: Editing) {
  const { difficulty, challenge } = plan.scoring;
  const set = (field: string, points: number, part: (rules: Rules) => Partial<Rules>) =>
    type(field, String(points), ({ scoring }) => ({
      adjustments: {
        difficulty: scoring.difficulty,
        challenge: scoring.challenge,
        ...part(scoring),
      },
    }));
  return (
    <Place place={null} title="困難度と挑戦" values={['adjustments']} plan={plan} review={review}>
      <div className="flex flex-wrap gap-4">
        <NumberSetting
          label="困難度◎に足す点"
          className="w-44"
          value={difficulty.high}
          most={1000}
          onSave={(high) =>
            high !== null &&
            set('困難度◎', high, (rules) => ({ difficulty: { ...rules.difficulty, high } }))
          }
        />
        <NumberSetting
          label="困難度△から引く点"
          className="w-44"
          value={difficulty.low}
          most={1000}
          onSave={(low) =>
            low !== null &&
            set('困難度△', low, (rules) => ({ difficulty: { ...rules.difficulty, low } }))
          }
        />
        <NumberSetting
          label="上位職相当への挑戦に足す点"
          className="w-56"
          value={challenge}
          most={1000}
          onSave={(points) => points !== null && set('挑戦', points, () => ({ challenge: points }))}
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

/** Whether the numbers are confirmed, and so used for a suggestion. */
export function Scoring({ plan, faults, onRun }: ScoringProps) {
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
                onRun(
                  planAutosave(store)
                    .flush()
                    .then(() => confirmPlanScoring(store, plan.id)),
                );
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
