import { useId, useState } from 'react';
import {
  deadlineLabels,
  defaultDeadlines,
  periodFaults,
} from '../../../shared/domain/period/deadlines';
import {
  fiscalYearEnd,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearStart,
} from '../../../shared/domain/period/fiscal-year';
import {
  audienceSchema,
  type DeadlineStep,
  deadlineSteps,
  type Period,
  periodKindSchema,
} from '../../../shared/domain/period/period';
import { typedDay } from '../../../shared/domain/period/read-day';
import { DayField } from '../../common/DayField';
import type { SaidPeriod } from '../../data/period-commands';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { dayText } from './day-text';
import { kindLabels, kindOptions } from './period-words';

type PeriodFormProps = {
  /** Null for a new one. */
  before: Period | null;
  today: string;
  saveLabel: string;
  onSave: (said: SaidPeriod) => void;
};

type Typed = {
  name: string;
  kind: Period['kind'];
  audience: 'everyone' | 'probation';
  startsOn: string;
  endsOn: string;
  deadlines: Record<DeadlineStep, string>;
};

/** Asks what a period is called, its days, and until when each step is done. */
export function PeriodForm({ before, today, saveLabel, onSave }: PeriodFormProps) {
  const errorsId = useId();
  const [typed, setTyped] = useState<Typed>(() =>
    before === null ? firstTyped(today) : typedOf(before),
  );
  const [faults, setFaults] = useState<string[]>([]);
  const change = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));

  function chooseKind(kind: Period['kind']) {
    change({ ...spanOf(kind, today), kind });
  }

  function fillDeadlines() {
    const startsOn = typedDay(typed.startsOn);
    const endsOn = typedDay(typed.endsOn);
    if (typeof startsOn !== 'string' || typeof endsOn !== 'string') {
      setFaults(['先に、始まりの日と終わりの日を入れてください。']);
      return;
    }
    setFaults([]);
    change({ deadlines: deadlineTexts(defaultDeadlines({ startsOn, endsOn })) });
  }

  function save() {
    const said = readTyped(typed);
    const found = Array.isArray(said) ? said : periodFaults(said).map(({ words }) => words);
    setFaults(found);
    if (!Array.isArray(said) && found.length === 0) onSave(said);
  }

  const startsOn = typedDay(typed.startsOn);
  return (
    <Card title="期間と期限">
      <form
        aria-label="期間と期限"
        className="flex flex-col gap-4"
        {...(faults.length > 0 && { 'aria-describedby': errorsId })}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="grid grid-cols-1 items-start gap-4 min-[800px]:grid-cols-2">
          {before === null ? (
            <SelectField
              label="種類"
              options={kindOptions}
              value={typed.kind}
              onChange={(kind) => chooseKind(periodKindSchema.parse(kind))}
            />
          ) : (
            <p className="flex flex-col gap-1 text-sm">
              <span className="font-bold">種類</span>
              <span>{kindLabels[before.kind]}</span>
            </p>
          )}
          <TextField label="名前" value={typed.name} onChange={(name) => change({ name })} />
          <DayField
            label="始まりの日"
            name="startsOn"
            value={typed.startsOn}
            onChange={(text) => change({ startsOn: text })}
          />
          <DayField
            label="終わりの日"
            name="endsOn"
            value={typed.endsOn}
            onChange={(text) => change({ endsOn: text })}
          />
        </div>
        {typeof startsOn === 'string' && (
          <p className="text-sm text-solid-gray-700">{yearWords(startsOn)}の評価期間です。</p>
        )}
        {typed.kind === 'special' && (
          <SelectField
            label="評価する人"
            className="max-w-xl"
            options={[
              { value: 'probation', label: 'この期間に条件付採用の終わる人' },
              { value: 'everyone', label: 'すべての職員' },
            ]}
            value={typed.audience}
            onChange={(audience) => change({ audience: audienceSchema.parse(audience) })}
          />
        )}
        <fieldset className="flex min-w-0 flex-col gap-3">
          <legend className="mb-1 text-base font-bold">期限</legend>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-sm text-solid-gray-700">使わない段階の期限は、空のままにします。</p>
            <Button size="small" onPress={fillDeadlines}>
              期間から期限を入れる
            </Button>
          </div>
          <div className="grid grid-cols-1 items-start gap-4 min-[640px]:grid-cols-2 min-[1200px]:grid-cols-4">
            {deadlineSteps.map((step) => (
              <DayField
                key={step}
                label={deadlineLabels[step]}
                name={step}
                value={typed.deadlines[step]}
                onChange={(text) => change({ deadlines: { ...typed.deadlines, [step]: text } })}
              />
            ))}
          </div>
        </fieldset>
        {faults.length > 0 && (
          <ul id={errorsId} role="alert" className="text-sm font-bold text-error-2">
            {faults.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <div>
          <Button look="primary" onPress={save}>
            {saveLabel}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** `令和8年度（2026年度）`. */
function yearWords(startsOn: string): string {
  const year = fiscalYearOf(startsOn);
  return `${fiscalYearName(year)}（${year}年度）`;
}

function deadlineTexts(deadlines: Period['deadlines']): Record<DeadlineStep, string> {
  return Object.fromEntries(
    deadlineSteps.map((step) => [step, dayText(deadlines[step])]),
  ) as Record<DeadlineStep, string>;
}

/** The days that a period of a kind usually has, nearest to today. */
function spanOf(kind: Period['kind'], today: string): Omit<Typed, 'kind'> {
  const year = fiscalYearOf(today);
  const isFirstHalf = today < `${year}-10-01`;
  const days = {
    annual: { startsOn: fiscalYearStart(year + 1), endsOn: fiscalYearEnd(year + 1) },
    half: isFirstHalf
      ? { startsOn: fiscalYearStart(year), endsOn: `${year}-09-30` }
      : { startsOn: `${year}-10-01`, endsOn: fiscalYearEnd(year) },
    special: { startsOn: fiscalYearStart(year), endsOn: `${year}-09-30` },
  }[kind];
  const names = {
    annual: `${fiscalYearName(year + 1)} 年間評価`,
    half: `${fiscalYearName(year)} ${isFirstHalf ? '上半期' : '下半期'}`,
    special: `${fiscalYearName(year)} 条件付採用の特別評価`,
  };
  return {
    name: names[kind],
    audience: kind === 'special' ? 'probation' : 'everyone',
    startsOn: dayText(days.startsOn),
    endsOn: dayText(days.endsOn),
    deadlines: deadlineTexts(defaultDeadlines(days)),
  };
}

function firstTyped(today: string): Typed {
  return { ...spanOf('annual', today), kind: 'annual' };
}

function typedOf(period: Period): Typed {
  return {
    name: period.name,
    kind: period.kind,
    audience: period.audience ?? 'everyone',
    startsOn: dayText(period.startsOn),
    endsOn: dayText(period.endsOn),
    deadlines: deadlineTexts(period.deadlines),
  };
}

/** The period, or what cannot be read of it. */
function readTyped(typed: Typed): SaidPeriod | string[] {
  const faults: string[] = [];
  const startsOn = typedDay(typed.startsOn);
  const endsOn = typedDay(typed.endsOn);
  if (typeof startsOn !== 'string') faults.push('始まりの日を、R8.4.1 のように入れてください。');
  if (typeof endsOn !== 'string') faults.push('終わりの日を、R9.3.31 のように入れてください。');
  const deadlines: Period['deadlines'] = {};
  for (const step of deadlineSteps) {
    const day = typedDay(typed.deadlines[step]);
    if (day === undefined) {
      faults.push(`${deadlineLabels[step]}の期限を、R8.4.30 のように入れるか、空にします。`);
    } else if (day !== null) deadlines[step] = day;
  }
  if (typeof startsOn !== 'string' || typeof endsOn !== 'string' || faults.length > 0) {
    return faults;
  }
  const { name, kind } = typed;
  const audience = kind === 'special' ? typed.audience : 'everyone';
  return { name, kind, startsOn, endsOn, deadlines, audience };
}
