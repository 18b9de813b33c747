import { lazy, memo, Suspense } from 'react';
import type { AbilityRow } from '../../../shared/domain/career/ability-check';
import type { SelfCheck } from '../../../shared/domain/career/career-plan';
import { levelLabels, levelWords } from '../../../shared/domain/career/career-words';
import { withLevel } from '../../../shared/domain/career/change-plan';
import { Disclosure } from '../../ui/Disclosure';
import { inputLook } from '../../ui/TextField';

// The charts are heavy, and nobody needs them before this page.
const AbilityRadar = lazy(() =>
  import('./AbilityRadar').then((chart) => ({ default: chart.AbilityRadar })),
);

const levels = [5, 4, 3, 2, 1] as const;
const cell = 'px-2 py-1.5 text-left align-middle';

type AbilityTableProps = {
  rows: readonly AbilityRow[];
  /** Null for a reader. */
  onCheck: ((checks: SelfCheck[]) => void) | null;
  checks: readonly SelfCheck[];
  positionName: string;
  /** Empty while she aims at none. */
  wishedPositionName: string;
};

/** Self, last disclosed and expected, as a chart and as its table. */
export const AbilityTable = memo(function AbilityTable(props: AbilityTableProps) {
  const { rows, onCheck, checks, positionName, wishedPositionName } = props;
  const withWished = wishedPositionName !== '';
  const abilities = rows.filter(({ kind }) => kind === 'ability');
  const check = (itemId: string, against: 'present' | 'wished', level: number | null) =>
    onCheck?.(withLevel(checks, itemId, against, level));
  return (
    <div className="flex flex-col gap-3">
      {abilities.length >= 3 && (
        <Suspense fallback={<div className="h-[22.5rem]" />}>
          <AbilityRadar rows={abilities} withWished={withWished} />
        </Suspense>
      )}
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">能力の自己チェック</caption>
          <thead>
            <tr className="border-b border-solid-gray-300">
              {[
                '項目と求められること',
                `今の職位（${positionName}）`,
                ...(withWished ? [`目指す職位（${wishedPositionName}）`] : []),
                '開示された評語',
                '求められる水準',
              ].map((name) => (
                <th key={name} scope="col" className={`${cell} font-normal text-solid-gray-700`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.itemId} className="border-b border-solid-gray-100">
                <th scope="row" className={`${cell} min-w-56 font-bold`}>
                  <Expected row={row} withWished={withWished} wishedName={wishedPositionName} />
                </th>
                <td className={cell}>
                  <Level
                    label={`${row.name}（今の職位）`}
                    level={row.present}
                    onChoose={
                      onCheck === null ? null : (level) => check(row.itemId, 'present', level)
                    }
                  />
                </td>
                {withWished && (
                  <td className={cell}>
                    <Level
                      label={`${row.name}（目指す職位）`}
                      level={row.wished}
                      onChoose={
                        onCheck === null ? null : (level) => check(row.itemId, 'wished', level)
                      }
                    />
                  </td>
                )}
                <td className={cell}>{row.disclosed?.rating ?? '—'}</td>
                <td className={cell}>3</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-solid-gray-700">
        {levels.map((level) => `${level}：${levelLabels[level] ?? ''}`).join('　')}
        <br />
        評語は、尺度のいちばん上を5、いちばん下を1に置いて図に重ねています。
      </p>
    </div>
  );
});

type ExpectedProps = { row: AbilityRow; withWished: boolean; wishedName: string };

function Expected({ row, withWished, wishedName }: ExpectedProps) {
  return (
    <Disclosure title={row.name}>
      <p className="font-normal">{row.expectedPresent ?? '体系図に文言がありません。'}</p>
      {withWished && row.expectedWished !== null && (
        <p className="font-normal">
          <span className="font-bold">{wishedName}：</span>
          {row.expectedWished}
        </p>
      )}
    </Disclosure>
  );
}

type LevelProps = {
  label: string;
  level: number | null;
  onChoose: ((level: number | null) => void) | null;
};

function Level({ label, level, onChoose }: LevelProps) {
  if (onChoose === null) return level === null ? '—' : levelWords(level);
  return (
    <select
      aria-label={label}
      className={`${inputLook} min-h-9 w-auto! cursor-pointer`}
      value={level ?? ''}
      onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
    >
      <option value="">未記入</option>
      {levels.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}
