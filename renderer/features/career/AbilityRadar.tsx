import {
  PolarAngleAxis,
  PolarGrid,
  PolarRadiusAxis,
  Radar,
  RadarChart as RechartsRadar,
} from 'recharts';
import { type AbilityRow, EXPECTED_LEVEL } from '../../../shared/domain/career/ability-check';

type AbilityRadarProps = { rows: readonly AbilityRow[]; withWished: boolean };

type Series = {
  key: 'present' | 'wished' | 'disclosed' | 'expected';
  label: string;
  color: string;
  dash: string;
  mark: 'circle' | 'triangle' | 'square' | 'none';
};

// Told apart by line and mark first; colour only helps.
const series: readonly Series[] = [
  {
    key: 'expected',
    label: '求められる水準',
    color: 'var(--color-solid-gray-600)',
    dash: '2 3',
    mark: 'none',
  },
  {
    key: 'present',
    label: '自己チェック（今の職位）',
    color: 'var(--color-key-900)',
    dash: '',
    mark: 'circle',
  },
  {
    key: 'wished',
    label: '自己チェック（目指す職位）',
    color: 'var(--color-green-900)',
    dash: '10 3 2 3',
    mark: 'triangle',
  },
  {
    key: 'disclosed',
    label: '開示された評語',
    color: 'var(--color-error-2)',
    dash: '6 4',
    mark: 'square',
  },
];

/** The abilities as a radar chart. The table beside it says the same, also to screen readers. */
export function AbilityRadar({ rows, withWished }: AbilityRadarProps) {
  const shown = series.filter(({ key }) => key !== 'wished' || withWished);
  const data = rows.map(({ name, present, wished, disclosed }) => ({
    name,
    present,
    wished,
    disclosed: disclosed?.level ?? null,
    expected: EXPECTED_LEVEL,
  }));
  return (
    <figure aria-hidden="true" className="flex flex-col items-center gap-1">
      <RechartsRadar
        width={440}
        height={330}
        data={data}
        outerRadius={118}
        accessibilityLayer={false}
      >
        <PolarGrid stroke="var(--color-solid-gray-300)" />
        <PolarAngleAxis
          dataKey="name"
          tick={{ fill: 'var(--color-solid-gray-900)', fontSize: 12 }}
        />
        <PolarRadiusAxis
          domain={[0, 5]}
          tickCount={6}
          angle={90}
          orientation="left"
          tick={{ fill: 'var(--color-solid-gray-700)', fontSize: 11 }}
          axisLine={false}
        />
        {shown.map(({ key, color, dash, mark }) => (
          <Radar
            key={key}
            dataKey={key}
            stroke={color}
            strokeWidth={2}
            strokeDasharray={dash}
            fill="none"
            isAnimationActive={false}
            connectNulls
            dot={
              mark === 'none'
                ? false
                : ({ cx = 0, cy = 0, payload }: Dot) =>
                    // Of a level that nobody has said there is no place either.
                    payload?.[key] == null ? (
                      <g key={`${cx} ${cy}`} />
                    ) : (
                      <Mark key={`${cx} ${cy}`} x={cx} y={cy} mark={mark} color={color} />
                    )
            }
          />
        ))}
      </RechartsRadar>
      <figcaption>
        <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 text-xs">
          {shown.map(({ key, label, color, dash, mark }) => (
            <li key={key} className="flex items-center gap-1.5">
              <svg width="34" height="12" aria-hidden="true">
                <path d="M0 6H34" stroke={color} strokeWidth="2" strokeDasharray={dash} />
                {mark !== 'none' && <Mark x={17} y={6} mark={mark} color={color} />}
              </svg>
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** A point as recharts hands it over, with the row of data that it belongs to. */
type Dot = { cx?: number; cy?: number; payload?: Partial<Record<Series['key'], number | null>> };

type MarkProps = { x: number; y: number; mark: Exclude<Series['mark'], 'none'>; color: string };

function Mark({ x, y, mark, color }: MarkProps) {
  const look = { fill: 'var(--color-white)', stroke: color, strokeWidth: 2 };
  if (mark === 'circle') return <circle cx={x} cy={y} r={4} {...look} />;
  if (mark === 'square') return <rect x={x - 4} y={y - 4} width={8} height={8} {...look} />;
  return <path d={`M${x} ${y - 5}L${x + 5} ${y + 4}L${x - 5} ${y + 4}Z`} {...look} />;
}
