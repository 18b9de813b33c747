import { useRef, useState } from 'react';
import { useLocation } from 'react-router';
import {
  type GoalLog,
  logPhaseLabels,
  logPhaseSchema,
  logPhases,
  logTagLabels,
  logTags,
} from '../../../shared/domain/goal/goal-log';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { deadlineDate, deadlineWords } from '../../../shared/domain/sheet/goal-plan-words';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { addGoalLog, changeGoalLog } from '../../data/goal-log-commands';
import { useStore } from '../../data/store-context';
import { dayHint, japaneseCalendar } from '../../platform/japanese-calendar';
import { localToday } from '../../platform/local-time';
import { foundIn } from '../../state/found-place';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { DateEntry } from '../../ui/DateEntry';
import { Icon } from '../../ui/Icon';
import { SelectField } from '../../ui/SelectField';
import { notifyProblem } from './notify-problem';
import { RowText } from './RowText';

type GoalLogListProps = {
  sheetId: string;
  partId: PartId;
  goalName: string;
  /** Of this goal alone, the earliest day first. */
  logs: readonly GoalLog[];
  writable: boolean;
};

/** 取組の記録 of a goal: a line that says how many there are, and all of them once it is opened. */
export function GoalLogList({ sheetId, partId, goalName, logs, writable }: GoalLogListProps) {
  const store = useStore();
  const [open, setOpen] = useState(false);
  const { state, key } = useLocation();
  const [openedFor, setOpenedFor] = useState<string | null>(null);
  // Opened from a hit that stands in here.
  const found = foundIn(state);
  if (found?.inLog === true && found.partId === partId && openedFor !== key) {
    setOpenedFor(key);
    setOpen(true);
  }
  const standing = logs.filter(({ removed }) => !removed);
  const removed = logs.filter((log) => log.removed);
  const last = standing.at(-1);
  if (!writable && standing.length === 0) return null;
  return (
    <section aria-label={`${goalName}の取組の記録`} className="text-sm">
      <button
        type="button"
        aria-expanded={open}
        className="focus-ring flex min-h-9 w-full cursor-pointer items-center gap-1 rounded-4 text-left text-key-900 hover:underline"
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" className={open ? 'size-4 shrink-0 rotate-90' : 'size-4 shrink-0'} />
        <span className="shrink-0 font-bold">取組の記録（{standing.length}件）</span>
        {!open && last !== undefined && (
          <span className="min-w-0 truncate text-solid-gray-700">
            {formatWareki(last.happenedOn)} {logPhaseLabels[last.phase]} {last.text}
          </span>
        )}
      </button>
      {open && (
        <div className="flex flex-col gap-3 pt-1 pb-2">
          <ul className="flex flex-col divide-y divide-solid-gray-200">
            {standing.map((log, index) => (
              <li key={log.id} className="py-2">
                {writable ? (
                  <WrittenLog log={log} name={`${goalName}の記録${index + 1}`} />
                ) : (
                  <ReadLog log={log} />
                )}
              </li>
            ))}
          </ul>
          {writable && (
            <div>
              <Button
                size="small"
                aria-label={`${goalName}に取組の記録を加える`}
                onPress={() => attempt(addGoalLog(store, { sheetId, partId, today: localToday() }))}
              >
                記録を加える
              </Button>
            </div>
          )}
          {writable && removed.length > 0 && (
            <ul aria-label="取り除いた記録" className="flex flex-col gap-1">
              {removed.map(({ id, text, happenedOn }) => {
                const words = text === '' ? `${formatWareki(happenedOn)}の記録` : text;
                return (
                  <li key={id} className="flex items-center justify-between gap-3">
                    <p className="line-clamp-1 min-w-0 text-solid-gray-700">
                      取り除いた記録：{words}
                    </p>
                    <Button
                      size="small"
                      className="shrink-0"
                      aria-label={`${words}を元に戻す`}
                      onPress={() => attempt(changeGoalLog(store, id, { removed: false }))}
                    >
                      元に戻す
                    </Button>
                  </li>
                );
              })}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}

function ReadLog({ log }: { log: GoalLog }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <span>{formatWareki(log.happenedOn)}</span>
        <span className="font-bold">{logPhaseLabels[log.phase]}</span>
        {log.tags.map((tag) => (
          <Badge key={tag}>{logTagLabels[tag]}</Badge>
        ))}
      </p>
      <p className="whitespace-pre-wrap">{log.text}</p>
    </>
  );
}

function WrittenLog({ log, name }: { log: GoalLog; name: string }) {
  const store = useStore();
  // Shown as chosen at once; the store's answer comes a moment later.
  const [phase, setPhase] = useState(log.phase);
  const [tags, setTags] = useState(log.tags);
  const change = (changed: Parameters<typeof changeGoalLog>[2]) =>
    attempt(changeGoalLog(store, log.id, changed));
  return (
    <fieldset aria-label={name} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="w-60">
          <LogDay log={log} onDay={(happenedOn) => change({ happenedOn })} />
        </div>
        <SelectField
          label="段階"
          className="w-28"
          options={logPhases.map((phase) => ({ value: phase, label: logPhaseLabels[phase] }))}
          value={phase}
          onChange={(value) => {
            const chosen = logPhaseSchema.parse(value);
            setPhase(chosen);
            change({ phase: chosen });
          }}
        />
        <Button
          size="small"
          look="quiet"
          className="ml-auto"
          aria-label={`${name}を取り除く`}
          onPress={() => change({ removed: true })}
        >
          取り除く
        </Button>
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {logTags.map((tag) => (
          <CheckField
            key={tag}
            label={logTagLabels[tag]}
            checked={tags.includes(tag)}
            onChange={(checked) => {
              const chosen = logTags.filter((one) => (one === tag ? checked : tags.includes(one)));
              setTags(chosen);
              change({ tags: chosen });
            }}
          />
        ))}
      </div>
      <RowText
        id={log.id}
        label="したこと・分かったこと"
        text={log.text}
        save={(text) => changeGoalLog(store, log.id, { text })}
      />
    </fieldset>
  );
}

/** Only a day that exists is kept; what is no day yet stays in the box. */
function LogDay({ log, onDay }: { log: GoalLog; onDay: (day: GoalLog['happenedOn']) => void }) {
  const [typed, setTyped] = useState(() => formatWareki(log.happenedOn));
  const input = useRef<HTMLInputElement>(null);
  return (
    <DateEntry
      label="日"
      name={`day-${log.id}`}
      value={typed}
      onChange={setTyped}
      onSettled={(settled) => {
        const day = deadlineDate(settled);
        if (day !== null && day !== log.happenedOn) onDay(day);
      }}
      onUnsettled={() => undefined}
      onBlur={() => {
        if (deadlineDate(typed) === null) setTyped(formatWareki(log.happenedOn));
      }}
      inputRef={input}
      hintOf={dayHint}
      tidy={deadlineWords}
      calendar={japaneseCalendar}
    />
  );
}

function attempt(work: Promise<unknown>): void {
  work.catch(notifyProblem);
}
